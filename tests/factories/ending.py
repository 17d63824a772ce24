"""Endings "in this state", made through the services."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.domain import Reached
from kaveri.casebook.timeline.domain import Way as ContactWay
from kaveri.casebook.timeline.services import record_contact
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.ending.domain import Plan, Way
from kaveri.steps.ending.models import Ending
from kaveri.steps.ending.services import end_support, prepare_ending, write_summary
from tests.factories import cast

PARTS = {
    "own_words": "Jag vill jobba igen.",
    "done": "Vi träffades fyra gånger.",
    "came_of_it": "Du började på växthuset.",
    "continues": "Liisa Laine på vuxensocialarbetet.",
    "come_back": "Ring 02 555 0100.",
}


def a_plan(way: Way = Way.AGREED, **known: Any) -> Plan:
    """What is needed to end this way, complete."""
    after = {
        "after_care_on": clock.today() + dt.timedelta(days=30),
        "after_care_owner_id": cast.kerstin().id,
    }
    whole = {
        "outcome": "Arbete på deltid i ett växthus.",
        "continues": "somebody",
        "who_continues": "Liisa Laine, vuxensocialarbete",
        "continues_phone": "+358505550103",
    }
    agreed = {"agreed_how": "meeting", "agreed_on": clock.today()}
    by_way: dict[Way, dict[str, Any]] = {
        Way.AGREED: {**whole, **agreed, **after, "reason": "work", "network_told": True},
        Way.BY_CLIENT: {**whole, **agreed, "after_care_declined": True},
        Way.MOVED: whole,
        Way.UNREACHABLE: whole,
        Way.DIED: {"outcome": "Anhöriga ringde."},
    }
    return Plan(way=way, **{**by_way[way], **known})


def done_with_tasks(case: Case) -> dict[str, str]:
    """Every open task of the case is done."""
    return {str(task.id): "done" for task in Task.objects.filter(case=case, state="open")}


def prepare(
    case: Case, way: Way = Way.AGREED, *, by: Account | None = None, **known: Any
) -> Ending:
    """The ending is prepared."""
    return prepare_ending(
        actor=cast.as_actor(by or cast.kerstin()),
        case_id=case.id,
        plan=a_plan(way, **known),
        tasks=done_with_tasks(case),
    )


def with_summary(case: Case) -> None:
    """The draft of the summary is written."""
    write_summary(
        actor=cast.as_actor(cast.kerstin()), case_id=case.id, language="sv", parts=dict(PARTS)
    )


def end(case: Case, *, by: Account | None = None) -> Ending:
    """The prepared ending happens."""
    ending = Ending.objects.get(case=case, state="prepared")
    return end_support(
        actor=cast.as_actor(by or cast.kerstin()),
        case_id=case.id,
        version=ending.version,
        given_how="letter",
    )


def an_ended_case(case: Case) -> Ending:
    """Agreed together and ended."""
    prepare(case)
    with_summary(case)
    return end(case)


def a_try(case: Case, days_ago: int, reached: Reached = Reached.NO_ANSWER) -> None:
    """Somebody tried to reach the client so many days ago."""
    record_contact(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        way=ContactWay.PHONE,
        reached=reached,
        on=clock.now() - dt.timedelta(days=days_ago, minutes=1),
    )
