"""What is known of somebody from before."""

import datetime as dt

from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.services import record_work_ability
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.base import clock
from kaveri.steps.assessment.domain import Said
from kaveri.steps.assessment.selectors import headings
from kaveri.steps.assessment.services import add_statement
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.ending import an_ended_case


def an_earlier_case():
    """Kerstin's ended case of a year ago, with a statement and a score."""
    with clock.standing_at(clock.now() - dt.timedelta(days=400)):
        case = a_case()
        kerstin = cast.as_actor(cast.kerstin())
        add_statement(
            actor=kerstin,
            case_id=case.id,
            heading=next(iter(headings())),
            said=Said(
                text="Ryggen tål fyra timmar.",
                source=Source.CLIENT,
                said_on=clock.today(),
                in_own_words=True,
            ),
        )
        record_work_ability(
            actor=kerstin,
            case_id=case.id,
            answer=Answer.SCORE,
            score=3,
            asked_by=AskedBy.PROFESSIONAL,
            language="sv",
        )
        an_ended_case(case)
    return case
