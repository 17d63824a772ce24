"""Somebody comes to act for the client on a document, and stops; the account comes by a link."""

import datetime as dt
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.services import close_relations, open_relation
from kaveri.casebook.clients.domain import RepresentativeKind
from kaveri.casebook.clients.services import (
    add_representative as add_to_client,
)
from kaveri.casebook.clients.services import (
    end_representative as end_for_client,
)
from kaveri.casebook.clients.services import (
    join_representative,
)
from kaveri.casebook.consent.domain import spaced
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.services import require_next_step
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.services import add_representative_account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied, refuse_if
from kaveri.foundation.messaging import outbox
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import (
    INVITATION_DAYS,
    MandateEnd,
    MandateFacts,
    MandateObstacle,
    obstacles_to_ending_mandate,
    obstacles_to_representing,
)
from kaveri.steps.coordination.models import Mandate
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.coordination.services.inviting import fingerprint

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.foundation.accounts.models import Account

MANDATE = "coordination.mandate"
ADDED = "coordination.acts_for_client"
ENDED = "coordination.acts_no_longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Representing:
    """Who acts for the client: on what footing, about what, on which document, from when until when."""

    kind: RepresentativeKind
    name: str
    email: str
    categories: frozenset[Category]
    document: str
    from_on: dt.date
    until_on: dt.date | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """The mandate, and the link when there is no account yet."""

    mandate: Mandate
    secret: str = ""


