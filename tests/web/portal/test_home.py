"""The client's home: what happens next, my part, who, what I have told."""

import uuid

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import set_task
from kaveri.foundation.base import clock
from tests.factories import cast
from tests.factories.appointments import a_meeting
from tests.factories.casebook import a_case, an_act, near
from tests.factories.coordination import a_wait
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def aino(client):
    client.cookies["django_language"] = "en"
    client.force_login(cast.aino_account())
    return client


@pytest.fixture
def case():
    return a_case()


def step_of(case):
    return tasks.open_tasks().get(case_id=case.id, kind=TaskKind.NEXT_STEP)


@pytest.mark.requirement("PARTICIPATE-1")
def test_the_home_says_who_does_what_next(aino, case):
    page = aino.get("/my/").content.decode()
    assert "Hello Aino" in page
    assert "Kerstin Sjöberg" in page
    assert "ringer dig" in page
    assert "Jag vill jobba igen." in page


@pytest.mark.requirement("PARTICIPATE-1", "COORDINATE-6")
@pytest.mark.parametrize(
    ("days", "said"),
    [(14, "every other week"), (7, "every week"), (1, "every day"), (10, "every 10 days")],
)
def test_the_home_says_what_the_client_waits_for_and_how_often_somebody_calls(
    aino, case, days, said
):
    assert "What you wait for" not in aino.get("/my/").content.decode()
    wait = a_wait(case, every_days=days)

    page = aino.get("/my/").content.decode()
    assert wait.what in page
    assert f"Kerstin Sjöberg gets in touch {said}." in page
    # The day itself, which the wait's own task carries.
    assert "You hear from us next time by" in page


def test_opening_the_home_does_not_count_as_being_told(aino, case):
    aino.get("/my/")
    assert step_of(case).told_on is None


def test_fits_me_records_that_the_client_knows(aino, case):
    step = step_of(case)
    sent = {"idempotency_key": str(uuid.uuid4()), "version": step.version}
    answer = aino.post(f"/my/{case.id}/step/{step.id}/fits/", sent, follow=True)
    assert "It is noted that this fits you." in answer.content.decode()
    assert "You have said that this fits." in answer.content.decode()
    assert step_of(case).told_how == "portal"


def test_a_step_that_has_changed_is_not_answered_unseen(aino, case):
    step = step_of(case)
    sent = {"idempotency_key": str(uuid.uuid4()), "version": step.version + 1}
    answer = aino.post(f"/my/{case.id}/step/{step.id}/fits/", sent, follow=True)
    assert "The step has changed." in answer.content.decode()
    assert step_of(case).told_on is None


def test_does_not_fit_gives_the_case_manager_a_day_to_answer(aino, case):
    step = step_of(case)
    page = aino.get(f"/my/{case.id}/step/{step.id}/does-not-fit/?version={step.version}")
    assert "What would suit you better?" in page.content.decode()
    sent = {
        "idempotency_key": str(uuid.uuid4()),
        "version": step.version,
        "wish": "Hellre på mars.",
    }
    aino.post(f"/my/{case.id}/step/{step.id}/does-not-fit/", sent)
    task = tasks.open_tasks().get(case_id=case.id, kind=TaskKind.ANSWER_MESSAGE)
    assert task.owner == cast.kerstin()
    assert task.told_how == "portal"
    assert "Hellre på mars." in aino.get(f"/my/{case.id}/messages/").content.decode()
    assert "Fits me" not in aino.get("/my/").content.decode()


def test_my_part_is_ticked_by_me(aino, case):
    part = set_task(
        an_act(),
        case,
        kind=TaskKind.CLIENT_PART,
        what="Fundera på tiden",
        owner_id=cast.kerstin().id,
        due_on=clock.today(),
        client_part=True,
    )
    assert "Fundera på tiden" in aino.get("/my/").content.decode()
    sent = {"idempotency_key": str(uuid.uuid4())}
    answer = aino.post(f"/my/{case.id}/part/{part.id}/done/", sent, follow=True)
    assert "Marked as done." in answer.content.decode()
    part.refresh_from_db()
    assert part.state == "done"


def test_the_workers_step_is_not_ticked_by_the_client(aino, case):
    sent = {"idempotency_key": str(uuid.uuid4())}
    answer = aino.post(f"/my/{case.id}/part/{step_of(case).id}/done/", sent)
    assert answer.status_code == 404


def test_a_message_sent_twice_is_one_message_and_one_task(aino, case):
    sent = {"idempotency_key": str(uuid.uuid4()), "text": "Kan du ringa?"}
    for _time in range(2):
        aino.post(f"/my/{case.id}/messages/", sent)
    page = aino.get(f"/my/{case.id}/messages/").content.decode()
    assert page.count("Kan du ringa?") == 1
    found = tasks.open_tasks().filter(case_id=case.id, kind=TaskKind.ANSWER_MESSAGE)
    assert found.count() == 1


def test_an_empty_message_says_what_to_do(aino, case):
    sent = {"idempotency_key": str(uuid.uuid4()), "text": "  "}
    page = aino.post(f"/my/{case.id}/messages/", sent).content.decode()
    assert "Write your message." in page


def test_without_a_case_the_page_is_calm_and_says_how_to_come(aino):
    page = aino.get("/my/").content.decode()
    assert "There is nothing under way for you here now." in page
    assert "How to come" in page


def test_a_representative_sees_for_whom_they_act(client, case):
    sister = cast.aino_account()
    other = type(sister).objects.create(username="maria", first_name="Maria", last_name="Ek")
    other.assignments.create(role="client", from_on=cast.LONG_AGO)
    near(case, other, RelationKind.REPRESENTATIVE)
    client.cookies["django_language"] = "en"
    client.force_login(other)
    page = client.get("/my/").content.decode()
    assert "You act for Aino Virtanen." in page


@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("page", ["", "messages/", "told/"])
def test_the_case_of_somebody_else_is_not_there(client, case, page):
    stranger = type(cast.aino_account()).objects.create(username="x", first_name="X", last_name="Y")
    stranger.assignments.create(role="client", from_on=cast.LONG_AGO)
    client.force_login(stranger)
    assert client.get(f"/my/{case.id}/{page}").status_code == 404
    assert client.get(f"/my/{uuid.uuid4()}/{page}").status_code == 404


@pytest.mark.parametrize("page", ["", "messages/", "told/"])
def test_a_visitor_is_sent_to_sign_in_for_real_and_invented_cases_alike(client, case, page):
    for case_id in (case.id, uuid.uuid4()):
        answer = client.get(f"/my/{case_id}/{page}")
        assert answer.status_code == 302
        assert "/account/login/" in answer["Location"]


def test_the_home_is_read_in_at_most_fifteen_questions(aino, case, django_assert_max_num_queries):
    a_meeting(case)
    with django_assert_max_num_queries(20) as seen:
        assert "Your next meeting" in aino.get("/my/").content.decode()
    assert len(asked_of_rows(seen)) <= 15
