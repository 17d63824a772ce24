"""Laying out a county that is not the demo, and the first account in it."""

import sys

from kaveri.casebook.directory.actions import SET_UP
from kaveri.casebook.directory.domain import AccountObstacle
from kaveri.casebook.directory.labels import ACCOUNT_OBSTACLES
from kaveri.casebook.directory.services import load_county, make_account
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base.actor import Role, named_job
from kaveri.foundation.base.errors import Refused


def lay_county(*, administrator: str | None, unit: str) -> int:
    """Bring the directory in line with its files; with a name, also make whoever makes the others."""
    actor = named_job(SET_UP)
    load_county(actor=actor)
    print("The county is laid out.")
    if not administrator:
        return 0
    found = people.units().filter(key=unit).first()
    if found is None:
        print(f"There is no unit {unit}.", file=sys.stderr)
        return 1
    try:
        password = make_account(
            actor=actor,
            unit_id=found.id,
            role=Role.ADMINISTRATOR,
            username=administrator,
            first_name=administrator,
            last_name=administrator,
            language="sv",
        )
    except Refused as refused:
        print(
            *(ACCOUNT_OBSTACLES[AccountObstacle(each)] for each in refused.obstacles),
            file=sys.stderr,
        )
        return 1
    print(f"User name: {administrator}\nPassword, shown once: {password}")
    return 0
