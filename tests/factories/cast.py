"""The fixed cast: Aino is the client, Kerstin coordinates in Åbo, Mikko is her colleague there,
Sara works in the county's health register, Tove leads Kerstin's unit, Oskar looks after the
system, Kalle works at Kela, Viola works in the social register of another county, and Petra works
in Reso."""

import datetime as dt

from kaveri.casebook.directory.models import DutyTurn, Municipality
from kaveri.casebook.records.domain import Register
from kaveri.foundation.accounts.models import Account, Assignment, Organisation, Unit
from kaveri.foundation.accounts.selectors import actor_of
from kaveri.foundation.base.actor import Actor, Role

PASSWORD = "kaveri kaveri kaveri"
LONG_AGO = dt.date(2020, 1, 1)


def organisation(
    key: str = "county", name: str = "Egentliga Finlands välfärdsområde"
) -> Organisation:
    """An organisation, the county when nothing is said."""
    found, _made = Organisation.objects.get_or_create(
        key=key,
        defaults={
            "name_sv": name,
            "name_fi": name,
            "name_en": name,
            "kind": {"county": "county", "kela": "kela"}.get(key, "third_sector"),
            "keeps_record": "county",
        },
    )
    return found


def unit(
    key: str = "abo", register: Register = Register.SOCIAL, of: Organisation | None = None
) -> Unit:
    """A unit of the county, the one in Åbo when nothing is said."""
    found, _made = Unit.objects.get_or_create(
        key=key,
        defaults={
            "organisation": of or organisation(),
            "register": register,
            "name_sv": key.title(),
            "name_fi": key.title(),
            "name_en": key.title(),
            "phone": "02 555 0100",
        },
    )
    return found


def worker(
    username: str, last_name: str, of: Unit, *, role: Role = Role.PROFESSIONAL, language: str = "sv"
) -> Account:
    """Somebody who works in the unit."""
    found = Account.objects.filter(username=username).first()
    if found is None:
        found = Account.objects.create(
            username=username,
            first_name=username.title(),
            last_name=last_name,
            email=f"{username}@example.org",
            phone="02 555 0142",
            title_sv="Samordnare för arbetsförmågan",
            title_fi="Työkykykoordinaattori",
            title_en="Work ability coordinator",
            language=language,
            organisation=of.organisation,
            register=of.register,
        )
        Assignment.objects.create(account=found, unit=of, role=role, from_on=LONG_AGO)
    return found


def kerstin() -> Account:
    """The coordinator in Åbo."""
    return worker("kerstin", "Sjöberg", unit())


def mikko() -> Account:
    """Kerstin's colleague in the unit."""
    return worker("mikko", "Mäkinen", unit(), language="fi")


def petra() -> Account:
    """A coordinator in another unit of the same register."""
    return worker("petra", "Holm", unit("reso"))


def sara() -> Account:
    """A nurse: the county's health register."""
    return worker("sara", "Lehtonen", unit("halsocentral", Register.HEALTH))


def kalle() -> Account:
    """An expert at Kela: another controller."""
    kela = organisation("kela", "FPA")
    return worker("kalle", "Korhonen", unit("kela-unit", Register.OWN, kela))


def viola() -> Account:
    """A coordinator in another county: the same sector, another controller."""
    nyland = organisation("nyland", "Östra Nylands välfärdsområde")
    return worker("viola", "Backman", unit("borga", Register.SOCIAL, nyland))


def tove() -> Account:
    """The manager of Kerstin's unit."""
    return worker("tove", "Lundén", unit(), role=Role.MANAGER)


def oskar() -> Account:
    """The administrator."""
    return worker("oskar", "Ek", unit(), role=Role.ADMINISTRATOR)


def aino_account() -> Account:
    """The client's own sign-in."""
    found = Account.objects.filter(username="aino").first()
    if found is None:
        found = Account.objects.create(
            username="aino", first_name="Aino", last_name="Virtanen", language="sv"
        )
        Assignment.objects.create(account=found, role=Role.CLIENT, from_on=LONG_AGO)
    return found


def on_duty(account: Account, of: Unit | None = None, place: int = 1) -> DutyTurn:
    """The worker stands on the unit's duty list."""
    turn, _made = DutyTurn.objects.get_or_create(
        unit=of or unit(), account=account, defaults={"from_on": LONG_AGO, "place": place}
    )
    return turn


def abo() -> Municipality:
    """Åbo, received by the unit there, with Kerstin on duty."""
    found, _made = Municipality.objects.get_or_create(
        key="abo",
        defaults={
            "code": "853",
            "name_sv": "Åbo",
            "name_fi": "Turku",
            "name_en": "Turku",
            "receiving_unit": unit(),
        },
    )
    on_duty(kerstin())
    return found


def as_actor(account: Account) -> Actor:
    """The account as the rules see it now."""
    return actor_of(account)
