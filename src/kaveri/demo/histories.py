"""One invented person's way through the service, as rows ready to be written."""

import datetime as dt
import random
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.models import Case, Relation, Responsibility, StateChange
from kaveri.casebook.clients.models import Client
from kaveri.casebook.contacts.domain import Channel, ContactState
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.models import WorkAbility
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.casebook.timeline.domain import EntryKind, Reached, Source, Way
from kaveri.casebook.timeline.models import Entry
from kaveri.demo import people, texts
from kaveri.demo.codes import artificial_code
from kaveri.demo.places import Places
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.names import folded, sorting
from kaveri.steps.coordination.models import Wait
from kaveri.steps.coordination.services.waits import SOURCE as WAIT

# Shares of the recipe; assumptions of the demo, not facts about the county.
OPEN, OVER_TWO_YEARS, MISSED, WAITING = 0.6, 0.10, 0.70, 0.25
OVERDUE, TOLD_SHARE = 0.06, 0.8
MEDIAN_DAYS = 270
CHANNELS = {
    Channel.SELF_WEB: 18,
    Channel.SELF_PHONE: 12,
    Channel.SELF_WALK_IN: 3,
    Channel.CLOSE_PERSON: 4,
    Channel.SOCIAL_CARE: 12,
    Channel.HEALTH_CARE: 20,
    Channel.EMPLOYMENT_SERVICES: 14,
    Channel.KELA: 5,
    Channel.MUNICIPAL_EMPLOYMENT: 3,
    Channel.STUDY_COUNSELLOR: 1,
    Channel.SCHOOL: 1,
    Channel.OCCUPATIONAL_HEALTH: 1,
    Channel.DEBT_COUNSELLING: 2,
    Channel.ORGANISATION: 2,
    Channel.YOUTH_WORK: 1,
    Channel.CRIMINAL_SANCTIONS: 1,
}


@dataclass(slots=True)
class History:
    """Where and with whom, and the rows made so far."""

    chance: random.Random
    places: Places
    team: str
    manager: Account
    today: dt.date
    person: people.Invented
    rows: list[models.Model] = field(default_factory=list)

    @property
    def tongue(self) -> str:
        """The language the texts are in."""
        return self.person.language

    def home(self, category: Category = Category.IDENTITY_CONTACT) -> dict[str, Any]:
        """The home of this person's rows."""
        return self.places.home(self.team, category)

    def at(self, day: dt.date, hour: int = 10) -> dt.datetime:
        """A moment of that day, never after now."""
        moment = dt.datetime.combine(day, dt.time(hour, self.chance.randint(0, 59)), clock.HELSINKI)
        return min(moment, clock.now())

    def add(self, row: Any) -> Any:
        """Keep the row for writing."""
        self.rows.append(row)
        return row


def history_of(
    order: int,
    *,
    chance: random.Random,
    places: Places,
    team: str,
    manager: Account,
    taken: set[str],
    today: dt.date,
) -> History:
    """A person who asked, was taken on, and is on the way or has come to the end of it."""
    person = people.invent(chance, today)
    history = History(chance, places, team, manager, today, person)
    arrived = today - dt.timedelta(days=_age_of_case(chance))
    opened = min(arrived + dt.timedelta(days=chance.randint(0, 6)), today)
    is_open = chance.random() < OPEN
    ended = None
    if not is_open:
        ended = opened + dt.timedelta(days=min((today - opened).days, chance.randint(30, 500)))
    client = _client(history, taken)
    case = _case(history, client, order, opened, ended)
    _contact(history, client, case, order, arrived, opened)
    _entries(history, case, opened, ended or today)
    _measures(history, case, opened, ended or today)
    if is_open:
        _next_step(history, case, opened)
    return history


def _age_of_case(chance: random.Random) -> int:
    if chance.random() < OVER_TWO_YEARS:
        return chance.randint(731, 1100)
    return min(730, int(chance.expovariate(0.693 / MEDIAN_DAYS)) + 1)


def _client(history: History, taken: set[str]) -> Client:
    person, chance = history.person, history.chance
    client = Client(
        first_name=person.first_name,
        last_name=person.last_name,
        search_name=folded(f"{person.first_name} {person.last_name}"),
        sort_name=sorting(person.last_name, person.first_name),
        born_on=person.born_on,
        phone=f"040 555 {chance.randint(1000, 9999)}",
        street=f"{chance.choice(['Linnegatan', 'Koulukatu', 'Rantatie', 'Kyrkvägen'])} {chance.randint(1, 90)}",
        municipality_id=history.places.municipality(history.team, chance),
        language=person.language,
        interpreter=person.interpreter,
        interpreter_language=person.interpreter_language,
        non_disclosure=person.non_disclosure,
        **history.home(),
    )
    client.take_code(artificial_code(person.born_on, chance, taken))
    history.add(client)
    return client


def _case(
    history: History, client: Client, order: int, opened: dt.date, ended: dt.date | None
) -> Case:
    opened_at = history.at(opened)
    ended_at = max(history.at(ended, 15), opened_at) if ended else None
    case = Case(
        reference=f"K-{opened.year}-{order + 1:05d}",
        client=client,
        state=CaseState.ENDED if ended else CaseState.OPEN,
        case_manager=history.manager,
        unit=history.places.units[history.team],
        own_words=history.chance.choice(texts.OWN_WORDS[history.tongue]),
        opened_at=opened_at,
        ended_at=ended_at,
        **history.home(),
    )
    history.add(case)
    history.add(StateChange(case=case, state=CaseState.OPEN, at=opened_at, by=history.manager))
    if ended_at:
        history.add(StateChange(case=case, state=CaseState.ENDED, at=ended_at, by=history.manager))
    history.add(
        Responsibility(case=case, account=history.manager, from_at=opened_at, until_at=ended_at)
    )
    history.add(
        Relation(
            case=case, account=history.manager, kind=RelationKind.CASE_MANAGER, from_at=opened_at
        )
    )
    return case


