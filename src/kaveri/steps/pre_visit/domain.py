"""The background before a visit: seven headings on one page, approved by the client, then with the doctor.

The headings follow what Kela asks a B-statement to hold; they stand in `headings/b_statement.toml`.
"""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kaveri.casebook.records.domain import Category, Register
from kaveri.steps.appointments.domain import PREPARED
from kaveri.steps.planning.domain import Topic
from kaveri.steps.referral_out.domain import SendingGround

# What fits on one page beside the headings: so many lines of so many signs.
LINES, SIGNS = 30, 88
CONTACT = "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One of the seven: its name and what belongs under it, in three languages."""

    key: str
    number: int
    category: Category
    name: Mapping[str, str]
    help: Mapping[str, str]


class Answer(StrEnum):
    """What the client says of the text."""

    APPROVED = "approved"
    OTHERWISE = "otherwise"


class AnsweredHow(StrEnum):
    """How the client said it."""

    SIGNED_IN = "signed_in"
    PAPER = "paper"
    MEETING = "meeting"
    PHONE = "phone"


class Handed(StrEnum):
    """How the page reaches the doctor."""

    CLIENT_TAKES = "client_takes"
    SAFE_MESSAGE = "safe_message"
    POST = "post"
    IN_PERSON = "in_person"


class Standing(StrEnum):
    """Where the background stands; computed, never stored."""

    WAITS = "waits"
    TO_CHANGE = "to_change"
    APPROVED = "approved"
    HANDED = "handed"


class Told(StrEnum):
    """What the timeline tells."""

    WRITTEN = "pre_visit.written"
    APPROVED = "pre_visit.approved"
    OTHERWISE = "pre_visit.otherwise"
    HANDED = "pre_visit.handed"
    WITHOUT = "pre_visit.without"


class BackgroundObstacle(StrEnum):
    """Why the background cannot be written, approved or handed over like this."""

    CASE_ENDED = "case_ended"
    NO_SUCH_VISIT = "no_such_visit"
    NOTHING_WRITTEN = "nothing_written"
    TOO_LONG = "too_long"
    TEXT_HAS_CHANGED = "text_has_changed"
    ANSWERED_ALREADY = "answered_already"
    NO_WISH = "no_wish"
    NOT_ALL_SHOWN = "not_all_shown"
    DAY_NOT_COME = "day_not_come"
    NOT_APPROVED = "not_approved"
    NO_RECEIVER = "no_receiver"
    NO_GROUND = "no_ground"
    NOT_OWN_REGISTER = "not_own_register"
    HANDED_ALREADY = "handed_already"
    NO_REASON = "no_reason"
    NOTHING_TO_PREPARE = "nothing_to_prepare"


# Under which heading something known is offered, by what it tells of.
_PLACES = {
    Topic.WORK_HISTORY: "work",
    Topic.EDUCATION: "work",
    Topic.WORK_ABILITY: "functioning",
    Topic.CHALLENGE: "functioning",
    Topic.STRENGTH: "strengths",
    Topic.RESOURCE: "strengths",
    Topic.LIFE_SITUATION: "grounds",
    Topic.EARLIER_SUPPORT: "grounds",
}
# What is told of only when the client wants the doctor to know it: it is never put there by itself.
NEVER_BY_ITSELF = frozenset({Category.SUBSTANCE_USE, Category.CRIMINAL_SANCTIONS})


def place_of(topic: Topic, category: str) -> str:
    """The heading under which something known is offered; what is health stands under health."""
    return "health" if category == Category.HEALTH else _PLACES[topic]


def lines_on_paper(text: str) -> int:
    """How many lines a text takes, each paragraph rounded up."""
    return sum(max(1, math.ceil(len(line) / SIGNS)) for line in text.strip().splitlines())


def standing(
    *, text_no: int, answer: str, answered_no: int | None, handed_no: int | None
) -> Standing:
    """Where it stands; a changed text waits for the client again."""
    if handed_no == text_no:
        return Standing.HANDED
    if answered_no != text_no:
        return Standing.WAITS
    return Standing.APPROVED if answer == Answer.APPROVED else Standing.TO_CHANGE


def obstacles_to_writing(
    *, parts: Mapping[str, str], visit: str, visit_stands: bool, case_open: bool
) -> list[BackgroundObstacle]:
    """Every reason at once: for a visit that is prepared and stands, something written, one page."""
    return _holding(
        {
            BackgroundObstacle.CASE_ENDED: not case_open,
            BackgroundObstacle.NO_SUCH_VISIT: visit not in PREPARED or not visit_stands,
            BackgroundObstacle.NOTHING_WRITTEN: not any(
                text.strip() for key, text in parts.items() if key != CONTACT
            ),
            BackgroundObstacle.TOO_LONG: sum(map(lines_on_paper, parts.values())) > LINES,
        }
    )


def obstacles_to_answering(
    *,
    answer: Answer,
    words: str,
    read_no: int,
    now_no: int,
    stands: Standing,
    all_shown: bool,
    on: dt.date,
    today: dt.date,
) -> list[BackgroundObstacle]:
    """An answer is to the text as it was read, and to all of it; who wants it otherwise says how."""
    return _holding(
        {
            BackgroundObstacle.TEXT_HAS_CHANGED: read_no != now_no,
            BackgroundObstacle.ANSWERED_ALREADY: stands is Standing.HANDED
            or (stands is Standing.APPROVED and answer is Answer.APPROVED),
            BackgroundObstacle.NO_WISH: answer is Answer.OTHERWISE and not words.strip(),
            BackgroundObstacle.NOT_ALL_SHOWN: answer is Answer.APPROVED and not all_shown,
            BackgroundObstacle.DAY_NOT_COME: on > today,
        }
    )


def obstacles_to_handing(
    *,
    stands: Standing,
    how: Handed,
    receiver: str,
    ground: str,
    register: str,
    case_open: bool,
    on: dt.date,
    today: dt.date,
) -> list[BackgroundObstacle]:
    """Only what the client has approved is handed on, and by others than the client only with a ground."""
    by_us = how is not Handed.CLIENT_TAKES
    return _holding(
        {
            BackgroundObstacle.CASE_ENDED: not case_open,
            BackgroundObstacle.HANDED_ALREADY: stands is Standing.HANDED,
            BackgroundObstacle.NOT_APPROVED: stands in {Standing.WAITS, Standing.TO_CHANGE},
            BackgroundObstacle.NO_RECEIVER: by_us and not receiver.strip(),
            BackgroundObstacle.NO_GROUND: by_us and not ground,
            BackgroundObstacle.NOT_OWN_REGISTER: by_us
            and ground == SendingGround.OWN_REGISTER
            and register != Register.HEALTH,
            BackgroundObstacle.DAY_NOT_COME: on > today,
        }
    )


def obstacles_to_going_without(*, reason: str, preparing: bool) -> list[BackgroundObstacle]:
    """A visit that waits to be prepared goes without a page only for a reason."""
    return _holding(
        {
            BackgroundObstacle.NOTHING_TO_PREPARE: not preparing,
            BackgroundObstacle.NO_REASON: not reason.strip(),
        }
    )


def _holding(checks: Mapping[BackgroundObstacle, bool]) -> list[BackgroundObstacle]:
    return [obstacle for obstacle, stands in checks.items() if stands]
