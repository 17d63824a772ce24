"""The pages of mapping, assessing, asking and referring are read in few questions to the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.steps.referral_out.services import send_referral
from tests.factories import cast
from tests.factories.assessment import a_request, a_statement, an_assessment
from tests.factories.casebook import a_case
from tests.factories.referral_out import a_letter, a_referral, debt_counselling
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


@pytest.mark.parametrize("number", [1, 12])
@pytest.mark.parametrize(
    "name",
    [
        "referral_out:of_case",
        "referral_out:choose",
        "assessment:mapping",
        "assessment:of_case",
        "assessment:information",
    ],
)
def test_a_page_is_read_in_at_most_fifteen_questions_however_much_there_is(client, name, number):
    client.force_login(cast.kerstin())
    case = a_case()
    a_referral(case=case)
    for _time in range(number):
        a_statement(case=case)
        an_assessment(case=case)
        a_request(case=case)
        send_referral(
            actor=cast.as_actor(cast.kerstin()),
            case_id=case.id,
            service_id=debt_counselling().id,
            letter=a_letter(overlap_reason="Ännu en."),
        )
    address = reverse(name, args=[case.id])
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    asked = asked_of_rows(seen)
    assert len(asked) <= 15, asked
