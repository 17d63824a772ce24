"""The client answers alone."""

import pytest
from django.urls import reverse

from kaveri.casebook.measures.models import WorkAbility
from tests.factories import cast
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db
ANSWERS = {"answer": "3", "last_work": "2019 på lager", "now_words": "Trött", "wished": "Deltid"}


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
@pytest.mark.requirement("IDENTIFY-1")
def test_the_person_answers_alone_and_sees_it_over_time(client, language):
    case = a_case()
    client.force_login(cast.aino_account())
    client.cookies["django_language"] = language
    at = reverse("identification:own_answer", kwargs={"case_id": case.id})
    assert client.get(at).status_code == 200
    assert client.post(at, {**ANSWERS, "answer": ""}).status_code == 200
    for answer in ("3", "4", "does_not_want"):
        assert client.post(at, {**ANSWERS, "answer": answer}).status_code == 302
    shown = client.get(at).content.decode()
    assert "<svg" in shown and "Trött" in shown
    assert set(WorkAbility.objects.values_list("asked_by", flat=True)) == {"self"}


@pytest.mark.requirement("IDENTIFY-1", "TRUST-1")
def test_nobody_answers_for_the_person_on_the_persons_own_page(client, settings):
    settings.SECOND_FACTOR = False
    case = a_case()
    at = reverse("identification:own_answer", kwargs={"case_id": case.id})
    assert client.get(at).status_code == 302
    client.force_login(cast.kerstin())
    assert client.get(at).status_code == 404
