"""The plan as an agreement: put in order, agreed to by each, known by all who made it, read as it was."""

import re

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.steps.planning.domain import CommentKind, Part, PlanForm
from kaveri.steps.planning.models import Confirmation, PlanRow
from kaveri.steps.planning.services import comment_plan
from tests.factories import cast, planning
from tests.factories.assessment import a_statement
from tests.factories.casebook import near

pytestmark = pytest.mark.django_db
KEY = "0190a5f0-0000-7000-8000-00000000000%d"


def opened(client, account, name, *args, sent=None, **query):
    client.force_login(account)
    client.cookies["django_language"] = "en"
    address = reverse(name, args=args)
    answer = client.post(address, sent, follow=True) if sent else client.get(address, query)
    assert answer.status_code in {200, 404}
    return re.sub(r"\s+", " ", answer.content.decode()) if answer.status_code == 200 else ""


def sent(number, **fields):
    return {"idempotency_key": KEY % number, **fields}


def names():
    return [row.what for row in PlanRow.objects.order_by("place")]


@pytest.mark.requirement("PLAN-5")
def test_a_row_goes_up_and_the_button_that_was_pressed_has_the_focus_again(client):
    plan = planning.a_plan()
    for what in ("två", "tre"):
        planning.a_row(plan, what=what)
    plan.refresh_from_db()
    last = PlanRow.objects.get(what="tre")
    page = opened(client, cast.kerstin(), "planning:order", plan.case_id)
    assert f'id="up-{last.id}"' in page
    assert f'id="down-{last.id}"' not in page
    address = reverse("planning:order", args=[plan.case_id])
    move = sent(1, row=last.id, way="up", version=plan.version)
    assert client.post(address, move).url == f"{address}#up-{last.id}"
    assert names() == ["ringer verkstaden", "tre", "två"]
    plan.refresh_from_db()
    move = sent(2, row=last.id, way="up", version=plan.version)
    # At the top it can only go down again.
    assert client.post(address, move).url == f"{address}#down-{last.id}"
    assert names() == ["tre", "ringer verkstaden", "två"]


@pytest.mark.requirement("PLAN-5")
def test_somebody_else_moved_a_row_meanwhile_and_nothing_is_moved_unseen(client):
    plan = planning.a_plan()
    row = planning.a_row(plan, what="två")
    plan.refresh_from_db()
    seen = plan.version
    planning.a_row(plan, what="tre")
    move = sent(1, row=row.id, way="up", version=seen)
    page = opened(client, cast.kerstin(), "planning:order", plan.case_id, sent=move)
    assert "The rows have changed in the meantime." in page
    assert names() == ["ringer verkstaden", "två", "tre"]


@pytest.mark.requirement("PLAN-10")
def test_the_responsible_one_agrees_from_my_day_and_from_the_plan(client):
    plan = planning.a_plan()
    near(plan.case, cast.mikko(), RelationKind.COACH)
    row = planning.a_row(plan, what="besöker verkstaden", responsible_id=cast.mikko().id)
    agree = reverse("planning:row_agree", args=[plan.case_id, row.id])
    for name, args in (("workspace:my_day", []), ("planning:plan", [plan.case_id])):
        assert agree in opened(client, cast.mikko(), name, *args), name
        assert agree not in opened(client, cast.kerstin(), name, *args), name
    asked = opened(client, cast.mikko(), "planning:row_agree", plan.case_id, row.id)
    assert "besöker verkstaden" in asked
    page = opened(
        client,
        cast.mikko(),
        "planning:row_agree",
        plan.case_id,
        row.id,
        sent=sent(1, version=row.version),
    )
    assert "You have agreed to it." in page
    assert agree not in page
    assert agree not in opened(client, cast.mikko(), "workspace:my_day")
    assert row.agreements.get().by == cast.mikko()


@pytest.mark.requirement("PLAN-10")
def test_whoever_made_the_plan_says_that_they_know_it_and_it_stands_beside_their_name(client):
    plan = planning.a_plan()
    planning.a_row(plan, what="visar", responsible_id=None, responsible_name="Nisse Ek")
    version = planning.an_agreed(plan)
    args = (plan.case_id, version.id)
    confirm = reverse("planning:confirm", args=args)
    assert confirm in opened(client, cast.kerstin(), "planning:plan", plan.case_id)
    page = opened(client, cast.kerstin(), "planning:confirm", *args, sent=sent(1))
    assert "It is noted that you know the plan." in page
    assert confirm not in page
    assert confirm not in opened(client, cast.kerstin(), "planning:plan", plan.case_id)
    asked = opened(client, cast.kerstin(), "planning:confirmation", *args)
    assert "Nisse Ek" in asked
    assert cast.kerstin().full_name not in re.search(r"<select.*?</select>", asked).group()
    said = sent(2, name="Nisse Ek", how="phone", on=planning.in_days(0).isoformat())
    page = opened(client, cast.kerstin(), "planning:confirmation", *args, sent=said)
    assert "Has not said yet" not in page
    assert Confirmation.objects.count() == 2


@pytest.mark.requirement("PLAN-10")
def test_who_did_not_make_the_plan_is_not_asked_whether_they_know_it(client):
    version = planning.an_agreed()
    near(version.case, cast.mikko(), RelationKind.PAIR)
    page = opened(client, cast.mikko(), "planning:version", version.case_id, version.id)
    assert reverse("planning:confirm", args=[version.case_id, version.id]) not in page


