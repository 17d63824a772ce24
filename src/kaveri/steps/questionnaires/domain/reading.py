"""Reading a FHIR R4 Questionnaire: everything that can be asked is kept, everything else is refused with its reason."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from kaveri.steps.questionnaires.domain.items import (
    CannotBeAsked,
    Condition,
    Item,
    ItemType,
    Operator,
    Option,
    Problem,
    Questionnaire,
    Reason,
    Value,
    Words,
    walk,
)

_CORE = "http://hl7.org/fhir/StructureDefinition/"
TRANSLATION = _CORE + "translation"
WEIGHTS = (_CORE + "itemWeight", _CORE + "ordinalValue")
_HIDDEN = _CORE + "questionnaire-hidden"
_UNIT = _CORE + "questionnaire-unit"
DEEPEST, MOST_ITEMS = 10, 500
_REFUSED_TYPES = {"attachment": Reason.ATTACHMENT, "reference": Reason.REFERENCE}
_OPTIONS = ("valueCoding", "valueInteger", "valueString", "valueDate", "valueTime")
_OPERATORS = {each.value for each in Operator}
_ANSWERS = {
    "answerBoolean": bool,
    "answerDecimal": int | float,
    "answerInteger": int,
    "answerDate": str,
    "answerDateTime": str,
    "answerTime": str,
    "answerString": str,
    "answerCoding": dict,
    "answerQuantity": dict,
}


def read_questionnaire(text: str) -> Questionnaire:
    """The questionnaire in this text; raises CannotBeAsked with every reason when it cannot be asked."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise CannotBeAsked([Problem(Reason.NOT_JSON)]) from None
    if not isinstance(data, dict) or data.get("resourceType") != "Questionnaire":
        raise CannotBeAsked([Problem(Reason.NOT_A_QUESTIONNAIRE)])
    reader = _Reader(data)
    try:
        found = reader.read()
    except (AttributeError, TypeError, ValueError, KeyError, InvalidOperation):
        # A part that has another shape than FHIR gives it: not a Questionnaire after all.
        raise CannotBeAsked([Problem(Reason.NOT_A_QUESTIONNAIRE)]) from None
    if reader.problems:
        raise CannotBeAsked(reader.problems)
    return found


