"""The story's stage: who is there, which pictures have been taken, and what stands at every step."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.directory.models import Service
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.messaging.models import Notice
from kaveri.foundation.ui import dates
from tests.browser import sign_in
from tests.journeys.county import County, Time
from tests.journeys.walker import Walker
from tests.journeys.words import WORDS


class Story:
    """One run of the story, in one language and at one width."""

    def __init__(
        self, context_at: Callable[..., Any], time: Time, *, width: int, language: str
    ) -> None:
        """The county stands ready on a Monday morning, and nobody has written yet."""
        self.context_at = context_at
        self.time = time
        self.width = width
        self.language = language
        self.words = WORDS[language]
        self.county = County(language)
        self.browsers: dict[str, Walker] = {}
        self.pictures = 0
        self.problems: list[str] = []

    def at(self, account: Account | None, name: str = "") -> Walker:
        """The person's own browser, opened and signed in the first time."""
        name = name or (account.username if account else "visitor")
        if name not in self.browsers:
            page = self.context_at(self.width, language=self.language).new_page()
            if account is not None:
                sign_in(page, account)
            self.browsers[name] = Walker(page, self.named, self.problems)
        return self.browsers[name]

    def named(self, what: str) -> str:
        """Every picture has its place in the story."""
        self.pictures += 1
        return f"thread/{self.pictures:02d}-{what}-{self.language}-{self.width}"

    def day(self, ahead: int = 0) -> str:
        """A day as people write it."""
        day = self.time.today + dt.timedelta(days=ahead)
        return f"{day.day}.{day.month}.{day.year}"

    def due(self, ahead: int) -> str:
        """A day as the band says it."""
        day = self.time.today + dt.timedelta(days=ahead)
        return dates.due_long(day, self.time.today, self.language)

    def name_of(self, service: Service) -> str:
        """What the service is called in the language of the story."""
        return str(getattr(service, f"name_{self.language}"))

    def days_pass(self, days: int, hour: int = 9) -> None:
        """Time passes, and nothing else does."""
        self.time.go_to(self.time.today + dt.timedelta(days=days), hour)

    @property
    def case(self) -> Case:
        """The newest case there is."""
        return Case.objects.latest("opened_at")

    def back_to_the_contact(self, worker: Walker, what: str) -> None:
        """The link under the answer leads back to the newest contact."""
        worker.follow(f"/contacts/{Contact.objects.latest('arrived_at').id}/", what)

    def mailed_link(self) -> str:
        """The newest link in the outbox, as a path."""
        link = Notice.objects.exclude(link="").latest("made_at").link
        return "/" + link.split("/", 3)[3]

    def client_reads(self, what: str, *words: str) -> Walker:
        """The client opens her own page, in her language, and it answers the one question."""
        aino = self.at(self.county.aino)
        aino.go("/my/", what)
        if words:
            aino.band(*words)
        return aino

    def case_page(self, account: Account, what: str) -> Walker:
        """The worker opens the case on one page."""
        worker = self.at(account)
        worker.go(f"/case/{self.case.id}/", what)
        return worker

    def then_every_page_was_whole(self) -> None:
        """Nothing was wrong on any page of the whole story; all of it is told at once."""
        assert not self.problems, "\n".join(self.problems)
