"""The front lines' lists of prompts, on a page and on a card."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.foundation.ui import dates
from kaveri.steps.identification.domain import Prompts


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A service to turn to."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLink:
    """One front line in the list of lists."""

    key: str
    name: str
    moment: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptsPage:
    """One front line's list in the reader's language."""

    key: str
    name: str
    moment: str
    signals: Sequence[str]
    questions: Sequence[str]
    do_now: Sequence[str]
    turn_to: tuple[Turn, ...]
    label: str
    check: bool
    version: int
    is_old: bool
    may_edit: bool
    versions: tuple[tuple[int, dt.datetime, str], ...]


def language() -> str:
    """The language the reader reads."""
    return dates.known_language(get_language())


def turns(keys: Iterable[str], services: Iterable[Any]) -> tuple[Turn, ...]:
    """The services of these keys, in the order of the keys."""
    by_key = {service.key: service for service in services}
    return tuple(
        Turn(name=getattr(by_key[key], f"name_{language()}"), phone=by_key[key].phone)
        for key in keys
        if key in by_key
    )


def list_link(prompts: Prompts) -> ListLink:
    """One line of the list of lists."""
    now = language()
    return ListLink(
        key=prompts.key,
        name=prompts.name[now],
        moment=prompts.moment[now],
        is_own=prompts.is_own,
    )


def prompts_card(prompts: Prompts, services: Iterable[Any]) -> dict[str, Any]:
    """One front line's list as it stands on a card for the pocket: front and back."""
    now = language()
    whom = [
        ", ".join(filter(None, (turn.name, turn.phone)))
        for turn in turns(prompts.turn_to, services)
    ]
    parts = (
        (_("What to notice"), prompts.signals[now]),
        (_("What to ask"), prompts.questions[now]),
        (_("What can I do myself now?"), prompts.do_now[now]),
        (_("Whom do I turn to?"), [*whom, _("When unsure: the work ability coordinator.")]),
    )
    check = "" if prompts.verified else _("Own wording, not yet reviewed: check.")
    return {
        "title": prompts.name[now],
        "moment": prompts.moment[now],
        "lang": now,
        "parts": [{"heading": heading, "lines": list(lines)} for heading, lines in parts],
        "foot": _("Version %(number)s.") % {"number": prompts.version},
        "label": " ".join(filter(None, (prompts.label.get(now, ""), check))),
    }


def prompts_page(
    prompts: Prompts,
    services: Iterable[Any],
    *,
    newest: int,
    may_edit: bool,
    versions: Iterable[Any],
) -> PromptsPage:
    """One list, as it holds or as it stood."""
    now = language()
    return PromptsPage(
        key=prompts.key,
        name=prompts.name[now],
        moment=prompts.moment[now],
        signals=prompts.signals[now],
        questions=prompts.questions[now],
        do_now=prompts.do_now[now],
        turn_to=turns(prompts.turn_to, services),
        label=prompts.label.get(now, ""),
        check=not prompts.verified,
        version=prompts.version,
        is_old=prompts.version != newest,
        may_edit=may_edit,
        versions=tuple((row.version, row.made_at, row.made_by.full_name) for row in versions),
    )
