"""The team's members and its page, each version of which stays."""

from django.db import models
from django.db.models import Q

from kaveri.foundation.base.ids import new_id
from kaveri.steps.teams.domain import Profession, Rhythm, Weekday


class Seat(models.Model):
    """A permanent place in a team: who sits there, as what, from when until when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="seats")
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="seats")
    profession = models.CharField(max_length=30)
    taken_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Nobody sits twice in the same team."""

        constraints = [
            models.CheckConstraint(
                condition=Q(profession__in=[each.value for each in Profession]),
                name="teams_seat_profession_is_known",
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=models.F("taken_at")),
                name="teams_seat_dates_in_order",
            ),
            models.UniqueConstraint(
                fields=["unit", "account"], condition=Q(left_at=None), name="teams_seat_once"
            ),
        ]


class Ways(models.Model):
    """One version of the team's page: rhythm, place and how the team has agreed to work."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="ways")
    number = models.PositiveIntegerField()
    rhythm = models.CharField(max_length=20)
    weekday = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")

    class Meta:
        """The newest number is the page; the others are what stood before."""

        constraints = [
            models.UniqueConstraint(fields=["unit", "number"], name="teams_ways_number_once"),
            models.CheckConstraint(
                condition=Q(rhythm__in=[each.value for each in Rhythm]),
                name="teams_ways_rhythm_is_known",
            ),
            models.CheckConstraint(
                condition=Q(weekday__in=["", *[each.value for each in Weekday]]),
                name="teams_ways_weekday_is_known",
            ),
        ]
