"""Referrals to the special competence team "in this state", made the way the services make them."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.planning.selectors import current_plan
from kaveri.steps.special_team.domain import UNIT, Answer, Written
from kaveri.steps.special_team.models import SpecialReferral
from kaveri.steps.special_team.services import agree_follow_up, answer_referral, refer
from kaveri.steps.statements.models import AskedStatement
from tests.factories import cast, planning, statements

QUESTION = "Vad behövs för att arbetsprövningen ska lyckas?"
OUTCOME = "Avbröts efter två veckor på grund av smärta."


def hanna() -> Account:
    """She coordinates the special competence team, in the record's own register."""
    return cast.worker("hanna", "Salo", cast.unit(UNIT))


def written(**changed: str) -> Written:
    """A whole referral."""
    return Written(
        **{
            "question": QUESTION,
            "tried": "Arbetsprövning på lager.",
            "outcome": OUTCOME,
            "measures": "Upplevd arbetsförmåga 4.",
            **changed,
        }
    )


def with_a_plan(case: Case) -> Case:
    """A referral needs a plan."""
    if current_plan(case.id) is None:
        planning.a_plan(case=case)
    return case


def a_referral(case: Case, **known: Any) -> SpecialReferral:
    """Kerstin refers Aino to the team."""
    with_a_plan(case)
    return refer(
        **{
            "actor": cast.as_actor(cast.kerstin()),
            "case_id": case.id,
            "coordinator_id": hanna().id,
            "written": written(),
            **known,
        }
    )


def answered(row: SpecialReferral, answer: Answer = Answer.TAKE, **known: Any) -> SpecialReferral:
    """Hanna takes it, with a day for the statement, when nothing else is said."""
    return answer_referral(
        **{
            "actor": cast.as_actor(hanna()),
            "referral_id": row.id,
            "version": row.version,
            "answer": answer,
            "reason": "Det hör hit.",
            "due_on": clock.today() + dt.timedelta(days=20),
            **known,
        }
    )


def a_taken(case: Case) -> SpecialReferral:
    """Sent and taken."""
    return answered(a_referral(case))


def with_statement(row: SpecialReferral) -> SpecialReferral:
    """The team's statement is signed."""
    statements.signed(AskedStatement.objects.get(case=row.case, kind="special_team"))
    return row


def agreed(row: SpecialReferral, **known: Any) -> SpecialReferral:
    """Kerstin follows up in six weeks."""
    return agree_follow_up(
        **{
            "actor": cast.as_actor(hanna()),
            "referral_id": row.id,
            "version": row.version,
            "what": "frågar hur arbetsprövningen går",
            "owner_id": row.case.case_manager_id,
            "due_on": clock.today() + dt.timedelta(days=42),
            **known,
        }
    )
