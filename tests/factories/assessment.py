"""Statements, assessments and requests "in this state", made the way the services make them."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.base import clock
from kaveri.steps.assessment.domain import (
    AskedFor,
    NextThing,
    Question,
    Result,
    Said,
    Wish,
)
from kaveri.steps.assessment.models import (
    Assessment,
    InformationRequest,
    Statement,
)
from kaveri.steps.assessment.services import (
    add_statement,
    ask_assessment,
    ask_information,
)
from kaveri.steps.referral_out.domain import SendingGround
from tests.factories import cast
from tests.factories.casebook import a_case


def in_days(number: int) -> dt.date:
    """The day so many days from today."""
    return clock.today() + dt.timedelta(days=number)


def said(**known: Any) -> Said:
    """Something Aino says of herself, today."""
    details = {
        "text": "Jag sover dåligt.",
        "source": Source.CLIENT,
        "said_on": clock.today(),
        **known,
    }
    return Said(**details)


def a_statement(*, case: Case | None = None, heading: str = "health", **known: Any) -> Statement:
    """Kerstin has written down what Aino says."""
    return add_statement(
        actor=cast.as_actor(cast.kerstin()),
        case_id=(case or a_case()).id,
        heading=heading,
        said=said(**known),
    )


def a_question(**known: Any) -> Question:
    """Whether the back holds."""
    details = {
        "text": "Håller ryggen för lagerarbete?",
        "asked_for": AskedFor.EXAMINATION,
        "examiner": "Hälsocentralen, läkare Salo",
        "due_on": in_days(30),
        **known,
    }
    return Question(**details)


def an_assessment(*, case: Case | None = None, **known: Any) -> Assessment:
    """Kerstin has asked for an assessment."""
    return ask_assessment(
        actor=cast.as_actor(cast.kerstin()),
        case_id=(case or a_case()).id,
        question=a_question(**known),
    )


def a_result(**known: Any) -> Result:
    """What the doctor found, and what Aino can do."""
    details = {
        "text": "Ryggen tål inte tunga lyft.",
        "source": Source.HEALTH_CARE,
        "can_do": "Lätt arbete i egen takt, sex timmar om dagen.",
        **known,
    }
    return Result(**details)


def a_wish(**known: Any) -> Wish:
    """Earlier rehabilitation, asked of Kela with Aino's word."""
    details = {
        "source": Source.KELA,
        "whom": "Rehabiliteringen i Åbo",
        "what": "Beslut om rehabilitering 2024–2026.",
        "ground": SendingGround.ORAL_CONSENT,
        "ground_note": "Aino sade ja i dag.",
        "due_on": in_days(14),
        "category": Category.ECONOMY_BENEFITS,
        **known,
    }
    return Wish(**details)


def a_request(*, case: Case | None = None, **known: Any) -> InformationRequest:
    """Kerstin has asked Kela."""
    return ask_information(
        actor=cast.as_actor(cast.kerstin()),
        case_id=(case or a_case()).id,
        wish=a_wish(**known),
    )


NOTHING_NEXT = NextThing()
