"""Reading what is kept and how long, and in whose record somebody writes."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from kaveri.casebook.records.domain import Category, Keeping, own_task
from kaveri.casebook.records.models import Homed, home_of
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base.actor import Actor


def home_for(actor: Actor, about: Homed, category: Category | None = None) -> dict[str, Any]:
    """The home of what this person writes about a case: access.md §1, "whose record it is".

    The client's side and whoever acts for the case's controller and register write into the case's
    record. Another register of the same controller has its own. A partner's worker writes where
    their organisation and the county have agreed: into the county's record as joint work, or into
    their own, which others see only on a ground.
    """
    home = home_of(about, category)
    same = (actor.organisation_id, actor.register) == (about.controller_id, about.register)
    if actor.organisation_id is None or same:
        return home
    organisation = people.organisations().get(pk=actor.organisation_id)
    if actor.organisation_id != about.controller_id and organisation.keeps_record == Keeping.COUNTY:
        return home
    return {
        **home,
        "controller_id": organisation.id,
        "register": actor.register,
        "service_task": own_task(kind=organisation.kind, register=actor.register),
    }


def is_verified(key: str) -> bool:
    """Whether somebody has read the period in its source."""
    return bool(_period(key)["verified"])


def amount_kept(key: str) -> int:
    """How many years or months this is kept by the rules in force."""
    return int(_period(key)["amount"])


def _period(key: str) -> dict[str, Any]:
    return next(period for period in _rules()["periods"] if period["key"] == key)


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    path = Path(__file__).resolve().parent / "retention.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
