"""In whose record somebody writes: the county's as joint work, or their own (access.md §1)."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.services import record_work_ability
from kaveri.casebook.records.domain import Category, Register, ServiceTask
from kaveri.casebook.records.selectors import home_for
from kaveri.casebook.timeline import selectors as timeline
from kaveri.casebook.timeline.actions import TimelineAction
from kaveri.casebook.timeline.domain import Reached, Source, Way
from kaveri.casebook.timeline.services import add_document, record_contact, write_note
from kaveri.foundation.access.policy import permitted
from kaveri.foundation.base import clock
from tests.factories import cast, network, papers
from tests.factories.casebook import a_case, near

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-10")]


def a_partner(keeps):
    """A case in whose network a partner's worker writes, by consent about these two."""
    case = a_case()
    worker = network.worker_at("jobb", Category.WORK_EDUCATION, keeps=keeps)
    consent = network.a_consent(
        case, worker.organisation, categories=(Category.IDENTITY_CONTACT, Category.WORK_EDUCATION)
    )
    network.a_member(case, worker)
    return case, worker, consent


def a_note(case, worker, category=Category.WORK_EDUCATION):
    return write_note(
        actor=cast.as_actor(worker),
        case_id=case.id,
        text="Praktikplatsen är klar.",
        source=Source.EMPLOYMENT_SERVICES,
        category=category,
    )


def seen_by(account, row):
    rows = permitted(timeline.entries(), TimelineAction.READ, cast.as_actor(account))
    return rows.filter(pk=row.pk).exists()


@pytest.mark.requirement("COORDINATE-7")
def test_a_partner_with_a_record_of_its_own_writes_into_it():
    case, worker, _consent = a_partner("own")
    note = a_note(case, worker)
    assert (note.controller, note.register) == (worker.organisation, Register.OWN)
    assert (note.service_task, note.category) == (ServiceTask.OTHER, Category.WORK_EDUCATION)


def test_a_partner_that_works_in_the_countys_record_writes_there():
    case, worker, _consent = a_partner("county")
    note = a_note(case, worker)
    assert (note.controller, note.register) == (case.controller, case.register)
    assert note.service_task == case.service_task
    assert seen_by(cast.kerstin(), note)


@pytest.mark.requirement("CONSENT-2")
def test_the_case_manager_sees_a_partners_own_record_only_by_consent_that_names_both():
    case, worker, consent = a_partner("own")
    note = a_note(case, worker)
    assert seen_by(worker, note)
    assert seen_by(cast.aino_account(), note)
    assert seen_by(cast.kerstin(), note)
    consent.parties.exclude(organisation=cast.organisation()).update(
        organisation=network.kela_worker().organisation
    )
    assert not seen_by(cast.kerstin(), note)
    assert seen_by(worker, note)
    assert seen_by(cast.aino_account(), note)


@pytest.mark.requirement("CONSENT-2")
def test_what_the_consent_does_not_name_the_case_manager_does_not_see():
    case, worker, _consent = a_partner("own")
    assert not seen_by(cast.kerstin(), a_note(case, worker, Category.HEALTH))


def test_documents_contacts_and_measures_lie_where_the_notes_do():
    case, worker, consent = a_partner("own")
    consent.categories += " life_situation functioning "
    consent.save()
    actor = cast.as_actor(worker)
    rows = [
        add_document(
            actor=actor,
            case_id=case.id,
            name="intyg.pdf",
            content=papers.PDF,
            source=Source.ORGANISATION,
            category=Category.WORK_EDUCATION,
        ),
        record_contact(
            actor=actor,
            case_id=case.id,
            way=Way.PHONE,
            reached=Reached.REACHED,
            on=clock.now() - dt.timedelta(hours=1),
        ),
        record_work_ability(
            actor=actor,
            case_id=case.id,
            answer=Answer.SCORE,
            score=6,
            asked_by=AskedBy.PROFESSIONAL,
            language="sv",
        ),
    ]
    assert {(row.controller_id, row.register) for row in rows} == {
        (worker.organisation_id, Register.OWN)
    }


def test_the_other_register_of_the_county_has_its_own_record():
    case, sara = a_case(), cast.sara()
    home = home_for(cast.as_actor(sara), case, Category.HEALTH)
    assert home == {
        "controller_id": case.controller_id,
        "register": Register.HEALTH,
        "service_task": ServiceTask.HEALTH_CARE,
        "category": Category.HEALTH,
    }


def test_the_client_writes_into_the_record_of_the_case():
    case = a_case()
    home = home_for(cast.as_actor(cast.aino_account()), case, Category.HEALTH)
    assert (home["controller_id"], home["register"]) == (case.controller_id, case.register)


def test_an_employment_authority_writes_under_its_own_task():
    case = a_case()
    worker = network.worker_at("sysselsattning", Category.WORK_EDUCATION)
    worker.organisation.kind = "employment_authority"
    worker.organisation.save()
    assert home_for(cast.as_actor(worker), case)["service_task"] == ServiceTask.EMPLOYMENT


def test_a_relation_without_consent_writes_nothing_into_any_record():
    case, kalle = a_case(), network.kela_worker()
    near(case, kalle, RelationKind.MEMBER)
    with pytest.raises(Exception, match="note"):
        a_note(case, kalle)
