"""The pages of ending: nothing typed is lost, nothing is there for strangers."""

import datetime as dt

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base import clock
from kaveri.foundation.documents.uploads import obstacles_to_upload
from kaveri.steps.ending.domain import Way
from kaveri.steps.ending.models import Ending, Summary
from kaveri.steps.ending.services import write_summary
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.ending import PARTS, an_ended_case, end, prepare, with_summary

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def password_alone(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def kerstin(client):
    client.force_login(cast.kerstin())
    client.cookies["django_language"] = "sv"
    return client


def page(client, name, case, **more):
    return client.get(reverse(f"ending:{name}", kwargs={"case_id": case.id, **more}))


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
@pytest.mark.requirement("COORDINATE-13")
def test_every_page_opens_in_every_language(kerstin, language):
    kerstin.cookies["django_language"] = language
    case = a_case()
    assert page(kerstin, "ending", case).status_code == 200
    for part in range(1, len(Way) + 1):
        shown = page(kerstin, "way", case, part=part)
        assert shown.status_code == 200
        assert "k-consequence" in shown.content.decode()
    ending = prepare(case, Way.MOVED)
    for name in ("ending", "confirm", "draft", "ask"):
        assert page(kerstin, name, case).status_code == 200
    assert page(kerstin, "second_look", case, ending_id=ending.id).status_code == 200


@pytest.mark.requirement("COORDINATE-13")
def test_from_the_way_to_the_end(kerstin):
    case = a_case()
    task = case.tasks.get()
    sent = {
        "reason": "work",
        "outcome": "Arbete på deltid.",
        "agreed_how": "meeting",
        "agreed_on": "22.11.2020",
        "network_told": "on",
        "continues": "somebody",
        "who_continues": "Liisa Laine",
        "continues_phone": "050 555 0103",
        "after_care_on": (clock.today() + dt.timedelta(days=30)).isoformat(),
        "after_care_owner": str(cast.kerstin().id),
        f"task_{task.id}": "done",
    }
    way = reverse("ending:way", kwargs={"case_id": case.id, "part": 1})
    first = kerstin.post(way, sent)
    assert first.status_code == 302, first.content.decode()[
        first.content.decode().find("k-errors") :
    ][:1500]
    assert first.url == reverse("ending:draft", kwargs={"case_id": case.id})
    draft = page(kerstin, "draft", case).content.decode()
    assert "Arbete på deltid." in draft
    assert "Liisa Laine" in draft
    at = reverse("ending:draft", kwargs={"case_id": case.id})
    assert kerstin.post(at, {"language": "sv", **PARTS}).status_code == 302
    confirm = reverse("ending:confirm", kwargs={"case_id": case.id})
    ending = Ending.objects.get(case=case)
    done = kerstin.post(confirm, {"version": ending.version, "given_how": "letter"})
    assert done.status_code == 302
    case.refresh_from_db()
    assert case.state == "ended"
    assert page(kerstin, "summary", case).status_code == 200
    back = reverse("ending:reopen", kwargs={"case_id": case.id})
    day = (clock.today() + dt.timedelta(days=2)).isoformat()
    again = {"why": "Ny sjukdom.", "next_what": "ringer", "next_due_on": day, "told": "phone"}
    assert kerstin.post(back, again).status_code == 302
    case.refresh_from_db()
    assert case.state == "open"


@pytest.mark.requirement("COORDINATE-13")
def test_bad_input_keeps_everything_and_says_what_to_do(kerstin):
    case = a_case()
    at = reverse("ending:way", kwargs={"case_id": case.id, "part": 1})
    nasty = "<script>alert(1)</script> {{ x }} 🤷 مرحبا"
    shown = kerstin.post(
        at, {"outcome": nasty, "agreed_on": "31.2.2026", "who_continues": "Liisa " * 60}
    )
    text = shown.content.decode()
    assert shown.status_code == 200
    assert "31.2.2026" in text
    assert "&lt;script&gt;" in text and "<script>alert" not in text
    assert "k-errors" in text
    assert not Ending.objects.exists()


@pytest.mark.requirement("COORDINATE-13")
def test_what_stands_in_the_way_is_said_on_the_last_page_and_nothing_ends(kerstin):
    case = a_case()
    ending = prepare(case, Way.UNREACHABLE)
    at = reverse("ending:confirm", kwargs={"case_id": case.id})
    shown = kerstin.post(at, {"version": ending.version, "given_how": "letter"})
    assert shown.status_code == 200
    assert shown.content.decode().count("<li>") >= 3
    case.refresh_from_db()
    assert case.state == "open"


@pytest.mark.requirement("COORDINATE-13")
def test_the_one_who_saves_last_sees_the_others_text_and_keeps_their_own(kerstin):
    case = a_case()
    write_summary(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        language="sv",
        parts={**PARTS, "done": "Deras text."},
    )
    at = reverse("ending:draft", kwargs={"case_id": case.id})
    sent = {"language": "sv", **PARTS, "done": "Min text.", "version": ""}
    shown = kerstin.post(at, sent).content.decode()
    assert "Deras text." in shown and "Min text." in shown
    assert kerstin.post(at, {**sent, "version": 1}).status_code == 302
    assert Summary.objects.get(case=case).done == "Min text."


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_the_client_reads_and_prints_the_summary_and_asks_to_end(client):
    case = a_case()
    client.force_login(cast.aino_account())
    asked = client.post(
        reverse("ending:ask", kwargs={"case_id": case.id}), {"words": "Nu räcker det."}
    )
    assert asked.status_code == 302
    assert page(client, "summary", case).status_code == 404
    prepare(case)
    with_summary(case)
    assert page(client, "summary", case).status_code == 404
    end(case)
    shown = page(client, "summary", case)
    assert PARTS["came_of_it"] in shown.content.decode()
    given = Summary.objects.get(case=case)
    paper = client.get(reverse("ending:summary_pdf", kwargs={"summary_id": given.id}))
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert obstacles_to_upload("sammandrag.pdf", paper.content) == []
    assert "Aino" not in paper["Content-Disposition"]
    for name in ("ending", "confirm", "draft", "reopen"):
        assert page(client, name, case).status_code == 404


@pytest.mark.requirement("TRUST-1")
def test_strangers_and_visitors_find_nothing(client):
    case = a_case()
    an_ended_case(case)
    names = ("ending", "confirm", "draft", "reopen", "summary", "ask")
    for name in names:
        assert page(client, name, case).status_code == 302
    client.force_login(cast.mikko())
    for name in names:
        assert page(client, name, case).status_code == 404


@pytest.mark.requirement("COORDINATE-13")
def test_a_pair_asks_and_looks_but_ends_nothing(client):
    case = a_case()
    near(case, cast.mikko(), RelationKind.PAIR)
    client.force_login(cast.mikko())
    assert page(client, "ending", case).status_code == 200
    assert page(client, "confirm", case).status_code == 404
    ending = prepare(case, Way.MOVED)
    at = reverse("ending:second_look", kwargs={"case_id": case.id, "ending_id": ending.id})
    assert client.post(at, {"version": ending.version, "words": ""}).status_code == 200
    assert client.post(at, {"version": ending.version, "words": "Adressen."}).status_code == 302
    ending.refresh_from_db()
    assert ending.looked_by == cast.mikko()
