"""Inviting to the client's network: by the client alone, or by a worker who writes down the client's wish."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.services import open_relation
from kaveri.casebook.records.domain import Register
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.services import require_next_step
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.services import add_partner_account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied, refuse_if
from kaveri.foundation.messaging import outbox
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import (
    INVITATION_DAYS,
    InvitingFacts,
    MemberKind,
    MemberObstacle,
    MemberState,
    obstacles_to_answering,
    obstacles_to_inviting,
)
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.services.carrying import notify

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.foundation.accounts.models import Account, Organisation

SOURCE = "coordination.member"
INVITED = "coordination.member_invited"
JOINED = "coordination.member_joined"
SAID_NO = "coordination.member_said_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """Whom the client wants in the network, and how the client said it."""

    kind: MemberKind
    role: str
    account_id: UUID | None = None
    organisation_id: UUID | None = None
    first_name: str = ""
    last_name: str = ""
    phone: str = ""
    email: str = ""
    wish_told: str = ""
    wish_words: str = ""
    # Somebody close without an account has said yes already.
    has_said_yes: bool = False


@dataclass(frozen=True, slots=True)
class Invited:
    """A member to be, and the link when the one invited has no account."""

    member: Member
    secret: str = ""


def invite_member(
    *, actor: Actor, case_id: UUID, invitation: Invitation, sending: UUID | None = None
) -> Invited:
    """Somebody is asked to the network; nothing opens before they have said yes."""
    with acting(CoordinationAction.INVITE_MEMBER, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        found = put_forward(act, case, invitation)
        require_next_step(case)
        act.record(found.member, facts={"case": str(case.id), "kind": found.member.kind})
    return found


def renew_invitation(
    *, actor: Actor, member_id: UUID, case_id: UUID | None = None, sending: UUID | None = None
) -> Invited:
    """A new link to the same address, or a new notice; the old link dies."""
    with acting(CoordinationAction.RENEW_INVITATION, actor=actor, sending=sending) as act:
        member = act.fetch(selectors.members(case_id), member_id)
        act.concerns(member.case.client_id)
        waits = member.state in {MemberState.INVITED, MemberState.LAPSED}
        refuse_if(
            []
            if waits and member.case.state == CaseState.OPEN and member.kind != MemberKind.SUPPORTER
            else [MemberObstacle.NOT_INVITED]
        )
        secret = _send_link(act, member) if member.account_id is None else ""
        notify(act, member.account_id)
        note(act, member.case, member, INVITED)
        require_next_step(member.case)
        act.record(member)
    return Invited(member, secret)


def accept_invitation(
    *, actor: Actor, member_id: UUID, case_id: UUID | None = None, sending: UUID | None = None
) -> Member:
    """The one invited says yes: from now on the row of the relations opens what the grounds allow."""
    with acting(CoordinationAction.ACCEPT_INVITATION, actor=actor, sending=sending) as act:
        member = act.fetch(selectors.members(case_id), member_id)
        case = member.case
        act.concerns(case.client_id)
        refuse_if(obstacles_to_answering(member.state, is_open=case.state == CaseState.OPEN))
        _take_yes(act, case, member)
        _tell_answer(act, case)
        require_next_step(case)
        act.record(member)
    return member


def decline_invitation(
    *, actor: Actor, member_id: UUID, reason: str = "", sending: UUID | None = None
) -> Member:
    """The one invited says no, with a reason or without; nothing was opened."""
    with acting(CoordinationAction.DECLINE_INVITATION, actor=actor, sending=sending) as act:
        member = act.fetch(selectors.members(), member_id)
        case = member.case
        act.concerns(case.client_id)
        refuse_if(obstacles_to_answering(member.state, is_open=case.state == CaseState.OPEN))
        member.declined_at, member.decline_reason = clock.now(), reason.strip()
        forget_link(member)
        save(act, member, "declined_at", "decline_reason", "link_fingerprint", "link_until")
        note(act, case, member, SAID_NO)
        _tell_answer(act, case)
        require_next_step(case)
        act.record(member)
    return member


def take_account(
    *, actor: Actor, secret: str, password: str, language: str, sending: UUID | None = None
) -> Member:
    """Whoever holds the link gets an account in their organisation; the link is used by it.

    The name is the inviter's, the password their own; the answer is given signed in, with the
    second factor that every worker has. A wrong, old and used link all look the same.
    """
    with acting(CoordinationAction.TAKE_ACCOUNT, actor=actor, sending=sending) as act:
        behind = selectors.members().filter(selectors.behind_link(fingerprint(secret)))
        found = behind.values_list("pk", flat=True).first()
        if found is None:
            raise Denied(act.action)
        member = act.fetch(behind, found)
        act.concerns(member.case.client_id)
        organisation = member.organisation
        if organisation is None:
            raise Denied(act.action)
        taken = people.accounts().filter(username__iexact=member.email).exists()
        refuse_if([MemberObstacle.HAS_ACCOUNT] if taken else [])
        account = add_partner_account(
            act,
            organisation=organisation,
            register=Register.OWN,
            username=member.email,
            password=password,
            first_name=member.first_name,
            last_name=member.last_name,
            email=member.email,
            phone=member.phone,
            language=language,
        )
        member.account = account
        forget_link(member)
        save(act, member, "account", "link_fingerprint", "link_until")
        act.record(member, facts={"account": str(account.id)})
    return member


# --- parts, shared with services/members.py -----------------------------------------------------


def fingerprint(secret: str) -> str:
    """What is kept of a link's secret: enough to know it again, too little to make it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def put_forward(act: Act, case: "Case", invitation: Invitation) -> Invited:
    """Somebody is asked, in the way that fits who they are; refused where they cannot be."""
    account, organisation = _asked(act, invitation)
    refuse_if(obstacles_to_inviting(_facts(act, case, invitation, account, organisation)))
    discloses = selectors.discloses(account=account, organisation=organisation)
    member = Member.objects.create(
        case=case,
        kind=invitation.kind,
        account=account,
        first_name="" if account else invitation.first_name.strip(),
        last_name="" if account else invitation.last_name.strip(),
        phone="" if account else invitation.phone,
        email=invitation.email.strip().lower(),
        organisation=organisation,
        role=invitation.role.strip(),
        invited_at=clock.now(),
        invited_by_id=act.actor.person_id,
        wish_told="" if acts_as_client(act, case.id) else invitation.wish_told,
        wish_words=invitation.wish_words.strip(),
        **home_of(case, discloses),
    )
    note(act, case, member, INVITED)
    secret = ""
    if invitation.kind is MemberKind.PARTNER:
        secret = _send_link(act, member)
    elif invitation.kind is MemberKind.SUPPORTER and invitation.has_said_yes:
        _take_yes(act, case, member)
    notify(act, member.account_id)
    if acts_as_client(act, case.id):
        notify(act, case.case_manager_id)
    return Invited(member, secret)


