"""The page about peer support."""

import pytest
from django.urls import reverse

from kaveri.steps.participation.models import PeerSupport
from tests.factories import cast
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def password_alone(settings):
    settings.SECOND_FACTOR = False


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
@pytest.mark.requirement("PARTICIPATE-4")
def test_the_answer_is_noted_and_what_is_missing_is_said(client, language):
    case = a_case()
    client.force_login(cast.kerstin())
    client.cookies["django_language"] = language
    at = reverse("participation:peer_support", kwargs={"case_id": case.id})
    assert client.get(at).status_code == 200
    shown = client.post(at, {"answer": "arranged", "words": "Gärna <b>någon</b>"})
    assert shown.status_code == 200
    assert "Gärna &lt;b&gt;någon" in shown.content.decode()
    assert client.post(at, {"answer": "wanted", "words": "Gärna"}).status_code == 302
    assert "Gärna" in client.get(at).content.decode()
    assert PeerSupport.objects.get(case=case).answer == "wanted"
    client.force_login(cast.mikko())
    assert client.get(at).status_code == 404
