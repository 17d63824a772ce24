"""Section 8 of the plan: where it is kept and who may see it, drawn from what holds now (PLAN-8)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import CharField, DateField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext as _

from kaveri.casebook.cases.actions import within_scope
from kaveri.casebook.consent import selectors as allowed
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.records.labels import CATEGORIES, REGISTERS
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.ui import dates

_CONSENT, _LIMIT = "consent", "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """Whose record the plan stands in, and of which client."""

    controller_id: UUID
    names: Mapping[str, str]
    register: str
    client_id: UUID
    account_id: UUID | None


@dataclass(frozen=True, slots=True)
class _Kept:
    """A party of a consent in force, or a limit; read together."""

    kind: str
    id: UUID
    from_on: dt.date
    until_on: dt.date | None
    categories: str
    name: str
    register: str
    organisation_id: UUID | None


def keeper_columns() -> dict[str, Any]:
    """The keeper beside the row of a case that is read anyway."""
    return {
        "keeper_id": F("controller_id"),
        "keeper_register": F("register"),
        "keeper_client_id": F("client_id"),
        "keeper_account_id": F("client__account_id"),
        **{f"keeper_{each}": F(f"controller__name_{each}") for each in dates.LANGUAGES},
    }


def keeper_of(columns: Mapping[str, Any]) -> Keeper:
    """The keeper from those columns."""
    return Keeper(
        controller_id=columns["keeper_id"],
        names={each: columns[f"keeper_{each}"] for each in dates.LANGUAGES},
        register=columns["keeper_register"],
        client_id=columns["keeper_client_id"],
        account_id=columns["keeper_account_id"],
    )


def keeper_of_case(case: Any) -> Keeper:
    """The keeper of a case at hand."""
    return Keeper(
        controller_id=case.controller_id,
        names={each: getattr(case.controller, f"name_{each}") for each in dates.LANGUAGES},
        register=case.register,
        client_id=case.client_id,
        account_id=case.client.account_id,
    )


def keeping_of(keeper: Keeper, actor: Actor, language: str) -> list[str]:
    """Sentences: whose record it is, between whom information may pass and until when, what is kept back.

    Nothing is written by hand here, so that the section never promises something else than what the
    access rules do. Kept back only narrows. A partner reads of the consents they are a party to, and
    of no others: who the other parties are tells of the client.
    """
    found = _kept(keeper.client_id, actor, language, sees_all=_sees_all(keeper, actor))
    more = _acts_for_the_client(keeper, actor) and allowed.kept_back(
        keeper.client_id, within_scope(actor)
    )
    return _sentences(keeper, actor, language, found, more=more)


def keeping_to_keep(keeper: Keeper) -> dict[str, Any]:
    """The whole of what holds now, as an agreed version keeps it; shown by `keeping_kept` alone."""
    rows: dict[tuple[str, str, str, str], dict[str, Any]] = {}
    for language in dates.LANGUAGES:
        nobody_in_particular = Actor()
        for row in _kept(keeper.client_id, nobody_in_particular, language, sees_all=True):
            key = (row.kind, str(row.id), str(row.organisation_id or ""), row.register)
            known = rows.setdefault(
                key,
                {
                    "kind": row.kind,
                    "id": str(row.id),
                    "from_on": row.from_on.isoformat(),
                    "until_on": row.until_on.isoformat() if row.until_on else None,
                    "categories": row.categories,
                    "organisation_id": str(row.organisation_id) if row.organisation_id else None,
                    "register": row.register,
                    "names": {},
                },
            )
            known["names"][language] = row.name
    return {
        "names": dict(keeper.names),
        "register": keeper.register,
        "allowed": [rows[key] for key in sorted(rows)],
    }


def keeping_kept(kept: Mapping[str, Any], keeper: Keeper, actor: Actor, language: str) -> list[str]:
    """The same sentences from what a version kept, of what this reader may be told of it now."""
    rows = [
        _Kept(
            row["kind"],
            UUID(row["id"]),
            dt.date.fromisoformat(row["from_on"]),
            dt.date.fromisoformat(row["until_on"]) if row["until_on"] else None,
            row["categories"],
            row["names"][language],
            row["register"],
            UUID(row["organisation_id"]) if row["organisation_id"] else None,
        )
        for row in kept["allowed"]
    ]
    sees_all = _sees_all(keeper, actor)
    consents = {row.id for row in rows if row.kind == _CONSENT}
    open_to = set(
        allowed.consents()
        .filter(pk__in=consents)
        .filter(within_scope(actor))
        .values_list("pk", flat=True)
    )
    if not sees_all:
        mine = (actor.organisation_id, actor.register)
        open_to &= {row.id for row in rows if (row.organisation_id, row.register) == mine}
    found = [row for row in rows if (row.id in open_to if row.kind == _CONSENT else sees_all)]
    then = replace(keeper, names=kept["names"], register=kept["register"])
    more = _acts_for_the_client(keeper, actor) and bool(consents - open_to)
    return _sentences(then, actor, language, sorted(found, key=_oldest_first), more=more)


def _sees_all(keeper: Keeper, actor: Actor) -> bool:
    of_client = keeper.account_id == actor.account_id or actor.organisation_id is None
    own = (keeper.controller_id, keeper.register)
    return of_client or (actor.organisation_id, actor.register) == own


def _acts_for_the_client(keeper: Keeper, actor: Actor) -> bool:
    return actor.organisation_id is None and keeper.account_id != actor.account_id


def _sentences(
    keeper: Keeper, actor: Actor, language: str, found: "list[_Kept]", *, more: bool
) -> list[str]:
    lines = [
        _("The plan is kept by %(controller)s, in the %(register)s.")
        % {
            "controller": keeper.names[language],
            "register": REGISTERS[Register(keeper.register)],
        }
    ]
    consents: dict[UUID, list[_Kept]] = {}
    for row in found:
        if row.kind == _CONSENT:
            consents.setdefault(row.id, []).append(row)
    for parties in consents.values():
        consent = parties[0]
        known = {
            "day": dates.plain_date(consent.until_on, language) if consent.until_on else "",
            "parties": ", ".join(sorted(_party(party) for party in parties)),
            "categories": _named(consent.categories),
        }
        sentence = (
            _("By consent until %(day)s, between %(parties)s: %(categories)s.")
            if consent.until_on
            else _("By consent until further notice, between %(parties)s: %(categories)s.")
        )
        lines.append(sentence % known)
    if more:
        lines.append(_("There is also a consent that is not shown to you."))
    if _sees_all(keeper, actor) and len(lines) == 1:
        lines.append(_("No consent is in force: nobody outside this record sees the plan."))
    return lines + [
        _("Not shown to %(who)s: %(categories)s.")
        % {"who": row.name.strip(), "categories": _named(row.categories)}
        for row in found
        if row.kind == _LIMIT
    ]


def _kept(client_id: UUID, actor: Actor, language: str, *, sees_all: bool) -> list[_Kept]:
    """Both in one question, oldest first: a page has to be quick, however much is allowed."""
    held = allowed.consents_in_force().filter(client_id=client_id)
    consents = held.filter(within_scope(actor))
    if not sees_all and actor.organisation_id is not None:
        mine = consents.filter(
            parties__organisation_id=actor.organisation_id, parties__register=actor.register
        )
        consents = allowed.consents_in_force().filter(pk__in=mine.values("pk"))
    rows: QuerySet[Any, Any] = consents.order_by().values_list(
        Value(_CONSENT, output_field=CharField()),
        "pk",
        "from_on",
        "until_on",
        "categories",
        f"parties__organisation__name_{language}",
        "parties__register",
        "parties__organisation_id",
    )
    if sees_all:
        limits = allowed.limits_in_force().filter(client_id=client_id)
        who = Concat("account__first_name", Value(" "), "account__last_name")
        rows = rows.union(
            *(
                kept.order_by().values_list(
                    Value(_LIMIT, output_field=CharField()),
                    "pk",
                    Cast("from_at", DateField()),
                    Value(None, output_field=DateField()),
                    "categories",
                    name,
                    Value("", output_field=CharField()),
                    F("organisation_id"),
                )
                for kept, name in (
                    (limits.filter(Q(account__isnull=False)), who),
                    (limits.filter(account=None), F(f"organisation__name_{language}")),
                )
            ),
            all=True,
        )
    return sorted((_Kept(*row) for row in rows), key=_oldest_first)


def _oldest_first(row: _Kept) -> tuple[dt.date, UUID]:
    return row.from_on, row.id


def _party(party: _Kept) -> str:
    if party.register == Register.OWN:
        return party.name
    return f"{party.name} ({REGISTERS[Register(party.register)]})"


def _named(categories: str) -> str:
    return ", ".join(str(CATEGORIES[Category(code)]) for code in categories.split())
