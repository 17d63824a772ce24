"""Taking answers as people write them, and what is wrong with them."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from kaveri.steps.questionnaires.domain.items import Item, ItemType, Option, Value

LONGEST = {ItemType.STRING: 1000, ItemType.TEXT: 10_000, ItemType.URL: 500}
MOST_ANSWERS = 20
LARGEST_INTEGER = 2_147_483_647
# The key under which the own words of an open choice are written.
OWN_WORDS = "own"
_NUMBER = re.compile(r"[+-]?\d{1,12}([.,]\d{1,8})?")
_YES = {"true": True, "false": False}
_HELSINKI = ZoneInfo("Europe/Helsinki")


class AnswerObstacle(StrEnum):
    """Why an answer cannot be kept like this."""

    NEEDED = "needed"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_WHOLE_NUMBER = "not_a_whole_number"
    NOT_A_DAY = "not_a_day"
    NOT_A_TIME = "not_a_time"
    NOT_AN_ADDRESS = "not_an_address"
    NOT_AN_OPTION = "not_an_option"
    OUTSIDE = "outside"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    NOT_ASKED = "not_asked"


class CannotStand(Exception):
    """An answer that cannot be kept."""

    def __init__(self, obstacle: AnswerObstacle) -> None:
        """With the reason."""
        super().__init__(obstacle)
        self.obstacle = obstacle


def code_of(option: Option) -> str:
    """How an option is named in a form: its place says nothing when options are ordered anew."""
    [(_name, value)] = option.value.items()
    if isinstance(value, dict):
        return f"{value.get('system', '')}|{value.get('code', value.get('display', ''))}"
    return str(value)


def read_answers(item: Item, written: Sequence[str], own_words: str = "") -> list[Value]:
    """What was written or chosen, as FHIR values; raises CannotStand. Nothing written is no answer."""
    texts = [text.strip() for text in written if text and text.strip()]
    if len(texts) > (MOST_ANSWERS if item.repeats else 1):
        raise CannotStand(AnswerObstacle.TOO_MANY)
    found = [_read(item, text) for text in texts if text != OWN_WORDS or not _is_open(item)]
    if _is_open(item) and own_words.strip():
        found.append({"valueString": _text(item, own_words.strip())})
    return found if item.repeats else found[-1:]


def obstacles_to_values(item: Item, values: Sequence[Value]) -> list[AnswerObstacle]:
    """What is wrong with answers that stand already: whether one is missing."""
    return [AnswerObstacle.NEEDED] if item.required and not values and not item.read_only else []


def written(item: Item, value: Value) -> str:
    """The value as it stands in a form."""
    [(name, content)] = value.items()
    if name == "valueBoolean":
        return "true" if content else "false"
    if name == "valueQuantity":
        return str(content.get("value", "")).replace(".", ",")
    if name == "valueDecimal":
        return str(content).replace(".", ",")
    for option in item.options:
        if option.value == value:
            return code_of(option)
    return str(content.get("code", "")) if isinstance(content, dict) else str(content)


def _is_open(item: Item) -> bool:
    return item.type is ItemType.OPEN_CHOICE


def _read(item: Item, text: str) -> Value:
    if item.type in {ItemType.CHOICE, ItemType.OPEN_CHOICE}:
        for option in item.options:
            if code_of(option) == text:
                return option.value
        raise CannotStand(AnswerObstacle.NOT_AN_OPTION)
    found: Value = _READERS[item.type](item, text)
    return found


def _text(item: Item, text: str) -> str:
    longest = LONGEST.get(item.type, LONGEST[ItemType.STRING])
    if len(text) > min(item.max_length or longest, longest):
        raise CannotStand(AnswerObstacle.TOO_LONG)
    return text.replace("\r\n", "\n")


def _number(text: str) -> int | float:
    bare = text.replace("\u00a0", "").replace(" ", "").replace("\u2212", "-")
    if not _NUMBER.fullmatch(bare):
        raise CannotStand(AnswerObstacle.NOT_A_NUMBER)
    try:
        number = Decimal(bare.replace(",", "."))
    except InvalidOperation:
        raise CannotStand(AnswerObstacle.NOT_A_NUMBER) from None
    return int(number) if number == number.to_integral_value() else float(number)


def _boolean(_item: Item, text: str) -> Value:
    if text not in _YES:
        raise CannotStand(AnswerObstacle.NOT_AN_OPTION)
    return {"valueBoolean": _YES[text]}


def _inside(item: Item, number: float) -> Any:
    given = Decimal(str(number))
    if (item.lowest is not None and given < item.lowest) or (
        item.highest is not None and given > item.highest
    ):
        raise CannotStand(AnswerObstacle.OUTSIDE)
    return number


def _integer(item: Item, text: str) -> Value:
    try:
        number = _number(text)
    except CannotStand:
        raise CannotStand(AnswerObstacle.NOT_A_WHOLE_NUMBER) from None
    if not isinstance(number, int) or abs(number) > LARGEST_INTEGER:
        raise CannotStand(AnswerObstacle.NOT_A_WHOLE_NUMBER)
    return {"valueInteger": _inside(item, number)}


def _decimal(item: Item, text: str) -> Value:
    return {"valueDecimal": _inside(item, _number(text))}


def _quantity(item: Item, text: str) -> Value:
    return {"valueQuantity": {"value": _number(text), **item.unit}}


def _day(text: str) -> str:
    """A day as FHIR writes it; people write 22.11.2026."""
    found = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text)
    try:
        if found:
            day, month, year = map(int, found.groups())
            return dt.date(year, month, day).isoformat()
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise CannotStand(AnswerObstacle.NOT_A_DAY) from None


def _clock(text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})", text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise CannotStand(AnswerObstacle.NOT_A_TIME)
    return f"{int(found[1]):02}:{found[2]}:00"


def _date(_item: Item, text: str) -> Value:
    return {"valueDate": _day(text)}


def _time(_item: Item, text: str) -> Value:
    return {"valueTime": _clock(text)}


def _date_time(_item: Item, text: str) -> Value:
    """A day, and the hour where it is known; FHIR lets the hour be left out."""
    parts = text.replace("T", " ").split()
    if not parts or len(parts) > 2:
        raise CannotStand(AnswerObstacle.NOT_A_DAY)
    day = _day(parts[0])
    if len(parts) == 1:
        return {"valueDateTime": day}
    hour = _clock(parts[1][:5])
    moment = dt.datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=_HELSINKI)
    return {"valueDateTime": moment.isoformat()}


def _string(item: Item, text: str) -> Value:
    return {"valueString": _text(item, text)}


def _url(item: Item, text: str) -> Value:
    try:
        parts = urlsplit(_text(item, text))
    except ValueError:
        parts = None
    if not parts or parts.scheme not in {"http", "https"} or not parts.netloc or " " in text:
        raise CannotStand(AnswerObstacle.NOT_AN_ADDRESS)
    return {"valueUri": text}


_READERS: dict[ItemType, Any] = {
    ItemType.BOOLEAN: _boolean,
    ItemType.INTEGER: _integer,
    ItemType.DECIMAL: _decimal,
    ItemType.QUANTITY: _quantity,
    ItemType.DATE: _date,
    ItemType.DATE_TIME: _date_time,
    ItemType.TIME: _time,
    ItemType.STRING: _string,
    ItemType.TEXT: _string,
    ItemType.URL: _url,
}
