"""Reading and writing on a case."""

import datetime as dt

from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.measures.actions import MeasureAction
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import set_task
from kaveri.casebook.timeline.actions import TimelineAction
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.models import Entry
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base import clock
from tests.access.cells import Drive
from tests.access.world import World
from tests.factories.casebook import an_act


def of_case(action):
    """The act is done on the case itself."""
    return lambda world: (action, Case.objects.all(), world.case.pk)


def task(world: World) -> Task:
    task = set_task(an_act(), world.case, kind=TaskKind.NEXT_STEP, what="ringer till FPA",
        owner_id=world.case.case_manager_id, due_on=clock.today() + dt.timedelta(days=3))  # fmt: skip
    Task.objects.filter(pk=task.pk).update(owner=world.whose)
    task.refresh_from_db()
    return task


def entry(world: World) -> Entry:
    entry = add_entry(
        an_act(), world.case, kind=EntryKind.NOTE, source=Source.CLIENT, text="Ett ord."
    )
    Entry.objects.filter(pk=entry.pk).update(author=world.whose)
    return entry


def of_task(action):
    return lambda world: (action, Task.objects.all(), task(world).pk)


def measured(world: World):
    """On the case; before there is a case, on the contact."""
    if world.kind is RelationKind.CONTACT_OWNER:
        return MeasureAction.RECORD_AT_CONTACT, Contact.objects.all(), world.contact.pk
    return MeasureAction.RECORD, Case.objects.all(), world.case.pk


DRIVES = [
    Drive(Act.TASK_READ, of_task(TaskAction.READ)),
    Drive(Act.TASK_CREATE, of_case(TaskAction.CREATE)),
    Drive(Act.TASK_COMPLETE, of_task(TaskAction.COMPLETE)),
    Drive(Act.CASE_NOTE_WRITE, of_case(TimelineAction.WRITE), only_own=True),
    Drive(Act.CASE_DOCUMENT_ADD, of_case(TimelineAction.ADD_DOCUMENT), only_own=True),
    Drive(
        Act.CASE_ITEMS_READ,
        lambda world: (TimelineAction.READ, Entry.objects.all(), entry(world).pk),
    ),
    Drive(Act.MEASURE_RECORD, measured),
]
