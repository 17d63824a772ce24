"""`kaveri check-data`: a sound county holds every promise, and each planted fault is seen by its own check."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.models import Case, Relation, Responsibility
from kaveri.casebook.clients.models import Client
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.records.domain import Register
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.config import integrity
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.audit.models import Subject
from kaveri.foundation.base import clock
from kaveri.foundation.base.ids import new_id
from tests.factories import cast, insight
from tests.factories.assessment import an_assessment
from tests.factories.case_consultation import a_question
from tests.factories.casebook import AINO_CODE, a_case, a_contact, aino
from tests.factories.coordination import a_wait, an_absence, an_offer
from tests.factories.health_checks import a_check
from tests.factories.referral_out import a_referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(db):
    """A case with everything open that can be open, and a contact; Kerstin is away."""
    cast.on_duty(cast.mikko(), place=2)
    client = aino()
    client.take_code(AINO_CODE)
    client.save()
    case = a_case(client=client)
    a_wait(case)
    a_referral(case=case)
    a_question(case)
    a_check(case)
    an_assessment(case=case)
    an_offer(case)
    a_contact()
    an_absence(cast.kerstin())
    return case


def drop(**which):
    """Their tasks are closed, as a careless script would."""
    Task.objects.filter(**which).update(state=TaskState.DROPPED, closed_at=clock.now())


def give_to_somebody_who_left(case):
    """The database lets nobody leave who carries something; a script may still give to them later."""
    Account.objects.filter(pk=cast.petra().pk).update(is_active=False, closed_at=clock.now())
    Task.objects.filter(case=case).update(owner=cast.petra())


def mix_up_codes(client):
    """A code sealed for one row stands in another."""
    other = a_case(client=Client.objects.create(**stranger(client))).client
    other.take_code(AINO_CODE)
    sealed = other.temporary_code_sealed
    Client.objects.filter(pk=client.pk).update(temporary_code_sealed=sealed)


def stranger(client):
    home = ("controller_id", "register", "service_task", "category")
    return {
        "first_name": "Elsa",
        "last_name": "Berg",
        **{field: getattr(client, field) for field in home},
    }


FAULTS = {
    "open_cases_without_a_next_step": lambda case: drop(case=case),
    "open_contacts_without_an_answerer": lambda case: drop(case=None),
    "requests_about_the_log_that_nobody_can_answer": insight.a_request,
    "cases_not_carried_by_exactly_one": lambda case: Case.objects.filter(pk=case.pk).update(
        case_manager=cast.mikko()
    ),
    "responsible_periods_with_gap_or_overlap": lambda case: Responsibility.objects.create(
        case=case,
        account=cast.mikko(),
        from_at=case.opened_at - dt.timedelta(days=9),
        until_at=case.opened_at - dt.timedelta(days=5),
    ),
    "closed_accounts_that_carry_something": give_to_somebody_who_left,
    "ended_cases_with_open_steps": lambda case: Case.objects.filter(pk=case.pk).update(
        state=CaseState.ENDED, ended_at=clock.now()
    ),
    "sealed_codes_that_do_not_open": lambda case: mix_up_codes(case.client),
    "subjects_without_their_event": lambda case: Subject.objects.create(
        event_id=new_id(), client_id=case.client_id, at=clock.now()
    ),
    "dates_out_of_order": lambda case: Task.objects.filter(case=case).update(
        made_at=case.opened_at - dt.timedelta(days=3)
    ),
    "open_waits_without_a_contact_to_come": lambda case: drop(kind=TaskKind.KEEP_CONTACT),
    "open_referrals_without_somebody_who_follows": lambda case: drop(kind=TaskKind.REFERRAL_ANSWER),
    "open_questions_without_somebody_who_follows": lambda case: drop(
        kind=TaskKind.COLLEAGUE_ANSWER
    ),
    "open_health_checks_without_somebody_who_follows": lambda case: drop(
        kind=TaskKind.HEALTH_CHECK
    ),
    "open_handovers_without_an_answer_to_come": lambda case: drop(kind=TaskKind.HANDOVER_ANSWER),
    "open_assessments_without_somebody_who_follows": lambda case: drop(kind=TaskKind.ASSESSMENT),
    "absences_that_leave_something_uncovered": lambda case: Relation.objects.filter(
        case=case, account=cast.mikko()
    ).update(until_at=clock.now()),
    "rows_without_a_home": lambda case: Contact.objects.update(register=Register.OWN),
    "names_that_search_would_miss": lambda case: Client.objects.update(last_name="Nieminen"),
}


def test_a_sound_county_holds_every_promise(county):
    assert {check.__name__: check() for check in integrity.CHECKS} == {
        check.__name__: [] for check in integrity.CHECKS
    }
    assert integrity.check_data() == 0


def test_every_check_has_its_fault():
    assert {check.__name__ for check in integrity.CHECKS} == set(FAULTS)


@pytest.mark.parametrize("check", integrity.CHECKS, ids=lambda check: check.__name__)
def test_a_fault_is_seen_by_its_check(check, county, capsys):
    FAULTS[check.__name__](county)

    assert check() != []
    assert integrity.check_data() > 0
    assert f"{check.__name__.replace('_', ' ')}: 0" not in capsys.readouterr().out


@pytest.mark.parametrize("column", ["search_name", "sort_name"])
def test_each_stale_name_column_of_a_client_is_seen(county, column):
    Client.objects.update(**{column: "gammalt"})

    assert integrity.names_that_search_would_miss() == [str(county.client_id)]


def test_a_stale_name_of_a_contact_is_seen(county):
    Contact.objects.update(search_name="gammalt")

    assert integrity.names_that_search_would_miss() == [Contact.objects.get().reference]


def test_an_uncovered_contact_is_seen(county):
    Relation.objects.filter(contact__isnull=False, account=cast.mikko()).update(
        until_at=clock.now()
    )

    assert integrity.absences_that_leave_something_uncovered() == [Contact.objects.get().reference]
