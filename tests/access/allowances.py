"""What the client has allowed and narrowed, and what access.md §3 expects of it.

Written from access.md alone: nothing here asks the product what a ground is. `arrange` writes the
rows; `opens` says whether they give the looker a ground for the row at stake.
"""

import datetime as dt
import uuid
from dataclasses import dataclass, replace
from typing import Any

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.consent.models import Consent, ConsentParty, Limit, Permit, Prohibition
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.records.models import Homed
from kaveri.foundation.base import clock
from tests.access.world import Side, World
from tests.factories import casebook as given
from tests.factories import cast

# Which acts a purpose covers, by the first word of the act; what is everybody's need is in all.
WITH_EVERY_PURPOSE = ("case.header.read", "case.next_step.read", "consent.")
COVERED = {
    "support": ("",),
    "plan": ("plan.", "network.", "task."),
    "assessment": (
        "assessment.",
        "information.",
        "measure.",
        "statement.",
        "case.items.",
        "case.document.",
    ),
    "team": ("team.", "statement.", "special_team.", "case.items."),
}


def covers(purpose: str, act: Act) -> bool:
    return act.startswith(COVERED[purpose] + WITH_EVERY_PURPOSE)


@dataclass(frozen=True)
class Allowance:
    """One arrangement: what is given, in which state, and what narrows it."""

    says: str
    gives: str = ""
    state: str = "valid"
    parties: str = "both"
    categories: str = "all"
    purpose: str = "support"
    sector: str = ""
    narrows: str = ""
    # Whether the narrowing meets the row and the looker, and holds now.
    meets: bool = True

    def __str__(self) -> str:
        return self.says


NOTHING = Allowance("nothing allowed")
CONSENT = Allowance("a consent", gives="consent")
PERMIT = Allowance("a permit", gives="permit")

STATES = ("expired", "coming", "withdrawn")
NARROWINGS = {
    "forbidden": True,
    "forbidden to the controller": True,
    "forbidden to the register": True,
    "forbidden to the service task": True,
    "forbidden for this one document": True,
    "kept from the organisation": True,
    "kept from the account": True,
    "forbidden to another controller": False,
    "forbidden to another register": False,
    "forbidden to another service task": False,
    "forbidden for another document": False,
    "a prohibition withdrawn": False,
    "a prohibition expired": False,
    "kept from another organisation": False,
    "kept from another register of the organisation": False,
    "kept from another account": False,
    "another category kept from the account": False,
    "no longer kept from the account": False,
}
CONSENTS = [
    CONSENT,
    *(replace(CONSENT, says=f"a consent {state}", state=state) for state in (*STATES, "replaced")),
    replace(CONSENT, says="a consent for other categories", categories="others"),
    replace(CONSENT, says="a consent for this category alone", categories="this"),
    replace(CONSENT, says="a consent between others", parties="not the looker"),
    replace(CONSENT, says="a consent for the looker's other register", parties="looker's other"),
    replace(CONSENT, says="a consent without whose record it is", parties="not the home"),
    replace(CONSENT, says="a consent for another register's record", parties="home's other"),
    *(
        replace(CONSENT, says=f"a consent for the purpose {purpose}", purpose=purpose)
        for purpose in COVERED
    ),
]
PERMITS = [
    PERMIT,
    *(replace(PERMIT, says=f"a permit {state}", state=state) for state in STATES),
    replace(PERMIT, says="a permit in the other sector", sector=Register.HEALTH),
]
NARROWED = [
    replace(base, says=f"{base.says}, {how}", narrows=how, meets=meets)
    for base in (CONSENT, PERMIT)
    for how, meets in NARROWINGS.items()
]
ONLY_NARROWED = [
    replace(NOTHING, says=how, narrows=how, meets=meets) for how, meets in NARROWINGS.items()
]
# What opens or closes every item of a case alike, whatever its category and the act.
ALL_OR_NOTHING = [
    each
    for each in (*CONSENTS, *PERMITS, *NARROWED)
    if each.categories == "all"
    and each.purpose == "support"
    and "document" not in each.narrows
    and not each.narrows.startswith(("kept", "another category"))
]


def allowances() -> list[Allowance]:
    """Every arrangement, each once."""
    return [NOTHING, *CONSENTS, *PERMITS, *NARROWED, *ONLY_NARROWED]


# --- what access.md expects -------------------------------------------------------------------


def ground(side: Side, allowance: Allowance, act: Act) -> str:
    """On which ground a worker on this side is shown an item: `own`, `permit`, `consent` or none."""
    if side is Side.OWN:
        return "own"
    if allowance.narrows and allowance.meets:
        return ""
    if allowance.state != "valid":
        return ""
    if allowance.gives == "permit":
        # Inside one sector, from another controller.
        return "permit" if side is Side.SECTOR and not allowance.sector else ""
    if allowance.gives == "consent":
        named = (
            allowance.parties == "both"
            and allowance.categories in {"all", "this"}
            and covers(allowance.purpose, act)
        )
        return "consent" if named else ""
    return ""


