"""How the log is told: plain kinds, one line an hour, what a representative is told."""

import datetime as dt
import uuid

import pytest

from kaveri.foundation.access import policy
from kaveri.steps.insight.domain.looks import (
    BEGINNINGS,
    Kind,
    Touch,
    first_day,
    kind_of,
    merged,
    told_within,
)
from kaveri.steps.insight.labels import KINDS

KERSTIN, SARA = uuid.uuid4(), uuid.uuid4()
NOON = dt.datetime(2026, 11, 19, 12, tzinfo=dt.UTC)


def unsaid(actions):
    return [action for action in actions if kind_of(action) not in KINDS]


@pytest.mark.requirement("TRUST-1")
def test_every_declared_use_case_has_plain_words_in_the_log():
    assert unsaid(policy.table()) == []


def test_a_use_case_without_words_is_seen():
    assert unsaid(["painting.colour.mix", "assessment.statement.read"]) == ["painting.colour.mix"]


def test_the_longest_beginning_counts():
    assert kind_of("workspace.person.read") is Kind.PERSON
    assert kind_of("workspace.cases.read") is Kind.LISTS
    assert all(beginning.endswith(".") for beginning in BEGINNINGS)


def touch(who=KERSTIN, hours=0, action="timeline.entry.read", outcome="seen", **more):
    return Touch(
        account_id=who,
        job="",
        organisation_id=None,
        hour=NOON + dt.timedelta(hours=hours),
        action=action,
        outcome=outcome,
        **more,
    )


@pytest.mark.requirement("TRUST-1")
def test_a_workers_looks_within_an_hour_are_one_line_and_the_newest_stands_first():
    lines = merged(
        [
            touch(),
            touch(action="timeline.note.write", outcome="done", ground="own"),
            touch(action="ending.summary.print", outcome="done"),
            touch(action="plan.item.read", outcome="denied"),
            touch(hours=1),
            touch(who=SARA),
        ]
    )
    assert [line.hour.hour for line in lines] == [13, 12, 12]
    one = next(line for line in lines if line.account_id == KERSTIN and line.hour == NOON)
    assert (one.written, one.tried, one.grounds) == ([Kind.NOTES], [Kind.PLAN], ["own"])
    assert set(one.read) == {Kind.NOTES, Kind.ENDING}


def test_a_form_that_was_refused_changed_nothing():
    (line,) = merged([touch(action="timeline.note.write", outcome="refused")])
    assert (line.read, line.written) == ([Kind.NOTES], [])


def test_a_representative_is_told_of_what_the_document_covers():
    actions = ["plan.item.read", "measures.work_ability.read", "workspace.person.read"]
    assert told_within(actions, {"functioning"}) == actions[1:]


def test_the_log_reaches_two_years_back():
    assert first_day(dt.date(2028, 2, 29)) == dt.date(2026, 2, 28)
