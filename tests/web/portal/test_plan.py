"""My plan: read, commented, proposed, approved by the client or who represents them."""

import datetime as dt
import uuid

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.foundation.base import clock
from kaveri.steps.planning.domain import CommentKind, PlanForm, RowKind, Taken, Wish
from kaveri.steps.planning.models import Comment, Goal, OwnWords, PlanRow
from kaveri.steps.planning.services import (
    answer_comment,
    approve_plan,
    comment_plan,
    revise_plan,
    set_own_words,
)
from tests.factories import cast
from tests.factories import planning as given
from tests.factories.casebook import a_case, near
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db
RIGHTS = "This plan does not in itself give a right to services."


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def aino(client, case):
    client.cookies["django_language"] = "en"
    client.force_login(cast.aino_account())
    return client


def sent(**known):
    return {"idempotency_key": str(uuid.uuid4()), **known}


def page_of(aino, case, name="plan/"):
    answer = aino.get(f"/my/{case.id}/{name}")
    assert answer.status_code == 200
    return answer.content.decode()


def a_representative(case, scope=""):
    account = type(cast.aino_account()).objects.create(
        username="maria", first_name="Maria", last_name="Ek"
    )
    account.assignments.create(role="client", from_on=cast.LONG_AGO)
    near(case, account, RelationKind.REPRESENTATIVE)
    case.relations.filter(account=account).update(scope=scope)
    return account


@pytest.mark.requirement("PLAN-1", "PARTICIPATE-1")
def test_without_a_plan_it_says_what_a_plan_is_and_who_makes_it(aino, case):
    page = page_of(aino, case)
    assert "There is no plan here yet." in page
    assert "You make it together with Kerstin Sjöberg" in page


@pytest.mark.requirement("PLAN-1", "PLAN-7", "PLAN-15")
def test_the_plan_says_first_what_i_want_what_happens_and_that_it_gives_no_right(aino, case):
    given.a_plan(case=case, row=given.row_terms(client_part="Jag tar med mitt intyg."))
    page = page_of(aino, case)
    places = [
        page.index(said)
        for said in (
            "This is a draft.",
            given.WORDS,
            "ringer dig",
            "ringer verkstaden",
            "Jag tar med mitt intyg.",
            "Who takes care of the whole",
            "Hur går det?",
            RIGHTS,
            "The whole plan",
        )
    ]
    assert places == sorted(places)


@pytest.mark.requirement("PLAN-7", "PLAN-10")
def test_each_state_of_the_plan_is_said_plainly(aino, case):
    version = given.an_agreed(given.a_plan(case=case))
    assert "The plan waits for you." in page_of(aino, case)
    assert "Your plan waits for you." in aino.get("/my/").content.decode()

    approve_plan(actor=cast.as_actor(cast.aino_account()), version_id=version.id)
    assert "The plan is agreed." in page_of(aino, case)
    assert "Your plan waits for you." not in aino.get("/my/").content.decode()

    revise_plan(actor=given.kerstin(), plan_id=version.plan_id)
    assert "A new version is being written." in page_of(aino, case)
    with clock.standing_at(clock.now() + dt.timedelta(days=60)):
        assert "The plan is out of date." in page_of(aino, case)


@pytest.mark.requirement("PLAN-4")
def test_the_whole_plan_has_my_view_beside_the_recommendation(aino, case):
    plan = given.a_plan(case=case, form=PlanForm.FULL)
    given.a_goal(plan, own_words="Jag vill bygga båtar.")
    given.a_row(
        plan,
        kind=RowKind.SERVICE,
        what="arbetsprövning",
        wish=Wish.UNSURE,
        client_words="Vet inte än.",
        recommendation="Tre månader.",
    )
    page = page_of(aino, case, "plan/whole/")
    for said in ("Jag vill bygga båtar.", "You are unsure.", "Vet inte än.", "Tre månader."):
        assert said in page
    assert RIGHTS in page
    assert "Who may see it" in page


@pytest.mark.requirement("PLAN-10")
def test_i_change_my_own_words_and_add_a_goal(aino, case):
    plan = given.a_plan(case=case)
    now = OwnWords.objects.get(plan=plan)
    aino.post(f"/my/{case.id}/plan/words/", sent(words="Jag vill vila först.", seen=str(now.pk)))
    aino.post(f"/my/{case.id}/plan/goal/", sent(own_words="Jag vill ha jobb.", about_work="on"))
    assert "Jag vill vila först." in page_of(aino, case)
    assert Goal.objects.get(plan=plan).level == "career"


