"""The pages of consents: staff's and the client's own."""

import datetime as dt
import os
import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent.models import Consent, Permit, Prohibition
from kaveri.foundation.base import clock
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed
from tests.factories.papers import PDF

pytestmark = pytest.mark.django_db
TURNS = 1000 if os.environ.get("KAVERI_LONG") == "1" else 20


@pytest.fixture(autouse=True)
def _in_english(settings, client):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"


@pytest.fixture
def case():
    found = given.a_case()
    given.near(found, cast.kalle(), RelationKind.MEMBER)
    return found


@pytest.fixture
def kerstin(client):
    client.force_login(cast.kerstin())
    return client


@pytest.fixture
def aino(client):
    client.force_login(cast.aino_account())
    return client


def key(party):
    return f"{party.organisation_id}:{party.register}"


def filled(**changed):
    today = clock.today()
    return {
        "authorities": [key(allowed.county()), key(allowed.kela())],
        "categories": ["functioning"],
        "health": "on",
        "purposes": ["support"],
        "from_on": f"{today:%d.%m.%Y}",
        "until_on": f"{today + dt.timedelta(days=100):%d.%m.%Y}",
        "given": "paper",
        "given_on": f"{today:%d.%m.%Y}",
        "stored_where": "Arkivet i Åbo",
        "language": "sv",
        # The client's own form asks one question at a time; this is the last of them.
        "screen": "4",
        "idempotency_key": str(uuid.uuid4()),
        **changed,
    }


def at(name, case, *more):
    return reverse(f"permission:{name}", args=[case.id, *more])


def fields(response):
    return re.findall(r'name="([^"]+)"\s+value="([^"]*)"', response.content.decode())


@pytest.mark.requirement("CONSENT-1")
def test_without_a_consent_the_page_says_what_is_missing_and_why_it_matters(case, kerstin):
    page = kerstin.get(at("consents", case)).content.decode()

    assert "No consent holds now" in page
    assert "cannot be taken to a team" in page


@pytest.mark.requirement("CONSENT-1")
def test_a_consent_is_looked_at_once_more_before_it_is_recorded(case, kerstin):
    cast.kalle()
    sent = filled()

    first = kerstin.post(at("record", case), sent)

    assert first.status_code == 200
    assert "Look once more" in first.content.decode()
    assert not Consent.objects.exists()
    second = kerstin.post(at("record", case), {**sent, "seen": "on"})
    assert second.status_code == 302
    consent = Consent.objects.get()
    assert set(consent.categories.split()) == {"functioning", "health", "identity_contact"}
    assert kerstin.post(at("record", case), {**sent, "seen": "on"}).status_code == 302
    assert Consent.objects.count() == 1


@pytest.mark.requirement("CONSENT-1")
def test_the_second_look_carries_all_that_was_ticked(case, kerstin):
    first = kerstin.post(at("record", case), filled())

    carried = fields(first)

    assert ("authorities", key(allowed.kela())) in carried
    assert ("seen", "on") in carried
    assert ("health", "True") in carried or ("health", "on") in carried


@pytest.mark.requirement("CONSENT-1")
def test_staff_cannot_choose_the_clients_own_signature(case, kerstin):
    page = kerstin.get(at("record", case)).content.decode()
    assert 'value="electronic"' not in page

    again = kerstin.post(at("record", case), filled(given="electronic", seen="on"))

    assert again.status_code == 200
    assert not Consent.objects.exists()


@pytest.mark.requirement("CONSENT-1")
def test_every_sensitive_kind_has_a_tick_of_its_own_with_why(case, kerstin):
    page = kerstin.get(at("record", case)).content.decode()

    for name in ("health", "substance_use", "criminal_sanctions"):
        assert f'name="{name}"' in page
    assert page.count("Tick only if the others need it.") == 3


@pytest.mark.requirement("CONSENT-1")
def test_what_was_typed_stays_when_something_is_missing(case, kerstin):
    page = kerstin.post(at("record", case), filled(stored_where="", seen="on")).content.decode()

    assert "Write where the signed paper is kept." in page
    assert not Consent.objects.exists()


@pytest.mark.requirement("CONSENT-1")
def test_a_newer_one_begins_from_the_older(case, kerstin):
    consent = allowed.a_consent(case)
    page = kerstin.get(at("replace", case, consent.id)).content.decode()
    assert re.search(rf'value="{key(allowed.kela())}"[^>]*checked', page)

    shown = kerstin.post(
        at("replace", case, consent.id), filled(version=consent.version, health="")
    ).content.decode()

    assert re.search(r"These will no longer see what the others know, health: [^<]*; FPA\.", shown)
    sent = filled(version=consent.version, health="", seen="on")
    assert kerstin.post(at("replace", case, consent.id), sent).status_code == 302
    consent.refresh_from_db()
    assert consent.replaced_by.categories.split() == ["functioning", "identity_contact"]


