"""What can happen to a case while it is carried: steps, waits, handovers, absences, leaving, time."""

import datetime as dt

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kaveri.casebook.cases.models import Case
from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.casebook.tasks.services import change_step, complete_task, tell_step
from kaveri.casebook.timeline.domain import Reached, Way
from kaveri.foundation.accounts.models import Absence, Account
from kaveri.foundation.base import clock
from kaveri.steps.coordination.domain import HandoverState, PlanStanding, WaitOutcome
from kaveri.steps.coordination.models import Handover, Wait
from kaveri.steps.coordination.services import (
    accept_handover,
    begin_wait,
    decline_handover,
    end_absence,
    end_wait,
    keep_contact,
    offer_handover,
    record_absence,
    withdraw_handover,
)
from kaveri.steps.crossings.domain import NEEDS_RECEIVER
from kaveri.steps.crossings.selectors import burdens
from kaveri.steps.crossings.services import leave_service
from tests.factories import cast
from tests.machine.world import one

PLACE = st.integers(0, 1000)
DAYS = st.integers(0, 20)


def has_cases(machine):
    return bool(machine.world.open_cases())


def has_waits(machine):
    return Wait.objects.filter(ended_at=None).exists()


def has_absences(machine):
    return Absence.objects.filter(ended_at=None).exists()


def has_handovers(machine):
    return Handover.objects.filter(state=HandoverState.OFFERED).exists()


