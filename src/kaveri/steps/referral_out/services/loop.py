"""Parts of every use case of the loop: its history, the sender's follow-up, the link."""

import datetime as dt
import secrets
from typing import TYPE_CHECKING
from uuid import UUID

import holidays
from django.conf import settings
from django.db.models import F
from django.urls import reverse

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import close_relations
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.services import close_tasks_of, set_task
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.messaging import outbox
from kaveri.foundation.usecase.acting import Act
from kaveri.steps.referral_out.domain import (
    FOLLOW_UPS,
    LINK_DAYS,
    OPEN_STATES,
    EventKind,
    ReferralState,
    fingerprint,
    working_days_after,
)
from kaveri.steps.referral_out.models import ReferralEvent, ReferralOut
from kaveri.steps.referral_out.selectors import open_referrals

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case

SOURCE = "referral_out"


def note(
    act: Act,
    referral: ReferralOut,
    kind: EventKind,
    *,
    on: dt.date | None = None,
    text: str = "",
    by_link: bool = False,
) -> ReferralEvent:
    """Write down what happened in the loop."""
    return ReferralEvent.objects.create(
        referral=referral,
        kind=kind,
        at=clock.now(),
        by_id=act.actor.account_id,
        by_link=by_link,
        on=on,
        note=text.strip(),
    )


def somebody(act: Act) -> UUID:
    """Who acts; a referral is sent by a person with an account."""
    if act.actor.account_id is None:
        raise Denied(act.action)
    return act.actor.account_id


def reach(act: Act, referral: ReferralOut, state: ReferralState, **known: object) -> None:
    """The referral comes to another state; at an end the receiver and the link go out."""
    referral.state = state
    for field, value in known.items():
        setattr(referral, field, value)
    if state not in OPEN_STATES:
        referral.ended_at, referral.link_fingerprint, referral.link_until = (
            clock.now(),
            None,
            None,
        )
        close_relations(act, source_type=SOURCE, source_id=referral.id)
    save(referral)


def save(referral: ReferralOut) -> None:
    """Save and count the version up, so that a late writer notices."""
    referral.version = F("version") + 1
    referral.save()
    referral.refresh_from_db(fields=["version"])


def follow_up(act: Act, referral: ReferralOut, *, due_on: dt.date | None = None) -> None:
    """The sender's side gets what it now owes: what followed the earlier state is done."""
    owner_id = follower(referral)
    close_tasks_of(act, referral.id)
    follow = FOLLOW_UPS.get(ReferralState(referral.state))
    if follow is None or referral.case.state != CaseState.OPEN:
        return
    set_task(
        act,
        referral.case,
        kind=follow.kind,
        owner_id=owner_id,
        due_on=due_on or in_working_days(follow.within),
        category=referral.category,
        source_type=SOURCE,
        source_id=referral.id,
    )


def follow_again(act: Act, case: "Case") -> None:
    """The case goes on: somebody follows what its services promised before it ended."""
    for referral in open_referrals([case.id]):
        referral.case = case
        follow_up(act, referral)


def let_referrals_fall(act: Act, case: "Case") -> None:
    """The client has died: what was asked of services is taken back, and nobody answers or follows it."""
    for referral in open_referrals([case.id]):
        referral.case = case
        reach(act, referral, ReferralState.WITHDRAWN)
        note(act, referral, EventKind.WITHDRAWN)
        close_tasks_of(act, referral.id, state=TaskState.DROPPED)


def follower(referral: ReferralOut) -> UUID:
    """Who follows the referral: the owner of its open task, else the case manager."""
    case = referral.case
    owner = (
        tasks.tasks()
        .filter(source_id=referral.id, state=TaskState.OPEN, owner__is_active=True)
        .values_list("owner_id", flat=True)
        .first()
    )
    near = owner is not None and (case.id, owner) in cases.related_accounts([case.id])
    return owner if owner is not None and near else case.case_manager_id


def tell_follower(follower_id: UUID) -> None:
    """Somebody has answered: a mail that says nothing of what."""
    account = people.accounts().filter(pk=follower_id).first()
    if account is not None:
        outbox.put(address=account.email, language=account.language)


def tell_receiver(act: Act, referral: ReferralOut) -> str:
    """Reach the service: its worker by a mail to sign in, else by a new link; the old one dies."""
    if referral.receiver is not None:
        outbox.put(address=referral.receiver.email, language=referral.receiver.language)
        return ""
    secret = secrets.token_urlsafe(32)
    referral.link_fingerprint = fingerprint(secret)
    referral.link_until = clock.now() + dt.timedelta(days=LINK_DAYS)
    save(referral)
    sender = people.accounts().filter(pk=somebody(act)).first()
    outbox.put(
        address=referral.address,
        language=sender.language if sender else "sv",
        link=address_of(secret),
    )
    return secret


def address_of(secret: str) -> str:
    """Where the link leads."""
    page = reverse("referral_out:by_link", args=[secret])
    return f"{settings.PUBLIC_ADDRESS.rstrip('/')}{page}"


def entry(act: Act, referral: ReferralOut, what: EventKind, text: str, source: Source) -> None:
    """Something for the client's timeline; what being a client of the service tells goes with it."""
    add_entry(
        act,
        referral.case,
        kind=EntryKind.EVENT,
        source=source,
        text=text.strip(),
        category=Category(referral.category),
        about_type=f"{SOURCE}.{what}",
        about_id=referral.id,
    )


def in_working_days(number: int, *, after: dt.date | None = None) -> dt.date:
    """The day so many working days from today, or from another day."""
    start = after or clock.today()
    closed = holidays.country_holidays("FI", years=[start.year, start.year + 1])
    return working_days_after(start, number, holidays=closed)
