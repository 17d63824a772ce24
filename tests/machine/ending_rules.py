"""What can happen at the edges of a case: referred on, answered, ended in each way, reopened."""

import datetime as dt

from hypothesis import strategies as st

from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.tasks.domain import TaskState, Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.domain import Reached
from kaveri.casebook.timeline.domain import Way as ContactWay
from kaveri.casebook.timeline.services import record_contact
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.steps.ending.domain import ATTEMPTS_NEEDED, Continues, Fate, Plan, Reason, Way
from kaveri.steps.ending.selectors import draft_summary, loose_tasks, prepared_ending
from kaveri.steps.ending.services import (
    end_support,
    prepare_ending,
    reopen_support,
    take_second_look,
    withdraw_ending,
    write_summary,
)
from kaveri.steps.referral_out.domain import (
    Letter,
    ReferralState,
    Reply,
    SendingGround,
    may_follow,
)
from kaveri.steps.referral_out.services import (
    answer_by_link,
    answer_referral,
    note_progress,
    remind,
    renew_link,
    send_referral,
    withdraw,
)
from tests.factories import cast
from tests.factories.casebook import near
from tests.machine.world import PLACE, happens, one

ANSWERS = (
    ReferralState.ACCEPTED,
    ReferralState.DECLINED,
    ReferralState.FIRST_DATE,
    ReferralState.BEGUN,
    ReferralState.ENDED,
)


def ending(way):
    """A rule that ends a settled case in that way."""

    @happens(to="settled", after_care=st.integers(1, 90))
    def ends(self, case, after_care):
        self._ends(case, way, after_care)

    return ends


