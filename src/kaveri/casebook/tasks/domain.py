"""The one question: who does what next, by when, and does the client know?

`next_step` is answered by an open task whose owner is an active account with a relation to
the case, present or substituted. The date never moves by itself. The client knows when a
notice of this very step is recorded; any change of the step makes it unknown again.
"""

import datetime as dt
from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class TaskState(StrEnum):
    """A task is open, done, or dropped with a reason."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


# Working days within which what a client writes is answered (Kaveri's default, the county decides).
ANSWER_WITHIN = 2


class TaskKind(StrEnum):
    """Which use case asked for the task; decides what the page offers to do."""

    ANSWER_CONTACT = "answer_contact"
    CONFIRM_WISH = "confirm_wish"
    ANSWER_PASSED_ON = "answer_passed_on"
    FIRST_MEETING = "first_meeting"
    NEXT_STEP = "next_step"
    CLIENT_PART = "client_part"
    REFERRAL_ANSWER = "referral_answer"
    REFERRAL_FIRST_DATE = "referral_first_date"
    REFERRAL_FOLLOW = "referral_follow"
    REFERRAL_DECLINED = "referral_declined"
    REFERRAL_ENDED = "referral_ended"
    KEEP_CONTACT = "keep_contact"
    ASSESSMENT = "assessment"
    INFORMATION_ANSWER = "information_answer"
    HANDOVER_ANSWER = "handover_answer"
    AFTER_CARE = "after_care"
    ANSWER_MESSAGE = "answer_message"
    TELL_CHANGE = "tell_change"
    HANDOVER_DECLINED = "handover_declined"
    PEER_SUPPORT = "peer_support"
    ANSWER_END_WISH = "answer_end_wish"
    SECOND_LOOK = "second_look"
    TELL_WITHDRAWAL = "tell_withdrawal"
    RENEW_CONSENT = "renew_consent"
    AGREE_WHO_CARRIES = "agree_who_carries"
    ANSWER_REMARK = "answer_remark"
    APPOINTMENT = "appointment"
    NEW_TIME = "new_time"
    BEFORE_VISIT = "before_visit"
    COLLEAGUE_ANSWER = "colleague_answer"
    COLLEAGUE_ANSWERED = "colleague_answered"
    HEALTH_CHECK = "health_check"
    GO_THROUGH_ANSWERS = "go_through_answers"
    WRITE_STATEMENT = "write_statement"
    GO_THROUGH_STATEMENT = "go_through_statement"
    SPECIAL_TEAM_ANSWER = "special_team_answer"
    SPECIAL_TEAM_MORE = "special_team_more"
    SPECIAL_TEAM_WORK = "special_team_work"
    SPECIAL_TEAM_DECLINED = "special_team_declined"
    ASK_TEAM_ANEW = "ask_team_anew"
    TELL_TEAM_OUTCOME = "tell_team_outcome"


# Kinds that say themselves what is done; their words are in `labels`, in the reader's language.
SELF_EXPLAINING = frozenset(
    {
        TaskKind.ANSWER_CONTACT,
        TaskKind.CONFIRM_WISH,
        TaskKind.ANSWER_PASSED_ON,
        TaskKind.FIRST_MEETING,
        TaskKind.REFERRAL_ANSWER,
        TaskKind.REFERRAL_FIRST_DATE,
        TaskKind.REFERRAL_FOLLOW,
        TaskKind.REFERRAL_DECLINED,
        TaskKind.REFERRAL_ENDED,
        TaskKind.ASSESSMENT,
        TaskKind.INFORMATION_ANSWER,
        TaskKind.KEEP_CONTACT,
        TaskKind.HANDOVER_ANSWER,
        TaskKind.AFTER_CARE,
        TaskKind.ANSWER_MESSAGE,
        TaskKind.TELL_CHANGE,
        TaskKind.HANDOVER_DECLINED,
        TaskKind.PEER_SUPPORT,
        TaskKind.ANSWER_END_WISH,
        TaskKind.SECOND_LOOK,
        TaskKind.TELL_WITHDRAWAL,
        TaskKind.RENEW_CONSENT,
        TaskKind.AGREE_WHO_CARRIES,
        TaskKind.ANSWER_REMARK,
        TaskKind.APPOINTMENT,
        TaskKind.NEW_TIME,
        TaskKind.BEFORE_VISIT,
        TaskKind.COLLEAGUE_ANSWER,
        TaskKind.COLLEAGUE_ANSWERED,
        TaskKind.HEALTH_CHECK,
        TaskKind.GO_THROUGH_ANSWERS,
        TaskKind.WRITE_STATEMENT,
        TaskKind.GO_THROUGH_STATEMENT,
        TaskKind.SPECIAL_TEAM_ANSWER,
        TaskKind.SPECIAL_TEAM_MORE,
        TaskKind.SPECIAL_TEAM_WORK,
        TaskKind.SPECIAL_TEAM_DECLINED,
        TaskKind.ASK_TEAM_ANEW,
        TaskKind.TELL_TEAM_OUTCOME,
    }
)
# Kinds that end only by what they follow: a contact made, an answer given, a result come.
WITH_A_WAY_OF_THEIR_OWN = frozenset(
    {
        TaskKind.HEALTH_CHECK,
        TaskKind.KEEP_CONTACT,
        TaskKind.HANDOVER_ANSWER,
        TaskKind.REFERRAL_ANSWER,
        TaskKind.REFERRAL_FIRST_DATE,
        TaskKind.REFERRAL_FOLLOW,
        TaskKind.ASSESSMENT,
        TaskKind.AGREE_WHO_CARRIES,
        TaskKind.APPOINTMENT,
        TaskKind.WRITE_STATEMENT,
        TaskKind.BEFORE_VISIT,
        TaskKind.SPECIAL_TEAM_ANSWER,
        TaskKind.SPECIAL_TEAM_MORE,
        TaskKind.SPECIAL_TEAM_WORK,
    }
)
# Kinds that end only by the answer; whoever waits for it may give it another day.
ENDS_WITH_THE_ANSWER = frozenset(
    {TaskKind.INFORMATION_ANSWER, TaskKind.ANSWER_REMARK, TaskKind.COLLEAGUE_ANSWER}
)


def answer_by(written_on: dt.date, *, holidays: Container[dt.date]) -> dt.date:
    """The last day to answer: so many working days after it was written, Finland's holidays apart."""
    day, left = written_on, ANSWER_WITHIN
    while left:
        day += dt.timedelta(days=1)
        if day.weekday() < 5 and day not in holidays:
            left -= 1
    return day


