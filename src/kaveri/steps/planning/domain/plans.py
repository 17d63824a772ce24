"""What the plan is made of: forms, parts, codes, and the terms people agree on."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import Source

# What was told longer ago is asked again before it is taken over (Kaveri's default, the county decides).
FRESH_MONTHS = 12


class PlanForm(StrEnum):
    """As much plan as the need asks for; a note grows into the full form and keeps everything."""

    NOTE = "note"
    FULL = "full"


class PlanState(StrEnum):
    """Whether the contents are being worked on, or stand as they were last agreed."""

    DRAFT = "draft"
    AGREED = "agreed"


class Part(StrEnum):
    """What an item of the plan is; also the order in which a version is read."""

    WORDS = "words"
    GOAL = "goal"
    STATEMENT = "statement"
    ROW = "row"
    FOLLOW_UP = "follow_up"
    MAKER = "maker"


class Topic(StrEnum):
    """What a statement of parts 2 and 3 tells of."""

    LIFE_SITUATION = "life_situation"
    WORK_ABILITY = "work_ability"
    EARLIER_SUPPORT = "earlier_support"
    EDUCATION = "education"
    WORK_HISTORY = "work_history"
    STRENGTH = "strength"
    RESOURCE = "resource"
    CHALLENGE = "challenge"


class GoalLevel(StrEnum):
    """The main goal, a goal that leads to it, a goal for working life."""

    MAIN = "main"
    SUB = "sub"
    CAREER = "career"


class GoalState(StrEnum):
    """How it went with the goal."""

    AHEAD = "ahead"
    ATTAINED = "attained"
    GIVEN_UP = "given_up"


class RowKind(StrEnum):
    """A service, a benefit, or something somebody does."""

    SERVICE = "service"
    BENEFIT = "benefit"
    STEP = "step"


class Wish(StrEnum):
    """The client's own view of a row."""

    NOT_ASKED = ""
    WANTS = "wants"
    UNSURE = "unsure"
    DOES_NOT_WANT = "does_not_want"


class RowState(StrEnum):
    """How far it has come with a row."""

    PLANNED = "planned"
    BEGUN = "begun"
    DONE = "done"
    LEFT = "left"


class CommentKind(StrEnum):
    """Something said about the plan, or a wish that it be otherwise."""

    COMMENT = "comment"
    PROPOSAL = "proposal"


class Taken(StrEnum):
    """What came of a comment or a proposal."""

    TAKEN = "taken"
    NOT_TAKEN = "not_taken"


class How(StrEnum):
    """How somebody said yes: signed in, on paper, in the meeting, by phone."""

    SIGNED_IN = "signed_in"
    PAPER = "paper"
    MEETING = "meeting"
    PHONE = "phone"


class Signer(StrEnum):
    """In whose name a version is approved."""

    CLIENT = "client"
    REPRESENTATIVE = "representative"


CATEGORY_OF_TOPIC = {
    Topic.LIFE_SITUATION: Category.LIFE_SITUATION,
    Topic.WORK_ABILITY: Category.FUNCTIONING,
    Topic.EARLIER_SUPPORT: Category.SOCIAL_CARE,
    Topic.EDUCATION: Category.WORK_EDUCATION,
    Topic.WORK_HISTORY: Category.WORK_EDUCATION,
    Topic.STRENGTH: Category.LIFE_SITUATION,
    Topic.RESOURCE: Category.LIFE_SITUATION,
    Topic.CHALLENGE: Category.FUNCTIONING,
}
# Where what stands in the mapping belongs; a prompt wins over its heading.
_TOPICS = {
    "skills": Topic.WORK_HISTORY,
    "education": Topic.EDUCATION,
    "licences": Topic.EDUCATION,
    "strengths": Topic.STRENGTH,
    "earlier_services": Topic.EARLIER_SUPPORT,
    "health": Topic.WORK_ABILITY,
    "support": Topic.RESOURCE,
    "interests": Topic.RESOURCE,
}


def topic_under(heading: str, prompt: str = "") -> Topic:
    """Where a statement of the mapping is offered in the plan; the writer may choose another."""
    return _TOPICS.get(prompt) or _TOPICS.get(heading, Topic.LIFE_SITUATION)


# From what is told more easily to what is guarded most; the rest are alike.
_GUARDED = (Category.HEALTH, Category.SUBSTANCE_USE, Category.CRIMINAL_SANCTIONS)


def guarded(category: str) -> int:
    """How much a category is guarded: more is never lowered to less."""
    return _GUARDED.index(Category(category)) + 1 if category in _GUARDED else 0


def category_of_row(disclosed: Iterable[str | None], chosen: str | None) -> Category:
    """What being a client of the service or the organisation tells, or more; never less.

    `disclosed` comes in order: the service first, then the organisations. Among what is guarded
    alike, the first stands.
    """
    known = [Category(code) for code in (*disclosed, chosen) if code]
    return max(known, key=guarded, default=Category.SOCIAL_CARE)


def moved(order: Sequence[UUID], row: UUID, *, up: bool, among: Collection[UUID]) -> list[UUID]:
    """The order after a row has gone one place up or down among those that are seen.

    Rows that are not seen keep their order among the others.
    """
    seen = [each for each in order if each in among]
    place = seen.index(row) + (-1 if up else 1)
    if not 0 <= place < len(seen):
        return list(order)
    left = [each for each in order if each != row]
    left.insert(left.index(seen[place]) + (0 if up else 1), row)
    return left


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalTerms:
    """A goal in the client's words, with the professional wording beside it."""

    own_words: str
    level: GoalLevel
    wording: str = ""
    leads_to: UUID | None = None
    category: Category | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something known of the situation: what, whose it is, when it was said."""

    topic: Topic
    text: str
    source: Source
    said_on: dt.date
    said_by: str = ""
    # Of earlier support: what it did.
    effect: str = ""
    category: Category | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTerms:
    """What is done, by whom, when: what the responsible one agrees to.

    Somebody is responsible: an account, the client, or a named person without an account.
    """

    kind: RowKind = RowKind.SERVICE
    what: str = ""
    service_id: UUID | None = None
    organisation_id: UUID | None = None
    organisation_name: str = ""
    responsible_id: UUID | None = None
    responsible_name: str = ""
    by_client: bool = False
    wish: Wish = Wish.NOT_ASKED
    client_words: str = ""
    recommendation: str = ""
    client_part: str = ""
    from_on: dt.date | None = None
    until_on: dt.date | None = None
    due_on: dt.date | None = None
    category: Category | None = None

    @property
    def has_responsible(self) -> bool:
        """Whether it is said who does it."""
        return bool(self.responsible_id or self.responsible_name.strip() or self.by_client)

    @property
    def has_day(self) -> bool:
        """Whether it is said when."""
        return any((self.from_on, self.until_on, self.due_on))


# What the responsible one agrees to; the client's view and the recommendation stand beside it.
AGREED_TO = (
    "kind",
    "what",
    "service_id",
    "organisation_id",
    "organisation_name",
    "responsible_id",
    "responsible_name",
    "by_client",
    "client_part",
    "from_on",
    "until_on",
    "due_on",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpTerms:
    """Who looks at what, on which day."""

    what: str
    on: dt.date
    who_id: UUID | None = None
    who_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was seen of one goal or row at a review."""

    part: Part
    item_id: UUID
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Yes:
    """A yes that staff write down: whose, how, on which day, in which words."""

    how: How
    on: dt.date
    name: str = ""
    words: str = ""
