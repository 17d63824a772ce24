"""The manager's pages about a worker who leaves."""

import uuid

import pytest
from django.urls import reverse

from kaveri.foundation.accounts.models import Account
from tests.factories import cast
from tests.factories.casebook import a_case, a_contact

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("COORDINATE-9")
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_the_manager_sees_references_and_moves_everything(client, language):
    case, contact = a_case(), a_contact()
    cast.mikko()
    client.force_login(cast.tove())
    client.cookies["django_language"] = language
    assert "Kerstin" in client.get(reverse("crossings:workers")).content.decode()
    address = reverse("crossings:leaving", args=[cast.kerstin().id])
    body = client.get(address).content.decode()
    assert case.reference in body
    assert contact.reference in body
    assert "Aino" not in body
    assert "Minna" not in body
    missing = client.post(address, {"sure": "on", "idempotency_key": str(uuid.uuid4())})
    assert missing.status_code == 200
    assert "k-errors" in missing.content.decode()
    data = {
        "sure": "on",
        "everything": str(cast.mikko().id),
        "idempotency_key": str(uuid.uuid4()),
    }
    assert client.post(address, data).status_code == 302
    assert Account.objects.get(pk=cast.kerstin().pk).closed_at
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("who", [cast.kerstin, cast.oskar, cast.aino_account])
def test_others_have_no_such_page(client, who):
    cast.mikko()
    client.force_login(who())
    for address in (
        reverse("crossings:workers"),
        reverse("crossings:leaving", args=[cast.mikko().id]),
        reverse("crossings:leaving", args=[uuid.uuid4()]),
    ):
        assert client.get(address).status_code == 404
