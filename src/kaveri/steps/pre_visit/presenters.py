"""The background as a worker, the client and a doctor read it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates, phones
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.appointments.domain import Visit
from kaveri.steps.appointments.labels import VISITS
from kaveri.steps.pre_visit.domain import CONTACT, Answer, AnsweredHow, Handed, Standing
from kaveri.steps.pre_visit.labels import ANSWERED_HOW, HANDED, STANDINGS
from kaveri.steps.pre_visit.models import Background
from kaveri.steps.pre_visit.selectors import Known, headings, source_of_headings, stands

_TAGS = {
    Standing.WAITS: ("warning", "hourglass"),
    Standing.TO_CHANGE: ("warning", "message-circle"),
    Standing.APPROVED: ("ok", "check"),
    Standing.HANDED: ("ok", "send"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading and what is written under it."""

    number: int
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundPage:
    """What a worker sees of one visit."""

    visit: str
    tags: tuple[Tag, ...]
    to_change: bool
    parts: tuple[Part, ...]
    written: str
    answered: str
    wish: str
    handed: str
    all_shown: bool
    check: bool
    write: str
    record: str
    hand_on: str
    go_without: str
    papers: tuple[tuple[str, str], ...]
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """What the client reads before they answer; nothing, when nobody has written it yet."""

    acting_for: str
    visit: str
    is_written: bool
    parts: tuple[Part, ...]
    all_shown: bool
    answered: str
    wish: str
    handed: str
    paper: str
    form: KaveriForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page that is one form."""

    title: str
    lead: str
    more: str
    send: str
    back: str
    form: KaveriForm


LANGUAGES = (("sv", "svenska"), ("fi", "suomi"), ("en", "English"))


def language() -> Any:
    """The reader's language."""
    return dates.known_language(get_language())


def visit_words(visit: Any) -> str:
    """A visit for a B-statement, on Tuesday 5 January at 9.30."""
    kind = capfirst(str(VISITS[Visit(visit.visit)]))
    at = visit.starts_at.astimezone(clock.HELSINKI)
    return f"{kind}, {dates.date_and_time(at, language())}"


def prefilled(found: Iterable[Known], head: CaseHead) -> dict[str, str]:
    """What is known already under each heading, each with whose it is and from when."""
    texts: dict[str, list[str]] = {}
    for each in found:
        texts.setdefault(each.heading, []).append(_line(each))
    filled = {key: "\n".join(lines) for key, lines in texts.items()}
    return filled | {CONTACT: _contact(head)}


def background_page(
    row: Background | None,
    visit: Any,
    texts: Mapping[str, str],
    *,
    all_shown: bool,
    may: Mapping[str, bool],
) -> BackgroundPage:
    """The page of one visit; `may` says what the reader may do."""
    now = stands(row) if row else None
    open_ = bool(now) and now is not Standing.HANDED
    _source, verified = source_of_headings()
    return BackgroundPage(
        visit=visit_words(visit),
        tags=(Tag(*_TAGS[now], str(STANDINGS[now])),) if now else (),
        to_change=now is Standing.TO_CHANGE and may["write"],
        parts=_parts(texts),
        written=_written(row) if row else "",
        answered=_answered(row) if row else "",
        wish=row.answer_words if row and now is Standing.TO_CHANGE else "",
        handed=_handed(row) if row and now is Standing.HANDED else "",
        all_shown=all_shown,
        check=not verified,
        write=reverse("pre_visit:write", args=[visit.pk]) if may["write"] else "",
        record=reverse("pre_visit:record", args=[row.pk])
        if row and open_ and now is not Standing.APPROVED and may["record"]
        else "",
        hand_on=reverse("pre_visit:hand_on", args=[row.pk])
        if row and now is Standing.APPROVED and may["hand_on"]
        else "",
        go_without=reverse("pre_visit:go_without", args=[visit.pk]) if may["go_without"] else "",
        papers=tuple(
            (name, reverse("pre_visit:paper", args=[row.pk, code])) for code, name in LANGUAGES
        )
        if row
        else (),
        back=reverse("appointments:of_case", args=[visit.case_id]),
    )


