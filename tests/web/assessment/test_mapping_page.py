"""The mapping: eight headings, what is known, adding and correcting."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from kaveri.steps.assessment.models import Statement
from kaveri.steps.assessment.selectors import headings
from kaveri.steps.assessment.services import correct_statement
from tests.factories import cast
from tests.factories.assessment import a_statement, said
from tests.factories.casebook import a_case, near

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-1")]


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def desk(client):
    """Kerstin's desk."""
    client.force_login(cast.kerstin())
    return client


def words(**changed):
    return {
        "text": "Jag sover dåligt <b>€</b>",
        "source": "client",
        "said_on": "1.11.2026",
        "in_own_words": "on",
        **changed,
    }


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_all_eight_headings_and_their_prompts_stand_in_the_readers_language(desk, language):
    kerstin = cast.kerstin()
    kerstin.language = language
    kerstin.save()
    page = desk.get(reverse("assessment:mapping", args=[a_case().id])).content.decode()
    assert len(headings()) == 8
    for heading in headings().values():
        assert escape(heading.name[language]) in page
        assert all(escape(prompt.text[language]) in page for prompt in heading.prompts)


def test_one_form_at_a_time_opens_under_its_heading_without_script(desk):
    case = a_case()
    address = reverse("assessment:mapping", args=[case.id])
    assert 'name="text"' not in desk.get(address).content.decode()
    assert 'name="text"' in desk.get(address, {"add": "health"}).content.decode()
    answer = desk.post(f"{address}?add=health", words())
    assert answer.url == f"{address}#health"
    page = desk.get(address).content.decode()
    assert "Jag sover dåligt &lt;b&gt;€" in page
    assert "Kerstin Sjöberg" in page


@pytest.mark.parametrize("language", ["sv", "fi"])
@pytest.mark.parametrize(
    "changed",
    [
        {"said_on": ""},
        {"said_on": "1.1.2199"},
        {"said_on": "not a day"},
        {"source": "stars"},
        {"source": "kela"},
        {"category": "stars"},
        {"prompt": "stars"},
    ],
)
def test_bad_input_is_told_and_nothing_typed_is_lost(desk, changed, language):
    kerstin = cast.kerstin()
    kerstin.language = language
    kerstin.save()
    address = reverse("assessment:mapping", args=[a_case().id])
    answer = desk.post(f"{address}?add=health", words(**changed))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="k-errors"' in page
    assert "Jag sover dåligt &lt;b&gt;€" in page
    assert not Statement.objects.exists()


def test_two_people_correct_the_same_line_and_both_texts_are_shown(desk):
    case = a_case()
    row = a_statement(case=case)
    correct_statement(
        actor=cast.as_actor(cast.kerstin()), statement_id=row.id, said=said(text="Mikkos text.")
    )
    address = reverse("assessment:correct", args=[case.id, row.id])
    page = desk.post(address, words(text="Kerstins text.")).content.decode()
    assert "Mikkos text." in page
    assert "Kerstins text." in page
    assert Statement.objects.count() == 2


def test_the_earlier_wording_can_still_be_read(desk):
    case = a_case()
    row = a_statement(case=case)
    desk.post(reverse("assessment:correct", args=[case.id, row.id]), words(text="Bättre nu."))
    page = desk.get(reverse("assessment:mapping", args=[case.id])).content.decode()
    assert "Bättre nu." in page
    assert "Jag sover dåligt." in page


def test_those_without_a_ground_find_nothing(client):
    case = a_case()
    row = a_statement(case=case)
    near(case, cast.sara(), "pair")
    for account in (cast.petra(), cast.sara(), cast.tove(), cast.aino_account()):
        client.force_login(account)
        for address in (
            reverse("assessment:mapping", args=[case.id]),
            reverse("assessment:correct", args=[case.id, row.id]),
        ):
            assert client.get(address).status_code == 404
    near(case, cast.petra(), "predecessor")
    client.force_login(cast.petra())
    page = client.get(reverse("assessment:mapping", args=[case.id]), {"add": "health"})
    assert "Jag sover dåligt." in page.content.decode()
    assert 'name="text"' not in page.content.decode()
