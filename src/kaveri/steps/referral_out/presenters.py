"""What the pages of referrals out show."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.records.domain import SENSITIVE, Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.base import clock
from kaveri.foundation.base.names import folded
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.paging import Pager
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.referral_out.domain import (
    OPEN_STATES,
    UNANSWERED,
    EventKind,
    ReferralState,
    SendingGround,
    is_silent,
)
from kaveri.steps.referral_out.forms import (
    AnswerForm,
    LetterForm,
    ProgressForm,
    RemindForm,
    ServiceFilter,
    WithdrawForm,
)
from kaveri.steps.referral_out.labels import EVENTS, GROUNDS, STATES
from kaveri.steps.referral_out.models import ReferralEvent, ReferralOut

_TAGS = {
    ReferralState.SENT: ("info", "send"),
    ReferralState.SEEN: ("info", "eye"),
    ReferralState.ACCEPTED: ("ok", "check"),
    ReferralState.FIRST_DATE: ("ok", "calendar-check"),
    ReferralState.BEGUN: ("ok", "play"),
    ReferralState.DECLINED: ("danger", "x"),
    ReferralState.ENDED: ("neutral", "archive"),
    ReferralState.WITHDRAWN: ("neutral", "undo-2"),
}
_EVENT_ICONS = {
    EventKind.REMINDED: "bell",
    EventKind.NEW_LINK: "link",
    EventKind.NO_CHANGE: "repeat",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One referral in a list."""

    id: UUID
    service: str
    tag: Tag
    asked_by: str
    sent_on: dt.datetime
    answer_by: dt.date | None
    first_on: dt.date | None
    client: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened in the loop."""

    at: dt.datetime
    icon: str
    what: str
    who: str
    on: dt.date | None
    answer_by: dt.date | None
    ask_again_on: dt.date | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The referral itself: what is asked, by whom, and what is told of the client."""

    id: UUID
    service: str
    question: str
    asked_by: str
    asked_by_title: str
    asked_by_phone: str
    client: str
    client_phone: str
    sent_on: dt.datetime
    answer_by: dt.date
    first_on: dt.date | None
    tag: Tag
    is_open: bool
    is_unanswered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """The referrals of one case."""

    lines: list[Line]
    may_send: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One service to choose."""

    id: UUID
    name: str
    organisation: str
    discloses: str
    takes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """Choosing a service."""

    form: ServiceFilter
    services: list[Offered]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """Writing the referral."""

    form: LetterForm
    service: str
    organisation: str
    discloses: str
    sensitive: bool
    to: str
    by_link: bool
    under_way: str
    phone_hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One referral as the sender follows it."""

    paper: Paper
    ground: str
    ground_note: str
    told: str
    to: str
    by_link: bool
    link_until: dt.datetime | None
    overlap_reason: str
    steps: list[Step]
    may_act: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """A form of the sender's about one referral."""

    paper: Paper
    form: RemindForm | ProgressForm | WithdrawForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One referral as the receiver answers it."""

    paper: Paper
    form: AnswerForm | KaveriForm
    steps: list[Step]
    by_link: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """What is asked of the one who looks."""

    lines: list[Line]
    pager: Pager


def name_of(row: Any) -> str:
    """The name in the reader's language."""
    return str(getattr(row, f"name_{dates.known_language(get_language())}"))


def tag(referral: ReferralOut) -> Tag:
    """Where it stands; silence before anything else."""
    if is_silent(referral.state, referral.answer_by, clock.today()):
        return Tag("danger", "clock-alert", _("no answer"))
    state = ReferralState(referral.state)
    return Tag(*_TAGS[state], str(STATES[state]))


def line(referral: ReferralOut) -> Line:
    """One referral in a list."""
    unanswered = referral.state in UNANSWERED
    return Line(
        id=referral.id,
        service=name_of(referral.service),
        tag=tag(referral),
        asked_by=referral.sender.full_name,
        sent_on=referral.sent_at,
        answer_by=referral.answer_by if unanswered else None,
        first_on=referral.first_on,
        client=referral.case.client.full_name if referral.tells_name else "",
        question=referral.question,
    )


_ASKING = {EventKind.SENT, EventKind.REMINDED}


