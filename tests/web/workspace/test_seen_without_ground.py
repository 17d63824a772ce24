"""Who stands near a case without the ground for everything in it: the head says no more than the items do."""

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent.domain import Party
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.tasks.models import Task
from kaveri.steps.permission.services import withdraw_consent
from tests.factories import casebook, cast, network
from tests.factories import permission as allowed
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-1")]

PAGES = ("workspace:case", "coordination:waiting", "coordination:people")
WORDS = "röntgen av ryggen på hälsostationen"


@pytest.fixture(autouse=True)
def _in_english(settings, client):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"


@pytest.fixture
def case(db):
    found = a_case()
    casebook.near(found, cast.kalle(), RelationKind.MEMBER)
    return found


def shown(client, account, case):
    """Everything the worker meets of the case on its pages and in the list of cases."""
    client.force_login(account)
    pages = [client.get(reverse(name, args=[case.id])) for name in PAGES]
    listed = client.get(reverse("workspace:cases"))
    assert {answer.status_code for answer in (*pages, listed)} == {200}
    return "".join(answer.content.decode() for answer in (*pages, listed))


def a_step(case, category):
    Task.objects.filter(case=case).update(what=WORDS, category=category)


def test_what_the_next_step_is_goes_by_the_kind_of_information(case, client):
    casebook.a_consent(case, {"kela": "own"}, but=[Category.HEALTH])
    a_step(case, Category.HEALTH)

    page = shown(client, cast.kalle(), case)

    assert WORDS not in page
    assert "does something that is not shown to you" in page
    assert WORDS in shown(client, cast.kerstin(), case)


def test_with_the_ground_the_next_step_is_shown(case, client):
    casebook.a_consent(case, {"kela": "own"})
    a_step(case, Category.HEALTH)

    assert WORDS in shown(client, cast.kalle(), case)


def test_the_clients_own_words_tell_of_their_life(case, client):
    case.own_words = "Jag har varit utan jobb i tre år."
    case.save(update_fields=["own_words"])
    casebook.a_consent(case, {"kela": "own"}, but=[Category.LIFE_SITUATION])

    assert case.own_words not in shown(client, cast.kalle(), case)
    assert case.own_words in shown(client, cast.kerstin(), case)


def test_a_withdrawn_consent_with_a_clinic_names_it_to_nobody_without_ground(case, client):
    casebook.a_consent(case, {"kela": "own"}, but=[Category.SUBSTANCE_USE])
    clinic = network.partner("strandklockan", "Strandklockans klinik", Category.SUBSTANCE_USE)
    consent = allowed.a_consent(case, allowed.county(), Party(clinic.id, str(Register.OWN)))
    withdraw_consent(
        actor=cast.as_actor(cast.aino_account()),
        consent_id=consent.id,
        version=consent.version,
        words="",
    )

    assert clinic.name_sv not in shown(client, cast.kalle(), case)
    assert clinic.name_sv in shown(client, cast.kerstin(), case)
