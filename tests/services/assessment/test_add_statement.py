"""Writing down what is known of the situation."""

import uuid

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.steps.assessment.domain import StatementObstacle
from kaveri.steps.assessment.models import Statement
from kaveri.steps.assessment.services import add_statement
from tests.factories import cast
from tests.factories.assessment import a_statement, in_days, said
from tests.factories.casebook import a_case, aino, near

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-1")]


def add(account, case, heading="health", sending=None, **known):
    return add_statement(
        actor=cast.as_actor(account),
        case_id=case.id,
        heading=heading,
        said=said(**known),
        sending=sending,
    )


def test_a_statement_keeps_who_said_it_when_and_who_wrote():
    row = a_statement(in_own_words=True)
    assert (row.source, row.said_on, row.written_by) == (Source.CLIENT, in_days(0), cast.kerstin())
    assert row.in_own_words


@pytest.mark.parametrize(
    ("known", "category"),
    [
        ({}, Category.HEALTH),
        ({"prompt": "substances"}, Category.SUBSTANCE_USE),
        ({"category": Category.FUNCTIONING}, Category.FUNCTIONING),
        ({"prompt": "substances", "category": Category.HEALTH}, Category.HEALTH),
    ],
)
def test_the_category_is_the_chosen_one_else_the_prompts_else_the_headings(known, category):
    assert a_statement(**known).category == category


def test_everything_that_is_missing_is_said_at_once():
    case = a_case()
    with pytest.raises(Refused) as refused:
        add(
            cast.kerstin(),
            case,
            text="  ",
            said_on=in_days(1),
            source=Source.KELA,
            in_own_words=True,
        )
    assert refused.value.obstacles == [
        StatementObstacle.NOTHING_SAID,
        StatementObstacle.SAID_IN_THE_FUTURE,
        StatementObstacle.NOT_THE_CLIENTS_WORDS,
    ]
    with pytest.raises(Refused):
        add(cast.kerstin(), case, heading="stars")
    assert not Statement.objects.exists()


@pytest.mark.parametrize("kind", ["pair", "substitute", "member", "team", "special_team"])
def test_those_who_work_on_the_case_may_write(kind):
    case = a_case()
    near(case, cast.mikko(), RelationKind(kind))
    assert add(cast.mikko(), case).written_by == cast.mikko()


@pytest.mark.parametrize("kind", ["", "predecessor", "coach", "receiver"])
def test_others_may_not(kind):
    case = a_case()
    if kind:
        near(case, cast.mikko(), RelationKind(kind))
    with pytest.raises(Denied):
        add(cast.mikko(), case)


def test_a_case_of_another_register_is_not_there():
    case = a_case()
    for kind in (RelationKind.PAIR, RelationKind.MEMBER):
        near(case, cast.sara(), kind)
    with pytest.raises(Denied):
        add(cast.sara(), case)


def test_one_event_with_the_client_and_no_words():
    a_statement()
    event = Event.objects.get(action="assessment.statement.add")
    assert Subject.objects.get(event_id=event.id).client_id == aino().id
    assert event.facts == {"category": "health"}


def test_a_double_click_writes_once():
    case, key = a_case(), uuid.uuid4()
    add(cast.kerstin(), case, sending=key)
    with pytest.raises(AlreadyDone):
        add(cast.kerstin(), case, sending=key)
    assert Statement.objects.count() == 1
