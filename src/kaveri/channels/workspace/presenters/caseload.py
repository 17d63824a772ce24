"""The caseload: a bar for each who waits, and the facts under the picture."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kaveri.channels.workspace.domain import share_used
from kaveri.channels.workspace.presenters.words import address, language
from kaveri.channels.workspace.selectors.my_day import Day
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One case: how much of the agreed contact time has gone."""

    x: int
    y: int
    height: int
    late: bool
    name: str
    href: str
    share: int
    due_on: dt.date


def bars_of(day: Day) -> list[Bar]:
    """One bar for each who waits, the shortest first."""
    shares = sorted(
        (
            (
                share_used(task.made_at.astimezone(clock.HELSINKI).date(), task.due_on, day.today),
                task,
            )
            for task in day.waits
        ),
        key=lambda pair: (pair[0], str(pair[1].id)),
    )
    return [
        Bar(
            x=place * 10,
            y=120 - min(round(share * 0.8), 112),
            height=max(min(round(share * 0.8), 112), 3),
            late=share > 100,
            name=day.cases[task.case_id].client.full_name,  # type: ignore[index]
            href=address("workspace:case", case_id=task.case_id),
            share=share,
            due_on=task.due_on,
        )
        for place, (share, task) in enumerate(shares)
    ]


def facts_of(day: Day, bars: list[Bar]) -> list[tuple[str, str, str]]:
    """Who is without contact, who waits, who knows what happens next."""
    if not day.steps:
        return []
    late = sum(bar.late for bar in bars)
    told = sum(step.client_knows for step in day.steps.values())
    found = []
    if late:
        found.append(
            (
                "danger",
                "phone-off",
                ngettext(
                    "%(number)d without the agreed contact",
                    "%(number)d without the agreed contact",
                    late,
                )
                % {"number": late},
            )
        )
    found.append(
        (
            "neutral",
            "hourglass",
            ngettext("%(number)d waits", "%(number)d wait", len(bars)) % {"number": len(bars)},
        )
    )
    found.append(
        (
            "neutral",
            "check",
            _("%(told)d of %(all)d know what happens next") % {"told": told, "all": len(day.steps)},
        )
    )
    return found


def unseen_words(number: int) -> str:
    """Requests to the privacy officer while nobody holds the role, or nothing."""
    if not number:
        return ""
    return ngettext(
        "%(number)d request about the log waits, and nobody is privacy officer.",
        "%(number)d requests about the log wait, and nobody is privacy officer.",
        number,
    ) % {"number": number}


def risen_words(number: int) -> str:
    """What has risen to a manager, or nothing."""
    if not number:
        return ""
    return ngettext(
        "%(number)d step is late in the units you lead.",
        "%(number)d steps are late in the units you lead.",
        number,
    ) % {"number": number}


def statement_words(number: int, first: dt.date | None, today: dt.date) -> str:
    """How many statements are asked of the reader, and by when the first is due."""
    if not number or first is None:
        return ""
    return ngettext(
        "%(number)d statement is asked of you, %(day)s",
        "%(number)d statements are asked of you, the first %(day)s",
        number,
    ) % {"number": number, "day": dates.due(first, today, language())}
