"""Reading what the client allows, and what would change if it were changed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.clients.selectors import representatives
from kaveri.casebook.consent.domain import Life, Party, life_of, renew_from
from kaveri.casebook.consent.selectors import (
    consents,
    consents_in_force,
    parties,
    permits,
    permits_in_force,
    prohibitions,
)
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.selectors import open_tasks, tasks
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.steps.permission.domain import Hearing, Opened, Situation, registers_of
from kaveri.steps.referral_out.selectors import open_referrals
from kaveri.steps.teams import selectors as teams
from kaveri.steps.teams.domain import touched

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.clients.models import Representative
    from kaveri.casebook.consent.models import Consent, ConsentParty, Permit, Prohibition
    from kaveri.foundation.accounts.models import Organisation
    from kaveri.steps.teams.models import AgendaItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A party that can be chosen: an organisation and one of its registers."""

    key: str
    party: Party
    organisation: "Organisation"


def sides() -> list[Side]:
    """Everybody between whom information can pass: authorities first, then organisations by name."""
    found = people.organisations().order_by("kind", "name_sv", "id")
    return [
        Side(key=f"{one.id}:{register}", party=Party(one.id, str(register)), organisation=one)
        for one in found
        for register in registers_of(one.kind)
    ]


def of_client(client_id: UUID) -> "QuerySet[Consent]":
    """Everything the person has consented to, newest first, with between whom."""
    between = Prefetch("parties", parties())
    found = consents().select_related("withdrawal_by").filter(client_id=client_id)
    return found.prefetch_related(between)


def parties_of(client_id: UUID, consents_shown: "QuerySet[Consent]") -> "QuerySet[ConsentParty]":
    """Between whom, each row with its consent: one question for a page that shows a line of each."""
    return (
        parties()
        .filter(consent__client_id=client_id, consent__in=consents_shown.order_by())
        .select_related("consent")
        .order_by("-consent__recorded_at", "-consent_id", "id")
    )


def permits_of(client_id: UUID) -> "QuerySet[Permit]":
    """The person's permits, newest first."""
    return permits().filter(client_id=client_id)


def prohibitions_of(client_id: UUID) -> "QuerySet[Prohibition]":
    """The person's prohibitions, newest first."""
    return prohibitions().filter(client_id=client_id)


def life(row: "Consent | Permit | Prohibition") -> Life:
    """Where in its life it is now."""
    return life_of(
        moment=clock.now(),
        today=clock.today(),
        from_on=row.from_on,
        until_on=row.until_on,
        withdrawn_at=row.withdrawn_at,
        replaced_at=getattr(row, "replaced_at", None),
    )


def runs_out(row: "Consent | Permit | Prohibition") -> bool:
    """Whether it holds now and it is time to ask the client again."""
    asked = renew_from(row.until_on)
    return life(row) is Life.VALID and asked is not None and asked <= clock.today()


def opened_by(consent: "Consent") -> Opened:
    """What one consent opens."""
    return Opened(
        parties=frozenset(
            Party(row.organisation_id, row.register) for row in consent.parties.all()
        ),
        categories=frozenset(consent.categories.split()),
        purposes=frozenset(consent.purposes.split()),
    )


def opened_now(client_id: UUID, *, without: UUID | None = None) -> list[Opened]:
    """What everything that holds now opens; `without` leaves one consent out."""
    held = consents_in_force().filter(client_id=client_id)
    if without is not None:
        held = held.exclude(pk=without)
    return [opened_by(row) for row in held.prefetch_related("parties")]


