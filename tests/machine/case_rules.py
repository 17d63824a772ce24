"""What can happen to a case while it is carried: steps, waits, handovers, absences, leaving, time."""

import datetime as dt

from hypothesis import strategies as st

from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.services import change_step, complete_task, tell_step
from kaveri.casebook.timeline.domain import Reached, Way
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.coordination.domain import PlanStanding, WaitOutcome
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
from tests.machine.world import PLACE, happens, one

DAYS = st.integers(0, 20)


class CaseRules:
    """Carrying a case."""

    @happens(to="steps", days=DAYS, with_next=st.booleans())
    def a_step_is_done(self, step, days, with_next):
        following = {
            "next_what": "ringer dig",
            "next_due_on": clock.today() + dt.timedelta(days=days),
            "next_owner_id": step.case.case_manager_id,
        }
        self.world.carry_out(
            "step done",
            lambda: complete_task(
                actor=self.world.carrier(step.case),
                task_id=step.id,
                **(following if with_next else {}),
            ),
        )

    @happens(to="last")
    def nobody_says_what_follows_the_last_step(self, step):
        self.world.carry_out(
            "last step done",
            lambda: complete_task(actor=self.world.carrier(step.case), task_id=step.id),
        )

    @happens(to="last_waits")
    def nobody_says_what_follows_the_last_wait(self, wait):
        self.world.carry_out(
            "last wait ended",
            lambda: end_wait(
                actor=self.world.carrier(wait.case),
                wait_id=wait.id,
                version=wait.version,
                outcome=WaitOutcome.NOT_NEEDED,
            ),
        )

    @happens(to="steps", days=DAYS)
    def a_step_is_changed(self, step, days):
        self.world.carry_out(
            "step changed",
            lambda: change_step(
                actor=self.world.carrier(step.case),
                task_id=step.id,
                version=step.version,
                what="bokar en tid",
                owner_id=step.owner_id,
                due_on=clock.today() + dt.timedelta(days=days),
            ),
        )

    @happens(to="steps")
    def the_client_is_told(self, step):
        self.world.carry_out(
            "client told",
            lambda: tell_step(actor=self.world.carrier(step.case), task_id=step.id, how=Told.PHONE),
        )

    @happens(to="cases", every=st.integers(1, 30))
    def a_wait_begins(self, case, every):
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

    @happens(to="waits")
    def somebody_who_waits_is_reached(self, wait):
        self._contact_is_kept(wait, Reached.REACHED, "reached")

    @happens(to="waits")
    def somebody_who_waits_is_called_in_vain(self, wait):
        self._contact_is_kept(wait, Reached.NO_ANSWER, "in vain")

    def _contact_is_kept(self, wait, reached, kept):
        self.world.carry_out(
            f"contact while waiting: {kept}",
            lambda: keep_contact(
                actor=self.world.carrier(wait.case),
                case_id=wait.case_id,
                way=Way.PHONE,
                reached=reached,
                on=clock.now(),
            ),
        )

    @happens(to="waits", outcome=st.sampled_from(list(WaitOutcome)), with_next=st.booleans())
    def a_wait_ends(self, wait, outcome, with_next):
        following = {"next_what": "går igenom resultatet", "next_due_on": clock.today()}
        self.world.carry_out(
            "wait ended",
            lambda: end_wait(
                actor=self.world.carrier(wait.case),
                wait_id=wait.id,
                version=wait.version,
                outcome=outcome,
                **(following if with_next else {}),
            ),
        )

    @happens(to="free", other=PLACE, days=st.integers(1, 20), open_ended=st.booleans())
    def a_worker_falls_ill(self, absent, other, days, open_ended):
        substitute = one(self.world.others(absent.id), other)
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

    @happens(to="absences")
    def a_worker_comes_back(self, absence):
        account = Account.objects.get(pk=absence.account_id)
        self.world.carry_out(
            "back from absence",
            lambda: end_absence(actor=cast.as_actor(account), absence_id=absence.id),
        )

    @happens(to="not_offered", other=PLACE, days=DAYS)
    def a_handover_is_offered(self, case, other, days):
        receiver = one(self.world.others(case.case_manager_id), other)
        if receiver is None:
            return
        self.world.carry_out(
            "handover offered",
            lambda: offer_handover(
                actor=self.world.carrier(case),
                case_id=case.id,
                to_id=receiver.id,
                step="tar kontakt",
                due_on=clock.today() + dt.timedelta(days=days),
                supports_on="Helena, socialhandledare",
                plan=PlanStanding.VALID,
                agreed="Vi har gått igenom allt.",
            ),
        )

    @happens(to="handovers")
    def a_handover_is_accepted(self, offer):
        self.world.carry_out(
            "handover accepted",
            lambda: accept_handover(
                actor=self._receiver(offer),
                handover_id=offer.id,
                told=Told.PHONE,
                due_on=max(offer.due_on, clock.today()),
            ),
        )

    @happens(to="handovers")
    def a_handover_is_declined(self, offer):
        self.world.carry_out(
            "handover declined",
            lambda: decline_handover(
                actor=self._receiver(offer), handover_id=offer.id, reason="För många."
            ),
        )

    @happens(to="handovers")
    def a_handover_is_withdrawn(self, offer):
        self.world.carry_out(
            "handover withdrawn",
            lambda: withdraw_handover(
                actor=self.world.carrier(offer.case),
                handover_id=offer.id,
                next_what="tar kontakt",
                next_due_on=clock.today(),
            ),
        )

    def _receiver(self, offer):
        return cast.as_actor(Account.objects.get(pk=offer.to_account_id))

    @happens(to="workers", other=PLACE)
    def a_worker_leaves(self, leaver, other):
        self.world.hire()
        others = self.world.others(leaver.id)
        receivers = {
            burden.id: one(others, other + order).id
            for order, burden in enumerate(burdens(leaver.id))
            if burden.kind in NEEDS_RECEIVER
        }
        self.world.carry_out(
            "worker leaves",
            lambda: leave_service(
                actor=cast.as_actor(self.world.tove), account_id=leaver.id, receivers=receivers
            ),
        )

    @happens(days=st.integers(1, 40))
    def time_passes(self, days):
        self.world.pass_time(days)
        self.world.carry_out("time passes", lambda: None)
