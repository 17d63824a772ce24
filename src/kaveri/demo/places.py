"""The county as the synthetic people meet it: units, municipalities and the home of their records."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kaveri.casebook.directory.models import Municipality, Partner
from kaveri.casebook.records.domain import Category, ServiceTask
from kaveri.demo.staff import WEIGHTS
from kaveri.foundation.accounts.models import Account, Unit


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody elsewhere who can be asked to a network, and what being a client of theirs tells."""

    account: Account
    tells: Category


class Places:
    """Read once, so that making a person asks the database for nothing."""

    def __init__(self, helpers: Mapping[Category, Sequence[Account]]) -> None:
        """Read the units, who lives where, and what each partner tells; who helps where is given."""
        self.helpers = [[Helper(who, tells) for who in found] for tells, found in helpers.items()]
        self.partners: dict[UUID | None, str] = dict(
            Partner.objects.values_list("organisation_id", "discloses")
        )
        self.units = {unit.key: unit for unit in Unit.objects.all()}
        self.municipalities: dict[str, list[UUID]] = {}
        for place in Municipality.objects.select_related("receiving_unit"):
            self.municipalities.setdefault(place.receiving_unit.key, []).append(place.id)

    def weight(self, team: str) -> int:
        """How large a part of the county the team receives."""
        return WEIGHTS[team]

    def municipality(self, team: str, chance: random.Random) -> UUID:
        """Somewhere the team receives people from."""
        return chance.choice(self.municipalities[team])

    def home(self, team: str, category: Category) -> dict[str, Any]:
        """The home of a row written in the team."""
        unit = self.units[team]
        return {
            "controller_id": unit.organisation_id,
            "register": unit.register,
            "service_task": ServiceTask.WORKING_AGE,
            "category": category,
        }
