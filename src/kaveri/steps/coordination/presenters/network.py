"""The client's network: who, role, organisation, since when, what they see and on which ground."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.coordination.domain import (
    InForce,
    MemberKind,
    MemberState,
    Shown,
)
from kaveri.steps.coordination.labels import MEMBER_STATES
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.presenters.network_picture import (
    NetworkPicture,
    Person,
    network_picture,
)
from kaveri.steps.coordination.presenters.parts import language, local_day

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task
    from kaveri.casebook.tasks.selectors import CaseHead
    from kaveri.casebook.tasks.selectors.heads import Near
    from kaveri.foundation.accounts.models import Organisation

_TAGS = {
    MemberState.INVITED: ("warning", "hourglass"),
    MemberState.LAPSED: ("warning", "clock-alert"),
    MemberState.ACCEPTED: ("ok", "check"),
    MemberState.DECLINED: ("neutral", "x"),
    MemberState.GONE: ("neutral", "user-minus"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person of the network."""

    id: UUID | None
    name: str
    role: str
    organisation: str
    phone: str
    since: dt.date
    tag: Tag | None
    # What they see and on which ground, in sentences; empty for those who may not know it.
    sees: tuple[str, ...]
    is_me: bool
    # manager · worker · partner · supporter
    who: str
    is_supporter: bool
    may_answer: bool
    may_renew: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """Somebody who was asked and said no, with what they said about it."""

    name: str
    role: str
    organisation: str
    on: dt.date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPage:
    """Who is who, as a picture and as a list."""

    by_client: bool
    may_change: bool
    shows_sight: bool
    # Whether somebody who was here before can be asked anew.
    has_earlier: bool
    lines: list[Line]
    picture: NetworkPicture
    me: Line | None
    declined: list["Declined"]

    @property
    def columns(self) -> list[str]:
        """The heads of the table."""
        found = [_("Name"), _("Role"), _("Since")]
        if self.shows_sight:
            found.append(_("What they see, and why"))
        return found

    @property
    def is_alone(self) -> bool:
        """Nobody but those who answer for the case."""
        return not any(line.id for line in self.lines)


def organisation_name(organisation: "Organisation | None") -> str:
    """In the reader's language."""
    return str(getattr(organisation, f"name_{language()}")) if organisation else ""


def sight(shown: Sequence[Shown], *, kept: Iterable[str] = ()) -> tuple[str, ...]:
    """What somebody sees now: a sentence for each ground and last day, and what is kept from them."""
    found: list[str] = []
    by_consent: dict[tuple[str, dt.date | None], list[str]] = {}
    for row in shown:
        by_consent.setdefault((row.ground, row.until_on), []).append(str(CATEGORIES[row.category]))
    for (ground, until), names in by_consent.items():
        words = {
            "what": ", ".join(names),
            "day": dates.plain_date(until, language()) if until else "",
        }
        if ground == "own":
            found.append(_("All of this record: works with the same register."))
        elif ground == "permit" and until:
            found.append(_("By permit until %(day)s: the record of the same sector.") % words)
        elif ground == "permit":
            found.append(_("By permit, until it is withdrawn: the record of the same sector."))
        elif until:
            found.append(_("By consent until %(day)s: %(what)s.") % words)
        else:
            found.append(_("By consent, until it is withdrawn: %(what)s.") % words)
    names = [str(CATEGORIES[Category(code)]) for code in sorted(kept)]
    if names:
        found.append(_("Agreed not to be seen: %(what)s.") % {"what": ", ".join(names)})
    return tuple(found)


def member_line(
    row: Member,
    *,
    shown: Sequence[Shown],
    now: InForce | None = None,
    account_id: UUID | None = None,
    may_change: bool = False,
) -> Line:
    """One member; `now` is given to those who may know what each sees."""
    state = row.state
    kind, icon = _TAGS[state]
    kept: Iterable[str] = ()
    if now is not None and row.account is not None:
        kept = {
            code
            for each in now.limits
            if each.account_id == row.account.id
            for code in each.categories
        }
    sees: tuple[str, ...] = ()
    if now is not None:
        sees = sight(shown, kept=kept) or (_nothing(row, state),)
        if kept and not shown:
            sees = (_nothing(row, state), *sees)
    supporter = row.kind == MemberKind.SUPPORTER
    return Line(
        id=row.id,
        name=row.name,
        role=row.role,
        organisation=organisation_name(row.organisation),
        phone=row.account.phone if row.account else row.phone,
        since=local_day(row.accepted_at or row.invited_at),
        tag=Tag(kind=kind, icon=icon, word=MEMBER_STATES[state]),
        sees=sees,
        is_me=account_id is not None and row.account_id == account_id,
        who="supporter" if supporter else "partner" if _elsewhere(row) else "worker",
        is_supporter=supporter,
        may_answer=may_change and supporter and state is MemberState.INVITED,
        may_renew=may_change
        and not supporter
        and state in {MemberState.INVITED, MemberState.LAPSED},
    )


