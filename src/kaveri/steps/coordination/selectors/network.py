"""Who is in the client's network, what each sees now, and what would be left without an owner."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.consent import selectors as allowed
from kaveri.casebook.consent.domain import LimitSource, Party, purposes_for
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks import selectors as tasks
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.steps.coordination.domain import (
    Consented,
    InForce,
    Limited,
    MemberKind,
    MemberState,
    Parting,
    Prohibited,
    Shown,
    most_telling,
    shown_to,
)
from kaveri.steps.coordination.models import Member
from kaveri.steps.planning import selectors as plans
from kaveri.steps.planning.domain import RowState

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.consent.models import Limit
    from kaveri.casebook.tasks.models import Task
    from kaveri.foundation.accounts.models import Account, Organisation

THERE = frozenset({MemberState.INVITED, MemberState.LAPSED, MemberState.ACCEPTED})


def members(case_id: UUID | None = None) -> QuerySet[Member]:
    """Every member, or those of one case, in the order they were invited; narrow by permission before use."""
    rows = Member.objects.select_related(
        "account", "organisation", "case", "case__client", "case__case_manager", "invited_by"
    ).order_by("invited_at", "id")
    return rows.filter(case_id=case_id) if case_id else rows


def still_there() -> Q:
    """Invited or accepted: not those who said no, nor those who have gone."""
    return Q(declined_at=None) & (Q(removed_at=None) | Q(removed_at__gt=clock.now()))


def members_of(case_id: UUID) -> QuerySet[Member]:
    """Those who belong to this network, or are asked to."""
    return members().filter(still_there(), case_id=case_id)


def earlier_members(case_id: UUID) -> QuerySet[Member]:
    """Those who belonged when the support ended, and have not been asked anew since."""
    same = Q(account=OuterRef("account")) | Q(
        account=None,
        first_name=OuterRef("first_name"),
        last_name=OuterRef("last_name"),
        email=OuterRef("email"),
    )
    later = Member.objects.filter(same, case_id=case_id, invited_at__gt=OuterRef("invited_at"))
    return members().filter(
        Q(account=None) | Q(account__is_active=True),
        ~Exists(later),
        case_id=case_id,
        parting=Parting.CASE_ENDED,
        accepted_at__isnull=False,
        removed_at__lte=clock.now(),
    )


def asked_to(case_id: UUID) -> QuerySet[Member]:
    """Those who belong to this network, are asked to, or have said no."""
    said_no = Q(declined_at__isnull=False, removed_at=None)
    return members().filter(still_there() | said_no, case_id=case_id)


def invitations() -> QuerySet[Member]:
    """The invitations that wait for an answer, oldest first."""
    return members().filter(accepted_at=None, declined_at=None, removed_at=None)


def behind_link(fingerprint: str) -> Q:
    """The invitation a link opens: alive, and not used."""
    return Q(
        link_fingerprint=fingerprint,
        link_until__gt=clock.now(),
        account=None,
        kind=MemberKind.PARTNER,
        accepted_at=None,
        declined_at=None,
        removed_at=None,
    )


def discloses(*, account: "Account | None", organisation: "Organisation | None") -> Category:
    """What being a client of theirs tells: of the services of the unit, and of the organisation."""
    if organisation is None:
        return Category.LIFE_SITUATION
    if account is not None:
        return told_by([account])[account.id]
    told = directory.services().filter(organisation=organisation).values_list("discloses")
    partner = directory.partners().filter(organisation=organisation).values_list("discloses")
    return most_telling(code for (code,) in [*told, *partner])


def told_by(accounts: "Iterable[Account]") -> Mapping[UUID, Category]:
    """The same for workers, in three questions however many they are.

    Of the county, the services of the worker's unit tell, when it has any.
    """
    rows = [account for account in accounts if account.organisation_id]
    units = people.units_of_each(account.id for account in rows)
    every = {unit for found in units.values() for unit in found}
    services = list(
        directory.services().filter(unit_id__in=every).values_list("unit_id", "discloses")
    )
    partners = {
        key: (code, kind)
        for key, code, kind in directory.partners()
        .filter(organisation_id__in={account.organisation_id for account in rows})
        .values_list("organisation_id", "discloses", "organisation__kind")
    }
    found = {}
    for account in rows:
        told = [code for unit, code in services if unit in units.get(account.id, ())]
        code, kind = partners.get(account.organisation_id or account.id, ("", ""))
        if code and not (told and kind == "county"):
            told.append(code)
        found[account.id] = most_telling(told)
    return found


def in_force(client_id: UUID) -> InForce:
    """What the client allows and has narrowed, as it stands now; four questions, whoever asks."""
    return InForce(
        consents=_consented(client_id),
        permits=tuple(
            allowed.permits_in_force().filter(client_id=client_id).values_list("sector", "until_on")
        ),
        prohibitions=tuple(
            Prohibited(
                controller_id=row.controller_of_id,
                register=row.register_of,
                service_task=row.service_task_of,
                is_one_document=row.document_id is not None,
            )
            for row in allowed.prohibitions_in_force().filter(client_id=client_id)
        ),
        limits=tuple(
            Limited(
                account_id=row.account_id,
                organisation_id=row.organisation_id,
                register=row.register,
                categories=frozenset(row.categories.split()),
            )
            for row in allowed.limits_in_force().filter(client_id=client_id)
        ),
    )


def _consented(client_id: UUID) -> tuple[Consented, ...]:
    parties: dict[UUID, set[Party]] = {}
    known: dict[UUID, tuple[str, str, dt.date | None]] = {}
    for pk, categories, purposes, until_on, organisation_id, register in (
        allowed.consents_in_force()
        .filter(client_id=client_id)
        .values_list(
            *("pk", "categories", "purposes", "until_on"),
            *("parties__organisation_id", "parties__register"),
        )
    ):
        known[pk] = (categories, purposes, until_on)
        parties.setdefault(pk, set()).add(Party(organisation_id, register))
    return tuple(
        Consented(
            parties=frozenset(parties[pk]),
            categories=frozenset(categories.split()),
            purposes=frozenset(purposes.split()),
            until_on=until_on,
        )
        for pk, (categories, purposes, until_on) in known.items()
    )


def allowed_now(case: "Case", row: Member, now: InForce) -> list[Shown]:
    """What this member sees now: nothing before they have said yes."""
    return would_see(case, row, now) if row.state is MemberState.ACCEPTED else []


def would_see(case: "Case", row: Member, now: InForce) -> list[Shown]:
    """What this member sees now, or would see on saying yes."""
    if row.account is None:
        return []
    return shown_to(
        account_id=row.account.id,
        viewer=Party(row.account.organisation_id, row.account.register),
        home=Party(case.controller_id, case.register),
        service_task=case.service_task,
        now=now,
    )


def telling_of(case: "Case", actor: Actor, now: InForce) -> frozenset[Category]:
    """Which of those who stand near a case this worker may know to stand there: by what it tells."""
    shown = shown_to(
        account_id=actor.account_id,
        viewer=Party(actor.organisation_id, actor.register),
        home=Party(case.controller_id, case.register),
        service_task=case.service_task,
        now=now,
        purposes=purposes_for(Act.NETWORK_READ),
    )
    return frozenset(row.category for row in shown)


def limits_of(member_ids: Iterable[UUID]) -> "QuerySet[Limit]":
    """What is kept from these members now, as agreed in the network."""
    return (
        allowed.limits_in_force()
        .filter(source=LimitSource.NETWORK, source_id__in=list(member_ids))
        .order_by("from_at", "id")
    )


def left_without_owner(case_id: UUID, account_id: UUID | None) -> "QuerySet[Task]":
    """The open tasks of this case that its member would leave behind."""
    if account_id is None:
        return tasks.open_tasks().none()
    return tasks.open_tasks().filter(case_id=case_id, owner_id=account_id)


def named_in_plan(case_id: UUID, account_id: UUID | None) -> int:
    """For how many things to do the plan names this member."""
    if account_id is None:
        return 0
    ahead = plans.plan_rows().filter(state__in=(RowState.PLANNED, RowState.BEGUN))
    return ahead.filter(case_id=case_id, responsible_id=account_id).count()


def invitable(organisation_id: UUID) -> "QuerySet[Account]":
    """Workers in service at one organisation, by name."""
    return people.professionals().filter(organisation_id=organisation_id)