def acts_as_client(act: Act, case_id: UUID) -> bool:
    """Whether it is the client who acts, or somebody who may act for them."""
    account_id = act.actor.account_id
    return account_id is not None and cases.has_relation(
        account_id, case_id, RelationKind.SELF, RelationKind.REPRESENTATIVE
    )


def note(act: Act, case: "Case", member: Member, what: str) -> None:
    """What happened in the network, for whoever may know that this person belongs to it."""
    add_entry(
        act,
        case,
        kind=EntryKind.EVENT,
        source=Source.CLIENT,
        category=member.category,
        about_type=what,
        about_id=member.id,
    )


def save(_act: Act, member: Member, *fields: str) -> None:
    """Save what changed and count the version up."""
    member.version += 1
    member.save(update_fields=[*fields, "version"])


def forget_link(member: Member) -> None:
    """The link opens no more."""
    member.link_fingerprint = None
    member.link_until = None


def _asked(act: Act, invitation: Invitation) -> "tuple[Account | None, Organisation | None]":
    """The account and the organisation that the invitation means."""
    if invitation.kind is MemberKind.WORKER and invitation.account_id:
        account = people.professionals().filter(pk=invitation.account_id).first()
        return account, account.organisation if account else None
    if invitation.kind is MemberKind.PARTNER:
        asked = invitation.organisation_id
        organisation = people.organisations().filter(pk=asked).first() if asked else None
        if organisation is None:
            raise Denied(act.action)
        return None, organisation
    return None, None


def _facts(
    act: Act,
    case: "Case",
    invitation: Invitation,
    account: "Account | None",
    organisation: "Organisation | None",
) -> InvitingFacts:
    near = cases.related_accounts([case.id])
    email = invitation.email.strip().lower()
    there = selectors.members_of(case.id)
    if account is not None:
        there = there.filter(account=account, removed_at=None)
    else:
        there = there.filter(kind=MemberKind.PARTNER, email=email, removed_at=None)
    return InvitingFacts(
        kind=invitation.kind,
        is_open=case.state == CaseState.OPEN,
        is_client_acting=acts_as_client(act, case.id),
        wish_told=invitation.wish_told,
        name=f"{invitation.first_name} {invitation.last_name}",
        role=invitation.role,
        email=email,
        is_active=account is not None,
        is_member=invitation.kind is not MemberKind.SUPPORTER and there.exists(),
        stands_near=account is not None and (case.id, account.id) in near and not there.exists(),
        is_client=account is not None and account.id == case.client.account_id,
        has_account=people.accounts().filter(username__iexact=email).exists() if email else False,
        of_the_keeper=organisation is not None and organisation.id == case.controller_id,
    )


def _take_yes(act: Act, case: "Case", member: Member) -> None:
    member.accepted_at = clock.now()
    save(act, member, "accepted_at")
    if member.account_id is not None:
        open_relation(
            act,
            RelationKind.MEMBER,
            account_id=member.account_id,
            case_id=case.id,
            source_type=SOURCE,
            source_id=member.id,
        )
    note(act, case, member, JOINED)


def _tell_answer(act: Act, case: "Case") -> None:
    """Who asked is told that there is an answer: the case manager and the client."""
    for account_id in {case.case_manager_id, case.client.account_id}:
        if account_id != act.actor.account_id:
            notify(act, account_id)


def _send_link(act: Act, member: Member) -> str:
    """A mail that says nothing but that there is a message, with a new link; the old one dies."""
    secret = secrets.token_urlsafe(32)
    member.link_fingerprint = fingerprint(secret)
    member.link_until = clock.now() + dt.timedelta(days=INVITATION_DAYS)
    save(act, member, "link_fingerprint", "link_until")
    inviter = people.accounts().get(pk=act.actor.person_id)
    page = reverse("coordination:invitation_link", args=[secret])
    outbox.put(
        address=member.email,
        language=inviter.language,
        link=f"{settings.PUBLIC_ADDRESS.rstrip('/')}{page}",
    )
    return secret