def add_representative(
    *, actor: Actor, case_id: UUID, representing: Representing, sending: UUID | None = None
) -> Added:
    """A worker writes down who acts for the client, having seen the document; the client is told.

    Nothing opens before the one who acts has an account, and never more than the document covers.
    """
    with acting(CoordinationAction.ADD_REPRESENTATIVE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        account = _account_with(representing.email)
        refuse_if(obstacles_to_representing(_facts(case, representing, account)))
        home = home_of(case, Category.IDENTITY_CONTACT)
        acts = add_to_client(
            act,
            case.client,
            kind=representing.kind,
            name=representing.name.strip(),
            phone=representing.phone,
            email=representing.email.strip().lower(),
            # Who acts for somebody knows who it is.
            scope=" ".join(sorted({*representing.categories, Category.IDENTITY_CONTACT})),
            document=representing.document.strip(),
            from_on=representing.from_on,
            until_on=representing.until_on,
            **home,
        )
        mandate = Mandate.objects.create(
            case=case,
            representative=acts,
            added_at=clock.now(),
            added_by_id=act.actor.person_id,
            **home,
        )
        secret = ""
        if account is not None:
            _take_up(act, mandate, account)
            notify(act, account.id)
        else:
            secret = _send_link(act, mandate)
        _note(act, case, mandate, ADDED)
        notify(act, case.client.account_id)
        require_next_step(case)
        act.record(mandate, facts={"case": str(case.id), "kind": acts.kind})
    return Added(mandate, secret)


def take_up_mandate(
    *, actor: Actor, secret: str, password: str, language: str, sending: UUID | None = None
) -> Mandate:
    """Whoever holds the link gets an account of their own; it opens what the document covers.

    A wrong, old and used link all look the same.
    """
    with acting(CoordinationAction.TAKE_UP_MANDATE, actor=actor, sending=sending) as act:
        behind = selectors.mandates().filter(selectors.behind_mandate_link(fingerprint(secret)))
        found = behind.values_list("pk", flat=True).first()
        if found is None:
            raise Denied(act.action)
        mandate = act.fetch(behind, found)
        acts = mandate.representative
        act.concerns(mandate.case.client_id)
        taken = people.accounts().filter(username__iexact=acts.email).exists()
        refuse_if([MandateObstacle.HAS_ACCOUNT] if taken else [])
        first, _space, last = acts.name.rpartition(" ")
        account = add_representative_account(
            act,
            username=acts.email,
            password=password,
            first_name=first or last,
            last_name=last if first else "",
            email=acts.email,
            phone=acts.phone,
            language=language,
        )
        _take_up(act, mandate, account)
        act.record(mandate, facts={"account": str(account.id)})
    return mandate


def end_representative(
    *,
    actor: Actor,
    case_id: UUID,
    mandate_id: UUID,
    reason: MandateEnd,
    words: str = "",
    sending: UUID | None = None,
) -> Mandate:
    """They act for the client no longer, from the next request.

    The client takes it back, the one who acts lays it down, or a worker writes down what has
    happened. A guardian is there by law until a decision ends it.
    """
    with acting(CoordinationAction.END_REPRESENTATIVE, actor=actor, sending=sending) as act:
        mandate = act.fetch(selectors.mandates(case_id), mandate_id)
        case, acts = mandate.case, mandate.representative
        act.concerns(case.client_id)
        me = act.actor.account_id
        is_client = me is not None and me == case.client.account_id
        is_own = me is not None and me == acts.account_id
        near = me is not None and cases.has_relation(
            me, case.id, RelationKind.SELF, RelationKind.REPRESENTATIVE
        )
        refuse_if(
            obstacles_to_ending_mandate(
                RepresentativeKind(acts.kind),
                has_ended=mandate.ended_at is not None,
                is_client=is_client,
                is_own=is_own,
                is_worker=not near,
            )
        )
        if near:
            reason = MandateEnd.CLIENTS_WISH if is_client else MandateEnd.OWN_WISH
        mandate.ended_at, mandate.ended_by_id = clock.now(), act.actor.person_id
        mandate.end_reason, mandate.end_words = reason, words.strip()
        mandate.link_fingerprint = mandate.link_until = None
        mandate.version += 1
        mandate.save()
        close_relations(act, source_type=MANDATE, source_id=mandate.id)
        end_for_client(act, acts)
        _note(act, case, mandate, ENDED)
        for account_id in {case.client.account_id, acts.account_id, case.case_manager_id} - {me}:
            notify(act, account_id)
        require_next_step(case)
        act.record(mandate, facts={"reason": mandate.end_reason})
    return mandate


# --- parts ----------------------------------------------------------------------------------------


def _account_with(email: str) -> "Account | None":
    return people.accounts().filter(username__iexact=email.strip()).first() if email else None


def _facts(case: "Case", representing: Representing, account: "Account | None") -> MandateFacts:
    email = representing.email.strip()
    is_client = account is not None and account.id == case.client.account_id
    return MandateFacts(
        is_open=case.state == CaseState.OPEN,
        kind=representing.kind,
        name=representing.name,
        document=representing.document,
        categories=representing.categories,
        from_on=representing.from_on,
        until_on=representing.until_on,
        email=email,
        today=clock.today(),
        is_client=is_client,
        is_worker=account is not None and not people.is_clients(account.id),
        acts_already=selectors.acts_already(case.id, email),
    )


def _take_up(act: Act, mandate: Mandate, account: "Account") -> None:
    """From now on, or from its first day, the account stands near within the scope, to the last day."""
    acts = mandate.representative
    join_representative(act, acts, account.id)
    mandate.taken_up_at = clock.now()
    mandate.link_fingerprint = mandate.link_until = None
    mandate.version += 1
    mandate.save()
    after = acts.until_on + dt.timedelta(days=1) if acts.until_on else None
    open_relation(
        act,
        RelationKind.REPRESENTATIVE,
        account_id=account.id,
        case_id=mandate.case_id,
        scope=spaced(acts.scope.split()),
        source_type=MANDATE,
        source_id=mandate.id,
        from_at=max(clock.now(), clock.start_of(acts.from_on)),
        until_at=clock.start_of(after) if after else None,
    )


def _note(act: Act, case: "Case", mandate: Mandate, what: str) -> None:
    """Who acts for the client is told to those who may know who the client is."""
    add_entry(
        act,
        case,
        kind=EntryKind.EVENT,
        source=Source.CLIENT,
        category=mandate.category,
        about_type=what,
        about_id=mandate.id,
    )


def _send_link(act: Act, mandate: Mandate) -> str:
    """A mail that says nothing but that there is a message, with the link."""
    secret = secrets.token_urlsafe(32)
    mandate.link_fingerprint = fingerprint(secret)
    mandate.link_until = clock.now() + dt.timedelta(days=INVITATION_DAYS)
    mandate.save(update_fields=["link_fingerprint", "link_until"])
    worker = people.accounts().get(pk=act.actor.person_id)
    page = reverse("coordination:mandate_link", args=[secret])
    outbox.put(
        address=mandate.representative.email,
        language=worker.language,
        link=f"{settings.PUBLIC_ADDRESS.rstrip('/')}{page}",
    )
    return secret
