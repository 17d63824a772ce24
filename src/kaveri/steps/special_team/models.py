"""Referrals to the special competence team, and who is called for each."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.special_team.domain import OPEN, Profession, State


class SpecialReferral(Homed):
    """A referral: what is asked, what has been tried, where it stands, and in whose hands until when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="special_referrals")
    sent_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    # Who coordinates the team and answers.
    coordinator = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    question = models.TextField()
    tried = models.TextField()
    outcome = models.TextField()
    measures = models.TextField()
    # What the team gets to know of, each between spaces; a ground was there for each.
    categories = models.CharField(max_length=300)
    state = models.CharField(max_length=15, default=State.SENT)
    # In whose hands it is, and until when; nobody's when it is closed.
    turn = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)
    instead = models.TextField(blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    # What was agreed at the end: who is case manager, who follows up, when.
    case_manager = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, related_name="+"
    )
    follows_up = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    follow_up_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Open means in somebody's hands until a day; one open referral for each case."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    state__in=sorted(OPEN),
                    closed_at=None,
                    turn__isnull=False,
                    due_on__isnull=False,
                )
                | (~Q(state__in=sorted(OPEN)) & Q(closed_at__isnull=False, turn=None, due_on=None)),
                name="special_open_is_in_somebodys_hands",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.AGREED)
                | Q(
                    case_manager__isnull=False,
                    follows_up__isnull=False,
                    follow_up_on__isnull=False,
                ),
                name="special_agreed_says_who_follows_up",
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(closed_at=None), name="special_one_open_for_a_case"
            ),
        ]
        indexes = [
            models.Index(fields=["coordinator", "closed_at", "due_on"], name="special_queue")
        ]


class Called(models.Model):
    """Somebody called to the team for one case, as what."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    referral = models.ForeignKey(SpecialReferral, models.PROTECT, related_name="called")
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    profession = models.CharField(max_length=30)
    called_at = models.DateTimeField()

    class Meta:
        """Once each."""

        constraints = [
            models.UniqueConstraint(fields=["referral", "account"], name="special_called_once"),
            models.CheckConstraint(
                condition=Q(profession__in=[each.value for each in Profession]),
                name="special_profession_is_known",
            ),
        ]
