"""A password that was handed over opens nothing but the page on which another one is chosen."""

import pytest
from django.urls import reverse

from kaveri.casebook.directory.services import make_account
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.actor import Role
from tests.access.world import outsider
from tests.factories import cast

pytestmark = pytest.mark.django_db
OWN = "three calm grey herons"


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def given():
    """Maja has got an account, and whoever made it has seen the password."""
    return make_account(
        actor=cast.as_actor(outsider("oskar", Role.ADMINISTRATOR)),
        unit_id=cast.unit().id,
        role=Role.PROFESSIONAL,
        username="maja",
        first_name="Maja",
        last_name="Berg",
        language="en",
    )


@pytest.fixture
def maja(client, given):
    client.cookies["django_language"] = "en"
    client.post(reverse("account_login"), {"login": "maja", "password": given})
    return client


def change(client, old, new, again=None):
    fields = {"oldpassword": old, "password1": new, "password2": new if again is None else again}
    return client.post(reverse("account_change_password"), fields)


@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("address", ["/my-day/", "/cases/", "/search/"])
def test_with_the_given_password_every_page_leads_to_choosing_another(maja, address):
    assert maja.get(address)["Location"] == reverse("account_change_password")
    page = maja.get(reverse("account_change_password")).content.decode()
    assert "Choose one that only you know" in page


@pytest.mark.requirement("TRUST-1")
def test_after_the_change_the_pages_open_and_the_log_says_so(maja, given):
    done = change(maja, given, OWN)
    assert "The password is changed." in maja.get(done["Location"]).content.decode()
    assert maja.get("/my-day/").status_code == 200
    account = Account.objects.get(username="maja")
    assert account.check_password(OWN)
    event = Event.objects.get(action="accounts.change_password")
    assert (event.account_id, event.object_id) == (account.id, account.id)


def test_the_given_password_is_not_good_enough_as_ones_own(maja, given):
    page = change(maja, given, given).content.decode()
    assert "Choose another password than the one you have now." in page
    assert maja.get("/my-day/").status_code == 302


@pytest.mark.parametrize(
    ("old", "new", "again", "words"),
    [
        ("wrong", OWN, None, "This is not the password you signed in with."),
        (None, OWN, "another one of mine", "The two new passwords differ."),
        (None, "short", None, "12 characters"),
        (None, "", "", "Write a new password."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_changed(maja, given, old, new, again, words):
    page = change(maja, old or given, new, again).content.decode()
    assert words in page
    assert "The password was not changed" in page
    assert Account.objects.get(username="maja").check_password(given)


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_the_page_is_whole_in_both_languages(maja, language):
    maja.cookies["django_language"] = language
    page = maja.get(reverse("account_change_password")).content.decode()
    own = {"sv": "Ditt nuvarande lösenord", "fi": "Nykyinen salasanasi"}[language]
    assert own in page
    assert "password you" not in page


def test_whoever_has_a_password_of_their_own_works_on_and_finds_the_page(client):
    client.cookies["django_language"] = "en"
    client.force_login(cast.kerstin())
    assert reverse("account_change_password") in client.get("/my-day/").content.decode()


def test_a_visitor_signs_in_before_changing_anything(client):
    answer = client.get(reverse("account_change_password"))
    assert answer.status_code == 302
    assert reverse("account_login") in answer["Location"]
