"""The stage of the plan made together: who works where, and what was there before the story begins."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.cases.services import open_relation
from kaveri.casebook.clients.models import Client, Representative
from kaveri.casebook.consent.domain import spaced
from kaveri.casebook.directory.models import Municipality
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import Told
from kaveri.foundation.accounts.models import Account, Assignment, Unit
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR, Role
from kaveri.steps.assessment.domain import Said
from kaveri.steps.assessment.services import add_statement
from kaveri.steps.referral.domain.contacts import Asked
from kaveri.steps.referral.services import TakenOn, receive_contact, take_on_contact
from tests.factories import cast
from tests.factories.casebook import an_act
from tests.journeys.story import Story
from tests.journeys.together_words import WORDS

# Where each of those who are asked to the network works.
PLACES = {
    "mirva": ("Kallio", "kela_work_ability"),
    "sara": ("Ekholm", "employment_turku_services"),
    "ritva": ("Alm", "addiction_clinic_turku"),
    "pia": ("Backman", "vertaislaituri_turku"),
}


class Together(Story):
    """One run of the story, in one language and at one width; Aino's case is open when it begins."""

    def __init__(self, context_at: Any, time: Any, *, width: int, language: str) -> None:
        """Aino has asked and been taken on; those who will be asked to her network work where they do."""
        super().__init__(context_at, time, width=width, language=language)
        self.words = WORDS[language]
        county: Any = self.county
        for username, (last_name, key) in PLACES.items():
            unit = Unit.objects.select_related("organisation").get(key=key)
            setattr(county, username, cast.worker(username, last_name, unit, language=language))
        self.aino = self._taken_on("Aino Virtanen")
        county.aino_gets_a_sign_in(self.aino)
        self.eino = self._taken_on("Eino Salo")
        self.mother = self._mother()
        said = Said(text=self.words["health_said"], source="client", said_on=time.today)
        add_statement(
            actor=cast.as_actor(county.kerstin), case_id=self.aino.id, heading="health", said=said
        )
        time.minutes_pass()

    def named(self, what: str) -> str:
        """Every picture has its place in the story."""
        self.pictures += 1
        return f"together/{self.language}-{self.width}/{self.pictures:02d}-{what}"

    def worker(self, username: str) -> Account:
        """Somebody who works with Aino's matter."""
        return getattr(self.county, username)

    def actor(self, username: str) -> Any:
        """The same as the rules see them now."""
        return cast.as_actor(self.worker(username))

    def in_days(self, number: int) -> dt.date:
        """The day so many days from today."""
        return self.time.today + dt.timedelta(days=number)

    def _taken_on(self, name: str) -> Case:
        asked = Asked(
            name=name,
            phone="040 555 0101",
            municipality_id=Municipality.objects.get(name_fi="Turku").id,
            language=self.language,
            message=self.words["asks"],
        )
        contact = receive_contact(actor=VISITOR, asked=asked)
        first, last = name.split()
        how = TakenOn(
            first_name=first,
            last_name=last,
            manager_id=self.county.kerstin.id,
            first_meeting_on=self.in_days(3),
            told=Told.PHONE,
        )
        owner = cast.as_actor(contact.owner)
        return take_on_contact(actor=owner, contact_id=contact.id, version=contact.version, how=how)

    def _mother(self) -> Account:
        """Aino's mother may act for her in what concerns work and money, and nothing else."""
        mother = Account.objects.create(
            username="orvokki", first_name="Orvokki", last_name="Virtanen", language=self.language
        )
        Assignment.objects.create(account=mother, role=Role.CLIENT, from_on=cast.LONG_AGO)
        client = Client.objects.get(pk=self.aino.client_id)
        scope = (Category.IDENTITY_CONTACT, Category.WORK_EDUCATION, Category.ECONOMY_BENEFITS)
        Representative.objects.create(
            client=client,
            kind="authorised",
            name=mother.full_name,
            account=mother,
            scope=" ".join(scope),
            from_on=clock.today(),
            **home_of(client),
        )
        open_relation(
            an_act(),
            RelationKind.REPRESENTATIVE,
            account_id=mother.id,
            case_id=self.aino.id,
            scope=spaced(scope),
        )
        return mother
