"""What the pages of questionnaires show."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.questionnaires import selectors
from kaveri.steps.questionnaires.domain import (
    Asked,
    Item,
    Screen,
    Value,
    missing,
    screens_of,
)
from kaveri.steps.questionnaires.labels import WAYS
from kaveri.steps.questionnaires.models import Asking, Instrument
from kaveri.steps.questionnaires.presenters.scores import ScoreLine, language, number

END = "end"
LANGUAGES = ("sv", "fi", "en")


def name_of(row: Instrument) -> str:
    """What the questions are called, in the reader's language."""
    return str(getattr(row, f"name_{language()}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenPage:
    """One question or one short group."""

    frame: str
    head: CaseHead | None
    name: str
    above: tuple[str, ...]
    read: tuple[str, ...]
    shown: tuple["AnswerLine", ...]
    number: int
    total: int
    form: KaveriForm
    back: str
    later: str
    again: str
    by_link: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One question and what is answered."""

    question: str
    answer: str
    missing: bool = False
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndPage:
    """Everything answered, before it is handed in."""

    frame: str
    head: CaseHead | None
    name: str
    lines: tuple[AnswerLine, ...]
    form: KaveriForm
    later: str
    by_link: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingLine:
    """One asking in a list."""

    name: str
    tags: tuple[Tag, ...]
    about: str
    href: str
    verb: Any
    take_back: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """Questions of a case and scores over time."""

    open: tuple[AskingLine, ...]
    done: tuple[AskingLine, ...]
    scores: tuple[ScoreLine, ...]
    ask: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """Questions that a person may begin alone."""

    key: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinePage:
    """The client's own questions and answers over time."""

    open: tuple[AskingLine, ...]
    done: tuple[AskingLine, ...]
    scores: tuple[ScoreLine, ...]
    begin: tuple[Beginning, ...]
    form: KaveriForm
    manager: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """One answering."""

    name: str
    when: str
    label: str
    about: str
    thanks: str
    scores: tuple[ScoreLine, ...]
    lines: tuple[AnswerLine, ...]
    download: str = ""
    back: str = ""


def screen_page(
    asked: Asked,
    screens: Sequence[Screen],
    screen: Screen,
    *,
    row: Asking,
    form: KaveriForm,
    frame: str,
    head: CaseHead | None,
    here: str,
    later: str,
) -> ScreenPage:
    """The page of one screen."""
    now = language()
    place = next(at for at, each in enumerate(screens) if each.key == screen.key)
    return ScreenPage(
        frame=frame,
        head=head,
        name=name_of(row.instrument),
        above=tuple(_titled(words.in_language(now), screen) for words in screen.above),
        read=tuple(words.in_language(now) for words in screen.read),
        shown=tuple(
            _line(asked, item, screen, here="") for item in screen.questions if item.read_only
        ),
        number=place + 1,
        total=len(screens),
        form=form,
        back=at(here, screens[place - 1].key) if place else "",
        later=later,
        again=screen.again.words.in_language(now) if screen.again else "",
        by_link=not later,
    )


def end_page(
    asked: Asked,
    *,
    row: Asking,
    form: KaveriForm,
    frame: str,
    head: CaseHead | None,
    here: str,
    later: str,
) -> EndPage:
    """Everything answered, with a way back to each."""
    return EndPage(
        frame=frame,
        head=head,
        name=name_of(row.instrument),
        lines=lines_of(asked, here),
        form=form,
        later=later,
        by_link=not later,
    )


def at(here: str, key: str, *, after: bool = False) -> str:
    """The address of a screen, or of the one after it."""
    return f"{here}?{urlencode({'after' if after else 'at': key})}"


def lines_of(asked: Asked, here: str = "") -> tuple[AnswerLine, ...]:
    """Every question that is asked, with its answer."""
    gaps = {screen.key for screen in missing(asked)}
    return tuple(
        _line(asked, item, screen, here=here, gap=screen.key in gaps and item.required)
        for screen in screens_of(asked)
        for item in screen.questions
    )


def _line(asked: Asked, item: Item, screen: Screen, *, here: str, gap: bool = False) -> AnswerLine:
    values = asked.values(item.link_id, screen.turns)
    return AnswerLine(
        question=item.words.in_language(language()) or item.link_id,
        answer="; ".join(shown(item, value) for value in values),
        missing=gap and not values,
        change=at(here, screen.key) if here and not item.read_only else "",
    )


def _titled(text: str, screen: Screen) -> str:
    """A group that is answered more than once says which time it is."""
    if not screen.turns or not any(screen.turns):
        return text
    return _("%(group)s, number %(number)s") % {"group": text, "number": screen.turns[-1] + 1}


def shown(item: Item, value: Value) -> str:
    """An answer in words."""
    for option in item.options:
        if option.value == value:
            return option.words.in_language(language())
    [(name, content)] = value.items()
    return str(_SHOWN[name](content)) if name in _SHOWN else _plain(content)


def _plain(content: Any) -> str:
    if isinstance(content, dict):
        return str(content.get("display") or content.get("code", ""))
    return str(content)


def _quantity(content: Mapping[str, Any]) -> str:
    return " ".join(filter(None, [number(content.get("value")), content.get("unit", "")]))


def _day(text: str) -> str:
    try:
        return dates.plain_date(dt.date.fromisoformat(text), language())
    except ValueError:
        return text


_SHOWN: dict[str, Callable[[Any], str]] = {
    "valueBoolean": lambda content: _("Yes") if content else _("No"),
    "valueDate": lambda content: _day(str(content)),
    "valueQuantity": _quantity,
    "valueDecimal": number,
    "valueInteger": number,
}


# --- lists ----------------------------------------------------------------------------------


def asking_line(row: Asking, *, href: str, verb: Any, take_back: str = "") -> AskingLine:
    """One asking: how, by whom, and where it stands."""
    about = {
        "way": WAYS[row.way],
        "day": dates.plain_date(row.asked_at.astimezone(clock.HELSINKI).date(), language()),
        "who": row.asked_by.full_name if row.asked_by else "",
    }
    return AskingLine(
        name=name_of(row.instrument),
        tags=(_state(row),),
        about=_("%(way)s · asked %(day)s by %(who)s") % about
        if about["who"]
        else _("%(way)s · asked %(day)s") % about,
        href=href,
        verb=verb,
        take_back=take_back,
    )


def _state(row: Asking) -> Tag:
    if row.finished_at is not None:
        day = dates.plain_date(row.answered_on, language())  # type: ignore[arg-type]
        return Tag("ok", "check", _("answered %(day)s") % {"day": day})
    if row.taken_back_at is not None:
        return Tag("neutral", "archive", _("taken back"))
    if row.saved_at is not None:
        return Tag("info", "pencil-line", _("begun"))
    if row.link_until is not None and row.link_until < clock.now():
        return Tag("warning", "clock", _("the link no longer works"))
    return Tag("neutral", "clock", _("not answered yet"))


def beginnings(packs: Iterable[selectors.Pack]) -> tuple[Beginning, ...]:
    """What a person may begin alone."""
    now = language()
    return tuple(
        Beginning(
            key=each.key,
            name=each.name[now],
            about=selectors.read(each.questionnaire, each.declared)[0].description.in_language(now),
        )
        for each in packs
    )


def result_page(
    row: Asking,
    lines: Sequence[ScoreLine],
    *,
    download: str = "",
    back: str = "",
) -> ResultPage:
    """One answering: scores, feedback, answers."""
    _questions, declared = selectors.read_of(row.instrument)
    now = language()
    return ResultPage(
        name=name_of(row.instrument),
        when=dates.plain_date(row.answered_on or clock.today(), now),
        label=declared.label.get(now, ""),
        about=declared.about.get(now, ""),
        thanks=declared.thanks.get(now, ""),
        scores=tuple(lines),
        lines=lines_of(selectors.asked_of(row)),
        download=download,
        back=back,
    )