# --- writing it down --------------------------------------------------------------------------


def arrange(world: World, allowance: Allowance) -> None:
    """The client has said so; the row at stake is there already."""
    stake = world.at_stake
    if allowance.gives == "consent":
        _consent(world, allowance, stake)
    elif allowance.gives == "permit":
        Permit.objects.create(sector=allowance.sector or Register.SOCIAL, **_said(world, allowance))
    if allowance.narrows:
        _narrow(world, allowance, stake)


def _said(world: World, allowance: Allowance) -> dict[str, Any]:
    today, day = clock.today(), dt.timedelta(days=1)
    said = {
        "client_id": world.client.id,
        "given": "paper",
        "given_on": today - 30 * day,
        "from_on": today - 30 * day,
        "until_on": today + 30 * day,
        "language": "sv",
        "recorded_by": cast.kerstin(),
        "recorded_at": clock.now() - 30 * day,
        **given.home(),
    }
    changed = {
        "expired": {"until_on": today - day},
        "coming": {"from_on": today + day},
        "withdrawn": {"withdrawn_at": clock.now() - dt.timedelta(minutes=1)},
    }
    return {**said, **changed.get(allowance.state, {})}


def _consent(world: World, allowance: Allowance, stake: Homed) -> None:
    category = stake.category
    named = {
        "all": set(Category),
        "others": set(Category) - {category},
        # Whose matter it is stands in every consent.
        "this": {category, Category.IDENTITY_CONTACT},
    }[allowance.categories]
    replaced = {"replaced_at": clock.now()} if allowance.state == "replaced" else {}
    consent = Consent.objects.create(
        categories=" " + " ".join(sorted(named)) + " ",
        purposes=f" {allowance.purpose} ",
        text_version="1",
        **replaced,
        **_said(world, allowance),
    )
    # A client has no place of work; what they allow others is nothing to them.
    looker = (world.account.organisation or cast.kalle().organisation, world.account.register)
    home = (stake.controller, stake.register)
    third = (cast.organisation("third", "Tredje"), Register.OWN)
    parties = {
        "both": (looker, home),
        "not the looker": (third, home),
        "looker's other": ((looker[0], _other(looker[1], home, looker[0])), home, third),
        "not the home": (looker, third),
        "home's other": (looker, (home[0], _other(home[1], looker, home[0]))),
    }[allowance.parties]
    for organisation, register in dict.fromkeys(parties):
        ConsentParty.objects.create(
            consent=consent, organisation=organisation, register=register or Register.OWN
        )


def _other(register: str, taken: tuple[Any, str], organisation: Any) -> str:
    """A register of the same organisation that is neither this one nor the other side's."""
    avoid = {register, taken[1] if taken[0] == organisation else ""}
    return next(code for code in Register if code not in avoid)


def _narrow(world: World, allowance: Allowance, stake: Homed) -> None:
    how, account = allowance.narrows, world.account
    bare = replace(allowance, state="valid")
    others_task = "families" if stake.service_task != "families" else "disability"
    prohibitions: dict[str, dict[str, Any]] = {
        "forbidden": {},
        "forbidden to the controller": {"controller_of_id": stake.controller_id},
        "forbidden to the register": {"register_of": stake.register},
        "forbidden to the service task": {"service_task_of": stake.service_task},
        "forbidden for this one document": {"document_id": stake.pk},
        "forbidden to another controller": {"controller_of": cast.organisation("third", "Tredje")},
        "forbidden to another register": {
            "register_of": "own" if stake.register != "own" else "health"
        },
        "forbidden to another service task": {"service_task_of": others_task},
        "forbidden for another document": {"document_id": uuid.uuid4()},
        "a prohibition withdrawn": {},
        "a prohibition expired": {},
    }
    states = {"a prohibition withdrawn": "withdrawn", "a prohibition expired": "expired"}
    if how in prohibitions:
        said = _said(world, replace(bare, state=states.get(how, "valid")))
        Prohibition.objects.create(**prohibitions[how], **said)
        return
    from_them: dict[str, dict[str, Any]] = {
        "kept from the organisation": {"organisation": account.organisation},
        "kept from another organisation": {"organisation": cast.organisation("third", "Tredje")},
        "kept from another register of the organisation": {
            "organisation": account.organisation,
            "organisation_register": "own" if account.register != "own" else "health",
        },
        "kept from another account": {"account": cast.tove()},
    }
    whom = from_them.get(how, {"account": account})
    if not any(whom.values()):
        whom = {"account": account}
    kept = Category.CRIMINAL_SANCTIONS if how.startswith("another category") else stake.category
    ended = {"until_at": clock.now()} if how.startswith("no longer") else {}
    Limit.objects.create(
        client=world.client,
        categories=f" {kept} ",
        source="plan",
        from_at=clock.now() - dt.timedelta(days=1),
        **whom,
        **ended,
        **given.home(),
    )
