"""A health check that somebody without work is offered."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.health_checks.domain import OPEN_STATES, CheckState, Outcome


class HealthCheck(Homed):
    """Offered, booked, done or declined; open until one of the last."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="health_checks")
    # Where the client lived then, for the figures; never of somebody whose place is protected.
    municipality = models.ForeignKey(
        "directory.Municipality", models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(max_length=10, default=CheckState.OFFERED)
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    booked_for = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    done_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    # What came of it, or why the client said no.
    words = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """A booked check has a day, a done one what came of it; one check at a time."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state=CheckState.OFFERED, ended_at=None)
                | Q(state=CheckState.BOOKED, ended_at=None, booked_for__isnull=False)
                | Q(
                    state=CheckState.DONE,
                    ended_at__isnull=False,
                    done_on__isnull=False,
                    outcome__in=[each.value for each in Outcome],
                )
                | Q(state__in=[CheckState.DECLINED, CheckState.FELL], ended_at__isnull=False),
                name="health_check_state_agrees",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(state__in=sorted(OPEN_STATES)),
                name="health_check_one_at_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-offered_at"], name="health_check_by_case"),
            models.Index(fields=["offered_at"], name="health_check_by_day"),
        ]
