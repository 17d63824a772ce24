"""The team's members, its page, its meetings and what stands on their agendas."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.teams.domain import (
    Attendance,
    ClientCame,
    MeetingState,
    Profession,
    Rhythm,
    Weekday,
)


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


class Meeting(models.Model):
    """A meeting of a team: when and where. Tells of nobody; `numbers` says how many cases it has had."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="team_meetings")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200)
    state = models.CharField(max_length=10, default=MeetingState.PLANNED)
    numbers = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    called_off_at = models.DateTimeField(null=True, blank=True)
    called_off_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        """Opened means opened by somebody, called off the same; listed by team and time."""

        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state__in=[MeetingState.PLANNED.value, MeetingState.CALLED_OFF.value],
                    opened_at=None,
                    opened_by=None,
                )
                | Q(state=MeetingState.OPENED, opened_at__isnull=False, opened_by__isnull=False),
                name="teams_meeting_state_and_opening_agree",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state=MeetingState.CALLED_OFF)
                    & Q(called_off_at__isnull=False, called_off_by__isnull=False)
                )
                | (~Q(state=MeetingState.CALLED_OFF) & Q(called_off_at=None, called_off_by=None)),
                name="teams_meeting_state_and_calling_off_agree",
            ),
        ]
        indexes = [models.Index(fields=["unit", "starts_at"], name="team_meeting_by_unit")]


class AgendaItem(Homed):
    """A case on the agenda of a meeting: the client's words, what is asked, who presents; then what came of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="team_items")
    number = models.PositiveIntegerField()
    presenter = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    client_words = models.TextField(blank=True)
    question = models.TextField()
    attendance = models.CharField(max_length=20)
    # What the discussion touches, each between spaces.
    categories = models.CharField(max_length=300)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    taken_off_at = models.DateTimeField(null=True, blank=True)
    # When the meeting was opened without a ground for somebody, and for whom: ids and codes.
    ground_lost_at = models.DateTimeField(null=True, blank=True)
    lost = models.JSONField(default=list, blank=True)
    # The minutes: what was said, what the client is told in plain words, who was there (ids of accounts).
    said = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    client_came = models.CharField(max_length=20, blank=True)
    present = models.JSONField(default=list, blank=True)
    minuted_at = models.DateTimeField(null=True, blank=True)
    minuted_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """A case stands once on an agenda, under a number of its own."""

        constraints = [
            *Homed.Meta.constraints,
            models.UniqueConstraint(fields=["meeting", "number"], name="teams_item_number_once"),
            models.UniqueConstraint(
                fields=["meeting", "case"],
                condition=Q(taken_off_at=None),
                name="teams_item_case_once",
            ),
            models.CheckConstraint(
                condition=Q(attendance__in=[each.value for each in Attendance]),
                name="teams_item_attendance_is_known",
            ),
            models.CheckConstraint(
                condition=Q(minuted_at=None, minuted_by=None, outcome="", client_came="")
                | (
                    Q(minuted_at__isnull=False, minuted_by__isnull=False)
                    & Q(client_came__in=[each.value for each in ClientCame])
                    & ~Q(outcome="")
                ),
                name="teams_item_minutes_are_whole",
            ),
        ]


class Guest(models.Model):
    """Somebody who comes to the meeting for one case only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="guests")
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")

    class Meta:
        """Once each."""

        constraints = [models.UniqueConstraint(fields=["item", "account"], name="teams_guest_once")]


class Decision(Homed):
    """What the team decided in a case, as it was said; the task that came of it goes its own way."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="decisions")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="team_decisions")
    task = models.OneToOneField("tasks.Task", models.PROTECT, related_name="team_decision")
    what = models.CharField(max_length=300)
    owner = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    due_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")

    class Meta(Homed.Meta):
        """Nothing is decided without words."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(condition=~Q(what=""), name="teams_decision_says_what"),
        ]