def own_page(
    row: Background | None,
    visit: Any,
    texts: Mapping[str, str],
    *,
    all_shown: bool,
    acting_for: str,
    form: KaveriForm | None,
) -> OwnPage:
    """What the client reads."""
    now = stands(row) if row else None
    return OwnPage(
        acting_for=acting_for,
        visit=visit_words(visit),
        is_written=row is not None,
        parts=_parts(texts),
        all_shown=all_shown,
        answered=_answered(row) if row else "",
        wish=row.answer_words if row and now is Standing.TO_CHANGE else "",
        handed=_handed(row) if row and now is Standing.HANDED else "",
        paper=reverse("pre_visit:paper", args=[row.pk, language()]) if row else "",
        form=form,
    )


def paper(
    row: Background, texts: Mapping[str, str], code: str, *, all_shown: bool
) -> dict[str, Any]:
    """What stands on the page for the doctor, in this language; the texts as they were written."""
    now = stands(row)
    visit_on = row.appointment.starts_at.astimezone(clock.HELSINKI).date()
    approved = now in {Standing.APPROVED, Standing.HANDED}
    return {
        "title": _("Background before the visit"),
        "sender": getattr(row.case.controller, f"name_{code}"),
        "secrecy": _("Confidential"),
        "foot": _("Written %(day)s") % {"day": _day(row.written_at)},
        "page": _("Page"),
        "lang": code,
        "person": row.case.client.full_name,
        "born": dates.numeric_date(row.case.client.born_on) if row.case.client.born_on else "",
        "visit": f"{VISITS[Visit(row.appointment.visit)]}, {dates.plain_date(visit_on, dates.known_language(code))}",
        "answer": _answered(row)
        if approved
        else _("Draft: the client has not approved this text."),
        "hidden": "" if all_shown else _("Some of the text is not shown to you."),
        "parts": [
            {"heading": f"{heading.number} {heading.name[code]}", "text": texts[key]}
            for key, heading in headings().items()
            if texts.get(key)
        ],
    }


def _line(each: Known) -> str:
    said = each.text
    if each.score is not None:
        score = _("Own view of work ability: %(score)d of 10.") % {"score": each.score}
        said = f"{score} {said}".strip()
    who = each.said_by or str(SOURCES[Source(each.source)])
    return f"{said.strip()} ({who}, {dates.numeric_date(each.said_on)})"


def _contact(head: CaseHead) -> str:
    phone = phones.shown_phone(head.manager_phone, language()) if head.manager_phone else ""
    title = next((each.title for each in head.people if each.name == head.manager), "")
    return ", ".join(each for each in (head.manager, title, phone) if each)


def _parts(texts: Mapping[str, str]) -> tuple[Part, ...]:
    code = language()
    return tuple(
        Part(number=heading.number, name=heading.name[code], text=texts[key])
        for key, heading in headings().items()
        if texts.get(key)
    )


def _written(row: Background) -> str:
    return _("Written by %(name)s, %(day)s.") % {
        "name": row.written_by.full_name,
        "day": _day(row.written_at),
    }


def _answered(row: Background) -> str:
    if not row.answered_on or row.answered_no != row.text_no:
        return ""
    how = str(ANSWERED_HOW[AnsweredHow(row.answered_how)])
    said = {
        "name": row.answered_by.full_name if row.answered_by else row.case.client.full_name,
        "how": how,
        "day": dates.plain_date(row.answered_on, language()),
    }
    if row.answer == Answer.APPROVED:
        return _("Approved by %(name)s, %(how)s, %(day)s.") % said
    return _("%(name)s wants something different, %(how)s, %(day)s.") % said


def _handed(row: Background) -> str:
    how = str(HANDED[Handed(row.handed_how)])
    day = dates.plain_date(row.handed_on, language()) if row.handed_on else ""
    return ", ".join(each for each in (how, row.handed_to, day) if each)


def _day(moment: dt.datetime) -> str:
    return dates.plain_date(moment.astimezone(clock.HELSINKI).date(), language())