@pytest.mark.requirement("CONSENT-2")
def test_what_follows_is_shown_before_anything_is_withdrawn(case, kerstin):
    consent = allowed.a_consent(case)

    page = kerstin.get(at("withdraw", case, consent.id)).content.decode()

    said = "These will no longer see what the others know, name and contact details, functioning and work ability"
    assert re.search(said + r"[^<]*; FPA\.", page)
    assert "Kalle Korhonen can no longer open the case." in page
    consent.refresh_from_db()
    assert consent.withdrawn_at is None


@pytest.mark.requirement("CONSENT-2")
def test_one_request_after_the_withdrawal_the_partner_finds_nothing(case, client):
    """Twenty in the ordinary run, a thousand in the long one; each a consent and a request of its own."""
    path = reverse("workspace:case", args=[case.id])
    for _turn in range(TURNS):
        consent = allowed.a_consent(case)
        client.force_login(cast.kalle())
        assert client.get(path).status_code == 200
        client.force_login(cast.kerstin())
        sent = {"version": consent.version, "idempotency_key": str(uuid.uuid4())}
        assert client.post(at("withdraw", case, consent.id), sent).status_code == 302
        client.force_login(cast.kalle())
        assert client.get(path).status_code == 404


@pytest.mark.requirement("CONSENT-2")
def test_a_partner_still_reads_what_became_of_the_consent_that_named_them(case, client):
    consent = allowed.a_consent(case)
    client.force_login(cast.kalle())
    sent = {"version": consent.version, "idempotency_key": str(uuid.uuid4())}

    assert client.post(at("withdraw", case, consent.id), sent).status_code == 302

    page = client.get(at("consents", case)).content.decode()
    assert "withdrawn" in page
    assert client.get(reverse("workspace:case", args=[case.id])).status_code == 404


@pytest.mark.requirement("CONSENT-1")
def test_the_client_gives_one_on_their_own_pages(case, aino):
    cast.kalle()
    sent = filled()
    look = aino.post(at("give", case), sent).content.decode()
    assert "may tell each other about" in look or "får berätta för varandra" in look

    assert aino.post(at("give", case), {**sent, "seen": "on"}).status_code == 302

    consent = Consent.objects.get()
    assert (consent.given, consent.representative) == ("electronic", None)
    assert aino.get(at("own", case)).status_code == 200


@pytest.mark.requirement("CONSENT-2")
def test_the_client_takes_one_back_after_seeing_what_follows(case, aino):
    consent = allowed.a_consent(case)
    page = aino.get(at("withdraw_own", case, consent.id)).content.decode()
    assert "FPA" in page

    sent = {"version": consent.version, "idempotency_key": str(uuid.uuid4())}
    assert aino.post(at("withdraw_own", case, consent.id), sent).status_code == 302

    consent.refresh_from_db()
    assert consent.withdrawn_at is not None


@pytest.mark.requirement("CONSENT-1")
def test_permits_and_prohibitions_are_taken_down_and_taken_back(case, kerstin):
    base = {name: filled()[name] for name in ("given", "given_on", "stored_where", "language")}
    for name, more in (("permit", {"sector": "social"}), ("prohibition", {"register": "health"})):
        sent = {**base, **more, "seen": "on", "idempotency_key": str(uuid.uuid4())}
        assert kerstin.post(at(name, case), sent).status_code == 302
    permit, prohibition = Permit.objects.get(), Prohibition.objects.get()
    assert "Permit: social welfare" in kerstin.get(at("consents", case)).content.decode()

    for name, row in (("permit_withdraw", permit), ("prohibition_withdraw", prohibition)):
        sent = {"version": row.version, "idempotency_key": str(uuid.uuid4())}
        assert kerstin.post(at(name, case, row.id), sent).status_code == 302
        row.refresh_from_db()
        assert row.withdrawn_at is not None


@pytest.mark.requirement("CONSENT-1")
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_the_consent_is_printed_in_the_language_it_was_read_in(case, kerstin, language):
    consent = allowed.a_consent(case, language=language)

    answer = kerstin.get(reverse("permission:paper", args=[consent.id]))

    assert answer.content.startswith(b"%PDF")
    assert 'filename="document.pdf"' in answer["Content-Disposition"]


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_asks_no_more_however_many_consents_there_are(
    case, kerstin, number, django_assert_max_num_queries
):
    for _turn in range(number):
        allowed.a_consent(case)
    with django_assert_max_num_queries(30) as seen:
        kerstin.get(at("consents", case))
    words = ("SELECT", "INSERT", "UPDATE", "DELETE")
    asked = [query["sql"] for query in seen.captured_queries if query["sql"].startswith(words)]
    asked = [sql for sql in asked if not sql.startswith("SELECT set_config(")]
    assert len(asked) <= 15, asked