@pytest.mark.requirement("PLAN-10")
def test_an_old_version_is_read_as_it_was(client):
    plan = planning.a_plan(form=PlanForm.FULL)
    planning.a_goal(plan, own_words="Jag vill måla båtar.")
    first = planning.an_agreed(plan)
    second = planning.agreed_again(first)
    old = opened(client, cast.kerstin(), "planning:version", plan.case_id, first.id)
    assert "This is an earlier version." in old
    assert "Jag vill måla båtar." in old
    assert planning.WORDS in old
    assert "besöker verkstaden" not in old
    new = opened(client, cast.kerstin(), "planning:version", plan.case_id, second.id)
    assert "besöker verkstaden" in new
    assert "This is an earlier version." not in new


@pytest.mark.requirement("PLAN-10")
def test_any_two_versions_are_compared_as_chosen(client):
    first = planning.an_agreed()
    second = planning.agreed_again(first)
    third = planning.agreed_again(second)
    args = (first.case_id, third.id)
    plain = opened(client, cast.kerstin(), "planning:compare", *args)
    assert "Version 3 compared with version 2" in plain
    assert plain.count("besöker verkstaden") == 1
    chosen = opened(client, cast.kerstin(), "planning:compare", *args, old=3, new=1)
    assert "Version 3 compared with version 1" in chosen
    assert chosen.count("besöker verkstaden") == 2
    assert not opened(client, cast.kerstin(), "planning:compare", *args, old=1, new=9)


@pytest.mark.requirement("PLAN-1")
def test_what_the_client_wants_stands_before_anything_else_in_the_plan(client):
    plan = planning.a_plan(form=PlanForm.FULL)
    page = opened(client, cast.kerstin(), "planning:plan", plan.case_id)
    whole = page[page.index('id="words"') :]
    places = [whole.index(words) for words in (planning.WORDS, "Agree the plan", "1 Goals")]
    assert places == sorted(places)
    assert whole.count(planning.WORDS) == 1


@pytest.mark.requirement("PLAN-10")
def test_a_proposal_stands_beside_what_it_is_about_and_is_answered_there(client):
    plan = planning.a_plan(form=PlanForm.FULL)
    goal = planning.a_goal(plan)
    row = comment_plan(
        actor=cast.as_actor(cast.aino_account()),
        plan_id=plan.id,
        text="Hellre deltid.",
        kind=CommentKind.PROPOSAL,
        part=Part.GOAL,
        item_id=goal.id,
    )
    page = opened(client, cast.kerstin(), "planning:plan", plan.case_id)
    assert page.count("Hellre deltid.") == 2  # the words, and what the link is heard as
    assert page.index("1 Goals") < page.index("Hellre deltid.") < page.index("2 Situation")
    assert "1 comment or proposal waits for an answer" in page
    answer = sent(1, taken="taken", words="Det gör vi.", version=row.version)
    page = opened(
        client, cast.kerstin(), "planning:comment_answer", plan.case_id, row.id, sent=answer
    )
    assert "Det gör vi." in page
    assert "waits for an answer" not in page
    client.force_login(cast.aino_account())
    seen = client.get(reverse("portal:plan_whole", args=[plan.case_id])).content.decode()
    assert "Det gör vi." in seen


@pytest.mark.requirement("PLAN-14")
def test_several_known_things_are_ticked_and_taken_at_once_each_with_source_and_date(client):
    plan = planning.a_plan(form=PlanForm.FULL)
    told = [a_statement(case=plan.case, text=text) for text in ("Sover dåligt.", "Tål inte damm.")]
    left = a_statement(case=plan.case, text="Går gärna ut.")
    args = [plan.case_id]
    page = opened(client, cast.kerstin(), "planning:known", *args)
    day = re.escape(planning.in_days(0).strftime("%-d %B %Y"))
    assert len(re.findall(rf"The client, {day}", page)) == 3
    missed = opened(client, cast.kerstin(), "planning:known", *args, sent=sent(1))
    assert "Choose at least one thing to take over." in missed
    ticked = sent(2, statements=[row.id for row in told])
    page = opened(client, cast.kerstin(), "planning:known", *args, sent=ticked)
    assert "Sover dåligt." in page
    assert "Tål inte damm." in page
    assert left.text not in page
    assert left.text in opened(client, cast.kerstin(), "planning:known", *args)


def test_each_duty_leads_to_where_it_is_done_from_the_plan_and_the_case(client):
    version = planning.an_agreed()
    args = [version.case_id]
    duties = reverse("workspace:duties", args=args)
    for name in ("planning:plan", "workspace:case"):
        assert duties in opened(client, cast.kerstin(), name, *args), name
    page = opened(client, cast.kerstin(), "workspace:duties", *args)
    for name, part in (
        ("permission:consents", ""),
        ("coordination:tasks", ""),
        ("coordination:network", ""),
        ("planning:plan", ""),
        ("planning:plan", "#roles"),
        ("planning:plan", "#follow-up"),
    ):
        assert f'<a href="{reverse(name, args=args)}{part}">' in page, name
    near(version.case, cast.mikko(), RelationKind.COACH)
    assert duties not in opened(client, cast.mikko(), "planning:plan", *args)


@pytest.mark.requirement("PLAN-10")
def test_what_the_client_said_is_a_step_that_leads_to_the_plan(client):
    plan = planning.a_plan()
    comment_plan(actor=cast.as_actor(cast.aino_account()), plan_id=plan.id, text="Hellre deltid.")
    page = opened(client, cast.kerstin(), "workspace:case", plan.case_id)
    assert "answers what was said about the plan" in page
    task = Task.objects.get(kind=TaskKind.ANSWER_REMARK)
    done = client.get(reverse("coordination:step_done", args=[task.id]))
    assert done.url == reverse("planning:plan", args=[plan.case_id])
