"""Many cases for lists and budgets."""

import datetime as dt

from kaveri.casebook.cases.models import Case
from kaveri.casebook.clients.services import add_client
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import set_task
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from tests.factories import cast
from tests.factories.casebook import a_case, an_act, home


def a_client(first_name: str, last_name: str, **known):
    """A person without an account."""
    return add_client(an_act(), first_name=first_name, last_name=last_name, **{**home(), **known})


def many_cases(number: int, *, manager: Account | None = None) -> list[Case]:
    """So many open cases, each with a step, a wait, a note and the client's own part."""
    manager = manager or cast.kerstin()
    cases = []
    for place in range(number):
        case = a_case(manager=manager, client=a_client(f"Person{place}", f"Efternamn{place}"))
        add_entry(an_act(), case, kind=EntryKind.NOTE, source=Source.CLIENT, text="Vi talades vid.")
        for kind, part in ((TaskKind.KEEP_CONTACT, False), (TaskKind.CLIENT_PART, True)):
            set_task(
                an_act(),
                case,
                kind=kind,
                what="ringer" if part else "",
                owner_id=manager.id,
                due_on=clock.today() + dt.timedelta(days=place % 9),
                client_part=part,
            )
        cases.append(case)
    return cases
