"""Meetings of a team: which case may stand on the agenda, and with what ground."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kaveri.casebook.records.domain import Category
from kaveri.foundation.base.errors import Refused

# How long the team still reads after the meeting (access.md §2).
TEAM_READS_DAYS = 14
# How long a case manager has to decide how a question is answered that no meeting takes up.
ASK_ANEW_DAYS = 7
# What every discussion touches; the rest is chosen for each case.
ALWAYS_TOUCHED = (Category.LIFE_SITUATION,)


class MeetingState(StrEnum):
    """A meeting is to come, it has been opened, or it has been called off."""

    PLANNED = "planned"
    OPENED = "opened"
    CALLED_OFF = "called_off"


class Attendance(StrEnum):
    """How the client takes part."""

    ATTENDS = "attends"
    STAYS_AWAY = "stays_away"
    SENDS_WORD = "sends_word"


class MeetingObstacle(StrEnum):
    """Why a meeting cannot be set, opened, moved or called off."""

    IN_THE_PAST = "in_the_past"
    OPENED_ALREADY = "opened_already"
    CALLED_OFF_ALREADY = "called_off_already"
    NO_SUCH_MEETING = "no_such_meeting"


class AgendaObstacle(StrEnum):
    """Why a case cannot come on the agenda, or leave it."""

    NO_GROUND = "no_ground"
    NOBODY_SITS = "nobody_sits"
    CASE_HAS_ENDED = "case_has_ended"
    STANDS_ALREADY = "stands_already"
    MEETING_HAS_BEGUN = "meeting_has_begun"
    NO_QUESTION = "no_question"
    NO_WORDS = "no_words"
    PRESENTER_NOT_NEAR = "presenter_not_near"
    TAKEN_OFF = "taken_off"


@dataclass(frozen=True, slots=True)
class Missing:
    """What the client has not allowed: this party may not know of this category."""

    organisation_id: UUID
    register: str
    category: str

    @property
    def code(self) -> str:
        """As it is kept with the case on the agenda: ids and codes only."""
        return f"{self.organisation_id}:{self.register}:{self.category}"

    @classmethod
    def of(cls, code: str) -> "Missing":
        """What `code` put together."""
        organisation, register, category = code.split(":")
        return cls(UUID(organisation), register, category)


class GroundMissing(Refused):
    """Somebody in the team has no ground: `missing` says who may not know of what."""

    def __init__(self, missing: Sequence[Missing]) -> None:
        """Keep what is missing, so that the page can name it."""
        super().__init__([AgendaObstacle.NO_GROUND])
        self.missing = tuple(missing)


def touched(categories: Iterable[str]) -> list[str]:
    """The categories a discussion touches, in the order in which people know them."""
    wanted = {*categories, *ALWAYS_TOUCHED}
    return [category for category in Category if category in wanted]


def team_reads_until(starts_at: dt.datetime) -> dt.datetime:
    """When the relation of the team ends by itself."""
    return starts_at + dt.timedelta(days=TEAM_READS_DAYS)


def obstacles_to_meeting(*, starts_at: dt.datetime, now: dt.datetime) -> list[MeetingObstacle]:
    """A meeting is set for a time to come."""
    return [MeetingObstacle.IN_THE_PAST] if starts_at <= now else []


def obstacles_to_opening(*, state: str) -> list[MeetingObstacle]:
    """A meeting is opened once, and only when it takes place."""
    checks = {
        MeetingObstacle.OPENED_ALREADY: state == MeetingState.OPENED,
        MeetingObstacle.CALLED_OFF_ALREADY: state == MeetingState.CALLED_OFF,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_moving(
    *, state: str, starts_at: dt.datetime, now: dt.datetime
) -> list[MeetingObstacle]:
    """What has been held stays where it was; a meeting is moved to a time to come."""
    return [*obstacles_to_opening(state=state), *obstacles_to_meeting(starts_at=starts_at, now=now)]


def obstacles_to_calling_off(*, state: str, goes_on_elsewhere: bool) -> list[MeetingObstacle]:
    """What has been held is not called off; its cases go to a meeting to come, or back to their workers."""
    elsewhere = [] if goes_on_elsewhere else [MeetingObstacle.NO_SUCH_MEETING]
    return [*obstacles_to_opening(state=state), *elsewhere]


def obstacles_to_agenda(
    *,
    somebody_sits: bool,
    case_is_open: bool,
    stands_already: bool,
    meeting_has_begun: bool,
    question: str,
    attendance: Attendance,
    client_words: str,
    presenter_near: bool,
) -> list[AgendaObstacle]:
    """Every reason but the ground; whoever sends word says what."""
    checks = {
        AgendaObstacle.NOBODY_SITS: not somebody_sits,
        AgendaObstacle.CASE_HAS_ENDED: not case_is_open,
        AgendaObstacle.STANDS_ALREADY: stands_already,
        AgendaObstacle.MEETING_HAS_BEGUN: meeting_has_begun,
        AgendaObstacle.NO_QUESTION: not question.strip(),
        AgendaObstacle.NO_WORDS: attendance is Attendance.SENDS_WORD and not client_words.strip(),
        AgendaObstacle.PRESENTER_NOT_NEAR: not presenter_near,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_taking_off(*, taken_off: bool, meeting_has_begun: bool) -> list[AgendaObstacle]:
    """What has been talked about stays on the agenda."""
    checks = {
        AgendaObstacle.TAKEN_OFF: taken_off,
        AgendaObstacle.MEETING_HAS_BEGUN: meeting_has_begun,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
