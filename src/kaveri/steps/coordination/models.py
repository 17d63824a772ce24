"""Decisions on who coordinates, handovers and waits."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.coordination.domain import (
    LONGEST_RHYTHM,
    SHORTEST_RHYTHM,
    HandoverState,
)


class CoordinatingDecision(Homed):
    """Who should coordinate, what was proposed, and why another was chosen; never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    # Codes of `domain.Need`, each between spaces.
    needs = models.CharField(max_length=200, blank=True)
    proposed = models.CharField(max_length=40)
    chosen = models.CharField(max_length=40)
    deviates = models.BooleanField(default=False)
    deviates_from_social_welfare_act = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    lacks_expertise = models.BooleanField(default=False)
    supporter = models.CharField(max_length=200, blank=True)

    class Meta(Homed.Meta):
        """Another than the proposed one never stands without a reason."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(deviates=False, deviates_from_social_welfare_act=False) | ~Q(reason=""),
                name="coordinating_deviation_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(lacks_expertise=False) | ~Q(supporter=""),
                name="coordinating_supporter_is_named",
            ),
        ]
        indexes = [models.Index(fields=["case", "-at"], name="coordinating_by_case")]


class Handover(Homed):
    """A case offered to a colleague with the three questions of a juncture answered."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    from_account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    to_account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    offered_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField()
    state = models.CharField(max_length=20, default=HandoverState.OFFERED)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_reason = models.TextField(blank=True)
    # Who is responsible for the next step: the receiver does this, by this day.
    step = models.CharField(max_length=300)
    due_on = models.DateField()
    # Who supports the client onward.
    supports_on = models.CharField(max_length=300)
    # Is the plan still valid, and what is agreed.
    plan = models.CharField(max_length=20)
    agreed = models.TextField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """One open offer for a case; an answer has its moment."""

        constraints = [
            *Homed.Meta.constraints,
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state=HandoverState.OFFERED),
                name="handover_one_open",
            ),
            models.CheckConstraint(
                condition=Q(state=HandoverState.OFFERED, answered_at=None)
                | (~Q(state=HandoverState.OFFERED) & Q(answered_at__isnull=False)),
                name="handover_state_and_answer_agree",
            ),
            models.CheckConstraint(
                condition=~Q(from_account=models.F("to_account")), name="handover_to_another"
            ),
        ]
        indexes = [models.Index(fields=["to_account", "state"], name="handover_by_receiver")]


class Wait(Homed):
    """What the client waits for, since when, who supports meanwhile, and how often."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    what = models.CharField(max_length=300)
    since_on = models.DateField()
    supporter = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    every_days = models.PositiveSmallIntegerField()
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """The rhythm is one that can be kept; an end has its outcome."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(every_days__gte=SHORTEST_RHYTHM, every_days__lte=LONGEST_RHYTHM),
                name="wait_rhythm_within_bounds",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, outcome="")
                | (Q(ended_at__gte=models.F("begun_at")) & ~Q(outcome="")),
                name="wait_end_and_outcome_agree",
            ),
        ]
        indexes = [models.Index(fields=["case", "ended_at"], name="wait_by_case")]
