"""The case manager is another controller's, and the client takes back what let them open the case."""

import datetime as dt

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.directory.models import DutyTurn
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps, open_tasks
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.selectors import risen
from kaveri.steps.coordination.services import reassign_case
from kaveri.steps.permission.services import record_consent, withdraw_consent
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-2", "COORDINATE-1")]


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def case() -> Case:
    """Kalle of Kela carries a case of the county's, by consent; Kerstin is on duty."""
    return given.a_case(manager=cast.kalle())


def take_back(case):
    consent = allowed.a_consent(case)
    withdraw_consent(
        actor=cast.as_actor(cast.aino_account()), consent_id=consent.id, version=consent.version
    )
    case.refresh_from_db()


def agreeing():
    return Task.objects.get(kind=TaskKind.AGREE_WHO_CARRIES)


def test_who_is_on_duty_gets_the_step_a_day_and_all_that_was_open(case):
    take_back(case)

    task = agreeing()
    assert (task.owner, task.due_on) == (
        cast.kerstin(),
        clock.today() + dt.timedelta(days=3),
    )
    assert {row.owner for row in open_tasks().filter(case=case, client_part=False)} == {
        cast.kerstin()
    }
    assert not next_steps({case.id: case.case_manager_id})[case.id].is_fallback


def test_the_pair_comes_before_the_duty_list(case):
    given.near(case, cast.mikko(), RelationKind.PAIR)

    take_back(case)

    assert agreeing().owner == cast.mikko()


def test_it_rises_at_once_and_the_manager_of_the_unit_gives_it_a_case_manager(case):
    take_back(case)

    with looking(CoordinationAction.READ_RISEN, actor=cast.as_actor(cast.tove())) as look:
        look.allow()
        lines, total = risen(look)
    assert total == 1
    assert [(line.reference, line.days, line.kind) for line in lines] == [
        (case.reference, 0, TaskKind.AGREE_WHO_CARRIES)
    ]

    reassign_case(actor=cast.as_actor(cast.tove()), case_id=case.id, to_id=cast.mikko().id)

    case.refresh_from_db()
    assert case.case_manager == cast.mikko()
    assert agreeing().state == "done"
    assert {row.owner for row in open_tasks().filter(case=case, client_part=False)} == {
        cast.mikko()
    }
    kerstin = case.relations.filter(account=cast.kerstin(), until_at=None)
    assert not kerstin.exists()


def test_a_new_consent_lets_the_case_manager_carry_on(case):
    take_back(case)

    record_consent(actor=cast.as_actor(cast.kerstin()), case_id=case.id, draft=allowed.a_draft())

    assert agreeing().state == "done"
    assert {row.owner for row in open_tasks().filter(case=case, client_part=False)} == {
        cast.kalle()
    }


def test_without_anybody_it_stays_and_is_not_refused():
    case = given.a_case(manager=cast.kalle())
    DutyTurn.objects.all().delete()

    take_back(case)

    assert not Task.objects.filter(kind=TaskKind.AGREE_WHO_CARRIES).exists()
    assert {row.owner for row in open_tasks().filter(case=case, client_part=False)} == {
        cast.kalle()
    }


@pytest.mark.parametrize("on_duty", [True, False])
def test_the_page_of_consequences_says_so_before(client, on_duty):
    case = given.a_case(manager=cast.kalle())
    if not on_duty:
        DutyTurn.objects.all().delete()
    consent = allowed.a_consent(case)
    client.cookies["django_language"] = "en"
    client.force_login(cast.aino_account())

    page = client.get(
        reverse("permission:withdraw_own", args=[case.id, consent.id])
    ).content.decode()

    assert "Kalle Korhonen can no longer be the case manager" in page
    said = "Kerstin Sjöberg takes over what is open" if on_duty else "nobody is on duty"
    assert said in page
    assert "move to the case manager" not in page
