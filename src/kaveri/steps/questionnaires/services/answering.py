"""Keeping answers screen by screen, and handing them in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.services import promise_answer, require_next_step
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Changed, Denied, Refused, refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.questionnaires import selectors
from kaveri.steps.questionnaires.actions import QuestionnaireAction
from kaveri.steps.questionnaires.domain import (
    TIMES,
    CannotStand,
    Screen,
    Value,
    key_of,
    missing,
    read_answers,
    scores_of,
    screens_of,
)
from kaveri.steps.questionnaires.domain.asking import (
    AskingObstacle,
    Told,
    Way,
    obstacles_to_finishing,
)
from kaveri.steps.questionnaires.models import Asking, ScaleResult
from kaveri.steps.questionnaires.services.asking import tell

_LATER = {Way.HOME, Way.LINK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What somebody wrote on one screen, and the mark of what stood there when they began."""

    screen: str
    seen: str
    answers: Mapping[str, Sequence[str]]
    own_words: Mapping[str, str] = field(default_factory=dict)
    # Whether the group that repeats is answered once more.
    again: bool = False


def keep(*, actor: Actor, asking_id: UUID, written: Written, sending: UUID | None = None) -> Asking:
    """One screen is kept; nothing else of the answers changes."""
    with acting(QuestionnaireAction.KEEP, actor=actor, sending=sending) as act:
        row = act.fetch(selectors.askings(), asking_id)
        _keep(act, row, written)
    return row


def finish(*, actor: Actor, asking_id: UUID, sending: UUID | None = None) -> Asking:
    """The answers are handed in: scores are counted, and somebody goes through them with the client."""
    with acting(QuestionnaireAction.FINISH, actor=actor, sending=sending) as act:
        row = act.fetch(selectors.askings(), asking_id)
        _finish(act, row)
    return row


def keep_by_link(
    *, actor: Actor, secret: str, written: Written, sending: UUID | None = None
) -> Asking:
    """The same for whoever holds the link."""
    with acting(QuestionnaireAction.KEEP_BY_LINK, actor=actor, sending=sending) as act:
        row = _behind(act, secret)
        _keep(act, row, written)
    return row


def finish_by_link(*, actor: Actor, secret: str, sending: UUID | None = None) -> Asking:
    """Handed in by the link, which opens nothing afterwards."""
    with acting(QuestionnaireAction.FINISH_BY_LINK, actor=actor, sending=sending) as act:
        row = _behind(act, secret)
        _finish(act, row)
    return row


def _behind(act: Act, secret: str) -> Asking:
    found = selectors.askings().filter(selectors.behind(secret)).values_list("pk", flat=True)
    pk = found.first()
    if pk is None:
        raise Denied(act.action)
    return act.fetch(selectors.askings().filter(selectors.behind(secret)), pk)


def _keep(act: Act, row: Asking, written: Written) -> None:
    act.concerns(row.case.client_id)
    refuse_if([] if selectors.is_open(row) else [AskingObstacle.IS_FINISHED])
    asked = selectors.asked_of(row)
    screen = next((each for each in screens_of(asked) if each.key == written.screen), None)
    if screen is None:
        raise Refused([AskingObstacle.NOT_ASKED_NOW])
    stands = values_on(screen, asked.answers)
    new = _read(screen, written)
    if written.seen != selectors.seen_of(stands) and new != stands:
        raise Changed(act.action)
    row.answers = {**row.answers, **new}
    if written.again and screen.again is not None:
        _once_more(row, asked.times(screen.again, screen.turns[:-1]), screen)
    row.saved_at = clock.now()
    row.version += 1
    row.save(update_fields=["answers", "saved_at", "version"])
    act.record(row, facts={"case": str(row.case_id)})


def values_on(screen: Screen, answers: Mapping[str, Any]) -> dict[str, list[Value]]:
    """What stands on a screen, by the place of each answer."""
    return {
        key_of(item.link_id, screen.turns): list(
            answers.get(key_of(item.link_id, screen.turns), [])
        )
        for item in screen.questions
        if not item.read_only
    }


def _read(screen: Screen, written: Written) -> dict[str, list[Value]]:
    try:
        return {
            key_of(item.link_id, screen.turns): read_answers(
                item,
                written.answers.get(item.link_id, ()),
                written.own_words.get(item.link_id, ""),
            )
            for item in screen.questions
            if not item.read_only
        }
    except CannotStand:
        raise Refused([AskingObstacle.NOT_READABLE]) from None


def _once_more(row: Asking, times: int, screen: Screen) -> None:
    assert screen.again is not None  # noqa: S101 - asked for by the caller
    key = key_of(screen.again.link_id + TIMES, screen.turns[:-1])
    row.answers = {**row.answers, key: [{"valueInteger": times + 1}]}


def _finish(act: Act, row: Asking) -> None:
    act.concerns(row.case.client_id)
    asked = selectors.asked_of(row)
    refuse_if(
        obstacles_to_finishing(
            is_open=selectors.is_open(row),
            answered=sum(1 for values in row.answers.values() if values),
            missing=len(missing(asked)),
        )
    )
    now = clock.now()
    row.finished_at, row.finished_by_id = now, act.actor.account_id
    row.answered_on = row.answered_on or clock.today()
    row.link_fingerprint, row.link_until = None, None
    row.version += 1
    row.save(
        update_fields=[
            "finished_at",
            "finished_by",
            "answered_on",
            "link_fingerprint",
            "link_until",
            "version",
        ]
    )
    _questions, declared = selectors.read_of(row.instrument)
    ScaleResult.objects.bulk_create(
        ScaleResult(
            case_id=row.case_id,
            asking=row,
            measure=row.instrument.key,
            scale=scored.scale.key,
            score=scored.score,
            lowest=scored.scale.lowest,
            highest=scored.scale.highest,
            measured_on=row.answered_on,
            recorded_at=now,
            recorded_by_id=act.actor.account_id,
            controller_id=row.controller_id,
            register=row.register,
            service_task=row.service_task,
            category=row.category,
        )
        for scored in scores_of(declared, asked)
        if scored.score is not None
    )
    tell(act, row, Told.FINISHED)
    _somebody_reads(act, row)
    require_next_step(row.case)
    act.record(row, facts={"case": str(row.case_id), "key": row.instrument.key})


def _somebody_reads(act: Act, row: Asking) -> None:
    """Whoever asked goes through the answers; where nobody has promised to, the case manager does."""
    if row.way not in _LATER:
        return
    waits = tasks.tasks().filter(
        source_id=row.id, kind=TaskKind.GO_THROUGH_ANSWERS, state=TaskState.OPEN
    )
    if not waits.exists():
        promise_answer(act, row.case, kind=TaskKind.GO_THROUGH_ANSWERS)