def scanned(content=PDF):
    return {"scan": SimpleUploadedFile("Samtycke.pdf", content), "seen": "on"}


@pytest.mark.requirement("CONSENT-1")
def test_the_scan_is_asked_on_the_second_look_and_opened_from_the_consent(
    case, kerstin, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    assert 'name="scan"' not in kerstin.get(at("record", case)).content.decode()
    look = kerstin.post(at("record", case), filled()).content.decode()
    assert 'name="scan"' in look
    assert 'enctype="multipart/form-data"' in look

    assert kerstin.post(at("record", case), filled(**scanned())).status_code == 302

    consent = Consent.objects.get()
    path = reverse("permission:scan", args=[consent.id])
    page = kerstin.get(at("consents", case)).content.decode()
    assert path in page
    assert "Samtycke.pdf" in page
    answer = kerstin.get(path)
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.requirement("CONSENT-1")
def test_only_those_who_read_the_consent_open_its_scan(case, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    consent = allowed.a_consent(case, scan=SimpleUploadedFile("x.pdf", PDF), scan_name="x.pdf")
    allowed.leave_out(cast.kalle())
    path = reverse("permission:scan", args=[consent.id])
    without = reverse("permission:scan", args=[allowed.a_consent(case).id])

    found = {}
    for who, account in (
        ("aino", cast.aino_account()),
        ("kerstin", cast.kerstin()),
        ("kalle", cast.kalle()),
        ("petra", cast.petra()),
    ):
        client.force_login(account)
        found[who] = client.get(path).status_code

    assert found == {"aino": 200, "kerstin": 200, "kalle": 404, "petra": 404}
    client.force_login(cast.kerstin())
    assert client.get(without).status_code == 404


@pytest.mark.requirement("CONSENT-1")
def test_what_is_wrong_with_the_scan_stands_beside_it_and_all_else_is_kept(case, kerstin):
    page = kerstin.post(at("record", case), filled(**scanned(b"no paper"))).content.decode()

    assert "Look once more" in page
    beside = page.split('id="id_scan_error"')[1].split("</p>")[0]
    assert "A scan is a PDF or a picture (JPG or PNG)." in beside
    assert "The scan must be chosen again." in page
    assert re.search(r'name="stored_where"\s+value="Arkivet i Åbo"', page)
    assert not Consent.objects.exists()


@pytest.mark.requirement("CONSENT-1")
def test_another_mistake_says_that_the_scan_must_be_chosen_again(case, kerstin):
    wrong = filled(**{**scanned(), "stored_where": ""})
    page = kerstin.post(at("record", case), wrong).content.decode()

    assert "Write where the signed paper is kept." in page
    assert "The scan must be chosen again." in page
    plain = kerstin.post(at("record", case), filled(stored_where="", seen="on")).content.decode()
    assert "The scan must be chosen again." not in plain


@pytest.mark.requirement("CONSENT-1")
@pytest.mark.parametrize("door", ["record", "give"])
@pytest.mark.parametrize("back", [{"change": "1"}, {"categories": [], "health": ""}])
def test_what_was_changed_after_the_second_look_is_looked_at_again(case, client, door, back):
    client.force_login(cast.kerstin() if door == "record" else cast.aino_account())
    first = client.post(at(door, case), filled())
    assert seen_mark(first) == "on"
    again = client.post(at(door, case), filled(seen="on", **back))
    assert seen_mark(again) == ""

    answer = client.post(at(door, case), filled(seen="", criminal_sanctions="on"))

    assert "Look once more" in answer.content.decode()
    assert not Consent.objects.exists()


def seen_mark(page):
    """What the page carries along of whether it was looked at."""
    (found,) = re.findall(r'<input[^>]*name="seen"[^>]*>', page.content.decode())
    mark = re.search(r'value="(\w*)"', found)
    return mark[1] if mark else ""


@pytest.mark.requirement("CONSENT-1")
@pytest.mark.parametrize("door", ["record", "give"])
def test_what_cannot_hold_is_said_before_anybody_confirms_it(case, client, door):
    client.force_login(cast.kerstin() if door == "record" else cast.aino_account())

    page = client.post(at(door, case), filled(authorities=[key(allowed.kela())])).content.decode()

    assert "Look once more" not in page
    assert "k-errors" in page


@pytest.mark.requirement("CONSENT-1")
def test_what_was_said_aloud_is_not_asked_for_a_scan(case, kerstin):
    today = f"{clock.today():%d.%m.%Y}"
    oral = filled(given="oral", until_on=today, purpose_words="Samtalet med FPA i dag.")
    look = kerstin.post(at("record", case), oral).content.decode()

    assert "Look once more" in look
    assert 'name="scan"' not in look
