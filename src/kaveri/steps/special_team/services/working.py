"""The team's side: answering with a reason, calling who is needed, and agreeing on what follows."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import lock_case, open_relation
from kaveri.casebook.consent.domain import codes_in
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import close_tasks_of, require_next_step, set_task
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.special_team.actions import SpecialAction
from kaveri.steps.special_team.domain import (
    FOLLOW_UP_WITHIN,
    MORE_WITHIN,
    OTHER_WAY_WITHIN,
    STATEMENT,
    Answer,
    Profession,
    State,
    Told,
    in_days,
    obstacles_to_agreeing,
    obstacles_to_answering,
    obstacles_to_calling,
)
from kaveri.steps.special_team.models import Called, SpecialReferral
from kaveri.steps.special_team.selectors import has_statement, referrals
from kaveri.steps.special_team.services.parts import (
    SOURCE,
    follow,
    let_team_go,
    reach,
    tell,
)
from kaveri.steps.special_team.services.referring import require_ground
from kaveri.steps.statements.selectors import kinds
from kaveri.steps.statements.services import request_statement


def answer_referral(
    *,
    actor: Actor,
    referral_id: UUID,
    version: int,
    answer: Answer,
    reason: str,
    instead: str = "",
    due_on: dt.date | None = None,
    sending: UUID | None = None,
) -> SpecialReferral:
    """Taken with a day for the statement, asked for more, or not for the team and what instead; always why."""
    with acting(SpecialAction.ANSWER, actor=actor, sending=sending) as act:
        row = act.fetch(referrals(), referral_id, version=version)
        case = lock_case(act, row.case_id)
        act.concerns(case.client_id)
        refuse_if(
            obstacles_to_answering(
                state=State(row.state),
                answer=answer,
                reason=reason,
                instead=instead,
                due_on=due_on,
            )
        )
        row.reason, row.instead = reason.strip(), instead.strip()
        today = clock.today()
        if answer is Answer.TAKE and due_on is not None:
            # The client may have taken something back since the referral was sent.
            require_ground(case, row.coordinator, codes_in(row.categories))
            open_relation(
                act,
                RelationKind.SPECIAL_TEAM,
                account_id=row.coordinator_id,
                case_id=case.id,
                source_type=SOURCE,
                source_id=row.id,
            )
            row.taken_at = clock.now()
            until = in_days(due_on, FOLLOW_UP_WITHIN)
            reach(act, row, State.TAKEN, turn_id=row.coordinator_id, due_on=until)
            follow(
                act,
                case,
                row,
                TaskKind.SPECIAL_TEAM_WORK,
                owner_id=row.coordinator_id,
                due_on=until,
            )
            request_statement(
                act,
                case,
                kind=kinds()[STATEMENT],
                writer_id=row.coordinator_id,
                question=row.question,
                due_on=due_on,
                asked_by_id=case.case_manager_id,
            )
            tell(act, case, row, Told.TAKEN)
        elif answer is Answer.ASK_MORE:
            by = in_days(today, MORE_WITHIN)
            reach(act, row, State.MORE_ASKED, turn_id=case.case_manager_id, due_on=by)
            follow(
                act,
                case,
                row,
                TaskKind.SPECIAL_TEAM_MORE,
                owner_id=case.case_manager_id,
                due_on=by,
            )
            tell(act, case, row, Told.MORE_ASKED)
        else:
            reach(act, row, State.NOT_FOR_US)
            follow(
                act,
                case,
                row,
                TaskKind.SPECIAL_TEAM_DECLINED,
                owner_id=case.case_manager_id,
                due_on=in_days(today, OTHER_WAY_WITHIN),
            )
            tell(act, case, row, Told.NOT_FOR_US)
        for account_id in {row.sent_by_id, case.case_manager_id}:
            notify(act, account_id)
        act.record(row, facts={"case": str(case.id), "answer": answer})
    return row


def call_to_team(
    *,
    actor: Actor,
    referral_id: UUID,
    account_id: UUID,
    profession: Profession,
    sending: UUID | None = None,
) -> Called:
    """Somebody is called for this case, as the case needs; only with a ground for all that the referral tells of."""
    with acting(SpecialAction.CALL, actor=actor, sending=sending) as act:
        row = act.fetch(referrals(), referral_id)
        case = lock_case(act, row.case_id)
        act.concerns(case.client_id)
        who = people.professionals().filter(pk=account_id).first()
        there = {row.coordinator_id, *row.called.values_list("account_id", flat=True)}
        refuse_if(
            obstacles_to_calling(
                state=State(row.state),
                is_professional=who is not None,
                called_already=account_id in there,
            )
        )
        require_ground(case, who, codes_in(row.categories))
        called = Called.objects.create(
            referral=row, account_id=account_id, profession=profession, called_at=clock.now()
        )
        open_relation(
            act,
            RelationKind.SPECIAL_TEAM,
            account_id=account_id,
            case_id=case.id,
            source_type=SOURCE,
            source_id=row.id,
        )
        tell(act, case, row, Told.CALLED)
        notify(act, account_id)
        act.record(called, facts={"case": str(case.id), "profession": profession})
    return called


def agree_follow_up(
    *,
    actor: Actor,
    referral_id: UUID,
    version: int,
    what: str,
    owner_id: UUID,
    due_on: dt.date,
    sending: UUID | None = None,
) -> SpecialReferral:
    """The statement is delivered, it is agreed who follows up when, and who is case manager; the team lets go."""
    with acting(SpecialAction.AGREE, actor=actor, sending=sending) as act:
        row = act.fetch(referrals(), referral_id, version=version)
        case = lock_case(act, row.case_id)
        act.concerns(case.client_id)
        refuse_if(obstacles_to_agreeing(state=State(row.state), has_statement=has_statement(row)))
        row.case_manager_id = case.case_manager_id
        row.follows_up_id, row.follow_up_on = owner_id, due_on
        close_tasks_of(act, row.id)
        # The team goes first, so that nobody of it is left with the follow-up.
        let_team_go(act, row)
        set_task(
            act,
            case,
            kind=TaskKind.NEXT_STEP,
            what=what,
            owner_id=owner_id,
            due_on=due_on,
            source_type=SOURCE,
            source_id=row.id,
        )
        reach(act, row, State.AGREED)
        require_next_step(case)
        tell(act, case, row, Told.AGREED)
        for account_id in {row.sent_by_id, case.case_manager_id, owner_id}:
            if account_id != actor.account_id:
                notify(act, account_id)
        act.record(row, facts={"case": str(case.id)})
    return row
