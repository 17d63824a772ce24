"""The local team in Åbo: its page and its members."""

from typing import Any

from kaveri.foundation.accounts.models import Account
from kaveri.steps.teams.domain import Profession, Rhythm, Weekday
from kaveri.steps.teams.models import Seat, Ways
from kaveri.steps.teams.services import add_seat, describe_team
from tests.factories import cast

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
