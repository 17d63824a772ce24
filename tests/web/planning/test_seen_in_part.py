"""A row changed on its page, what is not shown, and whose buttons stand beside the next step."""

from uuid import uuid4

import pytest
from django.urls import reverse

from kaveri.casebook.records.domain import Category
from kaveri.steps.planning.models import PlanRow
from tests.factories import cast, network, planning
from tests.factories.casebook import a_case
from tests.web.planning.test_plan_around import opened, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared(db):
    """Aino's plan with a row of Kalle's, who may see work and money in it."""
    case = a_case()
    kalle = network.kela_worker()
    network.a_consent(
        case,
        kalle.organisation,
        categories=(Category.IDENTITY_CONTACT, Category.ECONOMY_BENEFITS),
    )
    network.a_member(case, kalle)
    plan = planning.a_plan(case=case)
    planning.a_row(
        plan,
        what="rehabiliteringspenning",
        responsible_id=kalle.id,
        organisation_id=kalle.organisation_id,
    )
    return plan


def row_of_kalle(plan):
    return PlanRow.objects.get(plan=plan, responsible=cast.kalle())


def test_a_row_changed_on_its_page_stays_with_its_organisation(shared, client):
    row = row_of_kalle(shared)
    address = reverse("planning:row", args=[shared.case_id, row.id])
    form = (
        opened(client, cast.kerstin(), "planning:row", shared.case_id, row.id).context["page"].form
    )
    sent = {name: form[name].value() for name in form.fields}
    sent = {name: "" if value is None else value for name, value in sent.items()}
    sent |= {
        "what": "rehabiliteringspenning i två delar",
        "due_on": planning.in_days(20).isoformat(),
    }
    answer = client.post(address, sent | {"idempotency_key": str(uuid4())})

    assert answer.status_code == 302, answer.context["page"].form.errors
    row.refresh_from_db()
    assert (row.what, row.organisation) == (sent["what"], cast.kalle().organisation)


@pytest.mark.requirement("TRUST-1")
def test_who_sees_a_part_is_not_told_that_the_rest_is_empty(shared, client):
    body = words(opened(client, cast.kalle(), "planning:plan", shared.case_id))
    assert "No follow-up is agreed yet" not in body
    assert "Nothing is written here, or it is not shown to you." in body
    whole = words(opened(client, cast.kerstin(), "planning:plan", shared.case_id))
    assert "it is not shown to you" not in whole


@pytest.mark.requirement("TRUST-1")
def test_a_member_gets_no_buttons_for_somebody_elses_step(shared, client):
    done = "/done/"
    assert done in words(opened(client, cast.kerstin(), "planning:plan", shared.case_id))
    assert done not in words(opened(client, cast.kalle(), "planning:plan", shared.case_id))


def test_a_form_of_the_plan_has_no_empty_boxes(shared, client):
    body = words(opened(client, cast.kerstin(), "planning:row_new", shared.case_id))
    assert "<h3></h3>" not in body
    assert "k-conflict" not in body
