"""The local team in Åbo: its page and its members."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.casebook.consent.domain import Purpose
from kaveri.casebook.consent.models import Consent
from kaveri.casebook.records.domain import Category
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.teams.domain import Attendance, Profession, Rhythm, Weekday
from kaveri.steps.teams.models import AgendaItem, Meeting, Seat, Ways
from kaveri.steps.teams.services import add_seat, describe_team, put_on_agenda, set_meeting
from tests.factories import casebook, cast, permission

TEXT = "Den som känner personen bäst föredrar ärendet."


def a_seat(account: Account | None = None, profession: Profession = Profession.KELA_EXPERT) -> Seat:
    """Kalle from Kela sits in the team, when nothing is said."""
    cast.abo()
    return add_seat(
        actor=cast.as_actor(cast.kerstin()),
        unit_id=cast.unit().id,
        account_id=(account or cast.kalle()).id,
        profession=profession,
    )


def a_page(version: int = 0, **known: Any) -> Ways:
    """Kerstin writes the team's page."""
    cast.abo()
    return describe_team(
        **{
            "actor": cast.as_actor(cast.kerstin()),
            "unit_id": cast.unit().id,
            "version": version,
            "rhythm": Rhythm.WEEKLY,
            "weekday": Weekday.MONDAY,
            "place": "kl. 9, rum 2",
            "text": TEXT,
            **known,
        }
    )


QUESTION = "Kan arbetsprövningen börja före operationen?"
WORDS = "Jag vill veta att jag inte förlorar dagpenningen."


def a_meeting(days: int = 7) -> Meeting:
    """The team in Åbo meets in a week."""
    cast.abo()
    return set_meeting(
        actor=cast.as_actor(cast.kerstin()),
        unit_id=cast.unit().id,
        starts_at=clock.now() + dt.timedelta(days=days),
        place="Rum 2",
    )


def allowed(case: Case, *categories: Category, **known: Any) -> Consent:
    """Aino lets the county's social services and Kela talk about her life situation, and about these."""
    return permission.a_consent(
        case,
        categories={Category.LIFE_SITUATION, *categories},
        purposes={Purpose.TEAM},
        **known,
    )


def an_item(case: Case | None = None, meeting: Meeting | None = None, **known: Any) -> AgendaItem:
    """Kerstin puts Aino's case on the agenda."""
    case = case or casebook.a_case()
    return put_on_agenda(
        **{
            "actor": cast.as_actor(cast.kerstin()),
            "case_id": case.id,
            "meeting_id": (meeting or a_meeting()).id,
            "presenter_id": cast.kerstin().id,
            "question": QUESTION,
            "client_words": WORDS,
            "attendance": Attendance.ATTENDS,
            **known,
        }
    )
