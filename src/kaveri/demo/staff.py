"""The workers of the invented county: a fixed cast by name, and coordinators enough for the rest."""

import datetime as dt
import random
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from kaveri.casebook.directory.models import DutyTurn
from kaveri.demo.names import FINNISH_FIRST, FINNISH_LAST, SWEDISH_FIRST, SWEDISH_LAST
from kaveri.foundation.accounts.models import Account, Assignment, Unit
from kaveri.foundation.base.actor import Role

PASSWORD = "demo-kaveri-2026"  # noqa: S105 known to all, and refused outside the demo
SINCE = dt.date(2024, 1, 1)
TITLES = {
    "coordinator": (
        "Samordnare för arbetsförmågan",
        "Työkykykoordinaattori",
        "Work ability coordinator",
    ),
    "guide": ("Socialhandledare", "Sosiaaliohjaaja", "Social counsellor"),
    "manager": ("Chef för serviceområdet", "Palvelualueen esihenkilö", "Service manager"),
    "nurse": (
        "Hälsovårdare för arbetslösa",
        "Työttömien terveydenhoitaja",
        "Nurse for unemployed people",
    ),
    "doctor": ("Läkare", "Lääkäri", "Doctor"),
    "debt": ("Skuldrådgivare", "Velkaneuvoja", "Debt counsellor"),
    "kela": ("Rådgivare för arbetsförmågan", "Työkykyneuvoja", "Work ability adviser"),
    "employment": ("Sysselsättningsexpert", "Työllisyysasiantuntija", "Employment expert"),
    "therapist": ("Beroendeterapeut", "Päihdeterapeutti", "Addiction therapist"),
    "peer": ("Kamratstödjare", "Vertaisohjaaja", "Peer supporter"),
    "administrator": ("Systemansvarig", "Järjestelmävastaava", "System administrator"),
    "editor": ("Redaktör", "Sisällöntuottaja", "Editor"),
    "privacy": ("Dataskyddsombud", "Tietosuojavastaava", "Data protection officer"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """A named worker of the demo."""

    username: str
    first_name: str
    last_name: str
    unit: str
    title: str
    language: str
    role: Role = Role.PROFESSIONAL


CAST = [
    Person("orjan", "Örjan", "Åström", "team_turku", "coordinator", "sv"),
    Person("helena", "Helena", "Lindqvist", "team_turku", "guide", "sv"),
    Person("sanna", "Sanna", "Lehtonen", "team_turku", "coordinator", "fi"),
    Person("timo", "Timo", "Kangas", "team_turku", "coordinator", "fi"),
    Person("petra", "Petra", "Holm", "team_kaarina", "coordinator", "sv"),
    Person("marko", "Marko", "Saarinen", "team_naantali", "coordinator", "fi"),
    Person("tove", "Tove", "Lundén", "team_turku", "manager", "sv", Role.MANAGER),
    Person("jukka", "Jukka", "Salmela", "health_centre_turku", "doctor", "fi"),
    Person("anneli", "Anneli", "Rantanen", "health_checks_unemployed", "nurse", "fi"),
    Person("mirva", "Mirva", "Kallio", "kela_work_ability", "kela", "fi"),
    Person("sara", "Sara", "Ekholm", "employment_turku_services", "employment", "sv"),
    Person("pirjo", "Pirjo", "Niemi", "debt_counselling_turku", "debt", "fi"),
    Person("ritva", "Ritva", "Alm", "addiction_clinic_turku", "therapist", "fi"),
    Person("pia", "Pia", "Backman", "vertaislaituri_turku", "peer", "sv"),
    Person("oskar", "Oskar", "Ek", "team_turku", "administrator", "sv", Role.ADMINISTRATOR),
    Person("eva", "Eva", "Nyman", "team_turku", "editor", "sv", Role.EDITOR),
    Person("dag", "Dag", "Sandberg", "team_turku", "privacy", "sv", Role.PRIVACY_OFFICER),
]
# How the county's people are spread over its receiving units.
WEIGHTS = {
    "team_turku": 45,
    "team_kaarina": 15,
    "team_naantali": 13,
    "team_lieto": 13,
    "team_uusikaupunki": 8,
    "team_laitila": 6,
}


class Staff:
    """Makes accounts with one hashed password for all, which is why a county is quick to make."""

    def __init__(self, chance: random.Random) -> None:
        """Hash the demo's password once."""
        self.chance = chance
        self.password = make_password(PASSWORD)
        self.units = {unit.key: unit for unit in Unit.objects.select_related("organisation")}

    def hire(self, person: Person) -> Account:
        """The worker's account and role, once."""
        unit = self.units[person.unit]
        found = Account.objects.filter(username=person.username).first()
        if found is not None:
            return found
        sv, fi, en = TITLES[person.title]
        account = Account.objects.create(
            username=person.username,
            password=self.password,
            first_name=person.first_name,
            last_name=person.last_name,
            email=f"{person.username}@example.org",
            phone=f"02 555 {self.chance.randint(1100, 9899)}",
            title_sv=sv,
            title_fi=fi,
            title_en=en,
            language=person.language,
            organisation=unit.organisation,
            register=unit.register,
        )
        Assignment.objects.create(account=account, unit=unit, role=person.role, from_on=SINCE)
        return account

    def hire_the_cast(self) -> dict[str, Account]:
        """Everybody with a part in a story."""
        return {person.username: self.hire(person) for person in CAST}

    def hire_coordinators(self, unit_key: str, number: int) -> list[Account]:
        """Coordinators of a unit: those of the cast, and as many more as its caseload asks for."""
        unit = self.units[unit_key]
        cast = [
            self.hire(person)
            for person in CAST
            if person.unit == unit_key and person.title == "coordinator"
        ]
        found = cast[:]
        for place in range(len(cast), number):
            found.append(self.hire(self._invented(unit_key, place)))
        for place, account in enumerate(found, 1):
            DutyTurn.objects.get_or_create(
                unit=unit, account=account, defaults={"from_on": SINCE, "place": place}
            )
        return found

    def put_on_duty(self, username: str) -> None:
        """A worker of the cast answers for their unit."""
        person = next(person for person in CAST if person.username == username)
        DutyTurn.objects.get_or_create(
            unit=self.units[person.unit],
            account=Account.objects.get(username=username),
            defaults={"from_on": SINCE, "place": 1},
        )

    def hire_partners(self, unit_key: str, title: str, number: int) -> list[Account]:
        """Workers of another service: those of the cast, and as many more as are asked for."""
        cast = [person for person in CAST if person.unit == unit_key and person.title == title]
        more = [self._invented(unit_key, place, title) for place in range(len(cast), number)]
        return [self.hire(person) for person in [*cast, *more]]

    def _invented(self, unit_key: str, place: int, title: str = "coordinator") -> Person:
        swedish = self.chance.random() < 0.2
        first = self.chance.choice(SWEDISH_FIRST if swedish else FINNISH_FIRST)
        last = self.chance.choice(SWEDISH_LAST if swedish else FINNISH_LAST)
        name = f"{unit_key.removeprefix('team_')}-{place}"
        return Person(
            name.replace("_", "-"), first, last, unit_key, title, "sv" if swedish else "fi"
        )


def sign_in_for(username: str, first_name: str, last_name: str, language: str) -> Account:
    """A sign-in for somebody in a story; whose it is, the worker who knows the person says."""
    account = Account.objects.create(
        username=username,
        password=make_password(PASSWORD),
        first_name=first_name,
        last_name=last_name,
        email=f"{username}@example.org",
        language=language,
    )
    Assignment.objects.create(account=account, role=Role.CLIENT, from_on=SINCE)
    return account
