"""My day: what hurts a client first, in few questions to the database."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import change_step, create_task, tell_step
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base import clock
from kaveri.steps.planning.domain import Taken
from kaveri.steps.planning.services import answer_comment, comment_plan, confirm_plan
from tests.factories import cast, planning
from tests.factories.casebook import a_case, a_contact
from tests.factories.referral_out import a_referral, health_check
from tests.factories.workspace import many_cases
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def kerstin(client, settings):
    settings.SECOND_FACTOR = False
    account = cast.kerstin()
    client.cookies["django_language"] = "en"
    client.force_login(account)
    return account


@pytest.mark.requirement("COORDINATE-11")
def test_the_reason_is_the_first_word_of_the_row(client, kerstin):
    a_case(next_in_days=0)
    with clock.standing_at(clock.now() + dt.timedelta(days=3)):
        page = client.get("/my-day/").content.decode()
    assert "Decided, undone" in page
    assert page.index("Decided, undone") < page.index("Aino Virtanen")


def test_a_good_empty_day_says_so(client, kerstin):
    page = client.get("/my-day/").content.decode()
    assert "You carry no cases yet." in page


def test_a_contact_past_its_day_is_told_in_the_persons_own_words(client, kerstin):
    a_contact()
    with clock.standing_at(clock.now() + dt.timedelta(days=9)):
        page = client.get("/my-day/").content.decode()
    assert "Unanswered" in page
    assert "Jag orkar inte med jobbsökningen." in page


@pytest.mark.parametrize("number", [5, 40])
def test_the_day_is_read_in_at_most_fifteen_questions(client, kerstin, number):
    many_cases(number)
    client.get("/my-day/")
    with CaptureQueriesContext(connection) as seen:
        assert client.get("/my-day/").status_code == 200
    assert len(asked_of_rows(seen)) <= 15


def test_a_day_of_forty_is_one_event_with_forty_subjects(client, kerstin):
    many_cases(40)
    before = Event.objects.count()
    client.get("/my-day/")
    event = Event.objects.order_by("-at").first()
    assert Event.objects.count() == before + 1
    assert event.action == "workspace.my_day.read"
    assert Subject.objects.filter(event_id=event.id).count() == 40


def test_the_cases_of_others_are_not_in_my_day(client, kerstin):
    a_case(manager=cast.mikko())
    assert "Aino" not in client.get("/my-day/").content.decode()


def test_a_step_written_for_the_client_is_quoted_in_their_language(client, kerstin):
    a_case(next_in_days=1)
    page = client.get("/my-day/").content.decode()
    assert page.count('<q lang="sv">ringer dig</q>') == 2
    assert f"Nobody has told it yet. {kerstin.full_name} does this by tomorrow:" in page


def test_a_row_says_since_when_the_client_has_not_known(client, kerstin):
    case = a_case(next_in_days=30)
    with clock.standing_at(clock.now() + dt.timedelta(days=9)):
        task = Task.objects.get(case=case)
        since = f"{clock.today() - dt.timedelta(days=9):%-d %b}"
        assert since in reason_row(client.get("/my-day/").content.decode())
        told = {"task_id": task.id, "how": Told.PHONE}
        tell_step(actor=cast.as_actor(kerstin), **told)
        change_step(
            actor=cast.as_actor(kerstin),
            task_id=task.id,
            version=task.version,
            what="ringer dig efter lunch",
            owner_id=kerstin.id,
            due_on=task.due_on,
        )
        changed = reason_row(client.get("/my-day/").content.decode())
    assert "since today" in changed
    assert since not in changed


def reason_row(page):
    start = page.index("k-work-reason")
    return page[start : page.index("</div>", start)]


def test_a_step_behind_one_that_is_late_still_lies_ahead(client, kerstin):
    case = a_case(next_in_days=0)
    create_task(
        actor=cast.as_actor(kerstin),
        case_id=case.id,
        what="bokar tid",
        owner_id=kerstin.id,
        due_on=clock.today() + dt.timedelta(days=20),
    )
    with clock.standing_at(clock.now() + dt.timedelta(days=3)):
        page = client.get("/my-day/").content.decode()
    assert "No step of yours lies ahead." not in page
    assert "bokar tid" in page[page.index('id="steps"') :]


@pytest.mark.requirement("COORDINATE-14")
def test_the_worker_of_a_service_finds_the_referrals_on_their_day(client, settings):
    settings.SECOND_FACTOR = False
    referral = a_referral(service=health_check()).referral
    client.cookies["django_language"] = "en"
    client.force_login(cast.sara())
    page = client.get("/my-day/").content.decode()
    assert "Referral to you: Health check for unemployed people" in page
    assert reverse("referral_out:received", args=[referral.id]) in page
    assert reverse("referral_out:mine") in page
    client.force_login(cast.petra())
    assert "Referral to you" not in client.get("/my-day/").content.decode()


@pytest.mark.requirement("COORDINATE-11")
def test_what_was_said_about_a_plan_and_a_version_to_know_stand_on_the_day(client, kerstin):
    case = a_case()
    plan = planning.a_plan(case=case)
    aino = cast.as_actor(cast.aino_account())
    row = comment_plan(actor=aino, plan_id=plan.id, text="Hellre deltid.", kind="proposal")
    page = client.get("/my-day/").content.decode()
    assert "Proposal by Aino Virtanen: Hellre deltid." in page
    assert f"/plan/comments/{row.id}/" in page
    answer_comment(
        actor=planning.kerstin(),
        comment_id=row.id,
        taken=Taken.TAKEN,
        words="Ja.",
        version=row.version,
    )
    version = planning.an_agreed(plan)
    page = client.get("/my-day/").content.decode()
    assert "Hellre deltid." not in page
    assert "Version 1 of the plan" in page
    confirm_plan(actor=planning.kerstin(), version_id=version.id)
    assert "Version 1 of the plan" not in client.get("/my-day/").content.decode()


@pytest.mark.requirement("COORDINATE-11")
def test_who_took_no_part_in_a_plan_is_not_asked_to_know_it(client, kerstin):
    planning.an_agreed(planning.a_plan(case=a_case()))
    client.force_login(cast.mikko())
    assert "of the plan" not in client.get("/my-day/").content.decode()
