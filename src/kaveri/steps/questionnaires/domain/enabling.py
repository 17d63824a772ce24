"""Which questions are asked: enableWhen, as FHIR R4 means it.

A question that is not asked has no answer, whatever was answered before; what stands under it is not asked either.
An answer stands under the item's id; inside a group that repeats, the number of the repetition follows: `id#1`.
"""

import datetime as dt
import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from kaveri.steps.questionnaires.domain.items import (
    Condition,
    Item,
    ItemType,
    Operator,
    Questionnaire,
    Value,
)

Answers = Mapping[str, Sequence[Value]]
# Which repetition of each group that repeats around an item, from outside in.
Turns = tuple[int, ...]
# How often a group that repeats is answered stands under its id with this sign.
TIMES = "*"
MOST_TURNS = 20

_ORDER: dict[Operator, Callable[[Any, Any], bool]] = {
    Operator.MORE: operator.gt,
    Operator.LESS: operator.lt,
    Operator.AT_LEAST: operator.ge,
    Operator.AT_MOST: operator.le,
}


def key_of(link_id: str, turns: Turns = ()) -> str:
    """Where an answer stands; the first time round the plain id."""
    return link_id if not any(turns) else f"{link_id}#{'.'.join(map(str, turns))}"


class Asked:
    """A questionnaire with what has been answered so far: what is asked now?"""

    def __init__(self, questionnaire: Questionnaire, answers: Answers) -> None:
        """Find the place of every item once."""
        self.questionnaire = questionnaire
        self.answers = answers
        # id → the item, the items above it, and the groups that repeat around it.
        self._places: dict[str, tuple[Item, tuple[Item, ...]]] = {}
        self._place(questionnaire.items, ())
        self._known: dict[tuple[str, Turns], bool] = {}

    def _place(self, items: tuple[Item, ...], above: tuple[Item, ...]) -> None:
        for item in items:
            self._places[item.link_id] = (item, above)
            self._place(item.items, (*above, item))

    def around(self, link_id: str) -> tuple[str, ...]:
        """The groups that repeat around an item, from outside in."""
        _item, above = self._places[link_id]
        return tuple(each.link_id for each in above if _many(each))

    def times(self, group: Item, turns: Turns) -> int:
        """How often a group that repeats is answered: once at least."""
        if not _many(group):
            return 1
        said = self.answers.get(key_of(group.link_id + TIMES, turns), ())
        number = said[0].get("valueInteger", 1) if said else 1
        return min(max(int(number), 1), MOST_TURNS)

    def is_asked(self, link_id: str, turns: Turns = ()) -> bool:
        """Whether an item is asked, in this repetition of the groups around it."""
        known = self._known.get((link_id, turns))
        if known is None:
            known = self._known[(link_id, turns)] = self._find_out(link_id, turns)
        return known

    def values(self, link_id: str, turns: Turns = ()) -> Sequence[Value]:
        """What counts as answered: nothing where nothing is asked."""
        return self.answers.get(key_of(link_id, turns), ()) if self.is_asked(link_id, turns) else ()

    def _find_out(self, link_id: str, turns: Turns) -> bool:
        item, above = self._places[link_id]
        for at, upper in enumerate(above):
            outside = sum(1 for each in above[:at] if _many(each))
            if not self.is_asked(upper.link_id, turns[:outside]):
                return False
        if not item.conditions:
            return True
        judge = all if item.all_conditions else any
        return bool(judge([self._holds(each, item, turns) for each in item.conditions]))

    def _holds(self, condition: Condition, item: Item, turns: Turns) -> bool:
        found = self._values_near(condition.link_id, item.link_id, turns)
        if condition.operator is Operator.EXISTS:
            return bool(found) is bool(condition.expected["valueBoolean"])
        # FHIR R4, questionnaire-enable-operator: "!=" is true when no answer is equal, also where there is none.
        if condition.operator is Operator.NOT_EQUAL:
            return not any(compare(value, Operator.EQUAL, condition.expected) for value in found)
        return any(compare(value, condition.operator, condition.expected) for value in found)

    def _values_near(self, link_id: str, from_id: str, turns: Turns) -> list[Value]:
        """The answers of a question, in the same repetition where both stand in it, else in every one."""
        here, there = self.around(from_id), self.around(link_id)
        shared = 0
        while shared < min(len(here), len(there)) and here[shared] == there[shared]:
            shared += 1
        return [
            value
            for each in self._every_turn(there, turns[:shared])
            for value in self.values(link_id, each)
        ]

    def _every_turn(self, groups: tuple[str, ...], begun: Turns) -> list[Turns]:
        found = [begun]
        for group in groups[len(begun) :]:
            item = self._places[group][0]
            found = [(*each, turn) for each in found for turn in range(self.times(item, each))]
        return found


def _many(item: Item) -> bool:
    return item.repeats and item.type is ItemType.GROUP


def compare(value: Value, how: Operator, expected: Value) -> bool:
    """Whether one answer stands to the expected one as the operator says; what cannot be compared does not."""
    try:
        mine, theirs = _comparable(value), _comparable(expected)
    except (ValueError, TypeError, InvalidOperation):
        return False
    if mine[0] != theirs[0]:
        return how is Operator.NOT_EQUAL
    if how in {Operator.EQUAL, Operator.NOT_EQUAL}:
        return _same(mine, theirs) == (how is Operator.EQUAL)
    if mine[0] in {"code", "yes", "text"}:
        return False
    return _ORDER[how](mine[-1], theirs[-1])


def _same(mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> bool:
    # A code without a system is the same code in any system.
    if mine[0] == "code" and not (mine[1] and theirs[1]):
        return bool(mine[2] == theirs[2])
    return mine == theirs


def _comparable(value: Value) -> tuple[Any, ...]:
    """What kind of thing a value is, and how it is ordered."""
    [(name, content)] = value.items()
    return _KINDS[name](content) if name in _KINDS else ("text", str(content))


def _number(content: Any) -> tuple[Any, ...]:
    return ("number", Decimal(str(content)))


def _quantity(content: Mapping[str, Any]) -> tuple[Any, ...]:
    unit = str(content.get("code") or content.get("unit") or "")
    return (f"quantity {unit}", Decimal(str(content["value"])))


def _coding(content: Mapping[str, Any]) -> tuple[Any, ...]:
    return ("code", str(content.get("system", "")), str(content.get("code", "")))


def _moment(text: str) -> dt.datetime:
    """A day or a moment, at the beginning of what is left out: FHIR lets the month or the day be unknown."""
    whole = text + "-01-01"[len(text) - 4 :] if len(text) in {4, 7} else text
    moment = dt.datetime.fromisoformat(whole)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


_KINDS: dict[str, Callable[[Any], tuple[Any, ...]]] = {
    "valueBoolean": lambda content: ("yes", content),
    "valueInteger": _number,
    "valueDecimal": _number,
    "valueQuantity": _quantity,
    "valueCoding": _coding,
    "valueTime": lambda content: ("time", dt.time.fromisoformat(content)),
    "valueDate": lambda content: ("moment", _moment(str(content))),
    "valueDateTime": lambda content: ("moment", _moment(str(content))),
}
