"""Before a text is saved where others read it: a notice beside the field, and one more press."""

import logging
import time
import uuid

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.clients.services import change_client
from kaveri.casebook.timeline import selectors as timeline
from kaveri.foundation.audit.models import Event
from kaveri.foundation.careful import Kind, Known, findings_in
from tests.factories import cast
from tests.factories.casebook import a_case, an_act, near
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-10")]
STRANGER = "Hon bor hos sin syster Ronja."


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def send(client, settings, case):
    """Sends the note's form as the case manager, in the language asked for."""
    settings.SECOND_FACTOR = False
    client.force_login(cast.kerstin())

    def sending(text, *, language="en", read_again=(), page="note", **more):
        client.cookies["django_language"] = language
        fields = {"idempotency_key": str(uuid.uuid4()), "source": "client", **more}
        fields |= {"category": more.get("category", "life_situation"), "text": text}
        fields |= {"read_again": list(read_again)}
        return client.post(f"/case/{case.id}/timeline/{page}/", fields)

    return sending


def marks(answer):
    hidden = read(answer.content.decode()).all("input")
    return [e.attributes["value"] for e in hidden if e.attributes.get("name") == "read_again"]


def kept(case):
    return [entry.text for entry in timeline.entries().filter(case_id=case.id)]


@pytest.mark.parametrize(
    ("language", "why", "button"),
    [
        ("sv", "ser ut som namnet på en person", "Spara som den är"),
        ("fi", "näyttää henkilön nimeltä", "Tallenna sellaisenaan"),
        ("en", "looks like a person&#x27;s name", "Save as it is"),
    ],
)
def test_the_notice_says_why_and_keeps_what_was_typed(send, case, language, why, button):
    page = send(STRANGER, language=language).content.decode()

    assert kept(case) == []
    assert why in page
    assert "Ronja" in page
    assert button in page
    assert STRANGER in page
    assert 'aria-describedby="id_text_careful"' in page


def test_one_more_press_saves_it_as_it_is(send, case):
    first = send(STRANGER)

    assert send(STRANGER, read_again=marks(first)).status_code == 302
    assert kept(case) == [STRANGER]


def test_what_is_new_is_asked_about_once_more(send, case):
    first = send(STRANGER)

    second = send(f"{STRANGER} Sonen Oskar också.", read_again=marks(first))

    assert second.status_code == 200
    assert "Oskar" in second.content.decode()
    assert kept(case) == []


def test_a_mended_text_is_saved_at_once(send, case):
    send(STRANGER)

    assert send("Hon bor hos sin syster.").status_code == 302
    assert kept(case) == ["Hon bor hos sin syster."]


def test_those_around_the_client_may_be_named(send, case):
    near(case, cast.mikko(), RelationKind.MEMBER)
    names = f"{case.client.first_name} talade med {cast.mikko().full_name}."

    assert send(names).status_code == 302


def test_an_illness_may_be_told_where_the_text_is_marked_as_health(send):
    assert send("Astma sedan barndomen.").status_code == 200
    assert send("Astma sedan barndomen.", category="health").status_code == 302


def test_where_a_protected_person_can_be_found_is_noticed(send, case):
    where = "Ring 040 123 4567, bor på Storgatan 5."
    assert send(where, page="message").status_code == 302

    change_client(an_act(), case.client, non_disclosure=True)

    page = send(where, page="message").content.decode()
    assert "040 123 4567” looks like a telephone number" in page
    assert "Storgatan 5” looks like an address" in page


def test_nothing_of_the_text_is_logged(send, caplog):
    caplog.set_level(logging.DEBUG)

    send(STRANGER)

    assert "Ronja" not in caplog.text
    assert not [event for event in Event.objects.all() if "Ronja" in str(event.facts)]


def test_a_stranger_learns_nothing_from_the_notice(client, settings, case):
    settings.SECOND_FACTOR = False
    client.force_login(cast.petra())
    page = f"/case/{case.id}/timeline/note/"
    fields = {
        "idempotency_key": str(uuid.uuid4()),
        "source": "client",
        "category": "economy_benefits",
    }

    for text in (case.client.full_name, STRANGER, "Inget."):
        assert client.post(page, {**fields, "text": text}).status_code == 404


def test_a_handover_names_nobody_not_even_the_client(client, settings, case):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    client.force_login(cast.kerstin())
    page = f"/case/{case.id}/handover/"
    fields = {"step": f"ringer {case.client.full_name}", "agreed": "Allt.", "supports_on": "Paret."}

    answer = client.post(page, fields)

    assert f"{case.client.full_name}” looks like a person&#x27;s name" in answer.content.decode()


def test_the_longest_text_is_read_in_no_time():
    text = ("Ronja Öst och A1 040 123 4567, Storgatan 5. Depression i år! " * 200)[:10_000]

    began = time.process_time()
    found = findings_in(text, Known(protected=True))

    assert {each.kind for each in found} == set(Kind) - {Kind.IDENTITY_CODE}
    assert time.process_time() - began < 2