def steps(events: Iterable[ReferralEvent], *, inside: bool) -> list[Step]:
    """The loop as it went; notes of reminders and withdrawals stay inside."""
    kept_inside = {EventKind.REMINDED, EventKind.NEW_LINK, EventKind.NO_CHANGE}
    shown = [event for event in events if inside or event.kind not in kept_inside]
    return [
        Step(
            at=event.at,
            icon=_EVENT_ICONS.get(EventKind(event.kind)) or _TAGS[ReferralState(event.kind)][1],
            what=str(EVENTS[EventKind(event.kind)]),
            who=event.by.full_name if event.by else _("by the link"),
            on=event.on if event.kind == EventKind.FIRST_DATE else None,
            answer_by=event.on if event.kind in _ASKING else None,
            ask_again_on=event.on if event.kind == EventKind.NO_CHANGE else None,
            note=event.note,
        )
        for event in shown
    ]


def paper(referral: ReferralOut) -> Paper:
    """The referral itself; a number under non-disclosure is never drawn, whatever was agreed."""
    client = referral.case.client
    tells_phone = referral.tells_phone and not client.non_disclosure
    language = dates.known_language(get_language())
    return Paper(
        id=referral.id,
        service=name_of(referral.service),
        question=referral.question,
        asked_by=referral.sender.full_name,
        asked_by_title=getattr(referral.sender, f"title_{language}"),
        asked_by_phone=referral.sender.phone,
        client=client.full_name if referral.tells_name else "",
        client_phone=client.phone if tells_phone else "",
        sent_on=referral.sent_at,
        answer_by=referral.answer_by,
        first_on=referral.first_on,
        tag=tag(referral),
        is_open=referral.state in OPEN_STATES,
        is_unanswered=referral.state in UNANSWERED,
    )


def choosing(form: ServiceFilter, services: Iterable[Any], wanted: str) -> Choosing:
    """The services whose name, in any language, or organisation holds what was searched."""
    words = folded(wanted)
    found = [service for service in services if words in _searched(service)]
    offered = [
        Offered(
            id=service.id,
            name=name_of(service),
            organisation=name_of(service.organisation),
            discloses=str(CATEGORIES[Category(service.discloses)]),
            takes=service.receives_referrals,
        )
        for service in found
    ]
    return Choosing(form=form, services=sorted(offered, key=lambda each: folded(each.name)))


def writing(
    form: LetterForm,
    service: Any,
    *,
    under_way: ReferralOut | None,
    receiver: Any,
    phone_hidden: bool,
) -> Writing:
    """The form for one service, with what being its client discloses."""
    category = Category(service.discloses)
    return Writing(
        form=form,
        service=name_of(service),
        organisation=name_of(service.organisation),
        discloses=str(CATEGORIES[category]),
        sensitive=category in SENSITIVE,
        to=receiver.full_name if receiver else service.email,
        by_link=receiver is None,
        under_way=_under_way(under_way),
        phone_hidden=phone_hidden,
    )


def followed(referral: ReferralOut, events: Iterable[ReferralEvent], *, may_act: bool) -> Followed:
    """One referral with its whole loop."""
    told = [
        _("the client's name") if referral.tells_name else "",
        _("the telephone number") if referral.tells_phone else "",
    ]
    return Followed(
        paper=paper(referral),
        ground=str(GROUNDS[SendingGround(referral.ground)]),
        ground_note=referral.ground_note,
        told=", ".join(filter(None, told)),
        to=referral.receiver.full_name if referral.receiver else referral.address,
        by_link=referral.receiver is None,
        link_until=referral.link_until,
        overlap_reason=referral.overlap_reason,
        steps=steps(events, inside=True),
        may_act=may_act and referral.state in OPEN_STATES,
    )


def _searched(service: Any) -> str:
    names = [service.name_sv, service.name_fi, service.name_en, name_of(service.organisation)]
    return " ".join(folded(name) for name in names)


def _under_way(referral: ReferralOut | None) -> str:
    if referral is None:
        return ""
    day = dates.plain_date(
        referral.sent_at.astimezone(clock.HELSINKI).date(), dates.known_language(get_language())
    )
    return _(
        "%(sender)s sent a referral to this service on %(day)s, and it is still under way."
    ) % {
        "sender": referral.sender.full_name,
        "day": day,
    }
