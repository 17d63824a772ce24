"""Results from elsewhere, scale by scale: by hand or from a file; never recomputed."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.selectors import home_for
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.questionnaires.actions import QuestionnaireAction
from kaveri.steps.questionnaires.domain.importing import Line, Result, judge
from kaveri.steps.questionnaires.domain.recording import obstacles_to_recording
from kaveri.steps.questionnaires.models import ScaleResult

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of a file, line by line."""

    read: int
    stored: int
    already: int
    wrong: tuple[Line, ...]


def record_results(
    *,
    actor: Actor,
    case_id: UUID,
    measure: str,
    measured_on: dt.date,
    lowest: Decimal,
    highest: Decimal,
    scores: Mapping[str, Decimal],
    sending: UUID | None = None,
) -> list[ScaleResult]:
    """One result of a measure that was filled in elsewhere, as it stands there."""
    with acting(QuestionnaireAction.RECORD, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        standing = ScaleResult.objects.filter(
            case_id=case.pk, measure=measure, measured_on=measured_on, asking=None
        )
        refuse_if(
            obstacles_to_recording(
                scores=scores,
                lowest=lowest,
                highest=highest,
                ahead=measured_on > clock.today(),
                standing=set(standing.values_list("scale", flat=True)),
            )
        )
        lines = [
            Result(case.reference, scale, measured_on, score, lowest, highest)
            for scale, score in scores.items()
        ]
        rows = _store(act, measure, lines, {case.reference: case})
        act.record(case, facts={"measure": measure, "scales": len(rows)})
    return rows


def import_results(
    *, actor: Actor, measure: str, lines: Iterable[Line], sending: UUID | None = None
) -> Report:
    """Every line is stored, stands already, or is named; a case one may not measure is as unknown as none."""
    with acting(QuestionnaireAction.IMPORT, actor=actor, sending=sending) as act:
        act.allow()
        every = list(lines)
        mine = _mine(actor, {line.result.case for line in every if line.result})
        standing = {
            (reference, scale, day): score
            for reference, scale, day, score in ScaleResult.objects.filter(
                case_id__in=[case.pk for case in mine.values()], measure=measure, asking=None
            ).values_list("case__reference", "scale", "measured_on", "score")
        }
        new, already, wrong = judge(every, cases=mine, standing=standing)
        _store(act, measure, new, mine)
        touched = {result.case for result in new}
        act.record(
            subjects=[mine[reference].client_id for reference in sorted(touched)],
            facts={
                "measure": measure,
                "lines": len(every),
                "stored": len(new),
                "already": already,
                "wrong": len(wrong),
            },
        )
    return Report(read=len(every), stored=len(new), already=already, wrong=tuple(wrong))


def _mine(actor: Actor, references: set[str]) -> dict[str, "Case"]:
    """The cases the actor may measure, of those the file names."""
    found: dict[str, Case] = {}
    ordered = sorted(references)
    for start in range(0, len(ordered), _AT_ONCE):
        rows = cases.cases().filter(reference__in=ordered[start : start + _AT_ONCE])
        permitted = policy.permitted(rows, QuestionnaireAction.RECORD, actor)
        found |= {case.reference: case for case in permitted}
    return found


def _store(
    act: Act, measure: str, results: Iterable[Result], known: Mapping[str, "Case"]
) -> list[ScaleResult]:
    now = clock.now()
    homes = {
        reference: home_for(act.actor, known[reference], Category.FUNCTIONING)
        for reference in {result.case for result in results}
    }
    rows = [
        ScaleResult(
            case_id=known[result.case].pk,
            measure=measure,
            scale=result.scale,
            score=result.score,
            lowest=result.lowest,
            highest=result.highest,
            measured_on=result.day,
            recorded_at=now,
            recorded_by_id=act.actor.account_id,
            **homes[result.case],
        )
        for result in results
    ]
    return ScaleResult.objects.bulk_create(rows, batch_size=_AT_ONCE)
