"""Contacts that wait for an answer, received the way the service receives them."""

import datetime as dt
import random

from kaveri.casebook.contacts.domain import Channel
from kaveri.casebook.contacts.services import receive
from kaveri.casebook.directory.models import Municipality
from kaveri.casebook.records.domain import ServiceTask
from kaveri.demo import people, texts
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.usecase.acting import Act

AS_THE_DEMO = Act("demo.contact.make", named_job("demo"), None)  # type: ignore[arg-type]


def make_open_contacts(
    number: int, *, chance: random.Random, coordinators: dict[str, list[Account]]
) -> None:
    """So many people who have asked within the last days, a few of them too long ago."""
    places = list(Municipality.objects.select_related("receiving_unit"))
    for _order in range(number):
        moment = clock.now() - dt.timedelta(hours=chance.randint(1, 130))
        with clock.standing_at(moment):
            person = people.invent(chance, clock.today())
            place = chance.choice([row for row in places if row.receiving_unit.key in coordinators])
            unit = place.receiving_unit
            receive(
                AS_THE_DEMO,
                owner_id=chance.choice(coordinators[unit.key]).id,
                channel=chance.choice([Channel.SELF_WEB, Channel.SELF_PHONE, Channel.HEALTH_CARE]),
                unit=unit,
                name=f"{person.first_name} {person.last_name}",
                phone=f"040 555 {chance.randint(1000, 9999)}",
                municipality=place,
                language=person.language,
                message=texts.ASKED[person.language],
                controller_id=unit.organisation_id,
                register=unit.register,
                service_task=ServiceTask.WORKING_AGE,
            )
