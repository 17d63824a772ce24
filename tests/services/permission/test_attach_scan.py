"""The signed paper is scanned after the consent was taken down."""

import pytest

from kaveri.casebook.consent.domain import Given
from kaveri.casebook.consent.models import Consent
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.foundation.documents.uploads import UploadObstacle
from kaveri.steps.permission.domain import PermissionObstacle
from kaveri.steps.permission.services import Scan, attach_scan
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed
from tests.services.permission.test_record_consent import PDF

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


@pytest.fixture(autouse=True)
def _kept_here(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def attach(consent, content=PDF, account=None):
    return attach_scan(
        actor=cast.as_actor(account or cast.kerstin()),
        consent_id=consent.id,
        version=consent.version,
        scan=Scan("Aino Virtanen.pdf", content),
    )


def test_the_scan_is_kept_with_the_consent_once():
    consent = allowed.a_consent(given.a_case())

    found = attach(consent)

    with found.scan.open("rb") as file:
        assert file.read() == PDF
    assert "Aino" not in found.scan.name
    assert Event.objects.latest("at").action == "permission.scan.attach"
    with pytest.raises(Refused) as refused:
        attach(found)
    assert refused.value.obstacles == [PermissionObstacle.SCAN_IS_THERE]


def test_only_paper_is_scanned():
    consent = allowed.a_consent(given.a_case())
    Consent.objects.filter(pk=consent.pk).update(given=Given.ELECTRONIC)

    with pytest.raises(Refused) as refused:
        attach(consent)

    assert refused.value.obstacles == [PermissionObstacle.NOT_ON_PAPER]


def test_what_is_no_scan_is_refused_and_nothing_is_kept(tmp_path):
    consent = allowed.a_consent(given.a_case())

    with pytest.raises(Refused) as refused:
        attach(consent, b"not a paper")

    assert refused.value.obstacles == [UploadObstacle.ANOTHER_KIND]
    assert not list(tmp_path.iterdir())


def test_of_two_at_once_the_second_looks_again():
    consent = allowed.a_consent(given.a_case())
    attach(consent)

    with pytest.raises(Changed):
        attach_scan(
            actor=cast.as_actor(cast.kerstin()),
            consent_id=consent.id,
            version=1,
            scan=Scan("paper.pdf", PDF),
        )


def test_a_stranger_and_a_member_attach_nothing():
    consent = allowed.a_consent(given.a_case())

    for account in (cast.petra(), cast.kalle()):
        with pytest.raises(Denied):
            attach(consent, account=account)
