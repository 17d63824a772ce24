"""How a support ended, and the summary the client keeps."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.ending.domain import EndingState, Way


class Ending(Homed):
    """One ending: prepared, looked at, done; or withdrawn. A case that comes back may have several."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="endings")
    state = models.CharField(max_length=20, default=EndingState.PREPARED)
    way = models.CharField(max_length=20)
    reason = models.CharField(max_length=30, blank=True)
    outcome = models.TextField(blank=True)
    continues = models.CharField(max_length=20, blank=True)
    who_continues = models.CharField(max_length=200, blank=True)
    continues_phone = models.CharField(max_length=40, blank=True)
    why_nobody = models.TextField(blank=True)
    # How and when it was agreed, or the client said that they want to end, or the day of death.
    agreed_how = models.CharField(max_length=20, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    network_told = models.BooleanField(default=False)
    after_care_on = models.DateField(null=True, blank=True)
    after_care_owner = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, related_name="+"
    )
    after_care_declined = models.BooleanField(default=False)
    # Task id -> what becomes of it.
    tasks = models.JSONField(default=dict)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    look_words = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """One prepared ending at a time; done means dated."""

        constraints = [
            *Homed.Meta.constraints,
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state=EndingState.PREPARED),
                name="ending_one_prepared",
            ),
            models.CheckConstraint(
                condition=Q(state=EndingState.DONE, ended_at__isnull=False)
                | (~Q(state=EndingState.DONE) & Q(ended_at=None)),
                name="ending_state_and_day_agree",
            ),
            models.CheckConstraint(
                condition=Q(way__in=[way.value for way in Way]), name="ending_way_is_known"
            ),
        ]


class Summary(Homed):
    """What the client keeps: a draft until it is given, unchanged after that."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="summaries")
    ending = models.ForeignKey(Ending, models.PROTECT, null=True, related_name="summaries")
    language = models.CharField(max_length=10)
    own_words = models.TextField(blank=True)
    done = models.TextField()
    came_of_it = models.TextField()
    continues = models.TextField(blank=True)
    come_back = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(null=True, blank=True)
    given_how = models.CharField(max_length=20, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """One draft at a time; what is given says how."""

        constraints = [
            *Homed.Meta.constraints,
            models.UniqueConstraint(
                fields=["case"], condition=Q(given_at=None), name="summary_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(given_at=None, given_how="")
                | (Q(given_at__isnull=False) & ~Q(given_how="")),
                name="summary_given_says_how",
            ),
        ]
