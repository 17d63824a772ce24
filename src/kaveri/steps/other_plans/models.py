"""The client's other plans, as they are known here."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.other_plans.domain import OTHER_KINDS


class OtherPlan(Homed):
    """A plan that somebody holds beside the support plan; `category` is what having it tells.

    The support plan is a part of it or is not: one mark on this row, which both pages read.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="other_plans")
    kind = models.CharField(max_length=20)
    holder = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # For a holder who does not sign in here; an account says its own name and organisation.
    holder_name = models.CharField(max_length=120, blank=True)
    organisation = models.CharField(max_length=120, blank=True)
    kept_in = models.CharField(max_length=200, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    holds_support = models.BooleanField(default=False)
    put_in_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    put_in_on = models.DateField(null=True, blank=True)
    # Keys of the lines it holds and of the conditions that do not hold, each between spaces, and the day
    # whose version of the contents they are keys of.
    held = models.CharField(max_length=600, blank=True)
    without = models.CharField(max_length=200, blank=True)
    ticked_on = models.DateField(null=True, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Of a known kind; the support plan stands in one that goes on, and in no more than one."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in OTHER_KINDS]),
                name="other_plan_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(holds_support=False)
                | Q(ended_on=None, put_in_by__isnull=False, put_in_on__isnull=False),
                name="other_plan_holds_support_while_it_goes_on",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(holds_support=True),
                name="other_plan_one_holds_support",
            ),
        ]
        indexes = [models.Index(fields=["case", "kind"], name="other_plan_by_case")]
