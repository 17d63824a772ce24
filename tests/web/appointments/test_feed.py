"""The calendar file, read back by another's program: times, and nothing else of anybody."""

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.urls import reverse

from kaveri.casebook.cases.models import Relation
from kaveri.casebook.clients.models import Client
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base import clock
from kaveri.steps.appointments.domain import State, Way
from kaveri.steps.appointments.models import Appointment, Attendee
from kaveri.steps.appointments.services import move, note_outcome, stop_address
from tests.factories import cast
from tests.factories.appointments import a_meeting, an_address, in_days
from tests.factories.casebook import a_case
from tests.whole import Whole

pytestmark = pytest.mark.django_db
CANARY = "kanariefågel"
TITLES = {"sv": "Tid", "fi": "Aika", "en": "Appointment"}
# All that an event may hold.
FIELDS = {
    *("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "CLASS", "LOCATION")
}


def read(client, secret):
    answer = client.get(reverse("appointments:feed", args=[secret]))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    return icalendar.Calendar.from_ical(answer.content)


def events(client, secret):
    return read(client, secret).walk("VEVENT")


@pytest.mark.requirement("COORDINATE-11")
def test_a_meeting_stands_at_its_time_in_finland(client):
    row = a_meeting(a_case(), starts_at=dt.datetime.combine(
        dt.date(clock.today().year + 1, 7, 1), dt.time(9, 30), ZoneInfo("Europe/Helsinki")
    ))  # fmt: skip
    calendar = read(client, an_address(cast.kerstin()))
    [event] = calendar.walk("VEVENT")
    assert (event.start, event.end - event.start) == (row.starts_at, dt.timedelta(minutes=45))
    assert event["DTSTART"].params["TZID"] == "Europe/Helsinki"
    assert event.start.utcoffset() == dt.timedelta(hours=3)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Helsinki"]
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CONFIRMED", 0)


@pytest.mark.requirement("COORDINATE-11")
def test_a_series_moved_and_called_off_is_followed_by_the_same_numbers(client):
    case, kerstin = a_case(), cast.as_actor(cast.kerstin())
    a_meeting(case, every_weeks=1, until=in_days(24).date())
    first, second, third, fourth = Appointment.objects.order_by("starts_at")
    secret = an_address(cast.kerstin())
    before = {str(event["UID"]): event for event in events(client, secret)}
    assert len(before) == 4
    assert {event["SEQUENCE"] for event in before.values()} == {0}

    move(actor=kerstin, appointment_id=second.id, version=1, starts_at=in_days(12))
    note_outcome(actor=kerstin, appointment_id=third.id, version=1, outcome=State.CANCELLED)
    after = {str(event["UID"]): event for event in events(client, secret)}
    assert after.keys() == before.keys()
    assert (after[str(second.id)].start, after[str(second.id)]["SEQUENCE"]) == (in_days(12), 1)
    assert (str(after[str(third.id)]["STATUS"]), after[str(third.id)]["SEQUENCE"]) == (
        "CANCELLED",
        1,
    )
    for row in (first, fourth):
        assert after[str(row.id)].to_ical() == before[str(row.id)].to_ical()


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
@pytest.mark.parametrize("language", TITLES)
def test_the_whole_county_says_nothing_of_anybody(client, language):
    """Everybody's calendar, with canaries in all that is written about a meeting."""
    whole = Whole().everything()
    for number, way in enumerate(Way):
        a_meeting(whole.case, way=way, starts_at=in_days(3 + number))
    Appointment.objects.update(
        about=f"{CANARY} 1", place=f"{CANARY} 2", getting_there=f"{CANARY} 3", others=f"{CANARY} 4"
    )
    near = {row.account for row in Relation.objects.filter(case=whole.case) if row.account}
    meetings = list(Appointment.objects.all())
    Attendee.objects.bulk_create(
        [Attendee(appointment=row, account=each) for row in meetings for each in near],
        ignore_conflicts=True,
    )
    names = {whole.case.client.last_name, whole.case.client.first_name, whole.case.reference}
    names |= {word for each in near for word in (each.last_name, each.username)}
    seen = 0
    for account in near:
        account.language = language
        account.save(update_fields=["language"])
        answer = client.get(reverse("appointments:feed", args=[an_address(account)]))
        text = answer.content.decode().replace("\r\n ", "")
        assert CANARY not in text
        assert [name for name in names if name in text] == []
        found = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
        assert {str(event["SUMMARY"]) for event in found} <= {TITLES[language]}
        assert {field for event in found for field in event} <= FIELDS - {"LOCATION"}
        seen += len(found)
    assert seen >= len(meetings) * 2


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
def test_the_place_comes_only_for_who_asked_and_never_where_somebody_is_protected(client):
    case = a_case()
    row = a_meeting(case)
    for account in (cast.kerstin(), cast.aino_account()):
        assert "LOCATION" not in events(client, an_address(account))[0]
        asked = an_address(account, with_place=True)
        assert str(events(client, asked)[0]["LOCATION"]) == row.place
        Client.objects.filter(pk=case.client_id).update(non_disclosure=True)
        assert "LOCATION" not in events(client, asked)[0]
        Client.objects.filter(pk=case.client_id).update(non_disclosure=False)


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
def test_who_no_longer_stands_near_reads_no_more_at_the_next_request(client):
    a_meeting(a_case())
    secret = an_address(cast.kerstin())
    assert len(events(client, secret)) == 1
    Relation.objects.filter(account=cast.kerstin()).update(until_at=clock.now())
    assert events(client, secret) == []


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
def test_nobody_reads_the_meetings_of_others(client):
    a_meeting(a_case())
    assert events(client, an_address(cast.petra())) == []


@pytest.mark.requirement("TRUST-1")
def test_a_wrong_and_a_stopped_address_look_the_same(client):
    secret = an_address(cast.kerstin())
    stop_address(actor=cast.as_actor(cast.kerstin()))
    wrong = client.get(reverse("appointments:feed", args=["a" * 43]))
    stopped = client.get(reverse("appointments:feed", args=[secret]))
    assert (wrong.status_code, stopped.status_code) == (404, 404)
    assert len(wrong.content) == len(stopped.content)


@pytest.mark.requirement("TRUST-4")
def test_the_clients_log_says_once_a_day_that_a_calendar_read_the_time(client):
    case = a_case()
    a_meeting(case)
    secret = an_address(cast.kerstin())
    for _turn in range(3):
        events(client, secret)
    looks = Event.objects.filter(action="appointments.feed.read")
    assert looks.count() == 3
    assert (
        Subject.objects.filter(event_id__in=looks.values("pk"), client_id=case.client_id).count()
        == 1
    )
