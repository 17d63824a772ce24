"""Decisions on who coordinates, handovers, waits, and the members of the client's network."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base import clock
from kaveri.foundation.base.ids import new_id
from kaveri.steps.coordination.domain import (
    LONGEST_RHYTHM,
    SHORTEST_RHYTHM,
    HandoverState,
    MandateEnd,
    MandateState,
    MemberKind,
    MemberState,
    Parting,
    WishTold,
    mandate_state,
    state_of,
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


class Member(Homed):
    """Somebody in the client's network; `category` is what being a client of theirs tells."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="members")
    kind = models.CharField(max_length=20)
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    # For those without an account; a worker's name stands on the account.
    first_name = models.CharField(max_length=100, blank=True)
    last_name = models.CharField(max_length=100, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # What they are to the client, in plain words: work coach, sister, doctor.
    role = models.CharField(max_length=120)
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    # How the client said it, when a worker wrote it down; empty when the client did it alone.
    wish_told = models.CharField(max_length=20, blank=True)
    wish_words = models.TextField(blank=True)
    # None when there is no link: every other one is unlike all others.
    link_fingerprint = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001
    link_until = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    decline_reason = models.TextField(blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    parting = models.CharField(max_length=20, blank=True)
    parting_told = models.CharField(max_length=20, blank=True)
    parting_words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Of a known kind; an answer is one answer; who has gone has gone in a known way."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in MemberKind]),
                name="member_kind_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(kind=MemberKind.WORKER) | Q(account__isnull=False),
                name="member_worker_has_account",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(declined_at=None), name="member_answered_once"
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, parting="")
                | Q(removed_at__isnull=False, parting__in=[way.value for way in Parting]),
                name="member_parting_is_known",
            ),
            models.CheckConstraint(
                condition=Q(wish_told__in=["", *(way.value for way in WishTold)]),
                name="member_wish_told_is_known",
            ),
            models.UniqueConstraint(
                fields=["case", "account"],
                condition=Q(account__isnull=False, declined_at=None, removed_at=None),
                name="member_once_in_a_case",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "invited_at"], name="member_by_case"),
            models.Index(fields=["account", "accepted_at"], name="member_by_account"),
        ]

    @property
    def name(self) -> str:
        """What they are called."""
        if self.account is not None:
            return self.account.full_name
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def state(self) -> MemberState:
        """Where they stand now."""
        return state_of(
            moment=clock.now(),
            accepted_at=self.accepted_at,
            declined_at=self.declined_at,
            removed_at=self.removed_at,
            link_until=self.link_until,
            has_account=self.account_id is not None,
        )


class Mandate(Homed):
    """That somebody acts for the client in this case: added, taken up by an account, ended."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="mandates")
    representative = models.OneToOneField(
        "clients.Representative", models.PROTECT, related_name="mandate"
    )
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    # None when there is no link: every other one is unlike all others.
    link_fingerprint = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001
    link_until = models.DateTimeField(null=True)
    taken_up_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    end_reason = models.CharField(max_length=20, blank=True)
    end_words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """An end has its moment and its reason."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ended_at=None, end_reason="")
                | Q(ended_at__isnull=False, end_reason__in=[way.value for way in MandateEnd]),
                name="mandate_end_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["case", "added_at"], name="mandate_by_case")]

    @property
    def state(self) -> MandateState:
        """Where it stands now."""
        acts = self.representative
        return mandate_state(
            moment=clock.now(),
            today=clock.today(),
            from_on=acts.from_on,
            until_on=acts.until_on,
            ended_at=self.ended_at,
            has_account=acts.account_id is not None,
            link_until=self.link_until,
        )


class EndedPart(models.Model):
    """A worker's part of a case ended without their doing: the reference and the day, and nothing else.

    Shown for two weeks, then erased with the next that is written. It hangs on no case: it is said to
    the worker, not about the client.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20)
    ended_on = models.DateField()

    class Meta:
        """Said once for each case and day."""

        constraints = [
            models.UniqueConstraint(
                fields=["account", "reference", "ended_on"], name="ended_part_once"
            )
        ]