def _contact(
    history: History,
    client: Client,
    case: Case,
    order: int,
    arrived: dt.date,
    opened: dt.date,
) -> None:
    closed_at = case.opened_at
    contact = Contact(
        reference=f"Y-{arrived.year}-{order + 1:05d}",
        channel=history.chance.choices(list(CHANNELS), weights=list(CHANNELS.values()))[0],
        state=ContactState.TAKEN_ON,
        arrived_at=min(history.at(arrived, 9), closed_at),
        owner=history.manager,
        unit=case.unit,
        due_on=max(opened, arrived + dt.timedelta(days=3)),
        name=client.full_name,
        search_name=client.search_name,
        phone=client.phone,
        municipality_id=client.municipality_id,
        language=client.language,
        message=texts.ASKED[history.tongue],
        case=case,
        closed_at=closed_at,
        **history.home(),
    )
    case.came_by = contact.channel
    history.add(contact)
    history.add(
        Relation(
            contact=contact,
            account=history.manager,
            kind=RelationKind.CONTACT_OWNER,
            from_at=contact.arrived_at,
            until_at=closed_at,
        )
    )


def _entries(history: History, case: Case, opened: dt.date, until: dt.date) -> None:
    chance, span = history.chance, max((until - opened).days, 0)
    number = chance.randint(3, 8)
    missed = chance.randrange(number) if chance.random() < MISSED else -1
    for place in range(number):
        when = max(history.at(opened + dt.timedelta(days=span * place // number)), case.opened_at)
        is_contact = place == missed or chance.random() < 0.6
        history.add(
            Entry(
                case=case,
                kind=EntryKind.CONTACT if is_contact else EntryKind.NOTE,
                at=when,
                written_at=when,
                author=history.manager,
                source=Source.CLIENT,
                text=chance.choice(texts.NOTES[history.tongue]),
                way=chance.choice([Way.PHONE, Way.MEETING]) if is_contact else "",
                reached=(Reached.MISSED if place == missed else Reached.REACHED)
                if is_contact
                else "",
                **history.home(Category.LIFE_SITUATION),
            )
        )


def _measures(history: History, case: Case, opened: dt.date, until: dt.date) -> None:
    span = max((until - opened).days, 0)
    for place in range(history.chance.randint(1, 3)):
        history.add(
            WorkAbility(
                case=case,
                answered_at=max(
                    history.at(opened + dt.timedelta(days=span * place // 3)), case.opened_at
                ),
                answer=Answer.SCORE,
                score=people.score(history.chance),
                asked_by=AskedBy.PROFESSIONAL,
                language=history.tongue,
                recorded_by=history.manager,
                **history.home(Category.FUNCTIONING),
            )
        )


def _next_step(history: History, case: Case, opened: dt.date) -> None:
    chance = history.chance
    late = chance.random() < OVERDUE
    due_on = on_a_weekday(
        history.today + dt.timedelta(days=-chance.randint(3, 14) if late else chance.randint(0, 21))
    )
    if chance.random() < WAITING:
        _waiting(history, case, opened, due_on)
        return
    task = _task(
        history,
        case,
        opened,
        kind=TaskKind.NEXT_STEP,
        what=chance.choice(texts.STEPS[history.tongue]),
        due_on=due_on,
        category=Category.LIFE_SITUATION,
    )
    if chance.random() < TOLD_SHARE:
        history.add(
            ClientNotice(
                task=task,
                task_version=1,
                how=Told.PHONE,
                on=task.made_at.date(),
                by=history.manager,
            )
        )


def _waiting(history: History, case: Case, opened: dt.date, due_on: dt.date) -> None:
    begun = max(
        case.opened_at,
        history.at(history.today - dt.timedelta(days=history.chance.randint(5, 120))),
    )
    wait = history.add(
        Wait(
            case=case,
            what=texts.WAITED_FOR[history.tongue],
            since_on=begun.astimezone(clock.HELSINKI).date(),
            supporter=history.manager,
            every_days=14,
            begun_at=begun,
            **history.home(Category.HEALTH),
        )
    )
    task = _task(
        history,
        case,
        opened,
        kind=TaskKind.KEEP_CONTACT,
        due_on=due_on,
        source_type=WAIT,
        source_id=wait.id,
        category=Category.HEALTH,
    )
    history.add(
        ClientNotice(
            task=task, task_version=1, how=Told.MEETING, on=task.made_at.date(), by=history.manager
        )
    )


def _task(
    history: History,
    case: Case,
    opened: dt.date,
    *,
    category: Category,
    due_on: dt.date,
    **known: Any,
) -> Task:
    made_at = max(case.opened_at, history.at(min(due_on, history.today) - dt.timedelta(days=7)))
    task: Task = history.add(
        Task(
            case=case,
            owner=history.manager,
            due_on=max(due_on, opened),
            made_at=made_at,
            made_by=history.manager,
            state=TaskState.OPEN,
            **known,
            **history.home(category),
        )
    )
    return task


def on_a_weekday(day: dt.date) -> dt.date:
    """The day itself, or the Monday after: nobody promises anything for a weekend."""
    days_to_monday = 8 - day.isoweekday()
    return day + dt.timedelta(days=days_to_monday) if days_to_monday < 3 else day
