"""Work ability over time: a sentence and a picture; the table stands on its own page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kaveri.casebook.measures.domain import change_between
from kaveri.casebook.measures.labels import CHANGES
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.channels.workspace.presenters.words import address, day_in_list, one_stop
from kaveri.foundation.base import clock

if TYPE_CHECKING:
    from kaveri.casebook.measures.models import WorkAbility


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
    """Work ability over time: a sentence and a picture."""

    sentence: str
    asked: bool
    points: list[Point]
    path: str
    width: int
    href: str


def scores(answers: "list[WorkAbility]", head: CaseHead) -> Scores:
    """A sentence about the newest answer, and a picture of them all."""
    with_score = [answer for answer in answers if answer.score is not None]
    points = _points(list(reversed(with_score[:12])))
    return Scores(
        sentence=one_stop(_sentence(with_score, head)),
        asked=bool(answers),
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
