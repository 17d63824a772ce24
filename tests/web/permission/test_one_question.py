"""The client's own consent is asked one question at a time, and nothing answered is lost on the way."""

import re

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.clients.models import Representative
from kaveri.casebook.consent.models import Consent
from kaveri.foundation.base.actor import Role
from tests.access.world import outsider
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]
QUESTIONS = 5


@pytest.fixture(autouse=True)
def _in_english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture
def case():
    cast.kalle()
    return given.a_case()


class Answering:
    """Somebody who fills in what a page asks and sends it, as a browser does."""

    def __init__(self, client, path):
        self.client, self.path = client, path
        self.page = client.get(path)

    @property
    def text(self):
        return self.page.content.decode()

    @property
    def asked(self):
        """Which of the form's questions can be seen."""
        seen = re.findall(r'<input(?![^>]*type="hidden")[^>]*name="([a-z_]+)"', self._form())
        return {name for name in seen if name != "csrfmiddlewaretoken"}

    def _form(self):
        return re.search(r'<form class="k-form"\s+id="page-form".*?</form>', self.text, re.DOTALL)[
            0
        ]

    def carried(self):
        """What stands in the form, ticked and hidden alike."""
        found = {}
        for tag in re.findall(r"<input[^>]*>", self._form()):
            name = re.search(r'name="([^"]*)"', tag)
            value = re.search(r'value="([^"]*)"', tag)
            box = 'type="checkbox"' in tag
            if name and (not box or "checked" in tag):
                found.setdefault(name[1], []).append(value[1] if value else "on" if box else "")
        return found

    def send(self, **answers):
        """Fill in, and press the button (the first, unless one is named)."""
        sent = {**self.carried(), **answers}
        self.page = self.client.post(self.path, sent)
        return self


def key(party):
    return f"{party.organisation_id}:{party.register}"


def answer_all(client, case):
    """Through the five questions to the last look."""
    both = [key(allowed.county()), key(allowed.kela())]
    walk = Answering(client, reverse("permission:give", args=[case.id]))
    walk.send(authorities=both).send(categories=["functioning"]).send(health="on").send()
    return walk.send()


def test_each_screen_asks_one_thing(case, client):
    client.force_login(cast.aino_account())
    walk = Answering(client, reverse("permission:give", args=[case.id]))

    assert "Question 1 of 5" in walk.text
    assert walk.asked == {"authorities"}
    walk.send(authorities=[key(allowed.county()), key(allowed.kela())])
    assert walk.asked == {"categories"}
    walk.send(categories=["functioning"])
    assert walk.asked == {"health", "substance_use", "criminal_sanctions"}
    walk.send(health="on")
    assert walk.asked == {"purposes"}
    walk.send()
    assert walk.asked == {"from_on", "until_on"}
    walk.send()
    assert walk.asked == set()
    assert "Look once more" in walk.text
    walk.send()
    assert set(Consent.objects.get().categories.split()) == {
        "functioning",
        "health",
        "identity_contact",
    }


def test_what_is_wrong_is_said_on_its_own_screen(case, client):
    client.force_login(cast.aino_account())
    walk = Answering(client, reverse("permission:give", args=[case.id]))

    walk.send(authorities=[key(allowed.kela())])

    assert walk.asked == {"authorities"}
    assert "k-errors" in walk.text
    walk.send(authorities=[key(allowed.county()), key(allowed.kela())])
    assert walk.asked == {"categories"}
    assert "k-errors" not in walk.text


def test_one_can_go_back_and_nothing_is_lost(case, client):
    client.force_login(cast.aino_account())
    walk = Answering(client, reverse("permission:give", args=[case.id]))
    walk.send(authorities=[key(allowed.county()), key(allowed.kela())])
    walk.send(categories=["functioning", "economy_benefits"]).send(health="on")

    walk.send(back="1").send(back="1")

    assert walk.asked == {"categories"}
    assert walk.carried()["categories"] == ["functioning", "economy_benefits"] or set(
        walk.carried()["categories"]
    ) == {"functioning", "economy_benefits"}
    walk.send()
    assert walk.carried()["health"] == ["on"]


def test_a_wrong_day_can_be_left_for_later_and_is_asked_again(case, client):
    client.force_login(cast.aino_account())
    both = [key(allowed.county()), key(allowed.kela())]
    walk = Answering(client, reverse("permission:give", args=[case.id]))
    walk.send(authorities=both).send(categories=["functioning"]).send().send()

    walk.send(until_on="31.2.2027")
    assert walk.asked == {"from_on", "until_on"}
    assert "31.2.2027" in walk.text
    walk.send(back="1")
    assert walk.asked == {"purposes"}
    walk.send()

    assert walk.asked == {"from_on", "until_on"}
    assert "is not a day in the calendar" in walk.text


def test_from_the_last_look_one_returns_to_the_question_that_was_wrong(case, client):
    client.force_login(cast.aino_account())
    walk = answer_all(client, case)

    walk.send(change="2")

    assert walk.asked == {"health", "substance_use", "criminal_sanctions"}
    assert walk.carried()["health"] == ["on"]
    assert not Consent.objects.exists()


@pytest.mark.parametrize("number", ["-1", "99", "x", "²"])
def test_a_number_that_is_no_question_asks_one_that_is(case, client, number):
    client.force_login(cast.aino_account())
    walk = Answering(client, reverse("permission:give", args=[case.id]))

    walk.send(screen=number)

    assert walk.page.status_code == 200
    assert walk.asked


def test_who_acts_for_the_client_is_asked_only_of_what_they_act_for(case, client):
    raili = outsider("raili", Role.CLIENT)
    allowed.represents(raili, case.client)
    given.near(case, raili, RelationKind.REPRESENTATIVE)
    for rows in (Representative.objects, case.relations.filter(account=raili)):
        rows.update(scope=f" functioning health {case.category} ")
    client.force_login(raili)
    walk = Answering(client, reverse("permission:give", args=[case.id]))

    walk.send(authorities=[key(allowed.county()), key(allowed.kela())])
    offered = set(re.findall(r'name="categories"\s+value="(\w+)"', walk.text))
    assert offered - {case.category} == {"functioning"}
    walk.send(categories=["functioning"])

    assert walk.asked == {"health"}


def test_what_holds_is_changed_question_by_question(case, client):
    client.force_login(cast.aino_account())
    held = allowed.a_consent(case)
    walk = Answering(client, reverse("permission:change", args=[case.id, held.id]))

    walk.send().send().send(health=[]).send().send()

    assert "Look once more" in walk.text
    walk.send()
    now = Consent.objects.get(replaced_at=None)
    assert set(now.categories.split()) == set(held.categories.split()) - {"health"}
