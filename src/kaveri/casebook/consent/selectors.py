"""Reading what the client allows; every caller passes through a look or an act of its own."""

import datetime as dt
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from kaveri.casebook.consent.models import Consent, ConsentParty, Limit, Permit, Prohibition
from kaveri.foundation.base import clock


def in_force() -> Q:
    """What holds at this moment, of consents, permits and prohibitions: withdrawn is gone at once."""
    moment, today = clock.now(), clock.today()
    return (
        Q(from_on__lte=today)
        & (Q(until_on=None) | Q(until_on__gte=today))
        & (Q(withdrawn_at=None) | Q(withdrawn_at__gt=moment))
    )


def consents() -> QuerySet[Consent]:
    """Every consent; narrow by permission before use."""
    return Consent.objects.select_related("recorded_by", "representative", "client").order_by(
        "-recorded_at", "-id"
    )


def consents_in_force() -> QuerySet[Consent]:
    """The consents that hold now; a replaced one does not."""
    return Consent.objects.filter(in_force(), replaced_at=None)


def kept_back(client_id: UUID, shown: Q) -> bool:
    """Whether the person has a consent in force that is not among those shown."""
    held = consents_in_force().filter(client_id=client_id)
    return held.exclude(pk__in=consents_in_force().filter(shown).values("pk")).exists()


def permits() -> QuerySet[Permit]:
    """Every permit; narrow by permission before use."""
    return Permit.objects.select_related("recorded_by", "client").order_by("-recorded_at", "-id")


def permits_in_force() -> QuerySet[Permit]:
    """The permits that hold now."""
    return Permit.objects.filter(in_force())


def prohibitions() -> QuerySet[Prohibition]:
    """Every prohibition; narrow by permission before use."""
    return Prohibition.objects.select_related("recorded_by", "client", "controller_of").order_by(
        "-recorded_at", "-id"
    )


def prohibitions_in_force() -> QuerySet[Prohibition]:
    """The prohibitions that hold now."""
    return Prohibition.objects.filter(in_force())


def limits_in_force() -> QuerySet[Limit]:
    """The limits that hold now."""
    moment = clock.now()
    return Limit.objects.filter(
        Q(from_at__lte=moment) & (Q(until_at=None) | Q(until_at__gt=moment))
    )


def text_now(day: dt.date) -> dict[str, Any]:
    """The text that a client reads on this day before giving a consent."""
    known = [text for text in _texts() if text["effective_from"] <= day]
    return max(known or _texts(), key=lambda text: text["effective_from"])


def text_of(version: str) -> dict[str, Any]:
    """The text that was read, by its version; today's when nobody knows that one any more."""
    return next((text for text in _texts() if text["version"] == version), _texts()[0])


@lru_cache(maxsize=1)
def _texts() -> list[dict[str, Any]]:
    path = Path(__file__).resolve().parent / "texts.toml"
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["texts"]
    return found


def parties() -> QuerySet[ConsentParty]:
    """Between whom information may pass, each with its organisation."""
    return ConsentParty.objects.select_related("organisation")
