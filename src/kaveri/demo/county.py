"""The demo county: its directory, its workers, the handbook's stories and the synthetic clients."""

import math
import random

from kaveri.casebook.directory.actions import SET_UP
from kaveri.casebook.directory.services import load_county
from kaveri.casebook.records.domain import Category
from kaveri.demo import stories
from kaveri.demo.open_contacts import make_open_contacts
from kaveri.demo.places import Places
from kaveri.demo.staff import WEIGHTS, Staff
from kaveri.demo.synthetic import make_clients
from kaveri.demo.teams import make_meetings, make_teams
from kaveri.foundation.access import gates
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.usecase.context import as_job

# Open cases for each coordinator; a working assumption (30–45), not a published figure.
CASELOAD = 36
OPEN_SHARE = 0.6
# Those who are asked to networks: where, with which title, and what being a client of theirs tells.
HELPERS = {
    Category.ECONOMY_BENEFITS: ("kela_work_ability", "kela"),
    Category.WORK_EDUCATION: ("employment_turku_services", "employment"),
    Category.HEALTH: ("health_checks_unemployed", "nurse"),
}
NETWORKS = 60
MAKING = "demo_county"
gates.declare(
    {
        MAKING: gates.Gate(
            because="the maker of an invented county writes rows that nobody stands near yet",
            writes=gates.EVERYTHING,
        )
    }
)


def make(*, clients: int, seed: int) -> None:
    """Make the county; the same number and seed make the same people."""
    with as_job(MAKING):
        chance = random.Random(seed)  # noqa: S311 invented people, no secret
        load_county(actor=named_job(SET_UP))
        staff = Staff(chance)
        staff.hire_the_cast()
        coordinators = {
            team: staff.hire_coordinators(team, coordinators_for(clients, weight))
            for team, weight in WEIGHTS.items()
        }
        for username in ("anneli", "pirjo"):
            staff.put_on_duty(username)
        make_teams(staff, coordinators)
        number = max(1, math.ceil(clients * OPEN_SHARE / NETWORKS))
        places = Places(
            {
                tells: staff.hire_partners(unit, title, number)
                for tells, (unit, title) in HELPERS.items()
            }
        )
        make_clients(clients, chance=chance, places=places, coordinators=coordinators)
        make_open_contacts(max(6, clients // 12), chance=chance, coordinators=coordinators)
        stories.play()
        make_meetings(staff, coordinators)


def coordinators_for(clients: int, weight: int) -> int:
    """How many coordinators a unit of this weight needs for so many clients."""
    return max(1, math.ceil(clients * OPEN_SHARE * weight / sum(WEIGHTS.values()) / CASELOAD))