class EndingRules:
    """Referring on, ending and coming back."""

    @happens(to="cases", service=st.integers(0, 1))
    def the_client_is_referred_on(self, case, service):
        letter = Letter(
            question="Kan ni hjälpa med skulderna?",
            ground=SendingGround.ORAL_CONSENT,
            ground_note="Per telefon i dag.",
            answer_by=clock.today() + dt.timedelta(days=14),
            overlap_reason="Behövs ändå.",
            address="skuld@example.org",
        )
        sent = self.world.carry_out(
            "refer out",
            lambda: send_referral(
                actor=self.world.carrier(case),
                case_id=case.id,
                service_id=self.world.services[service].id,
                letter=letter,
            ),
        )
        if sent is not None and sent.secret:
            self.world.links[sent.referral.id] = sent.secret

    @happens(to="by_link", answer=PLACE)
    def a_service_answers_by_link(self, referral, answer):
        if referral.link_until <= clock.now():
            if referral in self.world.there.sent:
                self._link_is_renewed(referral)
            return
        secret, reply = self.world.links[referral.id], self._reply(referral, answer)
        done = self.world.carry_out(
            "answer by link",
            lambda: answer_by_link(actor=self.world.visitor, secret=secret, reply=reply),
        )
        self._is_followed_after(done)

    @happens(to="by_account", answer=PLACE)
    def a_service_answers_by_account(self, referral, answer):
        receiver = cast.as_actor(Account.objects.get(pk=referral.receiver_id))
        reply = self._reply(referral, answer)
        done = self.world.carry_out(
            "answer by account",
            lambda: answer_referral(actor=receiver, referral_id=referral.id, reply=reply),
        )
        self._is_followed_after(done)

    @happens(to="answered", days=st.integers(1, 30))
    def a_service_goes_on_as_before(self, referral, days):
        self.world.carry_out(
            "asked how it goes",
            lambda: note_progress(
                actor=self.world.carrier(referral.case),
                referral_id=referral.id,
                text="Det går som förut.",
                ask_again_on=clock.today() + dt.timedelta(days=days),
            ),
        )

    @happens(to="answered", answer=PLACE)
    def a_service_answers_by_word_of_mouth(self, referral, answer):
        done = self.world.carry_out(
            "answer by word of mouth",
            lambda: note_progress(
                actor=self.world.carrier(referral.case),
                referral_id=referral.id,
                reply=self._reply(referral, answer),
            ),
        )
        self._is_followed_after(done)

    def _reply(self, referral, answer):
        fitting = [state for state in ANSWERS if may_follow(referral.state, state)]
        on = clock.today() + dt.timedelta(days=3)
        return Reply(answer=one(fitting, answer), on=on, text="Det ordnar sig.")

    def _is_followed_after(self, referral):
        if referral is not None and referral.case.state == CaseState.OPEN:
            assert self._followed(referral).exists(), "an answer that nobody follows"

    def _followed(self, referral):
        return Task.objects.filter(source_id=referral.id, state=TaskState.OPEN)

    def _link_is_renewed(self, referral):
        sent = self.world.carry_out(
            "new link",
            lambda: renew_link(actor=self.world.carrier(referral.case), referral_id=referral.id),
        )
        self.world.links[referral.id] = sent.secret

    @happens(to="sent")
    def a_referral_is_withdrawn(self, referral):
        self.world.carry_out(
            "referral withdrawn",
            lambda: withdraw(
                actor=self.world.carrier(referral.case),
                referral_id=referral.id,
                reason="Behövs inte.",
            ),
        )

    @happens(to="silent")
    def a_service_is_silent(self, referral):
        self.world.pass_time(20)
        self.world.carry_out("silence", lambda: None)
        if referral.case.state == CaseState.OPEN:
            late = self._followed(referral).filter(due_on__lt=self.world.now.date())
            assert late.exists(), "a silence that does not rise"

    @happens(to="silent", by_mail=st.booleans())
    def a_silent_service_is_reminded(self, referral, by_mail):
        self.world.carry_out(
            "reminder",
            lambda: remind(
                actor=self.world.carrier(referral.case),
                referral_id=referral.id,
                answer_by=clock.today() + dt.timedelta(days=7),
                # A reminder by mail carries a new link, which only the mail knows.
                by_mail=by_mail and referral.receiver_id is not None,
            ),
        )

    @happens(to="cases", way=st.sampled_from(list(Way)), after_care=st.integers(1, 90))
    def a_support_ends(self, case, way, after_care):
        self._ends(case, way, after_care)

    they_agree_to_end = ending(Way.AGREED)
    the_client_ends_it = ending(Way.BY_CLIENT)
    the_client_moves = ending(Way.MOVED)
    the_client_dies = ending(Way.DIED)
    the_client_cannot_be_reached = ending(Way.UNREACHABLE)

    def _ends(self, case, way, after_care):
        if way == Way.UNREACHABLE:
            self._client_is_called_in_vain(case)
        with clock.standing_at(self.world.now):
            self.world.carry_out(f"ending: {way}", lambda: self._end(case, way, after_care))

    def _client_is_called_in_vain(self, case):
        for _attempt in range(ATTEMPTS_NEEDED):
            with clock.standing_at(self.world.now):
                record_contact(
                    actor=self.world.carrier(case),
                    case_id=case.id,
                    way=ContactWay.PHONE,
                    reached=Reached.NO_ANSWER,
                    on=clock.now(),
                )
            self.world.pass_time(2)

    def _end(self, case, way, after_care):
        actor = self.world.carrier(case)
        today = clock.today()
        together = way in (Way.AGREED, Way.BY_CLIENT)
        lives = way != Way.DIED
        plan = Plan(
            way=way,
            reason=Reason.WORK if way == Way.AGREED else "",
            outcome="Deltidsarbete.",
            continues=Continues.SOMEBODY if lives else "",
            who_continues="Helena Lindqvist" if lives else "",
            agreed_how="meeting" if together else "",
            agreed_on=today,
            network_told=True,
            after_care_on=today + dt.timedelta(days=after_care) if lives else None,
            after_care_owner_id=case.case_manager_id if lives else None,
        )
        prepared = prepared_ending(case.id)
        fates = {str(task.id): Fate.DONE for task in loose_tasks(case.id)}
        ending = prepare_ending(
            actor=actor,
            case_id=case.id,
            plan=plan,
            tasks=fates,
            version=prepared.version if prepared else None,
        )
        draft = draft_summary(case.id)
        write_summary(
            actor=actor,
            case_id=case.id,
            language="sv",
            parts={"done": "Vi träffades.", "came_of_it": "Arbete.", "come_back": "Ring."},
            version=draft.version if draft else None,
        )
        if not together:
            ending = self._second_look(case, actor, ending)
        try:
            return end_support(
                actor=actor, case_id=case.id, version=ending.version, given_how=self._how(way)
            )
        except Refused:
            withdraw_ending(actor=actor, case_id=case.id)
            raise

    def _how(self, way):
        return "meeting" if way in (Way.AGREED, Way.BY_CLIENT) else "letter"

    def _second_look(self, case, actor, ending):
        colleague = one(self.world.others(actor.account_id), 0)
        if colleague is None:
            return ending
        if not case.relations.filter(account=colleague, until_at=None).exists():
            near(case, colleague, RelationKind.PAIR)
        return take_second_look(
            actor=cast.as_actor(colleague),
            ending_id=ending.id,
            version=ending.version,
            words="Jag har ringt två gånger till.",
        )

    @happens(to="ended", days=st.integers(0, 20))
    def a_person_comes_back(self, case, days):
        self.world.carry_out(
            "reopen",
            lambda: reopen_support(
                actor=cast.as_actor(Account.objects.get(pk=case.case_manager_id)),
                case_id=case.id,
                why="Läget har ändrats.",
                next_what="ringer dig",
                next_due_on=clock.today() + dt.timedelta(days=days),
                told=Told.PHONE,
            ),
        )
