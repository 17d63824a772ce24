"""Consents "in this state", made the way the services make them."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.casebook.clients.models import Client, Representative
from kaveri.casebook.consent import services as allowed
from kaveri.casebook.consent.domain import Given, Party, Purpose
from kaveri.casebook.consent.models import Consent, ConsentParty
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.records.models import home_of
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.acting import Act
from kaveri.steps.permission.domain import Draft
from tests.factories import cast


def county(register: Register = Register.SOCIAL) -> Party:
    """The county's social or health services."""
    return Party(cast.organisation().id, str(register))


def kela() -> Party:
    """Kela, where Kalle works."""
    return of(cast.kalle())


def association() -> Party:
    """An association without anybody who signs in."""
    return Party(cast.organisation("bron", "Föreningen Bron").id, str(Register.OWN))


def of(account: Account) -> Party:
    """The party for which somebody works."""
    return Party(account.organisation_id, account.register)


def a_draft(*parties: Party, **known: Any) -> Draft:
    """A consent on paper for a year between the county's social services and Kela."""
    today = clock.today()
    return Draft(
        **{
            "parties": parties or (county(), kela()),
            "categories": frozenset({Category.FUNCTIONING, Category.HEALTH}),
            "purposes": frozenset({Purpose.SUPPORT}),
            "given": Given.PAPER,
            "given_on": today,
            "from_on": today,
            "until_on": today + dt.timedelta(days=364),
            "stored_where": "Arkivet i Åbo, mapp 12",
            **known,
        }
    )


def a_consent(case: Case, *parties: Party, by: Account | None = None, **known: Any) -> Consent:
    """A consent that holds, taken down by Kerstin."""
    draft = a_draft(*parties)
    details = {
        "given": draft.given,
        "given_on": draft.given_on,
        "from_on": draft.from_on,
        "until_on": draft.until_on,
        "stored_where": draft.stored_where,
        "language": "sv",
        "text_version": "2026-1",
        **home_of(case, Category.IDENTITY_CONTACT),
        **known,
    }
    act = Act("tests.given", cast.as_actor(by or cast.kerstin()), None)  # type: ignore[arg-type]
    return allowed.add_consent(
        act,
        parties=draft.parties,
        categories=details.pop("categories", draft.categories),
        purposes=details.pop("purposes", draft.purposes),
        client_id=case.client_id,
        **details,
    )


def withdrawn(consent: Consent) -> None:
    """Taken back just now; nobody has been told."""
    act = Act("tests.given", cast.as_actor(cast.kerstin()), None)  # type: ignore[arg-type]
    allowed.withdraw(act, consent)


def _paper(case: Case) -> dict[str, Any]:
    draft = a_draft()
    return {
        "client_id": case.client_id,
        "given": draft.given,
        "given_on": draft.given_on,
        "from_on": draft.from_on,
        "stored_where": draft.stored_where,
        "language": "sv",
        **home_of(case, Category.IDENTITY_CONTACT),
    }


def a_permit(case: Case, sector: Register = Register.HEALTH) -> Any:
    """A permit for one sector."""
    act = Act("tests.given", cast.as_actor(cast.kerstin()), None)  # type: ignore[arg-type]
    return allowed.add_permit(act, sector=str(sector), **_paper(case))


def a_prohibition(case: Case, **narrows: Any) -> Any:
    """A prohibition; without more it narrows everything."""
    act = Act("tests.given", cast.as_actor(cast.kerstin()), None)  # type: ignore[arg-type]
    return allowed.add_prohibition(act, **_paper(case), **narrows)


def add_party(consent: Consent, account: Account) -> None:
    """The account's organisation and register stand in the consent as well."""
    party = of(account)
    consent.parties.get_or_create(organisation_id=party.organisation_id, register=party.register)


def another() -> Party:
    """A second association without anybody who signs in."""
    return Party(cast.organisation("stigen", "Föreningen Stigen").id, str(Register.OWN))


def represents(account: Account, client: Client) -> None:
    """The account acts for the client from today."""
    Representative.objects.create(
        client=client,
        kind="authorised",
        name=account.full_name,
        account=account,
        from_on=clock.today(),
        **{name: getattr(client, name) for name in ("register", "service_task", "category")},
        controller_id=client.controller_id,
    )


def leave_out(account: Account) -> None:
    """No consent names the account's organisation and register any more."""
    party, other = of(account), another()
    ConsentParty.objects.filter(
        organisation_id=party.organisation_id, register=party.register
    ).update(organisation_id=other.organisation_id, register=other.register)
