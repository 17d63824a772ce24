"""The background of a visit, each wording of its parts, and what the client said of it."""

from django.db import models
from django.db.models import F, Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.pre_visit.domain import Answer, AnsweredHow, Handed


class Background(Homed):
    """What a doctor gets to know before a visit; an answer and a handing on are to one wording of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="backgrounds")
    appointment = models.OneToOneField(
        "appointments.Appointment", models.PROTECT, related_name="background"
    )
    text_no = models.PositiveIntegerField(default=1)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    # What the client, or somebody for them, said of the wording `answered_no`.
    answer = models.CharField(max_length=10, blank=True)
    answered_no = models.PositiveIntegerField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_how = models.CharField(max_length=10, blank=True)
    answered_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer_words = models.TextField(blank=True)
    handed_no = models.PositiveIntegerField(null=True, blank=True)
    handed_on = models.DateField(null=True, blank=True)
    handed_how = models.CharField(max_length=15, blank=True)
    handed_to = models.CharField(max_length=200, blank=True)
    handed_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ground = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Known codes; only what was approved is handed on."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(answer="", answered_no=None, answered_on=None)
                | Q(
                    answer__in=[answer.value for answer in Answer],
                    answered_how__in=[how.value for how in AnsweredHow],
                    answered_no__isnull=False,
                    answered_on__isnull=False,
                ),
                name="background_answer_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(handed_no=None, handed_on=None, handed_how="")
                | Q(
                    answer=Answer.APPROVED,
                    handed_no=F("answered_no"),
                    handed_on__isnull=False,
                    handed_how__in=[how.value for how in Handed],
                ),
                name="background_handed_on_when_approved",
            ),
        ]
        indexes = [models.Index(fields=["case", "-written_at"], name="background_by_case")]


class BackgroundPart(Homed):
    """One heading of one wording; never changed, only followed by the next wording."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="background_parts")
    background = models.ForeignKey(Background, models.PROTECT, related_name="parts")
    text_no = models.PositiveIntegerField()
    heading = models.CharField(max_length=20)
    text = models.TextField()

    class Meta(Homed.Meta):
        """A heading stands once in a wording."""

        constraints = [
            *Homed.Meta.constraints,
            models.UniqueConstraint(
                fields=["background", "text_no", "heading"], name="background_heading_once"
            ),
        ]
