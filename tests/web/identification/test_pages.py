"""The quick ask and the lists as pages."""

import re

import pytest
from django.urls import reverse

from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.measures.domain import MeasureObstacle
from kaveri.casebook.measures.models import WorkAbility
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import Refused
from kaveri.steps.identification.forms import QuickAskForm
from kaveri.steps.identification.models import PromptList
from tests.factories import cast
from tests.factories.casebook import a_case, a_contact

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def password_alone(settings):
    settings.SECOND_FACTOR = False


ANSWERS = {"answer": "3", "last_work": "2019 på lager", "now_words": "Trött", "wished": "Deltid"}


@pytest.fixture
def sara(client):
    client.force_login(cast.sara())
    return client


def inputs(html):
    main = html[html.index("<main") : html.index("</main>")]
    named = set(re.findall(r'<(?:input|select|textarea)[^>]* name="([^"]+)"', main))
    return named - {"csrfmiddlewaretoken", "idempotency_key", "written_by"}


@pytest.mark.requirement("IDENTIFY-1")
def test_the_quick_ask_has_four_inputs(sara):
    shown = sara.get(reverse("identification:quick_ask")).content.decode()
    assert inputs(shown) == set(ANSWERS)


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
@pytest.mark.requirement("IDENTIFY-1")
def test_the_answer_becomes_a_contact_in_one_step(sara, language):
    sara.cookies["django_language"] = language
    at = reverse("identification:quick_ask")
    shown = sara.post(at, ANSWERS)
    assert shown.status_code == 200
    assert not Contact.objects.exists()
    person = {
        **ANSWERS,
        "stage": "contact",
        "name": "Minna Rautio",
        "phone": "040 555 0102",
        "municipality": str(cast.abo().id),
        "language": "sv",
    }
    refused = sara.post(at, person)
    assert refused.status_code == 200
    assert "Minna Rautio" in refused.content.decode()
    made = sara.post(at, {**person, "agreed": "on"})
    assert made.status_code == 302
    assert WorkAbility.objects.get().last_work == "2019 på lager"


@pytest.mark.requirement("IDENTIFY-1")
def test_a_missing_answer_keeps_the_rest(sara):
    shown = sara.post(reverse("identification:quick_ask"), {**ANSWERS, "answer": ""})
    text = shown.content.decode()
    assert "2019 på lager" in text and "k-errors" in text


@pytest.mark.requirement("IDENTIFY-1")
def test_on_a_case_the_score_is_drawn_over_time_with_its_table(client):
    case = a_case()
    client.force_login(cast.kerstin())
    at = reverse("identification:for_case", kwargs={"case_id": case.id})
    assert client.get(at).status_code == 200
    for score in ("3", "4", "does_not_want"):
        assert client.post(at, {**ANSWERS, "answer": score, "asked_by": "phone"}).status_code == 302
    shown = client.get(at).content.decode()
    assert "<svg" in shown and "<table" in shown and "Trött" in shown
    assert WorkAbility.objects.filter(case=case, asked_by="phone").count() == 3
    client.force_login(cast.mikko())
    assert client.get(at).status_code == 404


@pytest.mark.requirement("IDENTIFY-1")
def test_on_a_contact_only_its_owner_asks(client):
    contact = a_contact()
    at = reverse("identification:for_contact", kwargs={"contact_id": contact.id})
    client.force_login(cast.kerstin())
    assert client.post(at, ANSWERS).status_code == 302
    assert "2019 på lager" in client.get(at).content.decode()
    client.force_login(cast.mikko())
    assert client.get(at).status_code == 404


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
@pytest.mark.requirement("IDENTIFY-2")
def test_every_list_opens(sara, language):
    sara.cookies["django_language"] = language
    shown = sara.get(reverse("identification:prompts"))
    links = re.findall(r'href="(/prompts/[a-z_]+/)"', shown.content.decode())
    assert len(links) >= 10
    for link in links:
        assert sara.get(link).status_code == 200
    assert sara.get("/prompts/nothing/").status_code == 404
    assert sara.get("/prompts/kela/edit/").status_code == 404


@pytest.mark.requirement("IDENTIFY-2")
def test_an_editor_writes_the_countys_own_version(client):
    client.force_login(cast.worker("edit", "Redaktör", cast.unit(), role=Role.EDITOR))
    at = reverse("identification:prompt_edit", kwargs={"key": "kela"})
    shown = client.get(at).content.decode()
    assert shown.count("<textarea") == 9
    texts = {
        f"{part}_{lang}": "Rad"
        for part in ("name", "moment", "signals", "questions", "do_now")
        for lang in ("sv", "fi", "en")
    }
    none = client.post(at, {**texts, "version": 0, "signals_fi": ""})
    assert none.status_code == 200 and not PromptList.objects.exists()


def test_what_does_not_go_together_is_said_beside_the_answer():
    form = QuickAskForm(ANSWERS)
    assert form.is_valid()
    form.show_refusal(Refused([MeasureObstacle.SCORE_BESIDE_NO_ANSWER]))
    assert list(form.errors) == ["answer"]


@pytest.mark.requirement("IDENTIFY-1")
@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("5", "37 % of 7282 others who have answered gave 5 or less."),
        ("10", "7 % of 7282 others who have answered gave 10."),
    ],
)
def test_the_score_stands_beside_others_and_beside_what_is_not_known(sara, answer, sentence):
    sara.cookies["django_language"] = "en"
    shown = sara.post(reverse("identification:quick_ask"), {**ANSWERS, "answer": answer})
    text = re.sub(r"\s+", " ", shown.content.decode())
    assert sentence in text
    assert text.count('class="k-share-mine"') == 1
    assert "not divided by age or sex" in text
    assert "Jääskeläinen" in text
    assert "tyoelamatieto.fi" in text


@pytest.mark.requirement("IDENTIFY-1")
def test_without_a_score_nothing_is_compared(sara):
    shown = sara.post(reverse("identification:quick_ask"), {**ANSWERS, "answer": "does_not_want"})
    assert "k-shares" not in shown.content.decode()
