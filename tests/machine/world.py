"""The county of the machine: two units, four workers, a manager, a service with a worker and one without."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.models import Case
from kaveri.casebook.contacts.domain import OPEN_STATES, ContactState
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.directory.models import Municipality, Service
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.tasks.domain import WITH_A_WAY_OF_THEIR_OWN, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.config import integrity
from kaveri.foundation.accounts.models import Absence, Account, Unit
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR, Actor
from kaveri.foundation.base.errors import Refused
from kaveri.steps.coordination.domain import HandoverState
from kaveri.steps.coordination.models import Handover, Wait
from kaveri.steps.referral.models import ContactOffer
from kaveri.steps.referral_out.domain import OPEN_STATES as OPEN_REFERRALS
from kaveri.steps.referral_out.domain import UNANSWERED
from kaveri.steps.referral_out.models import ReferralOut
from tests.factories import cast

BEGINNING = dt.datetime(2026, 3, 2, 10, 0, tzinfo=clock.HELSINKI)
PLACE = st.integers(0, 1000)
# How often each rule was carried out, and how often refused, over all runs of the process.
FIRED: Counter[str] = Counter()
REFUSED: Counter[str] = Counter()


# What must hold after every use case: the one question, and what would soon leave it unanswered.
PROMISES = (
    integrity.open_cases_without_a_next_step,
    integrity.open_contacts_without_an_answerer,
    integrity.cases_not_carried_by_exactly_one,
    integrity.responsible_periods_with_gap_or_overlap,
    integrity.closed_accounts_that_carry_something,
    integrity.ended_cases_with_open_steps,
    integrity.open_waits_without_a_contact_to_come,
    integrity.open_referrals_without_somebody_who_follows,
    integrity.open_handovers_without_an_answer_to_come,
    integrity.absences_that_leave_something_uncovered,
)


def happens(to: str = "", **drawn: Any) -> Callable[[Callable[..., None]], Any]:
    """A rule that happens at the moment it is in the world, to one of those it can happen to."""

    def made(what: Callable[..., None]) -> Any:
        @wraps(what)
        def happening(machine: Any, place: int = 0, **known: Any) -> None:
            with clock.standing_at(machine.world.now):
                if not to:
                    what(machine, **known)
                elif found := getattr(machine.world.there, to):
                    what(machine, one(found, place), **known)

        if not to:
            return rule(**drawn)(happening)
        somebody = precondition(lambda machine: bool(getattr(machine.world.there, to)))
        return somebody(rule(place=PLACE, **drawn)(happening))

    return made


class There:
    """To whom and what something can happen, each read once between two rules, oldest first."""

    def __init__(self, today: dt.date, unit: Unit) -> None:
        """As it is today, for the workers of the unit."""
        self.today, self.unit = today, unit

    @cached_property
    def cases(self) -> list[Case]:
        """Open cases."""
        return list(Case.objects.filter(state=CaseState.OPEN).order_by("reference"))

    @cached_property
    def not_offered(self) -> list[Case]:
        """Open cases that nobody has been asked to take over."""
        offered = {handover.case_id for handover in self.handovers}
        return [case for case in self.cases if case.id not in offered]

    @cached_property
    def settled(self) -> list[Case]:
        """Open cases without anything that stands in the way of an ending."""
        open_things = [*self.waits, *self.handovers, *self.silent]
        unsettled = {each.case_id for each in open_things}
        return [case for case in self.cases if case.id not in unsettled]

    @cached_property
    def ended(self) -> list[Case]:
        """Ended cases whose case manager is still there."""
        ended = Case.objects.filter(state=CaseState.ENDED, case_manager__is_active=True)
        return list(ended.order_by("reference"))

    @cached_property
    def to_do(self) -> list[Task]:
        """What has to be done in open cases."""
        rows = Task.objects.filter(state=TaskState.OPEN, case__state=CaseState.OPEN)
        return list(rows.select_related("case").order_by("made_at", "id"))

    @cached_property
    def steps(self) -> list[Task]:
        """Of that, what is done by saying so."""
        return [step for step in self.to_do if step.kind not in WITH_A_WAY_OF_THEIR_OWN]

    @cached_property
    def only(self) -> list[Task]:
        """Steps that are all there is to do in their case."""
        times = Counter(step.case_id for step in self.to_do)
        return [step for step in self.to_do if times[step.case_id] == 1]

    @cached_property
    def last(self) -> list[Task]:
        """Those of them that are done by saying so."""
        return [step for step in self.only if step.kind not in WITH_A_WAY_OF_THEIR_OWN]

    @cached_property
    def last_waits(self) -> list[Wait]:
        """Waits with which there is nothing to do but to keep in touch."""
        last = {step.source_id for step in self.only}
        return [wait for wait in self.waits if wait.id in last]

    @cached_property
    def contacts(self) -> list[Contact]:
        """Contacts that wait for an answer."""
        return list(Contact.objects.filter(state__in=sorted(OPEN_STATES)).order_by("reference"))

    @cached_property
    def unconfirmed(self) -> list[Contact]:
        """Contacts written for somebody who has not been asked."""
        return [each for each in self.contacts if each.state == ContactState.TO_BE_CONFIRMED]

    @cached_property
    def agreed(self) -> list[Contact]:
        """Contacts the person stands behind."""
        return [each for each in self.contacts if each.state != ContactState.TO_BE_CONFIRMED]

    @cached_property
    def kept(self) -> list[Contact]:
        """Contacts that nobody else has been asked to answer."""
        offered = {offer.contact_id for offer in self.offers}
        return [each for each in self.contacts if each.id not in offered]

    @cached_property
    def offers(self) -> list[ContactOffer]:
        """Contacts passed on and not answered."""
        return list(ContactOffer.objects.filter(answered_at=None).order_by("offered_at", "id"))

    @cached_property
    def waits(self) -> list[Wait]:
        """What clients wait for."""
        rows = Wait.objects.filter(ended_at=None, case__state=CaseState.OPEN)
        return list(rows.select_related("case").order_by("begun_at", "id"))

    @cached_property
    def handovers(self) -> list[Handover]:
        """Handovers offered."""
        rows = Handover.objects.filter(state=HandoverState.OFFERED).select_related("case")
        return list(rows.order_by("offered_at", "id"))

    @cached_property
    def referrals(self) -> list[ReferralOut]:
        """Referrals under way."""
        rows = ReferralOut.objects.filter(state__in=sorted(OPEN_REFERRALS))
        rows = rows.select_related("case__case_manager")
        return list(rows.order_by("sent_at", "id"))

    @cached_property
    def sent(self) -> list[ReferralOut]:
        """Those whose sender is still there: an ended case may stay with somebody who has left."""
        return [each for each in self.referrals if each.case.case_manager.is_active]

    @cached_property
    def by_link(self) -> list[ReferralOut]:
        """Those a service without an account answers."""
        return [each for each in self.referrals if each.receiver_id is None]

    @cached_property
    def by_account(self) -> list[ReferralOut]:
        """Those a worker of the service answers."""
        return [each for each in self.referrals if each.receiver_id is not None]

    @cached_property
    def silent(self) -> list[ReferralOut]:
        """Referrals nobody has answered."""
        return [each for each in self.referrals if each.state in UNANSWERED]

    @cached_property
    def answered(self) -> list[ReferralOut]:
        """Referrals the service has taken up and not ended, in open cases."""
        return [
            each
            for each in self.referrals
            if each.state not in UNANSWERED and each.case.state == CaseState.OPEN
        ]

    @cached_property
    def absences(self) -> list[Absence]:
        """Absences that are not over."""
        rows = Absence.objects.filter(ended_at=None).exclude(until_on__lt=self.today)
        rows = rows.select_related("substitute")
        return list(rows.order_by("id"))

    @cached_property
    def workers(self) -> list[Account]:
        """The workers of the Åbo unit who have not left, by name."""
        held = Account.objects.filter(is_active=True, assignments__unit=self.unit)
        return list(held.filter(assignments__role="professional").order_by("username"))

    @cached_property
    def present(self) -> list[Account]:
        """Those of them who are not away."""
        away = {absence.account_id for absence in self.absences}
        return [worker for worker in self.workers if worker.id not in away]

    @cached_property
    def free(self) -> list[Account]:
        """Those of them who stand in for nobody: who may fall ill."""
        busy = {absence.substitute_id for absence in self.absences}
        free = [worker for worker in self.present if worker.id not in busy]
        return free if len(self.present) > 1 else []


class World:
    """What the rules stand on: people by name, the moment it is, and the promises that must hold."""

    def __init__(self) -> None:
        """Lay out the county at the beginning of time."""
        self.now = BEGINNING
        self.hired = 0
        with clock.standing_at(self.now):
            self.municipality, self.unit = cast.abo(), cast.unit()
            cast.on_duty(cast.mikko(), place=2)
            self.tove = cast.tove()
            cast.worker("timo", "Kangas", self.unit, language="fi")
            neighbours = cast.unit("reso")
            self.petra, self.sara = cast.petra(), cast.sara()
            cast.on_duty(self.petra, neighbours)
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
            cast.on_duty(self.sara, cast.unit("halsocentral", Register.HEALTH))
            self.services = [
                _service("health_check", cast.unit("halsocentral", Register.HEALTH)),
                _service(
                    "debt", cast.unit("skuld", Register.OWN, cast.organisation("debt", "Skuld"))
                ),
            ]
        self.links: dict[Any, str] = {}

        self.look_again()

    def look_again(self) -> None:
        """Something has happened; what there is has to be read anew."""
        self.there = There(self.now.date(), self.unit)

    def pass_time(self, days: int) -> None:
        """Days go by; nothing else happens."""
        self.now += dt.timedelta(days=days, minutes=1)
        self.look_again()

    def others(self, than: Any) -> list[Account]:
        """Those who are there, apart from one."""
        return [worker for worker in self.there.present if worker.id != than]

    def carrier(self, case: Case) -> Actor:
        """Who acts for the case today: the substitute of an absent case manager, else the case manager."""
        for absence in self.there.absences:
            if absence.account_id == case.case_manager_id:
                return cast.as_actor(absence.substitute)
        return cast.as_actor(Account.objects.get(pk=case.case_manager_id))

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
        account = cast.worker(f"ny{self.hired}", "Ny", self.unit)
        cast.on_duty(account, place=2 + self.hired)
        self.look_again()
        return account

    def carry_out(self, name: str, what: Callable[[], Any]) -> Any:
        """Carry a use case out and count it; a refusal is an answer too, a denial here is a fault."""
        try:
            done = what()
        except Refused as refused:
            REFUSED[f"{name}: {refused}"] += 1
            return None
        finally:
            self.look_again()
        FIRED[name] += 1
        return done

    def promises_hold(self) -> None:
        """After every completed use case: no fallback anywhere, and exactly one who carries each case."""
        broken = {promise.__name__: found for promise in PROMISES if (found := promise())}
        assert not broken, broken


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
