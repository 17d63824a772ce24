"""Work ability over time: a sentence, a picture, and the same as a table."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from kaveri.casebook.measures.domain import Answer, band_of, change_between
from kaveri.casebook.measures.labels import ANSWERS, ASKED_BY, BANDS, CHANGES
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.channels.workspace.presenters.words import address, day_in_list, one_stop
from kaveri.foundation.base import clock

if TYPE_CHECKING:
    from kaveri.casebook.measures.models import WorkAbility


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One answer about work ability."""

    at: dt.datetime
    score: int | None
    says: Any
    band: Any
    asked_by: Any
    last_work: str
    now_words: str
    wished: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A score in the picture."""

    x: int
    y: int
    label_y: int
    score: int
    day: str
    newest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Work ability over time: a sentence, a picture, the same as a table."""

    sentence: str
    lines: list[ScoreLine]
    points: list[Point]
    path: str
    width: int
    href: str


def scores(answers: "list[WorkAbility]", head: CaseHead) -> Scores:
    """A sentence about the newest answer, a picture of them all, and the lines of the table."""
    with_score = [answer for answer in answers if answer.score is not None]
    points = _points(list(reversed(with_score[:12])))
    return Scores(
        sentence=one_stop(_sentence(with_score, head)),
        lines=[_score_line(answer) for answer in answers],
        points=points if len(points) > 1 else [],
        path=" ".join(f"{'L' if place else 'M'}{p.x} {p.y}" for place, p in enumerate(points)),
        width=max(points[-1].x + 40, 360) if points else 0,
        href=address("identification:for_case", case_id=head.case_id),
    )


def _sentence(with_score: "list[WorkAbility]", head: CaseHead) -> str:
    if not with_score:
        return ""
    newest = with_score[0]
    earlier = with_score[1] if len(with_score) > 1 else None
    assert newest.score is not None  # noqa: S101 - only those with a score
    words = {
        "name": head.first_name,
        "score": newest.score,
        "day": day_in_list(newest.answered_at.astimezone(clock.HELSINKI).date()),
    }
    if earlier is None:
        return _("%(name)s gave %(score)d of 10, %(day)s.") % words
    words["before"] = earlier.score
    words["change"] = CHANGES[change_between(earlier.score, newest.score)]
    return _("%(name)s gave %(score)d of 10, %(day)s. Last time %(before)d: %(change)s.") % words


def _points(answers: "list[WorkAbility]") -> list[Point]:
    return [
        Point(
            x=40 + place * 80,
            y=120 - 10 * (answer.score or 0),
            label_y=108 - 10 * (answer.score or 0),
            score=answer.score or 0,
            day=f"{day.day}.{day.month}.",
            newest=place == len(answers) - 1,
        )
        for place, answer in enumerate(answers)
        for day in [answer.answered_at.astimezone(clock.HELSINKI).date()]
    ]


def _score_line(answer: "WorkAbility") -> ScoreLine:
    return ScoreLine(
        at=answer.answered_at,
        score=answer.score,
        says="" if answer.answer == Answer.SCORE else ANSWERS[Answer(answer.answer)],
        band=BANDS[band_of(answer.score)] if answer.score is not None else "",
        asked_by=ASKED_BY.get(answer.asked_by, ""),  # type: ignore[call-overload]
        last_work=answer.last_work,
        now_words=answer.now_words,
        wished=answer.wished,
    )
