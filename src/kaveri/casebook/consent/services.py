"""Writing what the client allows, inside the use case that does it; nothing is ever taken away."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from kaveri.casebook.consent.domain import ALWAYS_NAMED, LimitSource, Party, spaced
from kaveri.casebook.consent.models import (
    Allowance,
    Consent,
    ConsentParty,
    Limit,
    Permit,
    Prohibition,
)
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.acting import Act


def add_consent(
    act: Act,
    *,
    parties: Iterable[Party],
    categories: Iterable[str],
    purposes: Iterable[str],
    **known: Any,
) -> Consent:
    """The client lets information pass between these parties; `known` holds client, days, home …"""
    consent = Consent.objects.create(
        categories=spaced({*categories, *ALWAYS_NAMED}),
        purposes=spaced(purposes),
        **_recorded(act),
        **known,
    )
    ConsentParty.objects.bulk_create(
        ConsentParty(consent=consent, organisation_id=_id(party), register=party.register)
        for party in dict.fromkeys(parties)
    )
    return consent


def replace(_act: Act, consent: Consent) -> None:
    """A newer consent stands in its place from this moment; the old one stays to be read."""
    consent.replaced_at = clock.now()
    consent.version += 1
    consent.save(update_fields=["replaced_at", "version"])


def keep_scan(_act: Act, consent: Consent, *, file: Any, name: str) -> None:
    """The signed paper as it was scanned stands with the consent."""
    consent.scan, consent.scan_name = file, name
    consent.version += 1
    consent.save(update_fields=["scan", "scan_name", "version"])


def note_run_out(_act: Act, consent: Consent) -> None:
    """Its last day has passed, and what follows from that has been seen to."""
    consent.ran_out_at = clock.now()
    consent.save(update_fields=["ran_out_at"])


def withdraw(act: Act, row: Allowance, *, words: str = "", to_id: UUID | None = None) -> None:
    """The client takes it back: from this moment it opens nothing."""
    row.withdrawn_at, row.withdrawal_by_id = clock.now(), act.actor.account_id
    row.withdrawn_to_id, row.withdrawal_words = to_id, words.strip()
    row.version += 1
    row.save(
        update_fields=[
            "withdrawn_at",
            "withdrawal_by",
            "withdrawn_to",
            "withdrawal_words",
            "version",
        ]
    )


def note_told(_act: Act, party: ConsentParty, *, how: str, at: dt.datetime | None = None) -> None:
    """This party knows that the consent is withdrawn."""
    party.told_at, party.told_how = at or clock.now(), how
    party.save(update_fields=["told_at", "told_how"])


def add_permit(act: Act, **known: Any) -> Permit:
    """Inside one sector, other controllers may see."""
    return Permit.objects.create(**_recorded(act), **known)


def add_prohibition(act: Act, **known: Any) -> Prohibition:
    """The client narrows what permits and consents open."""
    return Prohibition.objects.create(**_recorded(act), **known)


def add_limit(
    _act: Act,
    *,
    client_id: UUID,
    account_id: UUID,
    categories: Iterable[str],
    source: LimitSource,
    source_id: UUID,
    **home: Any,
) -> Limit:
    """These categories are kept from this person from now on."""
    return Limit.objects.create(
        client_id=client_id,
        account_id=account_id,
        categories=spaced(categories),
        source=source,
        source_id=source_id,
        from_at=clock.now(),
        **home,
    )


def end_limits(_act: Act, **which: Any) -> int:
    """The limits in force that match hold no longer; from the next request they narrow nothing."""
    moment = clock.now()
    return Limit.objects.filter(until_at=None, from_at__lte=moment, **which).update(until_at=moment)


def _recorded(act: Act) -> dict[str, Any]:
    return {"recorded_by_id": act.actor.account_id, "recorded_at": clock.now()}


def _id(party: Party) -> Any:
    return party.organisation_id
