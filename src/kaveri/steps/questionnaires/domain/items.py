"""What a questionnaire is made of: FHIR R4 Questionnaire (hl7.org/fhir/R4/questionnaire.html) as plain values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any

# An answer as FHIR writes it: {"valueInteger": 3}, {"valueCoding": {…}}.
Value = Mapping[str, Any]


class ItemType(StrEnum):
    """The kinds of items that can be asked here; the names are FHIR's."""

    GROUP = "group"
    DISPLAY = "display"
    BOOLEAN = "boolean"
    DECIMAL = "decimal"
    INTEGER = "integer"
    DATE = "date"
    DATE_TIME = "dateTime"
    TIME = "time"
    STRING = "string"
    TEXT = "text"
    URL = "url"
    CHOICE = "choice"
    OPEN_CHOICE = "open-choice"
    QUANTITY = "quantity"


class Operator(Enum):
    """How an answer is compared before a question is asked."""

    EXISTS = "exists"
    EQUAL = "="
    NOT_EQUAL = "!="
    MORE = ">"
    LESS = "<"
    AT_LEAST = ">="
    AT_MOST = "<="


class Reason(StrEnum):
    """Why a file cannot be asked as a questionnaire."""

    NOT_JSON = "not_json"
    NOT_A_QUESTIONNAIRE = "not_a_questionnaire"
    NO_ITEMS = "no_items"
    NO_LINK_ID = "no_link_id"
    SAME_LINK_ID = "same_link_id"
    UNKNOWN_TYPE = "unknown_type"
    ATTACHMENT = "attachment"
    REFERENCE = "reference"
    MODIFIER = "modifier"
    GROUP_IS_EMPTY = "group_is_empty"
    DISPLAY_HOLDS_ITEMS = "display_holds_items"
    NO_OPTIONS = "no_options"
    OPTIONS_ELSEWHERE = "options_elsewhere"
    OPTION_NOT_READ = "option_not_read"
    CONDITION_NOT_READ = "condition_not_read"
    CONDITION_LEADS_NOWHERE = "condition_leads_nowhere"
    CONDITIONS_IN_A_CIRCLE = "conditions_in_a_circle"
    ALL_OR_ANY_NOT_SAID = "all_or_any_not_said"
    TOO_DEEP = "too_deep"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason, and the item it stands at."""

    reason: Reason
    link_id: str = ""


class CannotBeAsked(Exception):
    """The file is no questionnaire that can be asked here; every reason at once."""

    def __init__(self, problems: list[Problem]) -> None:
        """With the reasons in the order of the file."""
        super().__init__(", ".join(f"{each.reason} {each.link_id}".strip() for each in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Words:
    """A text in the file's own language, and its translations."""

    text: str = ""
    translated: Mapping[str, str] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """The text in this language, else as the file has it."""
        return self.translated.get(language) or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose: its value, its words, and what it weighs in a score."""

    value: Value
    words: Words
    weight: Decimal | None = None
    chosen_at_first: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What must have been answered for a question to be asked."""

    link_id: str
    operator: Operator
    expected: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A group, a text to read, or a question."""

    link_id: str
    type: ItemType
    words: Words
    prefix: str = ""
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    hidden: bool = False
    max_length: int | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    options: tuple[Option, ...] = ()
    initial: tuple[Value, ...] = ()
    conditions: tuple[Condition, ...] = ()
    all_conditions: bool = True
    definition: str = ""
    unit: Mapping[str, str] = field(default_factory=dict)
    items: "tuple[Item, ...]" = ()

    @property
    def is_question(self) -> bool:
        """Whether something can be answered."""
        return self.type not in {ItemType.GROUP, ItemType.DISPLAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """A questionnaire that can be asked."""

    url: str
    version: str
    title: Words
    description: Words
    language: str
    items: tuple[Item, ...]

    @property
    def canonical(self) -> str:
        """How a response names what it answers; empty when the file has no address."""
        return f"{self.url}|{self.version}" if self.url and self.version else self.url

    def walk(self) -> Iterator[Item]:
        """Every item, in the order of the file."""
        return walk(self.items)

    def item(self, link_id: str) -> Item | None:
        """The item of this id."""
        return next((item for item in self.walk() if item.link_id == link_id), None)


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Every item and what stands under it, in order."""
    for item in items:
        yield item
        yield from walk(item.items)