class CaseRules:
    """Carrying a case."""

    def _step(self, case):
        return next_steps({case.id: case.case_manager_id})[case.id].task_id

    @precondition(has_cases)
    @rule(place=PLACE, days=DAYS, with_next=st.booleans())
    def a_step_is_done(self, place, days, with_next):
        with clock.standing_at(self.world.now):
            case = one(self.world.open_cases(), place)
            if case is None:
                return
            actor = self.world.carrier(case)
            following = {
                "next_what": "ringer dig",
                "next_due_on": clock.today() + dt.timedelta(days=days),
                "next_owner_id": case.case_manager_id,
            }
            self.world.carry_out(
                "step done",
                lambda: complete_task(
                    actor=actor, task_id=self._step(case), **(following if with_next else {})
                ),
            )

    @precondition(has_cases)
    @rule(place=PLACE, days=DAYS)
    def a_step_is_changed(self, place, days):
        with clock.standing_at(self.world.now):
            case = one(self.world.open_cases(), place)
            if case is None:
                return
            task = Task.objects.get(pk=self._step(case))
            self.world.carry_out(
                "step changed",
                lambda: change_step(
                    actor=self.world.carrier(case),
                    task_id=task.id,
                    version=task.version,
                    what="bokar en tid",
                    owner_id=task.owner_id,
                    due_on=clock.today() + dt.timedelta(days=days),
                ),
            )

    @precondition(has_cases)
    @rule(place=PLACE)
    def the_client_is_told(self, place):
        with clock.standing_at(self.world.now):
            case = one(self.world.open_cases(), place)
            if case is not None:
                self.world.carry_out(
                    "client told",
                    lambda: tell_step(
                        actor=self.world.carrier(case), task_id=self._step(case), how=Told.PHONE
                    ),
                )

    @precondition(has_cases)
    @rule(place=PLACE, every=st.integers(1, 30))
    def a_wait_begins(self, place, every):
        with clock.standing_at(self.world.now):
            case = one(self.world.open_cases(), place)
            if case is not None:
                self.world.carry_out(
                    "wait",
                    lambda: begin_wait(
                        actor=self.world.carrier(case),
                        case_id=case.id,
                        what="undersökning",
                        since_on=clock.today(),
                        supporter_id=case.case_manager_id,
                        every_days=every,
                    ),
                )

    @precondition(has_waits)
    @rule(place=PLACE, reached=st.sampled_from(list(Reached)))
    def contact_is_kept_while_waiting(self, place, reached):
        with clock.standing_at(self.world.now):
            wait = one(list(Wait.objects.filter(ended_at=None).order_by("begun_at", "id")), place)
            if wait is not None:
                case = Case.objects.get(pk=wait.case_id)
                kept = "reached" if reached == Reached.REACHED else "in vain"
                self.world.carry_out(
                    f"contact while waiting: {kept}",
                    lambda: keep_contact(
                        actor=self.world.carrier(case),
                        case_id=case.id,
                        way=Way.PHONE,
                        reached=reached,
                        on=clock.now(),
                    ),
                )

    @precondition(has_waits)
    @rule(place=PLACE, outcome=st.sampled_from(list(WaitOutcome)), with_next=st.booleans())
    def a_wait_ends(self, place, outcome, with_next):
        with clock.standing_at(self.world.now):
            wait = one(list(Wait.objects.filter(ended_at=None).order_by("begun_at", "id")), place)
            if wait is not None:
                case = Case.objects.get(pk=wait.case_id)
                following = {"next_what": "går igenom resultatet", "next_due_on": clock.today()}
                self.world.carry_out(
                    "wait ended",
                    lambda: end_wait(
                        actor=self.world.carrier(case),
                        wait_id=wait.id,
                        version=wait.version,
                        outcome=outcome,
                        **(following if with_next else {}),
                    ),
                )

    @rule(place=PLACE, days=st.integers(1, 20), open_ended=st.booleans())
    def a_worker_falls_ill(self, place, days, open_ended):
        with clock.standing_at(self.world.now):
            here = self.world.present()
            if len(here) < 2:
                return
            absent, substitute = one(here, place), one(here, place + 1)
            until = None if open_ended else clock.today() + dt.timedelta(days=days)
            self.world.carry_out(
                "absence",
                lambda: record_absence(
                    actor=cast.as_actor(absent),
                    account_id=absent.id,
                    substitute_id=substitute.id,
                    from_on=clock.today(),
                    until_on=until,
                ),
            )

    @precondition(has_absences)
    @rule(place=PLACE)
    def a_worker_comes_back(self, place):
        with clock.standing_at(self.world.now):
            absence = one(list(Absence.objects.filter(ended_at=None).order_by("id")), place)
            if absence is not None:
                account = Account.objects.get(pk=absence.account_id)
                self.world.carry_out(
                    "back from absence",
                    lambda: end_absence(actor=cast.as_actor(account), absence_id=absence.id),
                )

    @precondition(has_cases)
    @rule(place=PLACE, days=DAYS)
    def a_handover_is_offered(self, place, days):
        with clock.standing_at(self.world.now):
            case = one(self.world.open_cases(), place)
            others = [w for w in self.world.present() if case and w.id != case.case_manager_id]
            if case is not None and others:
                self.world.carry_out(
                    "handover offered",
                    lambda: offer_handover(
                        actor=self.world.carrier(case),
                        case_id=case.id,
                        to_id=one(others, place).id,
                        step="tar kontakt",
                        due_on=clock.today() + dt.timedelta(days=days),
                        supports_on="Helena, socialhandledare",
                        plan=PlanStanding.VALID,
                        agreed="Vi har gått igenom allt.",
                    ),
                )

    @precondition(has_handovers)
    @rule(place=PLACE, answer=st.sampled_from(["accepted", "declined", "withdrawn"]))
    def a_handover_is_answered(self, place, answer):
        with clock.standing_at(self.world.now):
            waiting = Handover.objects.filter(state=HandoverState.OFFERED).order_by(
                "offered_at", "id"
            )
            offer = one(list(waiting), place)
            if offer is None:
                return
            receiver = cast.as_actor(Account.objects.get(pk=offer.to_account_id))
            case = Case.objects.get(pk=offer.case_id)
            due_on = max(offer.due_on, clock.today())
            answers = {
                "accepted": lambda: accept_handover(
                    actor=receiver, handover_id=offer.id, told=Told.PHONE, due_on=due_on
                ),
                "declined": lambda: decline_handover(
                    actor=receiver, handover_id=offer.id, reason="För många."
                ),
                "withdrawn": lambda: withdraw_handover(
                    actor=self.world.carrier(case),
                    handover_id=offer.id,
                    next_what="tar kontakt",
                    next_due_on=clock.today(),
                ),
            }
            self.world.carry_out(f"handover {answer}", answers[answer])

    @rule(place=PLACE)
    def a_worker_leaves(self, place):
        with clock.standing_at(self.world.now):
            if place % 4 != 3:
                return
            leaver = one(self.world.workers(), place // 4)
            self.world.hire()
            others = [w for w in self.world.present() if w.id != leaver.id]
            receivers = {
                burden.id: one(others, place + order).id
                for order, burden in enumerate(burdens(leaver.id))
                if burden.kind in NEEDS_RECEIVER
            }
            self.world.carry_out(
                "worker leaves",
                lambda: leave_service(
                    actor=cast.as_actor(cast.tove()), account_id=leaver.id, receivers=receivers
                ),
            )

    @rule(days=st.integers(1, 40))
    def time_passes(self, days):
        self.world.pass_time(days)
        self.world.carry_out("time passes", lambda: None)