class _Reader:
    """One reading; problems gather as it goes."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.problems: list[Problem] = []
        self.sets = {
            f"#{each['id']}": each
            for each in data.get("contained", [])
            if each.get("resourceType") == "ValueSet" and "id" in each
        }

    def read(self) -> Questionnaire:
        data = self.data
        self._modifiers(data, "")
        items = tuple(self._item(each, depth=1) for each in data.get("item", []))
        if not items:
            self._no(Reason.NO_ITEMS)
        self._ids(items)
        return Questionnaire(
            url=str(data.get("url", "")),
            version=str(data.get("version", "")),
            title=_words(data, "title"),
            description=_words(data, "description"),
            language=str(data.get("language", "")),
            items=items,
        )

    def _no(self, reason: Reason, link_id: str = "") -> None:
        self.problems.append(Problem(reason, link_id))

    def _modifiers(self, part: Mapping[str, Any], link_id: str) -> None:
        # FHIR: who does not know a modifier must not go on as if it were not there.
        if part.get("modifierExtension"):
            self._no(Reason.MODIFIER, link_id)

    def _item(self, data: Mapping[str, Any], depth: int) -> Item:
        link_id = str(data.get("linkId", ""))
        kind = self._type(data, link_id)
        if not link_id:
            self._no(Reason.NO_LINK_ID)
        self._modifiers(data, link_id)
        deeper = data.get("item", [])
        if depth >= DEEPEST and deeper:
            self._no(Reason.TOO_DEEP, link_id)
            deeper = []
        items = tuple(self._item(each, depth + 1) for each in deeper)
        self._shape(kind, items, link_id)
        options = self._options(data, kind, link_id)
        return Item(
            link_id=link_id,
            type=kind,
            words=_words(data, "text"),
            prefix=str(data.get("prefix", "")),
            required=data.get("required") is True,
            repeats=data.get("repeats") is True,
            read_only=data.get("readOnly") is True,
            hidden=any(
                each.get("valueBoolean") is True
                for each in data.get("extension", [])
                if each.get("url") == _HIDDEN
            ),
            max_length=data.get("maxLength"),
            lowest=_limit(data, "minValue"),
            highest=_limit(data, "maxValue"),
            options=options,
            initial=_initial(data, options),
            conditions=self._conditions(data, link_id),
            all_conditions=data.get("enableBehavior") != "any",
            definition=str(data.get("definition", "")),
            unit=_unit(data),
            items=items,
        )

    def _type(self, data: Mapping[str, Any], link_id: str) -> ItemType:
        written = str(data.get("type", ""))
        if written in _REFUSED_TYPES:
            self._no(_REFUSED_TYPES[written], link_id)
        elif written not in set(ItemType):
            self._no(Reason.UNKNOWN_TYPE, link_id)
        else:
            return ItemType(written)
        return ItemType.DISPLAY if not data.get("item") else ItemType.GROUP

    def _shape(self, kind: ItemType, items: tuple[Item, ...], link_id: str) -> None:
        if kind is ItemType.GROUP and not items:
            self._no(Reason.GROUP_IS_EMPTY, link_id)
        if kind is ItemType.DISPLAY and items:
            self._no(Reason.DISPLAY_HOLDS_ITEMS, link_id)

    def _options(self, data: Mapping[str, Any], kind: ItemType, link_id: str) -> tuple[Option, ...]:
        if kind not in {ItemType.CHOICE, ItemType.OPEN_CHOICE}:
            return ()
        listed = data.get("answerOption", [])
        found = [option for each in listed if (option := _option(each)) is not None]
        if len(found) < len(listed):
            self._no(Reason.OPTION_NOT_READ, link_id)
        named = data.get("answerValueSet")
        if named:
            contained = _contained(self.sets.get(str(named), {}))
            if not contained:
                self._no(Reason.OPTIONS_ELSEWHERE, link_id)
            found += contained
        # An open choice without options is a line to write on.
        elif not found and kind is ItemType.CHOICE and not listed:
            self._no(Reason.NO_OPTIONS, link_id)
        return tuple(found)

    def _conditions(self, data: Mapping[str, Any], link_id: str) -> tuple[Condition, ...]:
        listed = data.get("enableWhen", [])
        if len(listed) > 1 and data.get("enableBehavior") not in {"all", "any"}:
            self._no(Reason.ALL_OR_ANY_NOT_SAID, link_id)
        found = [condition for each in listed if (condition := _condition(each)) is not None]
        if len(found) < len(listed):
            self._no(Reason.CONDITION_NOT_READ, link_id)
        return tuple(found)

    def _ids(self, items: tuple[Item, ...]) -> None:
        seen: set[str] = set()
        every = list(walk(items))
        if len(every) > MOST_ITEMS:
            self._no(Reason.TOO_LONG)
            return
        for item in every:
            if item.link_id in seen and item.link_id:
                self._no(Reason.SAME_LINK_ID, item.link_id)
            seen.add(item.link_id)
        questions = {item.link_id for item in every if item.is_question}
        for item in every:
            if any(condition.link_id not in questions for condition in item.conditions):
                self._no(Reason.CONDITION_LEADS_NOWHERE, item.link_id)
        for link_id in _in_circles(items):
            self._no(Reason.CONDITIONS_IN_A_CIRCLE, link_id)


def _in_circles(items: tuple[Item, ...]) -> list[str]:
    """Items that would have to be answered before they are asked."""
    needs: dict[str, frozenset[str]] = {}

    def gather(inner: Iterable[Item], above: frozenset[str]) -> None:
        for item in inner:
            needs[item.link_id] = above | {condition.link_id for condition in item.conditions}
            gather(item.items, above | {item.link_id})

    gather(items, frozenset())
    found = []
    for start, first in needs.items():
        seen: set[str] = set()
        ahead = set(first)
        while ahead:
            one = ahead.pop()
            if one not in seen:
                seen.add(one)
                ahead |= needs.get(one, set())
        if start in seen:
            found.append(start)
    return found


def _words(data: Mapping[str, Any], name: str) -> Words:
    translated = {}
    for each in data.get(f"_{name}", {}).get("extension", []):
        if each.get("url") == TRANSLATION:
            parts = {
                part.get("url"): part.get("valueCode") or part.get("valueString")
                for part in each.get("extension", [])
            }
            if parts.get("lang") and parts.get("content"):
                translated[str(parts["lang"])] = str(parts["content"])
    return Words(str(data.get(name, "")), translated)


def _weight(*parts: Mapping[str, Any]) -> Decimal | None:
    for part in parts:
        for each in part.get("extension", []):
            if each.get("url") in WEIGHTS and "valueDecimal" in each:
                return Decimal(str(each["valueDecimal"]))
    return None


def _option(data: Mapping[str, Any]) -> Option | None:
    name = next((name for name in _OPTIONS if name in data), None)
    if name is None:
        return None
    value = data[name]
    coding = value if name == "valueCoding" else {}
    return Option(
        value={name: _bare(value)},
        words=_words(coding, "display") if coding.get("display") else Words(_plain(value)),
        weight=_weight(data, coding),
        chosen_at_first=data.get("initialSelected") is True,
    )


def _contained(values: Mapping[str, Any]) -> list[Option]:
    """The codes that a contained set of values names one by one."""
    found = []
    for part in values.get("compose", {}).get("include", []):
        for each in part.get("concept", []):
            coding = {"system": part.get("system", ""), "code": each["code"]}
            coding = {name: text for name, text in coding.items() if text}
            if each.get("display"):
                coding["display"] = each["display"]
            found.append(
                Option(
                    value={"valueCoding": coding},
                    words=_words(each, "display") if each.get("display") else Words(each["code"]),
                    weight=_weight(each),
                )
            )
    return found


def _condition(data: Mapping[str, Any]) -> Condition | None:
    written = data.get("operator")
    name = next((name for name in _ANSWERS if name in data), None)
    if name is None or written not in _OPERATORS or not data.get("question"):
        return None
    operator, value = Operator(written), data[name]
    fits = isinstance(value, _ANSWERS[name]) and (name == "answerBoolean") == isinstance(
        value, bool
    )
    if not fits or (operator is Operator.EXISTS and name != "answerBoolean"):
        return None
    return Condition(str(data["question"]), operator, {name.replace("answer", "value"): value})


def _initial(data: Mapping[str, Any], options: tuple[Option, ...]) -> tuple[Value, ...]:
    named: tuple[Value, ...] = tuple(
        {name: value for name, value in each.items() if name.startswith("value")}
        for each in data.get("initial", [])
    )
    return named or tuple(option.value for option in options if option.chosen_at_first)


def _limit(data: Mapping[str, Any], name: str) -> Decimal | None:
    for each in data.get("extension", []):
        if each.get("url") == _CORE + name:
            value = each.get("valueInteger", each.get("valueDecimal"))
            return None if value is None else Decimal(str(value))
    return None


def _unit(data: Mapping[str, Any]) -> dict[str, str]:
    for each in data.get("extension", []):
        if each.get("url") == _UNIT:
            coding = each.get("valueCoding", {})
            known = {
                "unit": coding.get("display") or coding.get("code"),
                "system": coding.get("system"),
                "code": coding.get("code"),
            }
            return {name: str(text) for name, text in known.items() if text}
    return {}


def _bare(value: Any) -> Any:
    """A coding as a response repeats it: what it weighs and how it is translated stay with the question."""
    if not isinstance(value, dict):
        return value
    kept = ("system", "version", "code", "display")
    return {name: value[name] for name in kept if name in value}


def _plain(value: Any) -> str:
    return str(value.get("code", "")) if isinstance(value, dict) else str(value)