@pytest.mark.requirement("PLAN-10")
def test_nothing_typed_is_lost_when_somebody_else_saved_meanwhile(aino, case):
    plan = given.a_plan(case=case)
    old = OwnWords.objects.get(plan=plan)
    set_own_words(
        actor=cast.as_actor(cast.aino_account()), plan_id=plan.id, words="Annat.", seen=old.pk
    )
    answer = aino.post(f"/my/{case.id}/plan/words/", sent(words="Mitt eget.", seen=str(old.pk)))
    page = answer.content.decode()
    assert "Somebody else saved this while you wrote." in page
    assert "Mitt eget." in page
    assert "Annat." in page
    now = OwnWords.objects.get(plan=plan, replaced_by=None)
    assert str(now.pk) in page
    aino.post(f"/my/{case.id}/plan/words/", sent(words="Mitt eget.", seen=str(now.pk)))
    assert OwnWords.objects.get(plan=plan, replaced_by=None).text == "Mitt eget."


@pytest.mark.requirement("PLAN-10")
def test_in_an_agreed_plan_what_i_write_becomes_a_proposal(aino, case):
    version = given.an_agreed(given.a_plan(case=case))
    aino.post(f"/my/{case.id}/plan/words/", sent(words="Jag vill vila först."))
    comment = Comment.objects.get(plan=version.plan)
    assert comment.kind == CommentKind.PROPOSAL
    assert comment.text == "Jag vill vila först."


@pytest.mark.requirement("PLAN-10")
@pytest.mark.parametrize("kind", list(CommentKind))
def test_i_comment_or_propose_on_the_plan_and_on_any_part(aino, case, kind):
    plan = given.a_plan(case=case)
    row = PlanRow.objects.get(plan=plan)
    aino.post(f"/my/{case.id}/plan/say/{kind}/", sent(text="Bra så."))
    aino.post(f"/my/{case.id}/plan/say/{kind}/row/{row.pk}/", sent(text="Hellre på mars."))
    page = page_of(aino, case, "plan/whole/")
    assert page.index("Hellre på mars.") < page.index("Bra så.")
    assert {comment.kind for comment in Comment.objects.all()} == {kind}


@pytest.mark.requirement("PLAN-4")
def test_what_i_think_of_a_row_that_is_not_mine_is_a_proposal(aino, case):
    plan = given.a_plan(case=case)
    row = PlanRow.objects.get(plan=plan)
    path = f"/my/{case.id}/plan/row/{row.pk}/view/"
    view = sent(wish="does_not_want", client_words="För långt.", version=row.version)
    answer = aino.post(path, view, follow=True)
    assert "Your proposal is sent." in answer.content.decode()
    comment = Comment.objects.get(plan=plan)
    assert comment.text == "I do not want this.\nFör långt."
    assert comment.item_id == row.pk


@pytest.mark.requirement("PLAN-4", "PLAN-10")
def test_in_my_own_row_my_view_is_written_and_i_say_yes_to_it(aino, case):
    plan = given.a_plan(case=case)
    row = given.a_row(plan, what="söker tider", by_client=True, responsible_id=None)
    path = f"/my/{case.id}/plan/row/{row.pk}/"
    aino.post(f"{path}view/", sent(wish="unsure", client_words="Kanske.", version=row.version))
    row.refresh_from_db()
    assert (row.wish, row.client_words) == (Wish.UNSURE, "Kanske.")
    assert "Say yes to this" in page_of(aino, case, "plan/whole/")
    aino.post(f"{path}yes/", sent(version=row.version))
    assert "Say yes to this" not in page_of(aino, case, "plan/whole/")


@pytest.mark.requirement("PLAN-10")
def test_the_row_of_somebody_else_is_not_mine_to_say_yes_to(aino, case):
    row = PlanRow.objects.get(plan=given.a_plan(case=case))
    for name in ("yes", "mark"):
        path = f"/my/{case.id}/plan/row/{row.pk}/{name}/"
        answer = aino.post(path, sent(version=row.version, state="done"))
        assert answer.status_code == 404


