"""Ten thousand lines with two hundred planted faults: each named by its line, the rest stored, twice nothing new."""

import datetime as dt
import random

import pytest

from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.documents.tables import read_table
from kaveri.steps.questionnaires.domain.importing import Fault, find_columns, read_lines
from kaveri.steps.questionnaires.models import ScaleResult
from kaveri.steps.questionnaires.selectors import scale_names
from kaveri.steps.questionnaires.services import import_results
from tests.factories import cast
from tests.factories.workspace import many_cases

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]
HEAD = ["Ärende", "Datum", "Skala", "Poäng", "Lägsta", "Högsta"]
SCALES = ["Delaktighet", "Mieli", "Everyday life", "skills", "Kropp"]
# How a line is broken, and what must be said of it.
BREAKS = {
    Fault.CASE_UNKNOWN: (0, "K-1999-99999"),
    Fault.DAY_UNREADABLE: (1, "31.2.2026"),
    Fault.DAY_AHEAD: (1, "31.12.2199"),
    Fault.SCALE_UNKNOWN: (2, "Hälsa"),
    Fault.SCORE_UNREADABLE: (3, "bra"),
    Fault.RANGE_UNREADABLE: (5, ""),
    Fault.OUTSIDE_RANGE: (3, "250"),
}


def table(references, lines):
    days = lines // (len(references) * len(SCALES))
    first = clock.today() - dt.timedelta(days=days)
    return [
        [
            reference,
            f"{first + dt.timedelta(days=day):%d.%m.%Y}",
            scale,
            f"{(day * 7) % 100},5",
            "0",
            "100",
        ]
        for reference in references
        for day in range(days)
        for scale in SCALES
    ]


def as_csv(rows):
    return "\r\n".join(";".join(row) for row in [HEAD, *rows]).encode("cp1252")


def lines_of(content, name="resultat.csv"):
    rows = list(read_table(name, content))
    columns = find_columns(rows[0][1])
    return list(
        read_lines(rows[1:], columns, scales=scale_names("kykyviisari"), today=clock.today())
    )


def brought(content, account=None):
    return import_results(
        actor=cast.as_actor(account or cast.kerstin()),
        measure="kykyviisari",
        lines=lines_of(content),
    )


def test_ten_thousand_lines_with_two_hundred_planted_faults():
    cases = many_cases(50)
    rows = table([case.reference for case in cases], 10_000)
    assert len(rows) == 10_000
    lot = random.Random(2026)  # noqa: S311 nothing secret
    planted = {}
    for at in lot.sample(range(10_000), 200):
        fault = lot.choice(list(BREAKS))
        place, text = BREAKS[fault]
        rows[at] = [*rows[at][:place], text, *rows[at][place + 1 :]]
        # The head is line 1.
        planted[at + 2] = (fault,)
    content = as_csv(rows)

    report = brought(content)

    assert {line.number: line.faults for line in report.wrong} == planted
    assert (report.read, report.stored, report.already) == (10_000, 9_800, 0)
    assert ScaleResult.objects.count() == 9_800
    again = brought(content)
    assert (again.stored, again.already, len(again.wrong)) == (0, 9_800, 200)
    assert ScaleResult.objects.count() == 9_800
    event = Event.objects.filter(action="questionnaires.result.import").first()
    assert event.facts["wrong"] == 200
    assert set(Subject.objects.filter(event_id=event.id).values_list("client_id", flat=True)) <= {
        case.client_id for case in cases
    }


def test_another_score_for_the_same_day_is_named_and_nothing_is_overwritten():
    [case] = many_cases(1)
    row = table([case.reference], 5)[0]
    brought(as_csv([row]))
    report = brought(as_csv([[*row[:3], "99", "0", "100"]]))
    assert [line.faults for line in report.wrong] == [(Fault.ANOTHER_SCORE,)]
    assert ScaleResult.objects.get().score == 0.5


def test_the_same_line_twice_in_a_file_stands_once():
    [case] = many_cases(1)
    row = table([case.reference], 5)[0]
    report = brought(as_csv([row, row]))
    assert (report.stored, report.already) == (1, 1)


@pytest.mark.requirement("TRUST-1")
def test_a_case_of_somebody_elses_is_as_unknown_as_none():
    [case] = many_cases(1)
    report = brought(as_csv(table([case.reference], 5)), cast.mikko())
    assert {line.faults for line in report.wrong} == {(Fault.CASE_UNKNOWN,)}
    assert not ScaleResult.objects.exists()


@pytest.mark.requirement("TRUST-1")
def test_a_client_brings_no_file():
    with pytest.raises(Denied):
        brought(as_csv([]), cast.aino_account())
