import datetime as dt

import pytest
from django.utils.translation import override

from kaveri.casebook.consent.domain import ConsentObstacle, Given
from kaveri.casebook.consent.models import Consent
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.documents.uploads import UploadObstacle
from kaveri.steps.permission.domain import PermissionObstacle
from kaveri.steps.permission.services import Scan, record_consent
from kaveri.steps.permission.services.paper import on_paper
from tests.domain.uploads import hostile
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed
from tests.factories.papers import PDF

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


def record(case, draft, account=None, **more):
    actor = cast.as_actor(account or cast.kerstin())
    return record_consent(actor=actor, case_id=case.id, draft=draft, **more)


def test_it_says_all_that_y100_says():
    case = given.a_case()

    consent = record(case, allowed.a_draft())

    assert {allowed.county(), allowed.kela()} == {
        allowed.Party(row.organisation_id, row.register) for row in consent.parties.all()
    }
    assert set(consent.categories.split()) == {"functioning", "health", "identity_contact"}
    assert (consent.purposes.split(), consent.given) == (["support"], "paper")
    assert (consent.stored_where, consent.language) == ("Arkivet i Åbo, mapp 12", "sv")
    assert consent.text_version == "2026-1"
    assert consent.recorded_by == cast.kerstin()
    assert Entry.objects.filter(case=case, about_type="permission.consent_given").exists()


def test_name_and_contact_details_always_go_along():
    consent = record(given.a_case(), allowed.a_draft(categories=frozenset({"economy_benefits"})))

    assert "identity_contact" in consent.categories.split()


@pytest.mark.parametrize(
    ("changed", "obstacle"),
    [
        ({"given": Given.ELECTRONIC}, PermissionObstacle.BY_CLIENT_ONLY),
        ({"stored_where": " "}, ConsentObstacle.PAPER_WITHOUT_PLACE),
        ({"categories": frozenset()}, ConsentObstacle.NO_CATEGORY),
        ({"purposes": frozenset()}, ConsentObstacle.NO_PURPOSE),
        ({"given": Given.ORAL}, ConsentObstacle.ORAL_IS_ONE_DEALING),
        ({"given_on": dt.date(2099, 1, 1)}, ConsentObstacle.GIVEN_IN_THE_FUTURE),
    ],
)
def test_what_cannot_stand_is_refused(changed, obstacle):
    case = given.a_case()

    with pytest.raises(Refused) as refused:
        record(case, allowed.a_draft(**changed))

    assert obstacle in refused.value.obstacles
    assert not Consent.objects.exists()


def test_by_word_of_mouth_it_covers_one_matter_on_one_day():
    today = clock.today()
    draft = allowed.a_draft(
        given=Given.ORAL, until_on=today, purpose_words="Samtalet med FPA i dag.", stored_where=""
    )

    consent = record(given.a_case(), draft)

    assert consent.from_on == consent.until_on == today


def test_the_one_who_keeps_the_case_is_a_party():
    case = given.a_case()

    with pytest.raises(Refused) as refused:
        record(case, allowed.a_draft(allowed.kela(), allowed.association()))

    assert refused.value.obstacles == [PermissionObstacle.NOT_A_PARTY]


def test_a_stranger_and_a_member_cannot_take_one_down():
    case = given.a_case()
    for account in (cast.petra(), cast.kalle()):
        with pytest.raises(Denied):
            record(case, allowed.a_draft(), account)


def test_the_scan_is_kept_in_the_consents_own_record_and_named_on_its_print(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = given.a_case()

    consent = record(case, allowed.a_draft(), scan=Scan("Aino Virtanen.jpeg.pdf", PDF))

    assert consent.scan.read() == PDF
    consent.scan.close()
    assert "Aino" not in consent.scan.name
    assert (consent.controller_id, consent.register) == (case.controller_id, case.register)
    with override("en"):
        stored = next(
            fact["lines"]
            for fact in on_paper(consent)["facts"]
            if any("Arkivet" in line for line in fact["lines"])
        )
    assert len(stored) == 2
    assert consent.scan_name in stored[1]


@pytest.mark.parametrize(
    ("content", "obstacle"),
    [
        (b"", UploadObstacle.EMPTY),
        (b"not a paper", UploadObstacle.ANOTHER_KIND),
        (hostile.docx(), PermissionObstacle.SCAN_IS_NO_PICTURE),
    ],
)
def test_what_is_no_scan_is_refused_and_nothing_is_recorded(content, obstacle, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = given.a_case()

    with pytest.raises(Refused) as refused:
        record(case, allowed.a_draft(), scan=Scan("paper.pdf", content))

    assert refused.value.obstacles == [obstacle]
    assert not Consent.objects.exists()
    assert not list(tmp_path.iterdir())


def test_what_was_said_aloud_has_no_scan():
    today = clock.today()
    draft = allowed.a_draft(
        given=Given.ORAL, until_on=today, purpose_words="Samtalet i dag.", stored_where=""
    )

    assert not record(given.a_case(), draft, scan=Scan("paper.pdf", PDF)).scan
