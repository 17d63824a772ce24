"""The county of the machine: two units, four workers, a manager, a service with a worker and one without."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import Any

from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.models import Case, Relation, Responsibility
from kaveri.casebook.contacts.domain import OPEN_STATES
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.directory.models import Municipality, Service
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.config import integrity
from kaveri.foundation.accounts.models import Absence, Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR, Actor
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.base.ids import new_id
from tests.factories import cast

BEGINNING = dt.datetime(2026, 3, 2, 10, 0, tzinfo=clock.HELSINKI)
# How often each rule was carried out, and how often refused, over all runs of the process.
FIRED: Counter[str] = Counter()
REFUSED: Counter[str] = Counter()


class World:
    """What the rules stand on: people by name, the moment it is, and the promises that must hold."""

    def __init__(self) -> None:
        """Lay out the county at the beginning of time."""
        self.now = BEGINNING
        self.hired = 0
        with clock.standing_at(self.now):
            self.municipality = cast.abo()
            cast.on_duty(cast.mikko(), place=2)
            cast.tove()
            cast.worker("timo", "Kangas", cast.unit(), language="fi")
            neighbours = cast.unit("reso")
            cast.on_duty(cast.petra(), neighbours)
            Municipality.objects.get_or_create(
                key="reso",
                defaults={
                    "code": "680",
                    "name_sv": "Reso",
                    "name_fi": "Raisio",
                    "name_en": "Raisio",
                    "receiving_unit": neighbours,
                },
            )
            cast.on_duty(cast.sara(), cast.unit("halsocentral", Register.HEALTH))
            self.services = [
                _service("health_check", cast.unit("halsocentral", Register.HEALTH)),
                _service(
                    "debt", cast.unit("skuld", Register.OWN, cast.organisation("debt", "Skuld"))
                ),
            ]
        self.links: dict[Any, str] = {}

    def pass_time(self, days: int) -> None:
        """Days go by; nothing else happens."""
        self.now += dt.timedelta(days=days, minutes=1)

    def workers(self) -> list[Account]:
        """The workers of the Åbo unit who are still there, by name."""
        held = Account.objects.filter(is_active=True, assignments__unit=cast.unit())
        return list(held.filter(assignments__role="professional").order_by("username"))

    def present(self) -> list[Account]:
        """Those who are not away today."""
        away = set(Absence.objects.filter(ended_at=None).values_list("account_id", flat=True))
        return [worker for worker in self.workers() if worker.id not in away]

    def open_cases(self) -> list[Case]:
        """Open cases, oldest first."""
        return list(Case.objects.filter(state=CaseState.OPEN).order_by("reference"))

    def ended_cases(self) -> list[Case]:
        """Ended cases, oldest first."""
        return list(Case.objects.filter(state=CaseState.ENDED).order_by("reference"))

    def open_contacts(self) -> list[Contact]:
        """Contacts that wait for an answer, oldest first."""
        return list(Contact.objects.filter(state__in=sorted(OPEN_STATES)).order_by("reference"))

    def carrier(self, case: Case) -> Actor:
        """Who acts for the case today: the substitute of an absent case manager, else the case manager."""
        manager = Account.objects.get(pk=case.case_manager_id)
        absence = (
            Absence.objects.filter(account=manager, ended_at=None, from_on__lte=clock.today())
            .exclude(until_on__lt=clock.today())
            .first()
        )
        return cast.as_actor(absence.substitute if absence else manager)

    def owner(self, contact: Contact) -> Actor:
        """Who owns the contact."""
        return cast.as_actor(Account.objects.get(pk=contact.owner_id))

    @property
    def visitor(self) -> Actor:
        """Somebody without an account."""
        return VISITOR

    def hire(self) -> Account:
        """A new colleague in the Åbo unit."""
        self.hired += 1
        account = cast.worker(f"ny{self.hired}", "Ny", cast.unit())
        cast.on_duty(account, place=2 + self.hired)
        return account

    def carry_out(self, rule: str, what: Callable[[], Any]) -> Any:
        """Carry a use case out and count it; a refusal is an answer too, a denial here is a fault."""
        try:
            done = what()
        except Refused as refused:
            REFUSED[f"{rule}: {refused}"] += 1
            return None
        FIRED[rule] += 1
        return done

    def promises_hold(self) -> None:
        """After every completed use case: no fallback anywhere, and exactly one who carries each case."""
        for case in self.open_cases():
            step = next_steps({case.id: case.case_manager_id})[case.id]
            assert not step.is_fallback, f"{case.reference} has nobody who does anything"
            periods = Responsibility.objects.filter(case=case, until_at=None)
            assert [period.account_id for period in periods] == [case.case_manager_id]
            managers = Relation.objects.filter(case=case, kind="case_manager", until_at=None)
            assert [relation.account_id for relation in managers] == [case.case_manager_id]
        for contact in self.open_contacts():
            step = next_steps({contact.id: contact.owner_id}, of="contact")[contact.id]
            assert not step.is_fallback, f"{contact.reference} has nobody who answers"
            assert contact.due_on is not None
        assert integrity.closed_accounts_that_carry_something() == []
        assert integrity.ended_cases_with_open_steps() == []
        assert integrity.responsible_periods_with_gap_or_overlap() == []


def _service(key: str, unit: Any) -> Service:
    return Service.objects.create(
        key=key,
        organisation=unit.organisation,
        unit=unit,
        discloses=Category.ECONOMY_BENEFITS if key == "debt" else Category.HEALTH,
        email="skuld@example.org",
        name_sv=key,
        name_fi=key,
        name_en=key,
        card={},
    )


def one(found: list[Any], place: int) -> Any:
    """One of them, or None when there is none."""
    return found[place % len(found)] if found else None


def key() -> Any:
    """A form's key."""
    return new_id()