class TaskObstacle(StrEnum):
    """Why a task cannot be made, changed or finished like this."""

    NO_NEXT_STEP = "no_next_step"
    DATE_HAS_PASSED = "date_has_passed"
    NOTHING_TO_DO = "nothing_to_do"
    OWNER_NOT_NEAR = "owner_not_near"
    OWNER_NOT_ACTIVE = "owner_not_active"
    NOT_OPEN = "not_open"
    HAS_A_WAY_OF_ITS_OWN = "has_a_way_of_its_own"


class Told(StrEnum):
    """How the client came to know."""

    MEETING = "meeting"
    PHONE = "phone"
    MESSAGE = "message"
    LETTER = "letter"
    PORTAL = "portal"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """One open task as the question sees it, with what is true of its owner today."""

    task_id: UUID
    what: str
    kind: str
    due_on: dt.date
    made_at: dt.datetime
    owner_id: UUID
    owner_active: bool
    owner_near: bool
    client_part: bool = False
    substitute_id: UUID | None = None
    owner_away: bool = False
    substitute_near: bool = False
    told_on: dt.date | None = None
    told_how: str = ""
    # Who looks may not know what it is: who, by when and whether the client knows is all they see.
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The answer: `who_id` does `what` by `due_on`; `deputy_for_id` when somebody stands in."""

    who_id: UUID
    what: str
    kind: str
    due_on: dt.date
    task_id: UUID | None
    deputy_for_id: UUID | None = None
    told_on: dt.date | None = None
    told_how: str = ""
    is_fallback: bool = False
    is_hidden: bool = False

    @property
    def client_knows(self) -> bool:
        """Whether a notice of this very step is recorded."""
        return self.told_on is not None

    def is_overdue(self, today: dt.date) -> bool:
        """Whether the day has passed."""
        return self.due_on < today


def next_step(steps: Iterable[StepFacts], *, answerable_id: UUID, today: dt.date) -> NextStep:
    """The step that comes first; a fallback on the one who answers when no step holds."""
    in_order = sorted(
        (step for step in steps if not step.client_part and holds(step)),
        key=lambda step: (step.due_on, step.made_at, step.task_id),
    )
    if not in_order:
        return NextStep(
            who_id=answerable_id, what="", kind="", due_on=today, task_id=None, is_fallback=True
        )
    first = in_order[0]
    stands_in = first.owner_away and first.substitute_id is not None
    return NextStep(
        who_id=first.substitute_id if stands_in and first.substitute_id else first.owner_id,
        deputy_for_id=first.owner_id if stands_in else None,
        what=first.what,
        kind=first.kind,
        due_on=first.due_on,
        task_id=first.task_id,
        told_on=first.told_on,
        told_how=first.told_how,
        is_hidden=first.is_hidden,
    )


def holds(step: StepFacts) -> bool:
    """Whether somebody who can be asked stands behind the step today."""
    if not step.owner_active:
        return False
    if step.owner_away:
        return step.substitute_id is not None and step.substitute_near
    return step.owner_near


def obstacles_to_setting(
    *, kind: str, what: str, due_on: dt.date, today: dt.date, owner_active: bool, owner_near: bool
) -> list[TaskObstacle]:
    """Every reason a task cannot stand like this."""
    checks = {
        TaskObstacle.NOTHING_TO_DO: not what.strip() and kind not in SELF_EXPLAINING,
        TaskObstacle.DATE_HAS_PASSED: due_on < today,
        TaskObstacle.OWNER_NOT_ACTIVE: not owner_active,
        TaskObstacle.OWNER_NOT_NEAR: owner_active and not owner_near,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
