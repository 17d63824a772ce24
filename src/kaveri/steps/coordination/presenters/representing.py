"""Who acts for the client: on what footing, about what, until when, and who can end it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kaveri.casebook.clients.domain import RepresentativeKind
from kaveri.casebook.clients.labels import REPRESENTATIVE_KINDS
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.coordination.domain import BY_LAW, MandateState
from kaveri.steps.coordination.labels import MANDATE_STATES
from kaveri.steps.coordination.models import Mandate
from kaveri.steps.coordination.presenters.network import Effect
from kaveri.steps.coordination.presenters.parts import language

_TAGS = {
    MandateState.WAITING: ("warning", "hourglass"),
    MandateState.LAPSED: ("warning", "clock-alert"),
    MandateState.TO_COME: ("neutral", "clock"),
    MandateState.IN_FORCE: ("ok", "check"),
    MandateState.RUN_OUT: ("neutral", "x"),
    MandateState.ENDED: ("neutral", "x"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateLine:
    """One who acts for the client."""

    id: UUID
    name: str
    kind: str
    phone: str
    covers: str
    period: str
    document: str
    tag: Tag
    is_by_law: bool
    may_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MandatesPage:
    """Everybody who acts for the client."""

    acting: list[MandateLine]
    may_add: bool


def mandate_line(
    row: Mandate, *, account_id: UUID | None, by_client_side: bool, may_change: bool
) -> MandateLine:
    """One line; a guardian is ended by nobody on the client's side."""
    acts, state = row.representative, row.state
    kind, icon = _TAGS[state]
    by_law = acts.kind in BY_LAW
    is_mine = account_id in {row.case.client.account_id, acts.account_id}
    return MandateLine(
        id=row.id,
        name=acts.name,
        kind=str(REPRESENTATIVE_KINDS[RepresentativeKind(acts.kind)]),
        phone=acts.phone,
        covers=", ".join(str(CATEGORIES[Category(code)]) for code in acts.scope.split()),
        period=_period(row),
        document=acts.document,
        tag=Tag(kind=kind, icon=icon, word=MANDATE_STATES[state]),
        is_by_law=by_law,
        may_end=may_change and (not by_client_side or (is_mine and not by_law)),
    )


def mandate_lines(
    rows: Iterable[Mandate], *, account_id: UUID | None, by_client_side: bool, may_change: bool
) -> list[MandateLine]:
    """Everybody who acts for the client, or is about to."""
    return [
        mandate_line(
            row, account_id=account_id, by_client_side=by_client_side, may_change=may_change
        )
        for row in rows
    ]


def effects_of_ending(line: MandateLine) -> list[Effect]:
    """What follows, before it is done."""
    words = {"name": line.name, "what": line.covers}
    return [
        Effect(
            icon="eye-off",
            text=_("From the next moment %(name)s sees nothing more of this: %(what)s.") % words,
        ),
        Effect(icon="user-minus", text=_("%(name)s can no longer decide or answer here.") % words),
        Effect(
            icon="mail", text=_("Those it concerns get a mail that there is a message.") % words
        ),
        Effect(icon="history", text=_("What was written and seen before stays in the log.")),
    ]


def _period(row: Mandate) -> str:
    acts = row.representative
    words = {"first": dates.plain_date(acts.from_on, language())}
    if acts.until_on is None:
        return _("From %(first)s until further notice") % words
    words["last"] = dates.plain_date(acts.until_on, language())
    return _("From %(first)s until %(last)s") % words


def link_until(row: Mandate) -> str:
    """Until when the link opens."""
    if row.link_until is None:
        return ""
    return dates.plain_date(row.link_until.astimezone(clock.HELSINKI).date(), language())
