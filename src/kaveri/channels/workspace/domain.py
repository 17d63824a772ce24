"""What hurts the client first: which harm a piece of work does, and the order it is read in."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

# Kinds of task as the ordering sees them; the words are those of `tasks.domain.TaskKind`.
KEEP_CONTACT = "keep_contact"
REFERRAL_ANSWER = "referral_answer"
ANSWERS = frozenset(
    {"answer_contact", "confirm_wish", "answer_passed_on", "answer_message", "answer_remark"}
)


class Harm(StrEnum):
    """What a person suffers while the work waits, the worst first."""

    WITHOUT_CONTACT = "without_contact"
    NOBODY_RESPONSIBLE = "nobody_responsible"
    UNDONE = "undone"
    UNANSWERED_REFERRAL = "unanswered_referral"
    UNANSWERED = "unanswered"
    DOES_NOT_KNOW = "does_not_know"


# Those that may do harm today; the rest should be put right but nobody is left alone by them.
URGENT = frozenset({Harm.WITHOUT_CONTACT, Harm.NOBODY_RESPONSIBLE, Harm.UNDONE})
_ORDER = {harm: place for place, harm in enumerate(Harm)}


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFacts:
    """One open step of a case, or of a contact, as the ordering sees it."""

    about_id: UUID
    is_contact: bool = False
    kind: str = ""
    due_on: dt.date | None = None
    is_missing: bool = False
    client_knows: bool = True
    unknown_since: dt.date | None = None
    task_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A piece of work with the harm it does; `since` is when the harm began."""

    harm: Harm
    about_id: UUID
    since: dt.date | None
    facts: WorkFacts

    def days(self, today: dt.date) -> int:
        """How long it has gone on."""
        return (today - self.since).days if self.since else 0


def harm_of(facts: WorkFacts, *, today: dt.date) -> Harm | None:
    """The worst harm of this step today; None when it does none."""
    if facts.is_missing:
        return Harm.NOBODY_RESPONSIBLE
    if facts.due_on is not None and facts.due_on < today:
        if facts.is_contact or facts.kind in ANSWERS:
            return Harm.UNANSWERED
        return {
            KEEP_CONTACT: Harm.WITHOUT_CONTACT,
            REFERRAL_ANSWER: Harm.UNANSWERED_REFERRAL,
        }.get(facts.kind, Harm.UNDONE)
    return None if facts.client_knows else Harm.DOES_NOT_KNOW


def in_order(found: Iterable[WorkFacts], *, today: dt.date) -> list[Row]:
    """Rows by harm, the longest first within one; each case or contact once, by its worst."""
    rows = [
        Row(
            harm=harm,
            about_id=facts.about_id,
            since=facts.unknown_since if harm is Harm.DOES_NOT_KNOW else facts.due_on,
            facts=facts,
        )
        for facts in found
        if (harm := harm_of(facts, today=today))
    ]
    rows.sort(key=lambda row: _place(row, today))
    worst: dict[UUID, Row] = {}
    for row in rows:
        worst.setdefault(row.about_id, row)
    return list(worst.values())


def _place(row: Row, today: dt.date) -> tuple[int, int, str, str]:
    return (
        _ORDER[row.harm],
        -row.days(today),
        str(row.facts.due_on or ""),
        str(row.about_id),
    )


def share_used(since: dt.date, due_on: dt.date, today: dt.date) -> int:
    """How much of the agreed contact time has gone, in hundredths; over 100 when the day has passed."""
    agreed = max((due_on - since).days, 1)
    return round(100 * max((today - since).days, 0) / agreed)


class SignInObstacle(StrEnum):
    """Why an account cannot become this person's sign-in."""

    HAS_ONE = "has_one"
    NOT_A_CLIENTS = "not_a_clients"
    IS_TAKEN = "is_taken"
    NAME_TAKEN = "name_taken"
    HAS_NONE = "has_none"


def obstacles_to_sign_in(
    *, has_one: bool, is_a_clients: bool, is_taken: bool
) -> list[SignInObstacle]:
    """Every reason the account cannot be joined to the person: one each, and never a worker's."""
    checks = {
        SignInObstacle.HAS_ONE: has_one,
        SignInObstacle.NOT_A_CLIENTS: not is_a_clients,
        SignInObstacle.IS_TAKEN: is_taken,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_new_sign_in(*, has_one: bool, name_taken: bool) -> list[SignInObstacle]:
    """Every reason no sign-in can be made for the person under this name."""
    checks = {SignInObstacle.HAS_ONE: has_one, SignInObstacle.NAME_TAKEN: name_taken}
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_new_password(*, has_none: bool) -> list[SignInObstacle]:
    """A new first password needs a sign-in to be for."""
    return [SignInObstacle.HAS_NONE] if has_none else []
