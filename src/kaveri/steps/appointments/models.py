"""Meetings of a case, and which workers take part."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.appointments.domain import State, Visit, Way


class Appointment(Homed):
    """A meeting with the client: when, how to get there, and what came of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="appointments")
    # For the client to read.
    about = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    way = models.CharField(max_length=10)
    visit = models.CharField(max_length=15, default=Visit.USUAL)
    place = models.CharField(max_length=200, blank=True)
    getting_there = models.CharField(max_length=300, blank=True)
    # Those who have no account: a doctor, somebody close.
    others = models.CharField(max_length=200, blank=True)
    # Meetings agreed on at once have this in common.
    series = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=10, default=State.AGREED)
    moved_from = models.DateTimeField(null=True, blank=True)
    # Since when it is known that the client cannot come at this time; the meeting stands until somebody moves it.
    cannot_come_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField(null=True, blank=True)
    noted_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """A meeting at a place has a place; what came of it has its moment."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(way=Way.PLACE) | ~Q(place=""), name="appointment_place_is_said"
            ),
            models.CheckConstraint(
                condition=Q(state=State.AGREED, noted_at=None)
                | (~Q(state=State.AGREED) & Q(noted_at__isnull=False)),
                name="appointment_outcome_has_its_moment",
            ),
        ]
        indexes = [models.Index(fields=["case", "-starts_at"], name="appointment_by_case")]


class Attendee(models.Model):
    """A worker or a member of the network who takes part; the client always does."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="attendees")
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")

    class Meta:
        """Once each."""

        constraints = [
            models.UniqueConstraint(fields=["appointment", "account"], name="attendee_comes_once")
        ]


class Calendar(models.Model):
    """How an account reads its meetings elsewhere: by an address of its own, and a reminder the day before."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.OneToOneField("accounts.Account", models.PROTECT, related_name="calendar")
    # Of the address only this is kept: enough to know it again, too little to make it.
    fingerprint = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 unique
    # The place comes along only for who has asked for it, and never where a client is protected.
    with_place = models.BooleanField(default=False)
    made_at = models.DateTimeField(null=True, blank=True)
    fetched_on = models.DateField(null=True, blank=True)
    wants_reminders = models.BooleanField(default=False)
    # The day whose meetings the account has been reminded of; a day is reminded of once.
    reminded_for = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """An address has the moment it was made."""

        constraints = [
            models.CheckConstraint(
                condition=Q(fingerprint=None) | Q(made_at__isnull=False),
                name="calendar_address_has_its_moment",
            ),
        ]
