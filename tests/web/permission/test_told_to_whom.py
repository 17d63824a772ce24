"""What the client allows is told to no more people than it concerns."""

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import open_relation
from kaveri.casebook.consent.domain import Party, spaced
from kaveri.casebook.records.domain import Category, Register
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from kaveri.foundation.ui import dates
from kaveri.steps.permission.services import record_consent, withdraw_consent
from tests.access.world import outsider
from tests.factories import casebook as given
from tests.factories import cast, network, planning, teams
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-2")]

# The pages of one who acts for the client that tell what the client allows.
OWN = ("permission:own", "insight:who_sees", "portal:plan_keeping")
CLINIC = "Strandklockans klinik"
SCOPE = spaced([Category.IDENTITY_CONTACT, Category.LIFE_SITUATION, Category.FUNCTIONING])


@pytest.fixture(autouse=True)
def _in_english(settings, client):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"


@pytest.fixture
def case(db):
    found = given.a_case()
    given.near(found, cast.kalle(), RelationKind.MEMBER)
    planning.a_plan(case=found)
    return found


@pytest.fixture
def clinic(db):
    found = network.partner("strandklockan", CLINIC, Category.SUBSTANCE_USE)
    return Party(found.id, str(Register.OWN))


def acts_for(case, scope=SCOPE):
    raili = outsider("raili", Role.CLIENT)
    open_relation(
        given.an_act(),
        RelationKind.REPRESENTATIVE,
        account_id=raili.id,
        case_id=case.id,
        scope=scope,
    )
    return raili


def pages(client, account, case):
    client.force_login(account)
    answers = [client.get(reverse(name, args=[case.id])) for name in OWN]
    assert {answer.status_code for answer in answers} == {200}
    return [answer.content.decode() for answer in answers]


def test_who_acts_for_the_client_reads_no_consent_beyond_their_scope(case, clinic, client):
    plain = {Category.IDENTITY_CONTACT, Category.FUNCTIONING}
    allowed.a_consent(case, allowed.county(), clinic, categories=plain)
    raili = acts_for(case)

    shown = pages(client, raili, case)

    assert not any(CLINIC in page for page in shown)
    assert "There is also a consent that is not shown to you." in shown[0]
    assert "no consent that holds now" not in shown[0]
    assert any(CLINIC in page for page in pages(client, cast.aino_account(), case))


def test_a_sensitive_kind_beyond_the_scope_keeps_the_consent_back(case, client):
    allowed.a_consent(case, categories={Category.FUNCTIONING, Category.SUBSTANCE_USE})

    assert not any("Substance use" in page for page in pages(client, acts_for(case), case))


def test_within_the_scope_it_is_read(case, client):
    allowed.a_consent(case, categories={Category.IDENTITY_CONTACT, Category.FUNCTIONING})

    assert "FPA" in pages(client, acts_for(case), case)[0]


def test_a_party_still_reads_the_consent_it_stood_in_but_not_why_it_was_taken_back(case, client):
    consent = allowed.a_consent(case)
    why = "Jag orkar inte mera."
    withdraw_consent(
        actor=cast.as_actor(cast.aino_account()),
        consent_id=consent.id,
        version=consent.version,
        words=why,
    )
    address = reverse("permission:consents", args=[case.id])

    client.force_login(cast.kalle())
    as_party = client.get(address)
    client.force_login(cast.kerstin())
    as_manager = client.get(address)

    assert as_party.status_code == 200
    assert why not in as_party.content.decode()
    assert why in as_manager.content.decode()


def test_the_timeline_tells_of_a_consent_only_those_it_concerns(case, clinic, client):
    given.a_consent(case, {"kela": "own"})
    draft = allowed.a_draft(allowed.county(), clinic)
    record_consent(actor=cast.as_actor(cast.kerstin()), case_id=case.id, draft=draft)

    client.force_login(cast.kalle())
    page = client.get(reverse("workspace:timeline", args=[case.id])).content.decode()
    client.force_login(cast.kerstin())
    own = client.get(reverse("workspace:timeline", args=[case.id])).content.decode()

    assert "A consent was given" not in page
    assert "A consent was given" in own


def test_taking_back_says_first_which_meeting_loses_its_ground(case, client):
    teams.a_seat()
    consent = teams.allowed(case)
    item = teams.an_item(case)
    day = dates.plain_date(item.meeting.starts_at.astimezone(clock.HELSINKI).date(), "en")

    client.force_login(cast.aino_account())
    own = client.get(reverse("permission:withdraw_own", args=[case.id, consent.id]))
    client.force_login(cast.kerstin())
    staff = client.get(reverse("permission:withdraw", args=[case.id, consent.id]))

    assert f"The team may not talk about you at its meeting on {day}." in own.content.decode()
    assert f"The meeting on {day} loses its ground" in staff.content.decode()


def test_who_acts_for_the_client_meets_no_name_that_the_network_keeps_from_them(case, client):
    ritva = network.clinic_worker()
    consent = allowed.a_consent(
        case,
        categories={Category.IDENTITY_CONTACT, Category.FUNCTIONING},
    )
    allowed.add_party(consent, ritva)
    network.a_member(case, ritva)
    client.force_login(cast.aino_account())
    address = reverse("permission:withdraw_own", args=[case.id, consent.id])
    assert ritva.full_name in client.get(address).content.decode()

    client.force_login(acts_for(case))
    answer = client.get(address)

    # The clinic is a party: the consent itself is kept from them.
    assert answer.status_code == 404
