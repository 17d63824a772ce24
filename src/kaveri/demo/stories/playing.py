"""What the stories share: standing at a moment, being somebody, and the first and last pages of a support."""

import datetime as dt
import random
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.casebook.clients import selectors as clients
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.directory.models import Municipality, Service
from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.services import record_work_ability
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import complete_task
from kaveri.casebook.timeline.domain import Reached, Source, Way
from kaveri.casebook.timeline.services import record_contact, write_note
from kaveri.demo.codes import artificial_code
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.accounts.selectors import actor_of
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR, Actor
from kaveri.steps.assessment.domain import Said
from kaveri.steps.assessment.services import add_statement
from kaveri.steps.ending.domain import Continues, Plan, Reason
from kaveri.steps.ending.domain import Way as EndingWay
from kaveri.steps.ending.selectors import loose_tasks
from kaveri.steps.ending.services import end_support, prepare_ending, write_summary
from kaveri.steps.referral.domain.contacts import Asked
from kaveri.steps.referral.services import TakenOn, receive_contact, take_on_contact

SATURDAY = 5


def ago(days: int, hour: int = 10, minute: int = 0) -> AbstractContextManager[None]:
    """Let what follows happen so many days ago; on the Friday before when that was a weekend."""
    found = clock.today() - dt.timedelta(days=days)
    found -= dt.timedelta(days=max(0, found.weekday() - SATURDAY + 1))
    moment = dt.datetime.combine(found, dt.time(hour, minute), clock.HELSINKI)
    return clock.standing_at(min(moment, clock.now()))


def ahead(days: int) -> dt.date:
    """The day so many days from the moment of the story; on the Monday after when that is a weekend."""
    found = clock.today() + dt.timedelta(days=days)
    return found + dt.timedelta(days=7 - found.weekday() if found.weekday() >= SATURDAY else 0)


def worker(username: str) -> Actor:
    """Somebody of the cast, as the rules see them at the moment of the story."""
    return actor_of(Account.objects.get(username=username))


def municipality(name: str) -> Any:
    """Where somebody lives."""
    return Municipality.objects.get(name_fi=name).id


def service(key: str) -> Any:
    """A service of the directory."""
    return Service.objects.get(key=key).id


def code_for(born_on: dt.date) -> str:
    """An artificial identity code that nobody in the county has."""
    chance, taken = random.Random(born_on.toordinal()), set[str]()  # noqa: S311 invented, no secret
    while clients.with_code(code := artificial_code(born_on, chance, taken)).exists():
        pass
    return code


def task_of(case: Case, kind: TaskKind) -> Any:
    """The open task of this kind."""
    return Task.objects.get(case=case, kind=kind, state=TaskState.OPEN).id


def fresh(row: Any) -> Any:
    """The row as it is now."""
    return type(row).objects.get(pk=row.pk)


# --- pages that many stories share ---------------------------------------------------------------


def ask(name: str, *, message: str, language: str, phone: str, lives_in: str = "Turku") -> Contact:
    """Somebody writes through the public form."""
    asked = Asked(
        name=name,
        phone=phone,
        municipality_id=municipality(lives_in),
        language=language,
        message=message,
    )
    return receive_contact(actor=VISITOR, asked=asked)


def take_on(contact: Contact, by: str, *, manager: str, told: Told, meeting_in: int) -> Case:
    """The owner takes the contact on; the first meeting is so many days away."""
    first, _space, last = contact.name.partition(" ")
    how = TakenOn(
        first_name=first,
        last_name=last,
        manager_id=worker(manager).person_id,
        first_meeting_on=ahead(meeting_in),
        told=told,
    )
    return take_on_contact(
        actor=worker(by), contact_id=contact.id, version=fresh(contact).version, how=how
    )


def meet(case: Case, by: str, text: str, *, way: Way = Way.MEETING) -> None:
    """The client and the worker meet or talk."""
    record_contact(
        actor=worker(by),
        case_id=case.id,
        way=way,
        reached=Reached.REACHED,
        on=clock.now(),
        text=text,
    )


def first_meeting_done(case: Case, by: str, *, then: str, within: int, told: Told) -> None:
    """The first meeting has been held; what happens next is said before parting."""
    complete_task(
        actor=worker(by),
        task_id=task_of(case, TaskKind.FIRST_MEETING),
        next_what=then,
        next_due_on=ahead(within),
        told=told,
    )


def score(case: Case, by: str, value: int, language: str, **points: str) -> None:
    """The client gives their work ability a number, and says the three points of the timeline."""
    record_work_ability(
        actor=worker(by),
        case_id=case.id,
        answer=Answer.SCORE,
        score=value,
        asked_by=AskedBy.PROFESSIONAL,
        language=language,
        **points,  # type: ignore[arg-type]
    )


def note(case: Case, by: str, text: str, category: Category = Category.LIFE_SITUATION) -> None:
    """A worker writes down what was seen or agreed."""
    write_note(
        actor=worker(by),
        case_id=case.id,
        text=text,
        source=Source.OWN_OBSERVATION,
        category=category,
    )


def map_situation(case: Case, by: str, said: Mapping[str, str], *, of: str) -> None:
    """What the client tells under the headings of the mapping, in their own words."""
    for heading, text in said.items():
        words = Said(
            text=text, source=Source.CLIENT, said_on=clock.today(), said_by=of, in_own_words=True
        )
        add_statement(actor=worker(by), case_id=case.id, heading=heading, said=words)


def end_well(case: Case, by: str, *, outcome: str, who: str, language: str, **summary: str) -> None:
    """The support ends in agreement: somebody carries on, and somebody hears how things are."""
    actor = worker(by)
    plan = Plan(
        way=EndingWay.AGREED,
        reason=Reason.WORK,
        outcome=outcome,
        continues=Continues.SOMEBODY,
        who_continues=who,
        agreed_how="meeting",
        agreed_on=clock.today(),
        network_told=True,
        after_care_on=ahead(60),
        after_care_owner_id=actor.person_id,
    )
    fates = {str(task.id): "done" for task in loose_tasks(case.id)}
    ending = prepare_ending(actor=actor, case_id=case.id, plan=plan, tasks=fates)
    write_summary(actor=actor, case_id=case.id, language=language, parts=summary)
    end_support(actor=actor, case_id=case.id, version=ending.version, given_how=Told.MEETING)
