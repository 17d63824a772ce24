"""The county of the story: its directory, its workers, and a clock that the test moves."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.clients.models import Client
from kaveri.casebook.directory.actions import SET_UP
from kaveri.casebook.directory.services import load_county
from kaveri.foundation.accounts.models import Account, Unit
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role, named_job
from tests.factories import cast
from tests.factories.casebook import near

MONDAY = dt.datetime(2026, 11, 23, 9, 5, tzinfo=clock.HELSINKI)


class Time:
    """Stands in for the clock's own moment, in every thread, until the test lets time pass."""

    def __init__(self) -> None:
        """It is a Monday morning."""
        self.moment = MONDAY

    def get(self) -> dt.datetime:
        """The moment it is in the story."""
        return self.moment

    def go_to(self, day: dt.date, hour: int = 9) -> None:
        """It becomes that day."""
        self.moment = dt.datetime.combine(day, dt.time(hour, 5), tzinfo=clock.HELSINKI)

    def minutes_pass(self, minutes: int = 7) -> None:
        """A little later."""
        self.moment += dt.timedelta(minutes=minutes)

    @property
    def today(self) -> dt.date:
        """The day it is."""
        return self.moment.date()


class County:
    """The loaded directory and the people of the story, who all read the same language."""

    def __init__(self, language: str) -> None:
        """Loads the county and hires those who have a part."""
        load_county(actor=named_job(SET_UP))
        self.language = language
        team = Unit.objects.get(key="team_turku")
        self.kerstin = self._hire("kerstin", "Sjöberg", team)
        self.mikko = self._hire("mikko", "Mäkinen", team)
        self.timo = self._hire("timo", "Kangas", team)
        self.tove = self._hire("tove", "Lundén", team, role=Role.MANAGER)
        checks = Unit.objects.get(key="health_checks_unemployed")
        self.anneli = self._hire("anneli", "Rantanen", checks)
        cast.on_duty(self.kerstin, team)
        cast.on_duty(self.timo, team, place=2)
        cast.on_duty(self.anneli, checks)
        self.aino = cast.aino_account()
        Account.objects.filter(pk=self.aino.pk).update(language=language)

    def _hire(self, username: str, last_name: str, unit: Unit, **more: Any) -> Account:
        return cast.worker(username, last_name, unit, language=self.language, **more)

    def aino_gets_a_sign_in(self, case: Case) -> None:
        """The client's own sign-in is tied to her record, as a worker's visit would do it."""
        Client.objects.filter(pk=case.client_id).update(account=self.aino)
        near(case, self.aino, RelationKind.SELF)
