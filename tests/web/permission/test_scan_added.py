"""A scan added on its page, offered where the consent is read."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed
from tests.services.permission.test_record_consent import PDF

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR = False


def test_it_is_offered_until_it_is_there(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    consent = allowed.a_consent(given.a_case())
    case = consent.client.cases.get()
    here = reverse("permission:scan_add", args=[case.id, consent.id])
    listed = reverse("permission:consents", args=[case.id])
    client.force_login(cast.kerstin())
    assert here in client.get(listed).content.decode()

    sent = {"idempotency_key": str(uuid4()), "version": consent.version}
    nothing = client.post(here, sent)
    done = client.post(here, {**sent, "scan": SimpleUploadedFile("paper.pdf", PDF)})

    assert (nothing.status_code, done.status_code) == (200, 302)
    consent.refresh_from_db()
    assert consent.scan_name == "paper.pdf"
    shown = client.get(listed).content.decode()
    assert here not in shown
    assert reverse("permission:scan", args=[consent.id]) in shown