def declined_line(row: Member) -> Declined:
    """One who said no."""
    return Declined(
        name=row.name,
        role=row.role,
        organisation=organisation_name(row.organisation),
        on=local_day(row.declined_at or row.invited_at),
        reason=row.decline_reason,
    )


def _elsewhere(row: Member) -> bool:
    return row.organisation_id != row.controller_id


def _nothing(row: Member, state: MemberState) -> str:
    if row.kind == MemberKind.SUPPORTER:
        return _("Nothing: has no account.")
    if state is not MemberState.ACCEPTED:
        return _("Nothing yet: has not said yes.")
    return _("Nothing: no consent or permit covers it now.")


def near_line(near: "Near", role: str, *, organisation: str, me: UUID | None) -> Line:
    """Somebody who answers for the case."""
    return Line(
        id=None,
        name=near.name,
        role=role,
        organisation=organisation,
        phone=near.phone,
        since=near.from_on,
        tag=None,
        sees=(_("All of this record: answers for the case."),),
        is_me=near.account_id == me,
        who="manager" if near.kind == "case_manager" else "worker",
        is_supporter=False,
        may_answer=False,
        may_renew=False,
    )


def known_as(row: "Member") -> str:
    """A person by name, what they did, and where they work."""
    return ", ".join(filter(None, [row.name, row.role, organisation_name(row.organisation)]))


def network_page(
    head: "CaseHead",
    *,
    near: Sequence[Line],
    members: Sequence[Line],
    by_client: bool,
    may_change: bool,
    shows_sight: bool,
    has_earlier: bool = False,
    declined: Sequence[Declined] = (),
) -> NetworkPage:
    """The page: the same people in the picture and in the list."""
    lines = [*near, *members]
    middle = _("You") if by_client and "self" in head.relations else head.first_name
    drawn = [
        Person(
            name=line.name,
            words=line.role,
            who=line.who,
            is_sure=line.tag is None or line.tag.kind == "ok",
        )
        for line in lines
    ]
    manager = next((person for person in drawn if person.who == "manager"), drawn[0])
    others = [person for person in drawn if person is not manager]
    count = len(lines)
    sentence = ngettext(
        "The network: %(number)d person around %(name)s. The list below says the same.",
        "The network: %(number)d people around %(name)s. The list below says the same.",
        count,
    ) % {"number": count, "name": middle}
    return NetworkPage(
        by_client=by_client,
        may_change=may_change,
        shows_sight=shows_sight,
        has_earlier=has_earlier,
        lines=lines,
        picture=network_picture(middle, manager, others, sentence=sentence),
        me=next((line for line in members if line.is_me), None),
        declined=list(declined),
    )


# --- one person ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """A line of what happens."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPage:
    """One member, and what can be done."""

    case_id: UUID
    line: Line
    by_client: bool
    is_limited: bool
    may_limit: bool
    form: KaveriForm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitePage:
    """First where they work, then who; with an account, or by a link."""

    by_link: bool
    choose: KaveriForm
    organisation: str
    form: KaveriForm | None
    other: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLook:
    """What happens when somebody is taken out, before it is done."""

    title: str
    effects: list[Effect]
    send: str
    back: str
    by_client: bool
    form: KaveriForm


def effects_of_removing(
    line: Line,
    shown: Sequence[Shown],
    *,
    readable: Sequence["Task"],
    hidden: int,
    in_plan: int,
    stays_near: bool,
    manager: str,
    task_words: Mapping[UUID, str],
) -> list[Effect]:
    """What they no longer see, and which of their tasks go to the case manager."""
    words = {"name": line.name, "manager": manager}
    found = []
    if stays_near:
        found.append(
            Effect(
                icon="info",
                text=_(
                    "%(name)s has another part in the case as well, and keeps what belongs to it."
                )
                % words,
            )
        )
        return found
    if shown:
        what = ", ".join(str(CATEGORIES[row.category]) for row in shown)
        found.append(
            Effect(
                icon="eye-off",
                text=_("From the next moment %(name)s no longer sees: %(what)s.")
                % {**words, "what": what},
            )
        )
    else:
        found.append(Effect(icon="eye-off", text=_("%(name)s sees nothing now.") % words))
    found += [
        Effect(
            icon="corner-down-right",
            text=_("%(manager)s takes over from %(name)s: %(what)s")
            % {**words, "what": task_words[task.id]},
        )
        for task in readable
    ]
    if hidden:
        found.append(
            Effect(
                icon="corner-down-right",
                text=_(
                    "%(manager)s takes over from %(name)s something here that is not shown to you."
                )
                % words,
            )
        )
    if in_plan:
        text = ngettext(
            "The plan names %(name)s for %(number)d thing to do. %(manager)s and the client decide who"
            " does it.",
            "The plan names %(name)s for %(number)d things to do. %(manager)s and the client decide who"
            " does them.",
            in_plan,
        )
        found.append(Effect(icon="clipboard-list", text=text % {**words, "number": in_plan}))
    if line.who != "supporter":
        found.append(
            Effect(icon="mail", text=_("%(name)s gets a mail that there is a message.") % words)
        )
    found.append(
        Effect(icon="history", text=_("What was written and seen before stays in the log."))
    )
    return found
