"""Statements under the mapping's headings, assessments of work ability, information asked of others."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.base.ids import new_id
from kaveri.steps.assessment.domain import (
    AskedFor,
    AssessmentState,
    RequestState,
)
from kaveri.steps.referral_out.domain import SendingGround


class Statement(Homed):
    """Something that is known, with who said it and when; never changed, only corrected by a new one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="statements")
    heading = models.CharField(max_length=40)
    prompt = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    source = models.CharField(max_length=30)
    said_by = models.CharField(max_length=200, blank=True)
    said_on = models.DateField()
    in_own_words = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    # The row this one corrects; it stays readable.
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )

    class Meta(Homed.Meta):
        """A known source; only the client's words are the client's own."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(source__in=[source.value for source in Source])
                & (Q(in_own_words=False) | Q(source=Source.CLIENT)),
                name="statement_source_is_known",
            ),
        ]
        indexes = [models.Index(fields=["case", "heading"], name="statement_by_case")]


class Assessment(Homed):
    """A question about work ability, followed until its result is recorded."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="assessments")
    question = models.TextField()
    asked_for = models.CharField(max_length=20)
    examiner = models.CharField(max_length=200)
    asked_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    state = models.CharField(max_length=20, default=AssessmentState.ASKED)
    booked_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)
    result_source = models.CharField(max_length=30, blank=True)
    can_do = models.TextField(blank=True)
    told_how = models.CharField(max_length=20, blank=True)
    told_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """A result says what the person can do and where it comes from; a booked time has its day."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in AssessmentState])
                & Q(asked_for__in=[kind.value for kind in AskedFor]),
                name="assessment_codes_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(state=AssessmentState.RESULT)
                | (~Q(can_do="") & ~Q(result="") & ~Q(result_source="")),
                name="assessment_result_says_what_can_be_done",
            ),
            models.CheckConstraint(
                condition=~Q(state=AssessmentState.BOOKED) | Q(booked_on__isnull=False),
                name="assessment_booked_has_a_day",
            ),
        ]
        indexes = [models.Index(fields=["case", "state"], name="assessment_by_case")]


class AssessmentEvent(models.Model):
    """A step of an assessment; never changed, only added to."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="events")
    state = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)


class InformationRequest(Homed):
    """Something asked of others about the client, until it has come."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="information_requests")
    source = models.CharField(max_length=30)
    whom = models.CharField(max_length=200)
    what = models.TextField()
    ground = models.CharField(max_length=20)
    ground_note = models.TextField(blank=True)
    asked_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    state = models.CharField(max_length=20, default=RequestState.ASKED)
    received_on = models.DateField(null=True, blank=True)
    # The entry of the timeline that holds what came.
    entry = models.ForeignKey(
        "timeline.Entry", models.PROTECT, null=True, blank=True, related_name="+"
    )
    drop_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Known codes; what has come stands on the timeline."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in RequestState])
                & Q(source__in=[source.value for source in Source])
                & Q(ground__in=[ground.value for ground in SendingGround]),
                name="information_request_codes_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.RECEIVED)
                | (Q(entry__isnull=False) & Q(received_on__isnull=False)),
                name="information_received_stands_on_the_timeline",
            ),
        ]
        indexes = [models.Index(fields=["case", "state"], name="information_by_case")]