@pytest.mark.requirement("PLAN-10", "PLAN-15")
def test_approving_has_a_second_look_and_a_receipt(aino, case):
    version = given.an_agreed(given.a_plan(case=case))
    path = f"/my/{case.id}/plan/{version.id}/"
    page = page_of(aino, case, f"plan/{version.id}/approve/")
    for said in (
        "You may say no or ask for a change.",
        RIGHTS,
        given.WORDS,
        "Yes, this is my plan",
    ):
        assert said in page
    assert version.approvals.count() == 0
    answer = aino.post(f"{path}approve/", sent(), follow=True)
    assert "You have approved the plan" in answer.content.decode()
    assert version.approvals.get().signer == "client"
    again = aino.post(f"{path}approve/", sent()).content.decode()
    assert "This version has been approved already." in again


@pytest.mark.requirement("PLAN-10")
def test_a_version_that_is_no_longer_the_newest_is_not_approved(aino, case):
    old = given.an_agreed(given.a_plan(case=case))
    revise_plan(actor=given.kerstin(), plan_id=old.plan_id)
    given.an_agreed(old.plan)
    answer = aino.post(f"/my/{case.id}/plan/{old.id}/approve/", sent(), follow=True)
    assert "There is a newer version." in answer.content.decode()
    assert old.approvals.count() == 0


@pytest.mark.requirement("PLAN-10")
def test_what_has_changed_since_i_approved_is_said_in_sentences(aino, case):
    first = given.an_agreed(given.a_plan(case=case))
    approve_plan(actor=cast.as_actor(cast.aino_account()), version_id=first.id)
    plan = revise_plan(actor=given.kerstin(), plan_id=first.plan_id)
    given.a_goal(plan, own_words="Jag vill bygga båtar.")
    given.a_row(plan, what="frågar på varvet")
    second = given.an_agreed(plan)
    page = page_of(aino, case, f"plan/{second.id}/changes/")
    assert "2 things are otherwise than in version 1" in page
    assert "A new goal (career goal, ahead): Jag vill bygga båtar." in page
    assert "New in the plan: frågar på varvet" in page


@pytest.mark.requirement("PARTICIPATE-1")
def test_my_tasks_are_ticked_and_taken_back(aino, case):
    plan = given.a_plan(case=case)
    row = given.a_row(plan, what="söker tider", by_client=True, responsible_id=None)
    given.a_row(plan, what="möter dig", client_part="Jag tar med mitt intyg.")
    page = page_of(aino, case, "tasks/")
    assert "söker tider" in page
    assert "Jag tar med mitt intyg." in page
    for state in ("done", "planned"):
        path = f"/my/{case.id}/plan/row/{row.pk}/mark/"
        aino.post(path, sent(version=row.version, state=state))
        row.refresh_from_db()
        assert row.state == state


@pytest.mark.requirement("PLAN-10", "TRUST-1")
def test_a_representative_reads_comments_and_approves_within_scope(client, case):
    plan = given.a_plan(case=case)
    given.a_row(plan, what="samtal på kliniken", category=Category.SUBSTANCE_USE)
    version = given.an_agreed(plan)
    covered = " ".join(set(Category) - {Category.SUBSTANCE_USE})
    client.cookies["django_language"] = "en"
    client.force_login(a_representative(case, f" {covered} "))

    for name in ("plan/", "plan/whole/", f"plan/{version.id}/approve/"):
        page = page_of(client, case, name)
        assert given.WORDS in page
        assert "kliniken" not in page
    client.post(f"/my/{case.id}/plan/say/comment/", sent(text="Bra så."))
    client.post(f"/my/{case.id}/plan/{version.id}/approve/", sent())
    assert Comment.objects.get().text == "Bra så."
    assert version.approvals.get().signer == "representative"


@pytest.mark.requirement("TRUST-1")
def test_the_plan_of_somebody_else_is_not_there(client, case):
    version = given.an_agreed(given.a_plan(case=case))
    stranger = type(cast.aino_account()).objects.create(username="x", first_name="X", last_name="Y")
    stranger.assignments.create(role="client", from_on=cast.LONG_AGO)
    client.force_login(stranger)
    for name in ("", "whole/", "words/", "goal/", "say/comment/", f"{version.id}/approve/"):
        assert client.get(f"/my/{case.id}/plan/{name}").status_code == 404


