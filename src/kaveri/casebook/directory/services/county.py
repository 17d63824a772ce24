"""Laying out the county: organisations, units, municipalities and services from its data files."""

import tomllib
from pathlib import Path
from typing import Any

from kaveri.casebook.directory.actions import DirectoryAction
from kaveri.casebook.directory.domain import CardHeading
from kaveri.casebook.directory.models import Municipality, Partner, Service
from kaveri.foundation.accounts.models import Organisation, Unit
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.acting import acting

COUNTY = Path(__file__).parent.parent / "county"
LANGUAGES = ("sv", "fi", "en")


def load_county(*, actor: Actor) -> None:
    """Bring the directory in line with the data files; what is there already is brought up to date."""
    with acting(DirectoryAction.LOAD_COUNTY, actor=actor) as act:
        act.allow()
        organisations = {row["key"]: _organisation(row) for row in _rows("organisations")}
        units = {row["key"]: _unit(row, organisations) for row in _rows("units")}
        places = {row["code"]: _municipality(row, units) for row in _rows("municipalities")}
        for row in _rows("services"):
            _service(row, units, places)
        act.record(facts={"organisations": len(organisations), "units": len(units)})


def _rows(name: str) -> list[dict[str, Any]]:
    with (COUNTY / f"{name}.toml").open("rb") as file:
        return list(tomllib.load(file)[name])


def _names(row: dict[str, Any]) -> dict[str, str]:
    return {f"name_{language}": row[f"name_{language}"] for language in LANGUAGES}


def _organisation(row: dict[str, Any]) -> Organisation:
    organisation, _made = Organisation.objects.update_or_create(
        key=row["key"],
        defaults={
            **_names(row),
            "kind": row["kind"],
            "keeps_record": row["keeps_record"],
        },
    )
    Partner.objects.update_or_create(
        organisation=organisation,
        defaults={"discloses": row["discloses"], "phone": row.get("phone", "")},
    )
    return organisation


def _unit(row: dict[str, Any], organisations: dict[str, Organisation]) -> Unit:
    unit, _made = Unit.objects.update_or_create(
        key=row["key"],
        defaults={
            **_names(row),
            "organisation": organisations[row["organisation"]],
            "register": row["register"],
            "phone": row.get("phone", ""),
        },
    )
    return unit


def _municipality(row: dict[str, Any], units: dict[str, Unit]) -> Municipality:
    place, _made = Municipality.objects.update_or_create(
        key=row["code"],
        defaults={
            **_names(row),
            "code": row["code"],
            "receiving_unit": units[row["receiving_unit"]],
        },
    )
    return place


def _service(row: dict[str, Any], units: dict[str, Unit], places: dict[str, Municipality]) -> None:
    unit = units[row["unit"]]
    card = {
        heading: {language: row[f"{heading}_{language}"] for language in LANGUAGES}
        for heading in CardHeading
    }
    service, _made = Service.objects.update_or_create(
        key=row["key"],
        defaults={
            **_names(row),
            "organisation": unit.organisation,
            "unit": unit,
            "discloses": row["discloses"],
            "receives_referrals": row["receives_referrals"],
            "phone": row.get("phone", ""),
            "needs": " ".join(row["needs"]),
            "card": card,
        },
    )
    everywhere = list(places.values())
    service.municipalities.set(
        everywhere if row["whole_county"] else [places[code] for code in row["municipalities"]]
    )
