"""The pages of meetings: for workers on the case, and for the client."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.clients.models import Client
from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import complete_task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.appointments.domain import State
from kaveri.steps.appointments.models import Appointment
from tests.factories import cast, ending
from tests.factories.appointments import a_meeting, begun, in_days
from tests.factories.casebook import a_case, near
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def browser(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    client.force_login(cast.kerstin())
    return client


def page(browser, name, *ids, **asked):
    answer = browser.get(reverse(f"appointments:{name}", args=ids), asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def sent(browser, name, *ids, **typed):
    typed = {"idempotency_key": str(uuid.uuid4())} | typed
    return browser.post(reverse(f"appointments:{name}", args=ids), typed)


def a_form(**changed):
    day = in_days(5)
    known = {
        "about": "Vi går igenom planen",
        "on": f"{day:%d.%m.%Y}",
        "time": "9.30",
        "minutes": "45",
        "way": "place",
        "visit": "usual",
        "place": "Biblioteket",
    }
    return known | changed


@pytest.mark.requirement("COORDINATE-11")
def test_a_meeting_is_agreed_on_moved_and_noted_from_the_pages(browser, case):
    assert "No meetings agreed on" in page(browser, "of_case", case.id)
    assert sent(browser, "book", case.id, **a_form()).status_code == 302
    row = Appointment.objects.get()
    assert row.starts_at.astimezone(clock.HELSINKI).time() == dt.time(9, 30)
    assert "Biblioteket" in page(browser, "of_case", case.id)

    other = f"{in_days(6):%d.%m.%Y}"
    sent(browser, "move", row.id, on=other, time="10", version=row.version)
    row.refresh_from_db()
    assert row.starts_at == in_days(6)
    assert "Moved; it was" in page(browser, "of_case", case.id)

    row = begun(row)
    assert "not noted yet" in page(browser, "of_case", case.id)
    sent(browser, "note", row.id, outcome="missed", version=row.version)
    row.refresh_from_db()
    assert row.state == State.MISSED
    assert row.about in page(browser, "of_case", case.id, when="past")
    told = browser.get(reverse("workspace:timeline", args=[case.id])).content.decode()
    for words in ("A meeting was agreed on", "A meeting was moved", "did not come off this time"):
        assert words in told


@pytest.mark.requirement("COORDINATE-11")
def test_a_mistake_keeps_what_was_typed_and_says_what_to_do(browser, case):
    answer = sent(browser, "book", case.id, **a_form(place="", every_weeks="1"))
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Vi går igenom planen" in text
    assert "Write where you meet." in text
    assert "Choose the last day of the series." in text
    assert not Appointment.objects.exists()


@pytest.mark.requirement("COORDINATE-11")
def test_the_list_is_searched_and_paged(browser, case):
    a_meeting(case, about="Studiebesök")
    a_meeting(case, starts_at=in_days(3), every_weeks=1, until=in_days(3 + 7 * 25).date())
    assert "Studiebesök" in page(browser, "of_case", case.id, words="studie")
    assert "Vi går igenom planen" not in page(browser, "of_case", case.id, words="studie")
    assert "Nothing fits" in page(browser, "of_case", case.id, words="finns inte")
    assert "page=2" in page(browser, "of_case", case.id)


@pytest.mark.requirement("COORDINATE-11")
def test_a_meeting_is_not_ticked_off_by_hand(browser, case):
    row = a_meeting(case)
    task = Task.objects.get(source_id=row.id)
    with pytest.raises(Refused) as refused:
        complete_task(actor=cast.as_actor(cast.kerstin()), task_id=task.id)
    assert refused.value.obstacles == [TaskObstacle.HAS_A_WAY_OF_ITS_OWN]
    answer = browser.get(reverse("coordination:step_done", args=[task.id]))
    assert answer["Location"] == reverse("appointments:note", args=[row.id])


@pytest.mark.requirement("COORDINATE-11")
def test_what_lies_ahead_is_called_off_when_the_support_ends_and_the_client_gets_a_mail(case):
    aino = cast.aino_account()
    aino.email = "aino@example.org"
    aino.save(update_fields=["email"])
    ahead, before = a_meeting(case), begun(a_meeting(case))
    Notice.objects.all().delete()
    ending.an_ended_case(case)
    case.refresh_from_db()
    ahead.refresh_from_db()
    before.refresh_from_db()
    assert (case.state, ahead.state, before.state) == (
        CaseState.ENDED,
        State.CANCELLED,
        State.AGREED,
    )
    assert not Task.objects.filter(kind=TaskKind.APPOINTMENT, state=TaskState.OPEN).exists()
    assert Notice.objects.filter(address=aino.email).exists()


@pytest.mark.requirement("TRUST-1")
def test_the_place_of_a_protected_client_is_for_the_nearest_and_the_client(browser, case, client):
    row = a_meeting(case)
    Client.objects.filter(pk=case.client_id).update(non_disclosure=True)
    assert row.place in page(browser, "of_case", case.id)
    for kind, sees in (
        (RelationKind.COACH, False),
        (RelationKind.PREDECESSOR, False),
        (RelationKind.SUBSTITUTE, False),
        (RelationKind.PAIR, True),
    ):
        near(case, cast.petra(), kind)
        browser.force_login(cast.petra())
        text = page(browser, "of_case", case.id)
        assert (row.place in text, row.getting_there in text) == (sees, sees)
        assert ("The place is not shown to you." in text) is not sees
    browser.force_login(cast.aino_account())
    assert row.place in page(browser, "mine", case.id)
    assert row.place in browser.get("/my/").content.decode()


@pytest.mark.requirement("PARTICIPATE-1")
def test_the_client_reads_when_where_and_with_whom_and_says_that_it_does_not_suit(browser, case):
    row = a_meeting(case)
    browser.force_login(cast.aino_account())
    home = browser.get("/my/").content.decode()
    assert "Your next meeting" in home
    text = page(browser, "mine", case.id)
    for words in (row.about, row.place, row.getting_there, "Kerstin Sjöberg"):
        assert words in text
    answer = sent(browser, "cannot_come", case.id, row.id, wish="Hellre på mars.")
    assert answer.status_code == 302
    assert "You have said that you cannot come." in page(browser, "mine", case.id)
    assert Appointment.objects.get().state == State.AGREED
    browser.force_login(cast.kerstin())
    assert "Aino cannot come" in page(browser, "of_case", case.id)


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
def test_the_address_is_made_shown_once_and_stopped(browser):
    for account in (cast.kerstin(), cast.aino_account()):
        browser.force_login(account)
        assert "Make an address" in page(browser, "calendar")
        shown = sent(browser, "address", with_place="on").content.decode()
        assert ".ics" in shown
        assert ".ics" not in page(browser, "calendar")
        sent(browser, "address_stop")
        assert "You have an address" not in page(browser, "calendar")
        sent(browser, "calendar", wanted="on")
        assert "checked" in page(browser, "calendar")


@pytest.mark.requirement("COORDINATE-11")
@pytest.mark.parametrize("name", ["of_case", "mine"])
def test_no_pages_queries_grow_with_its_meetings(
    browser, case, name, django_assert_max_num_queries
):
    browser.force_login(cast.kerstin() if name == "of_case" else cast.aino_account())
    counted = []
    for more in (2, 8):
        for _turn in range(more):
            a_meeting(case)
        with django_assert_max_num_queries(30) as seen:
            page(browser, name, case.id)
        counted.append(asked_of_rows(seen))
    assert len(counted[0]) == len(counted[1]) <= 15, "\n".join(counted[1])
