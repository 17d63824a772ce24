"""Every page of coordination: opens for those who may, looks like nothing to others."""

import uuid

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.models import Task
from tests.factories import cast
from tests.factories.casebook import a_case, a_contact, near
from tests.factories.coordination import a_wait, an_absence, an_offer

pytestmark = pytest.mark.django_db

OF_CASE = (
    "people",
    "coordinating",
    "pair_new",
    "handover",
    "tasks",
    "step_new",
    "waiting",
    "wait_new",
    "keep_contact",
)
LANGUAGES = ("sv", "fi", "en")


def addresses(case):
    wait = a_wait(case)
    step = Task.objects.filter(kind="next_step").first()
    found = [reverse(f"coordination:{name}", args=[case.id]) for name in OF_CASE]
    found += [
        reverse(f"coordination:step_{verb}", args=[step.id]) for verb in ("done", "change", "tell")
    ]
    found += [reverse(f"coordination:wait_{verb}", args=[wait.id]) for verb in ("change", "end")]
    return found


def opened(client, address, who, language="sv"):
    client.force_login(who)
    client.cookies["django_language"] = language
    return client.get(address, headers={"accept-language": language})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_case_manager_opens_every_page(client, language):
    case = a_case()
    near(case, cast.petra(), RelationKind.PAIR)
    for address in addresses(case):
        answer = opened(client, address, cast.kerstin(), language)
        assert answer.status_code == 200, address
        body = answer.content.decode()
        assert body.count("<h1") == 1, address


@pytest.mark.parametrize("who", [cast.petra, cast.tove, cast.oskar, cast.sara, cast.aino_account])
def test_others_see_what_is_not_there(client, who):
    case = a_case()
    for address in addresses(case):
        answer = opened(client, address, who())
        invented = address.replace(str(case.id), str(uuid.uuid4()))
        assert answer.status_code == 404, address
        assert client.get(invented).status_code == 404


def test_a_visitor_is_sent_to_sign_in_alike(client):
    case = a_case()
    for address in addresses(case):
        real = client.get(address)
        invented = client.get(address.replace(str(case.id), str(uuid.uuid4())))
        assert (real.status_code, invented.status_code) == (302, 302)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_an_offer(client, language):
    case = a_case()
    offer = an_offer(case)
    for name, args in (
        ("offers", []),
        ("handover_answer", [offer.id]),
        ("handover_decline", [offer.id]),
    ):
        answer = opened(client, reverse(f"coordination:{name}", args=args), cast.mikko(), language)
        body = answer.content.decode()
        assert answer.status_code == 200
        assert case.reference in body
        assert "Aino" not in body
        assert "Virtanen" not in body
    for who in (cast.petra, cast.kerstin, cast.tove):
        address = reverse("coordination:handover_answer", args=[offer.id])
        assert opened(client, address, who()).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manager_sees_references_only(client, language):
    case, contact = a_case(next_in_days=0), a_contact()
    Task.objects.update(due_on="2020-01-01")
    answer = opened(client, reverse("coordination:risen"), cast.tove(), language)
    body = answer.content.decode()
    assert case.reference in body
    assert contact.reference in body
    for word in ("Aino", "Virtanen", "Minna", "ringer dig"):
        assert word not in body
    for name, pk in (("reassign_case", case.id), ("reassign_contact", contact.id)):
        address = reverse(f"coordination:{name}", args=[pk])
        answer = opened(client, address, cast.tove(), language)
        assert answer.status_code == 200
        assert "Aino" not in answer.content.decode()
        assert opened(client, address, cast.kerstin()).status_code == 404
    assert opened(client, reverse("coordination:risen"), cast.kerstin()).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_absences_are_ones_own_or_of_the_unit(client, language):
    absence = an_absence(cast.kerstin())
    for who in (cast.kerstin(), cast.tove()):
        body = opened(client, reverse("coordination:absences"), who, language).content.decode()
        assert reverse("coordination:absence_end", args=[absence.id]) in body
    for name in ("absence_end", "absence_substitute"):
        address = reverse(f"coordination:{name}", args=[absence.id])
        assert opened(client, address, cast.kerstin(), language).status_code == 200
        assert opened(client, address, cast.petra(), language).status_code == 404
    assert opened(client, reverse("coordination:absence_new"), cast.kerstin()).status_code == 200
