"""Writing in the plan on its pages: what is asked twice, named, offered, and given back."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.foundation.base import clock
from kaveri.steps.planning.domain import How, PlanForm, RowKind
from kaveri.steps.planning.models import PlanRow, PlanStatement
from kaveri.steps.planning.services import record_approval, revise_plan
from tests.factories import cast, planning
from tests.factories.casebook import a_case, a_consent, near

pytestmark = pytest.mark.django_db


def page(client, name, *args, sent=None, **query):
    client.force_login(cast.kerstin())
    client.cookies["django_language"] = "en"
    address = reverse(f"planning:{name}", args=args)
    if sent is None:
        answer = client.get(address, query)
    else:
        answer = client.post(address, {"idempotency_key": str(uuid4()), **sent})
    return answer.status_code, re.sub(r"\s+", " ", answer.content.decode())


def row_fields(**known):
    return {
        "kind": "step",
        "what": "ringer",
        "responsible": str(cast.kerstin().id),
        "due_on": planning.in_days(-3).isoformat(),
        **known,
    }


@pytest.mark.requirement("PLAN-5")
def test_a_day_that_has_passed_is_saved_only_after_a_second_look(client):
    case = planning.a_plan().case_id

    status, shown = page(client, "row_new", case, sent=row_fields())
    assert (status, PlanRow.objects.filter(what="ringer").count()) == (200, 0)
    assert "This day has passed" in shown and "passed_is_right" in shown

    status, _shown = page(client, "row_new", case, sent=row_fields(passed_is_right="on"))
    assert (status, PlanRow.objects.filter(what="ringer").count()) == (302, 1)


@pytest.mark.requirement("PLAN-5")
def test_nothing_is_asked_of_a_day_that_stood_there_already(client):
    plan = planning.a_plan()
    held = planning.a_row(plan, what="ringer", due_on=planning.in_days(-3))

    status, _shown = page(
        client, "row", plan.case_id, held.id, sent=row_fields(version="1", client_part="Väntar.")
    )

    assert status == 302


@pytest.mark.requirement("PLAN-4")
def test_competence_and_strengths_have_a_link_of_their_own(client):
    plan = planning.a_plan(form=PlanForm.FULL)
    _status, shown = page(client, "plan", plan.case_id)
    assert "Add competence, a strength or a challenge" in shown

    _status, form = page(client, "statement_new", plan.case_id, topic="education")
    assert '<option value="education" selected>' in form


@pytest.mark.requirement("PLAN-4")
def test_nothing_was_said_on_a_day_to_come(client):
    plan = planning.a_plan(form=PlanForm.FULL)
    told = {
        "topic": "strength",
        "text": "Är noggrann.",
        "source": "client",
        "said_on": planning.in_days(2).isoformat(),
    }

    status, _shown = page(client, "statement_new", plan.case_id, sent=told)

    assert (status, PlanStatement.objects.count()) == (200, 0)


@pytest.mark.requirement("PLAN-10")
def test_what_stands_in_the_way_of_agreeing_names_the_rows(client):
    plan = planning.a_plan()
    planning.a_row(plan, what="besöker verkstaden", due_on=None)
    plan.refresh_from_db()

    _status, shown = page(client, "agree", plan.case_id, sent={"version": plan.version})

    assert "Say when: “besöker verkstaden”" in shown


@pytest.mark.requirement("PLAN-10")
def test_a_draft_that_was_begun_again_does_not_say_that_it_is_agreed(client):
    version = planning.an_agreed()
    record_approval(
        actor=planning.kerstin(), version_id=version.id, yes=planning.a_yes(how=How.PHONE)
    )
    version.plan.refresh_from_db()
    revise_plan(actor=planning.kerstin(), plan_id=version.plan_id, version=version.plan.version)

    _status, shown = page(client, "plan", version.case_id)

    assert "a new version is being written" in shown
    assert "Aino Virtanen · over the phone" in shown


def test_a_comment_that_came_too_late_is_given_back(client):
    plan = planning.a_plan()
    near(plan.case, planning.commenter(), RelationKind.PAIR)
    Relation.objects.filter(account=planning.commenter()).update(until_at=clock.now())
    client.force_login(planning.commenter())
    client.cookies["django_language"] = "en"

    answer = client.post(
        reverse("planning:comment", args=[plan.case_id]), {"text": "Verkstaden har flyttat."}
    )

    shown = answer.content.decode()
    assert answer.status_code == 404
    assert "Verkstaden har flyttat." in shown
    assert "Aino" not in shown


@pytest.mark.requirement("PLAN-10")
def test_who_agrees_to_a_row_reads_whose_plan_it_is(client):
    plan = planning.a_plan()
    held = planning.a_row(plan, what="ringer", kind=RowKind.STEP)

    _status, shown = page(client, "row_agree", plan.case_id, held.id)

    assert "Aino Virtanen" in shown
    assert "Work ability support plan" in shown


@pytest.mark.requirement("PLAN-10")
def test_so_does_a_partner_who_may_see_it(client):
    case = a_case()
    near(case, cast.kalle(), RelationKind.MEMBER)
    a_consent(case, {"kela": "own"})
    held = planning.a_row(planning.a_plan(case=case), responsible_id=cast.kalle().id)
    client.force_login(cast.kalle())

    shown = client.get(reverse("planning:row_agree", args=[case.id, held.id])).content.decode()

    assert "Aino Virtanen" in shown
    assert case.reference in shown


@pytest.mark.requirement("PLAN-10")
def test_the_paper_that_was_signed_can_be_added_afterwards(client):
    version = planning.an_agreed()
    yes = planning.a_yes(how=How.PAPER)
    record_approval(actor=planning.kerstin(), version_id=version.id, yes=yes)

    _status, shown = page(client, "plan", version.case_id)

    assert reverse("workspace:document_add", args=[version.case_id]) in shown
    assert "Add the scan of the signed paper" in shown
