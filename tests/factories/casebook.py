"""People, cases and contacts "in this state", made the way the services make them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.cases.services import open_case, open_relation
from kaveri.casebook.clients.models import Client
from kaveri.casebook.clients.services import add_client
from kaveri.casebook.consent.domain import Given, Purpose, spaced
from kaveri.casebook.consent.models import Consent, ConsentParty
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.contacts.services import receive
from kaveri.casebook.records.domain import Category, Register, ServiceTask
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import set_task
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.usecase.acting import Act
from tests.factories import cast

AINO_CODE = "010183-901X"


def home(
    register: Register = Register.SOCIAL, category: Category = Category.IDENTITY_CONTACT
) -> dict[str, Any]:
    """The county's home for a row."""
    return {
        "controller_id": cast.organisation().id,
        "register": register,
        "service_task": ServiceTask.WORKING_AGE,
        "category": category,
    }


def an_act() -> Act:
    """A use case under way, for the parts of acts that tests call directly."""
    return Act("tests.given", named_job("tests"), None)  # type: ignore[arg-type]


def aino(**known: Any) -> Client:
    """The client, with her own sign-in."""
    found = Client.objects.filter(first_name="Aino").first()
    if found is not None:
        return found
    details = {
        "first_name": "Aino",
        "last_name": "Virtanen",
        "born_on": dt.date(1983, 1, 1),
        "account": cast.aino_account(),
        "phone": "040 555 0101",
        "municipality": cast.abo(),
        "language": "sv",
        **home(),
        **known,
    }
    return add_client(an_act(), **details)


def a_person(first_name: str, last_name: str, **known: Any) -> Client:
    """Somebody of this name, without a sign-in."""
    return add_client(
        an_act(),
        **home(),
        **{"first_name": first_name, "last_name": last_name, "language": "fi", **known},
    )


def a_case(
    *,
    manager: Account | None = None,
    client: Client | None = None,
    next_in_days: int = 7,
    **known: Any,
) -> Case:
    """An open case that Kerstin carries, with a next step in a week."""
    manager = manager or cast.kerstin()
    act = an_act()
    case = open_case(
        act,
        client=client or aino(),
        manager_id=manager.id,
        unit_id=cast.unit().id,
        own_words="Jag vill jobba igen.",
        **{**home(), **known},
    )
    set_task(
        act,
        case,
        kind=TaskKind.NEXT_STEP,
        what="ringer dig",
        owner_id=manager.id,
        due_on=clock.today() + dt.timedelta(days=next_in_days),
    )
    return case


def near(case: Case, account: Account, kind: RelationKind) -> None:
    """The account comes to stand near the case."""
    open_relation(an_act(), kind, account_id=account.id, case_id=case.id)


def a_contact(*, owner: Account | None = None, **known: Any) -> Contact:
    """A contact by the public form that Kerstin owns."""
    details = {
        "channel": "self_web",
        "unit": cast.unit(),
        "name": "Minna Rautio",
        "phone": "040 555 0102",
        "municipality": cast.abo(),
        "language": "sv",
        "message": "Jag orkar inte med jobbsökningen.",
        **{key: value for key, value in home().items() if key != "category"},
        **known,
    }
    return receive(an_act(), owner_id=(owner or cast.kerstin()).id, **details)


def a_consent(
    case: Case, others: Mapping[str, str], *, but: Iterable[Category] = (), **known: Any
) -> Consent:
    """Aino has consented: the case's own record and these others, {organisation: register}."""
    consent = Consent.objects.create(
        client=case.client,
        **home_of(case),
        given=Given.PAPER,
        given_on=clock.today(),
        from_on=clock.today(),
        stored_where="Arkivet",
        language="sv",
        recorded_by=cast.kerstin(),
        recorded_at=clock.now(),
        categories=spaced(set(Category) - set(but)),
        purposes=spaced([Purpose.SUPPORT]),
        text_version="1",
        **known,
    )
    parties = {(case.controller_id, case.register)}
    parties |= {(cast.organisation(key).id, register) for key, register in others.items()}
    for organisation_id, register in sorted(parties):
        ConsentParty.objects.create(
            consent=consent, organisation_id=organisation_id, register=register
        )
    return consent
