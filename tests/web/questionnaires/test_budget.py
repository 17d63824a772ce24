"""The list of a case asks no more of the database when there is more to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.questionnaires import answered, asked

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]
ASKS = ("SELECT", "INSERT", "UPDATE")


def asked_of_database(client, at):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(at).status_code == 200
    return [each["sql"] for each in seen if each["sql"].startswith(ASKS)]


@pytest.mark.parametrize("name", ["of_case", "mine"])
def test_ten_answerings_ask_no_more_than_one(client, settings, name):
    settings.SECOND_FACTOR = False
    case = a_case()
    client.force_login(cast.kerstin() if name == "of_case" else cast.aino_account())
    at = reverse(f"questionnaires:{name}", args=[case.id])
    answered(asked(case).asking)
    client.get(at)
    once = len(asked_of_database(client, at))
    for _number in range(9):
        answered(asked(case).asking)
    many = asked_of_database(client, at)
    assert len(many) <= once
    assert len(many) <= 15, "\n".join(many)