@pytest.mark.requirement("PLAN-10")
def test_a_comment_and_its_answer_stand_at_their_part(aino, case):
    plan = given.a_plan(case=case)
    row = PlanRow.objects.get(plan=plan)
    comment_plan(
        actor=given.kerstin(), plan_id=plan.id, text="Jag frågar.", part="row", item_id=row.pk
    )
    page = page_of(aino, case, "plan/whole/")
    assert "Jag frågar." in page
    assert "Kerstin Sjöberg" in page


@pytest.mark.parametrize(
    "name", ["", "plan/", "plan/whole/", "plan/keeping/", "tasks/", "answers/"]
)
def test_sixty_rows_are_read_in_at_most_fifteen_questions(
    aino, case, name, django_assert_max_num_queries
):
    plan = given.a_plan(case=case)
    row = PlanRow.objects.get(plan=plan)
    for place in range(2, 61):
        row.pk, row.place, row.by_client = uuid.uuid4(), place, bool(place % 2)
        row.save(force_insert=True)
    given.an_agreed(plan)
    with django_assert_max_num_queries(30) as seen:
        aino.get(f"/my/{case.id}/{name}")
    assert len(asked_of_rows(seen)) <= 15


@pytest.mark.requirement("PLAN-10")
@pytest.mark.parametrize(
    ("language", "one", "new"),
    [
        ("en", "Something you said about your plan has been answered.", "New answer:"),
        ("sv", "Något du sade om din plan har fått ett svar.", "Nytt svar:"),
        ("fi", "Sanoit jotain suunnitelmastasi, ja siihen on vastattu.", "Uusi vastaus:"),
    ],
)
def test_the_home_says_that_what_was_said_is_answered_until_it_is_read(
    aino, case, language, one, new
):
    plan = given.a_plan(case=case)
    row = comment_plan(
        actor=cast.as_actor(cast.aino_account()), plan_id=plan.id, text="Hellre deltid."
    )
    aino.cookies["django_language"] = language
    assert one not in aino.get("/my/").content.decode()
    answer_comment(
        actor=given.kerstin(),
        comment_id=row.id,
        taken=Taken.TAKEN,
        words="Vi skriver om det.",
        version=row.version,
    )
    assert one in aino.get("/my/").content.decode()
    assert aino.head(f"/my/{case.id}/plan/whole/").status_code == 200
    assert new in page_of(aino, case, "plan/whole/")
    assert one not in aino.get("/my/").content.decode()
    assert new not in page_of(aino, case, "plan/whole/")


@pytest.mark.requirement("PLAN-10", "TRUST-1")
def test_who_sees_a_part_is_told_so_before_a_yes_and_a_no_is_as_near(client, case):
    plan = given.a_plan(case=case)
    given.a_row(plan, what="samtal på kliniken", category=Category.SUBSTANCE_USE)
    version = given.an_agreed(plan)
    covered = " ".join(set(Category) - {Category.SUBSTANCE_USE})
    client.cookies["django_language"] = "en"
    client.force_login(a_representative(case, f" {covered} "))
    page = page_of(client, case, f"plan/{version.id}/approve/")
    assert "You see only a part of this plan." in page
    assert "No, not like this" in page
    client.force_login(cast.aino_account())
    client.cookies["django_language"] = "en"
    page = page_of(client, case, f"plan/{version.id}/approve/")
    assert "You see only a part of this plan." not in page
    assert "No, not like this" in page


@pytest.mark.requirement("PLAN-10")
def test_the_plan_says_who_gave_the_approval(client, case):
    version = given.an_agreed(given.a_plan(case=case))
    maria = a_representative(case)
    approve_plan(actor=cast.as_actor(maria), version_id=version.id)
    client.cookies["django_language"] = "en"
    client.force_login(cast.aino_account())
    assert "Maria Ek approved it on" in page_of(client, case)


@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("name", ["answers/", "told/", "tasks/"])
def test_what_a_representative_may_not_see_is_not_said_to_be_missing(client, case, name):
    client.cookies["django_language"] = "en"
    client.force_login(a_representative(case, f" {Category.IDENTITY_CONTACT} "))
    page = page_of(client, case, name)
    assert "it is not shown to you" in page
    assert "You have not been asked about your work ability yet." not in page
    assert "Nothing is asked of you just now." not in page
