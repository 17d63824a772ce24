"""Whatever is done in whatever order: agreed versions stand, and every accepted word is found."""

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from kaveri.foundation.base.errors import Changed, Refused
from kaveri.steps.planning.models import Comment, Former, Goal, OwnWords, PlanRow, PlanVersion
from kaveri.steps.planning.selectors import goals, own_words
from kaveri.steps.planning.services import (
    change_goal,
    change_row,
    comment_plan,
    revise_plan,
    set_own_words,
)
from tests.factories.planning import (
    a_goal,
    a_plan,
    an_agreed,
    goal_terms,
    kerstin,
    row_terms,
)

STEPS = ["words", "goal", "row", "comment", "agree", "revise", "late"]


def written():
    """Every text that can be found somewhere."""
    yield from OwnWords.objects.values_list("text", flat=True)
    yield from Goal.objects.values_list("own_words", flat=True)
    yield from PlanRow.objects.values_list("what", flat=True)
    yield from Comment.objects.values_list("text", flat=True)
    for content in Former.objects.values_list("content", flat=True):
        yield content["what"]


def take(step, plan, text):
    """Carry out one step; the late one comes with what it saw long ago."""
    actor, goal, row = kerstin(), goals().get(), PlanRow.objects.get()
    if step == "words":
        seen = own_words().get().id
        set_own_words(actor=actor, plan_id=plan.id, words=text, seen=seen)
    elif step == "goal":
        new = goal_terms(own_words=text)
        change_goal(actor=actor, goal_id=goal.id, version=goal.version, goal=new)
    elif step == "row":
        new = row_terms(what=text)
        change_row(actor=actor, row_id=row.id, version=row.version, row=new)
    elif step == "late":
        change_row(actor=actor, row_id=row.id, version=row.version - 1, row=row_terms(what=text))
    elif step == "comment":
        comment_plan(actor=actor, plan_id=plan.id, text=text)
    elif step == "agree":
        an_agreed(plan)
    else:
        revise_plan(actor=actor, plan_id=plan.id)


@pytest.mark.django_db
@pytest.mark.requirement("PLAN-10")
@settings(max_examples=10)
@given(steps=st.lists(st.sampled_from(STEPS), max_size=14))
def test_agreed_versions_stand_and_every_accepted_word_is_found(steps):
    with transaction.atomic():  # noqa: TID251 - so that the example leaves nothing behind
        plan = a_plan()
        a_goal(plan)
        accepted, kept = set(), {}
        for number, step in enumerate(steps):
            text = f"ord nummer {number} {step}"
            try:
                take(step, plan, text)
            except (Changed, Refused):
                continue
            if step not in {"agree", "revise"}:
                accepted.add(text)
            kept = dict(PlanVersion.objects.values_list("id", "content")) | kept
            assert dict(PlanVersion.objects.values_list("id", "content")) == kept
        assert accepted <= set(written())
        transaction.set_rollback(True)