def situation(case: "Case") -> Situation:
    """What stands near the person today that a consent may carry."""
    near = cases.relations().filter(case_id=case.id).exclude(account__organisation=None)
    referred = open_referrals([case.id])
    return Situation(
        case_home=Party(case.controller_id, case.register),
        people=tuple(
            (row.account_id, Party(row.account.organisation_id, row.account.register))
            for row in near
        ),
        tasks=tuple(open_tasks().filter(case_id=case.id).values_list("id", "owner_id")),
        referrals=tuple(
            (row.id, Party(row.service.organisation_id, _register_of(row.service)))
            for row in referred
        ),
        permitted_sectors=frozenset(
            permits_in_force().filter(client_id=case.client_id).values_list("sector", flat=True)
        ),
        meetings=tuple(_hearing(item) for item in _to_come(case.client_id)),
    )


def _to_come(client_id: UUID) -> "QuerySet[AgendaItem]":
    coming = teams.meetings_to_come().values("id")
    return teams.items().filter(case__client_id=client_id, meeting_id__in=coming)


def _hearing(item: "AgendaItem") -> Hearing:
    seated = [seat.account for seat in teams.seated(item.meeting.unit_id)]
    hearers = [*seated, *(guest.account for guest in teams.guests([item.id]))]
    return Hearing(
        starts_at=item.meeting.starts_at,
        parties=frozenset(
            Party(each.organisation_id, each.register) for each in hearers if each.organisation_id
        ),
        categories=frozenset(touched(item.categories.split())),
    )


def _register_of(service: object) -> str:
    unit = getattr(service, "unit", None)
    if unit is not None:
        return str(unit.register)
    return str(registers_of(service.organisation.kind)[0])  # type: ignore[attr-defined]


def case_of(client_id: UUID, account_id: UUID | None = None) -> "Case | None":
    """The case on which what happens to a consent is written: the open one, else the latest."""
    found = cases.cases().filter(client_id=client_id)
    if account_id is not None:
        near = cases.relations_of(account_id).values("case_id")
        mine = found.filter(pk__in=near).order_by("-state", "-opened_at").first()
        if mine is not None:
            return mine
    return found.order_by("-state", "-opened_at").first()


def acting_now(client_id: UUID) -> "QuerySet[Representative]":
    """Who acts for the person today."""
    return (
        representatives()
        .filter(people.in_force(clock.today()), client_id=client_id, ended_at=None)
        .order_by("name", "id")
    )


def scope_of(actor: Actor, case: "Case") -> frozenset[str]:
    """The kinds that somebody who acts for the client acts for; empty means all, as it does for the client."""
    acting = (row for row in acting_now(case.client_id) if row.account_id == actor.account_id)
    found = next(acting, None)
    return frozenset(found.scope.split()) if found else frozenset()


def accounts_of(case_id: UUID, parties: Iterable[Party]) -> dict[Party, set[UUID]]:
    """Who has a sign-in on the case, for each of these parties."""
    wanted = set(parties)
    found: dict[Party, set[UUID]] = {party: set() for party in wanted}
    for relation in cases.relations().filter(case_id=case_id):
        party = Party(relation.account.organisation_id, relation.account.register)
        if party in wanted:
            found[party].add(relation.account_id)
    return found


def to_renew(day: dt.date) -> "list[Consent]":
    """The consents that run out soon and nobody has been asked about: each is asked about once."""
    asked = tasks().filter(kind=TaskKind.RENEW_CONSENT).values("source_id")
    found = consents_in_force().filter(~Q(until_on=None)).exclude(pk__in=asked)
    # An oral consent of one day is over by itself.
    return [
        row
        for row in found.select_related("client").order_by("until_on", "id")
        if row.until_on != row.from_on and (begin := renew_from(row.until_on)) and begin <= day
    ]


def run_out(day: dt.date) -> "QuerySet[Consent]":
    """The consents whose last day has passed, and nobody has seen to what follows."""
    over = consents().filter(withdrawn_at=None, replaced_at=None, ran_out_at=None)
    return over.filter(until_on__lt=day).order_by("until_on", "id")


def open_case_of(client_id: UUID) -> "Case | None":
    """The person's open case, when there is one."""
    return cases.cases().filter(client_id=client_id, state="open").order_by("opened_at").first()
