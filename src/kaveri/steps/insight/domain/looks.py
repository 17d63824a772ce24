"""How the log is told to the client: plain kinds, and a worker's looks within an hour as one line."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from kaveri.casebook.records.domain import Category, months_before

# The log is read two years back without giving reasons (domain.md §3.5).
YEARS = 2


class Kind(StrEnum):
    """What was looked at or written, as people say it."""

    MATTER = "matter"
    PERSON = "person"
    LISTS = "lists"
    CONTACT = "contact"
    SITUATION = "situation"
    WORK_ABILITY = "work_ability"
    NOTES = "notes"
    MESSAGES = "messages"
    STEPS = "steps"
    PEOPLE = "people"
    REFERRALS = "referrals"
    PLAN = "plan"
    CONSENT = "consent"
    TEAM = "team"
    COACHING = "coaching"
    PEER_SUPPORT = "peer_support"
    ENDING = "ending"
    FEEDBACK = "feedback"
    LOG = "log"
    SERVICES = "services"
    STATEMENTS = "statements"


# By how the name of the use case begins; the longest beginning counts.
BEGINNINGS: dict[str, Kind] = {
    "accounts.": Kind.PERSON,
    "appointments.": Kind.STEPS,
    "assessment.": Kind.SITUATION,
    "case_consultation.": Kind.SITUATION,
    "coaching.": Kind.COACHING,
    "consent.": Kind.CONSENT,
    "consultation.": Kind.CONTACT,
    "coordination.": Kind.PEOPLE,
    "coordination.contact.": Kind.STEPS,
    "coordination.limit.": Kind.CONSENT,
    "coordination.parts.": Kind.STEPS,
    "coordination.risen.": Kind.LISTS,
    "coordination.wait.": Kind.STEPS,
    "crossings.": Kind.MATTER,
    "crossings.leaving.": Kind.PEOPLE,
    "crossings.service.": Kind.PEOPLE,
    "directory.": Kind.SERVICES,
    "ending.": Kind.ENDING,
    "feedback.": Kind.FEEDBACK,
    "health_checks.": Kind.SITUATION,
    "identification.": Kind.WORK_ABILITY,
    "insight.": Kind.LOG,
    "insight.who_sees.": Kind.CONSENT,
    "measures.": Kind.WORK_ABILITY,
    "network.": Kind.PEOPLE,
    "other_plans.": Kind.PLAN,
    "participation.": Kind.PEER_SUPPORT,
    "permission.": Kind.CONSENT,
    "plan.": Kind.PLAN,
    "portal.": Kind.MATTER,
    "portal.message.": Kind.MESSAGES,
    "portal.messages.": Kind.MESSAGES,
    "portal.part.": Kind.STEPS,
    "portal.step.": Kind.STEPS,
    "portal.told.": Kind.SITUATION,
    "pre_visit.": Kind.SITUATION,
    "public.": Kind.SERVICES,
    "questionnaires.": Kind.WORK_ABILITY,
    "referral.": Kind.CONTACT,
    "referral_out.": Kind.REFERRALS,
    "special_team.": Kind.TEAM,
    "statements.": Kind.STATEMENTS,
    "tasks.": Kind.STEPS,
    "tasks.head.": Kind.MATTER,
    "teams.": Kind.TEAM,
    "timeline.": Kind.NOTES,
    "workspace.": Kind.LISTS,
    "workspace.case.": Kind.MATTER,
    "workspace.identity_code.": Kind.PERSON,
    "workspace.message.": Kind.MESSAGES,
    "workspace.person.": Kind.PERSON,
    "workspace.sign_in.": Kind.PERSON,
    "workspace.timeline.": Kind.NOTES,
}
# Acts that leave nothing behind but the look itself.
_ONLY_LOOKS = frozenset({"check_known", "open", "order", "print", "read", "search", "see", "show"})
# What somebody who represents the client within some categories may be told of.
CATEGORY_OF: dict[Kind, Category] = {
    Kind.SITUATION: Category.FUNCTIONING,
    Kind.WORK_ABILITY: Category.FUNCTIONING,
    Kind.NOTES: Category.LIFE_SITUATION,
    Kind.PEER_SUPPORT: Category.LIFE_SITUATION,
    Kind.PLAN: Category.LIFE_SITUATION,
    Kind.TEAM: Category.LIFE_SITUATION,
    Kind.REFERRALS: Category.LIFE_SITUATION,
    Kind.ENDING: Category.LIFE_SITUATION,
    Kind.COACHING: Category.WORK_EDUCATION,
    Kind.STATEMENTS: Category.HEALTH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """What one somebody did of one kind within one hour, as the log has it."""

    account_id: UUID | None
    job: str
    organisation_id: UUID | None
    hour: dt.datetime
    action: str
    outcome: str
    ground: str = ""


@dataclass(slots=True, kw_only=True)
class Line:
    """One somebody within one hour."""

    account_id: UUID | None
    job: str
    organisation_id: UUID | None
    hour: dt.datetime
    read: list[Kind] = field(default_factory=list)
    written: list[Kind] = field(default_factory=list)
    tried: list[Kind] = field(default_factory=list)
    grounds: list[str] = field(default_factory=list)


def kind_of(action: str) -> Kind | None:
    """The plain kind of a use case; None when nobody has said it."""
    found = [beginning for beginning in BEGINNINGS if action.startswith(beginning)]
    return BEGINNINGS[max(found, key=len)] if found else None


def told_within(actions: Iterable[str], scope: Collection[str]) -> list[str]:
    """The use cases that somebody may be told of whose document names these categories."""
    return [
        action
        for action in actions
        if (kind := kind_of(action))
        and CATEGORY_OF.get(kind, Category.IDENTITY_CONTACT) in {*scope, Category.IDENTITY_CONTACT}
    ]


def first_day(today: dt.date) -> dt.date:
    """How far back the log is read without giving reasons."""
    return months_before(today, 12 * YEARS)


def merged(touches: Iterable[Touch]) -> list[Line]:
    """A somebody's looks within the same hour become one line; the newest hour first."""
    lines: dict[tuple[object, ...], Line] = {}
    for touch in sorted(touches, key=lambda each: each.action):
        key = (touch.hour, touch.account_id, touch.job, touch.organisation_id)
        line = lines.get(key)
        if line is None:
            line = lines[key] = Line(
                account_id=touch.account_id,
                job=touch.job,
                organisation_id=touch.organisation_id,
                hour=touch.hour,
            )
        kind = kind_of(touch.action) or Kind.MATTER
        place = line.read
        if touch.outcome == "denied":
            place = line.tried
        elif touch.outcome == "done" and touch.action.rpartition(".")[2] not in _ONLY_LOOKS:
            place = line.written
        if kind not in place:
            place.append(kind)
        if touch.ground and touch.ground not in line.grounds:
            line.grounds.append(touch.ground)
    return sorted(
        lines.values(),
        key=lambda line: (line.hour, str(line.account_id), line.job, str(line.organisation_id)),
        reverse=True,
    )
