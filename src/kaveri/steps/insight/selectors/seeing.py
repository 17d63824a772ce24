"""The facts behind who sees what: a fixed number of questions, however many people there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.actions import within_scope
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent import selectors as allowed
from kaveri.casebook.consent.domain import Party, codes_in
from kaveri.casebook.tasks import selectors as tasks
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.looking import Look
from kaveri.steps.insight.actions import InsightAction
from kaveri.steps.insight.domain.seeing import (
    ConsentFact,
    Facts,
    LimitFact,
    PermitFact,
    ProhibitionFact,
    Sight,
    Viewer,
    opens_case,
    sees_place,
    sights,
)
from kaveri.steps.insight.selectors.covered import kept_from

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case, Relation
    from kaveri.foundation.accounts.models import Account, Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBy:
    """Somebody near the matter, and what they see now."""

    account: "Account"
    kinds: tuple[RelationKind, ...]
    references: tuple[str, ...]
    sights: tuple[Sight, ...]
    # Whether a protected address is shown to them.
    sees_place: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everybody near the client's matters."""

    case: "Case"
    people: tuple[SeenBy, ...]
    organisations: "dict[UUID, Organisation]"
    several: bool
    is_protected: bool


def who_sees(look: Look, case_id: UUID) -> Seen:
    """Who stands near the client's matters now, and what each sees."""
    case = look.row(cases.cases(), case_id)
    look.concerns([case.client_id])
    # Ended ones too: who carried one may read on for a while.
    others = cases.cases().filter(client_id=case.client_id)
    permitted = list(look.rows(others, InsightAction.WHO_SEES).order_by("opened_at", "id"))
    near = list(
        cases.relations()
        .filter(case_id__in=[each.id for each in permitted], account__is_active=True)
        .exclude(kind=RelationKind.SELF)
        .exclude(account_id__in=kept_from(look.actor, case, [each.id for each in permitted]))
        .select_related("account", "account__organisation")
        .order_by("from_at", "id")
    )
    facts = facts_of(case.client_id, look.actor)
    holders = _holders(permitted, facts)
    references = {each.id: each.reference for each in permitted}
    by_account: dict[UUID, list[Relation]] = {}
    for relation in near:
        by_account.setdefault(relation.account_id, []).append(relation)
    doing = _doing_something(by_account) if case.client.non_disclosure else frozenset()
    shown = tuple(_seen_by(rows, facts, holders, references, doing) for rows in by_account.values())
    wanted = [str(holder.organisation_id) for holder in holders]
    return Seen(
        case=case,
        people=shown,
        organisations={each.id: each for each in people.organisations().filter(id__in=wanted)},
        several=len({relation.case_id for relation in near}) > 1,
        is_protected=case.client.non_disclosure,
    )


def facts_of(client_id: UUID, reader: Actor) -> Facts:
    """What the client allows and narrows now, as far as the reader may know of it; five questions."""
    held = allowed.consents_in_force().filter(within_scope(reader), client_id=client_id)
    consents = held.prefetch_related("parties")
    return Facts(
        consents=tuple(
            ConsentFact(
                parties=frozenset(
                    Party(party.organisation_id, party.register) for party in row.parties.all()
                ),
                categories=frozenset(codes_in(row.categories)),
                purposes=frozenset(codes_in(row.purposes)),
                until_on=row.until_on,
            )
            for row in consents
        ),
        permits=tuple(
            PermitFact(sector=row.sector, until_on=row.until_on)
            for row in allowed.permits_in_force().filter(client_id=client_id)
        ),
        prohibitions=tuple(
            ProhibitionFact(
                controller_id=row.controller_of_id,
                register=row.register_of,
                service_task=row.service_task_of,
                document_id=row.document_id,
            )
            for row in allowed.prohibitions_in_force().filter(client_id=client_id)
        ),
        limits=tuple(
            LimitFact(
                account_id=row.account_id,
                organisation_id=row.organisation_id,
                register=row.organisation_register,
                categories=frozenset(codes_in(row.categories)),
            )
            for row in allowed.limits_in_force().filter(client_id=client_id)
        ),
    )


def viewer_of(relations: "list[Relation]") -> Viewer:
    """The account behind these relations, as the rule sees it."""
    account = relations[0].account
    ends = [
        row.until_at.astimezone(clock.HELSINKI).date() if row.until_at else None
        for row in relations
    ]
    return Viewer(
        account_id=account.id,
        home=Party(account.organisation_id, account.register) if account.organisation_id else None,
        kinds=frozenset(RelationKind(row.kind) for row in relations),
        until_on=None if None in ends else max(end for end in ends if end),
        scope=frozenset(code for row in relations for code in codes_in(row.scope)),
    )


def _seen_by(
    relations: "list[Relation]",
    facts: Facts,
    holders: list[Party],
    references: dict[UUID, str],
    doing: frozenset[tuple[UUID, UUID]],
) -> SeenBy:
    kinds = dict.fromkeys(RelationKind(row.kind) for row in relations)
    viewer = viewer_of(relations)
    found = tuple(sights(facts, viewer, holders))
    near = [(RelationKind(row.kind), (row.case_id, row.account_id) in doing) for row in relations]
    return SeenBy(
        account=relations[0].account,
        kinds=tuple(kinds),
        references=tuple(
            dict.fromkeys(references[row.case_id] for row in relations if row.case_id)
        ),
        sights=found,
        sees_place=opens_case(found)
        and any(sees_place(kind, has_a_task=busy) for kind, busy in near),
    )


def _doing_something(
    by_account: "dict[UUID, list[Relation]]",
) -> frozenset[tuple[UUID, UUID]]:
    """Who has something to do on which case; asked only where somebody stands in."""
    standing_in = [
        row for rows in by_account.values() for row in rows if row.kind == RelationKind.SUBSTITUTE
    ]
    if not standing_in:
        return frozenset()
    theirs = tasks.open_tasks().filter(owner_id__in=[row.account_id for row in standing_in])
    return frozenset(
        (case_id, owner_id)
        for case_id, owner_id in theirs.values_list("case_id", "owner_id")
        if case_id
    )


def _holders(permitted: "Iterable[Case]", facts: Facts) -> list[Party]:
    """Those whose records there may be something in: the matters' own, and those the client has named."""
    own = [Party(case.controller_id, case.register) for case in permitted]
    named = {party for consent in facts.consents for party in consent.parties}
    rest = sorted(named - set(own), key=lambda party: (str(party.organisation_id), party.register))
    return [*dict.fromkeys(own), *rest]
