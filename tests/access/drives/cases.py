"""Reading and writing on a case."""

import datetime as dt
import uuid

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

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
from tests.access.cells import Drive, Knock
from tests.access.world import AT_CONTACT, PERSONAL, Side, World
from tests.factories.casebook import an_act
from tests.factories.papers import PDF

WHAT, WORDS = "ringer till FPA", "Ett ord."
BEHIND_THE_CASE = {
    RelationKind.RECEIVER: "a receiver opens no page of the case; what they wrote stands on theirs"
}
NO_UPLOAD = dict.fromkeys(PERSONAL, "the client's side has no page that takes a file yet")


def of_case(action):
    """The act is done on the case itself."""
    return lambda world: (action, Case.objects.all(), world.case.pk)


def task(world: World) -> Task:
    task = set_task(an_act(), world.case, kind=TaskKind.NEXT_STEP, what=WHAT,
        owner_id=world.case.case_manager_id, due_on=clock.today() + dt.timedelta(days=30),
        client_part=world.kind in PERSONAL and world.own is not False)  # fmt: skip
    Task.objects.filter(pk=task.pk).update(owner=world.whose)
    task.refresh_from_db()
    world.row = task
    return task


def entry(world: World) -> Entry:
    entry = add_entry(an_act(), world.case, kind=EntryKind.NOTE, source=Source.CLIENT, text=WORDS)
    Entry.objects.filter(pk=entry.pk).update(author=world.whose)
    world.row = entry
    return entry


def of_task(action):
    return lambda world: (action, Task.objects.all(), task(world).pk)


def measured(world: World):
    """On the case; before there is a case, on the contact."""
    if world.kind is RelationKind.CONTACT_OWNER:
        return MeasureAction.RECORD_AT_CONTACT, Contact.objects.all(), world.contact.pk
    return MeasureAction.RECORD, Case.objects.all(), world.case.pk


# --- over the pages ---------------------------------------------------------------------------


def key() -> str:
    return str(uuid.uuid4())


def at(name, world: World, **sent) -> Knock:
    """A sending to the page of the case."""
    return Knock(reverse(name, args=[world.case.id]), {**sent, "idempotency_key": key()})


def behind_the_case(world: World) -> bool:
    """One's own row in a case of another register: the page of the case has a ground of its own."""
    return bool(world.own) and world.side is not Side.OWN


def read_tasks(world: World) -> Knock | None:
    if behind_the_case(world):
        return None
    task(world)
    return Knock(reverse("coordination:tasks", args=[world.case.id]), shows=WHAT)


def read_own_part(world: World) -> Knock:
    task(world)
    return Knock(reverse("portal:home_of", args=[world.case.id]), shows=WHAT)


def create_task(world: World) -> Knock:
    due_on = f"{clock.today() + dt.timedelta(days=7):%d.%m.%Y}"
    owner = str(world.case.case_manager_id)
    return at("coordination:step_new", world, what="ringer dig", owner=owner, due_on=due_on)


def complete_task(world: World) -> Knock | None:
    if behind_the_case(world):
        return None
    path = reverse("coordination:step_done", args=[task(world).id])
    return Knock(path, {"outcome": "Klart.", "idempotency_key": key()})


def do_part(world: World) -> Knock:
    path = reverse("portal:do_part", args=[world.case.id, task(world).id])
    return Knock(path, {"idempotency_key": key()})


def write_note(world: World) -> Knock:
    sent = {"text": WORDS, "source": "client", "category": "life_situation"}
    return at("workspace:note_write", world, **sent)


def write_message(world: World) -> Knock:
    return at("portal:messages", world, text=WORDS)


def add_document(world: World) -> Knock:
    paper = SimpleUploadedFile("paper.pdf", PDF, "application/pdf")
    sent = {"document": paper, "source": "client", "category": "life_situation"}
    return at("workspace:document_add", world, **sent)


def read_timeline(world: World) -> Knock:
    entry(world)
    return Knock(reverse("workspace:timeline", args=[world.case.id]), shows=WORDS)


def read_told(world: World) -> Knock:
    entry(world)
    return Knock(reverse("portal:told", args=[world.case.id]), shows=WORDS)


def measure(world: World) -> Knock:
    if world.kind in AT_CONTACT:
        path = reverse("identification:for_contact", args=[world.contact.id])
        return Knock(path, {"answer": "5", "idempotency_key": key()})
    return at("identification:for_case", world, answer="5")


def answer_alone(world: World) -> Knock:
    return at("identification:own_answer", world, answer="5")


DRIVES = [
    Drive(Act.TASK_READ, of_task(TaskAction.READ), staff=read_tasks, personal=read_own_part),
    Drive(Act.TASK_CREATE, of_case(TaskAction.CREATE), staff=create_task, personal=create_task),
    Drive(Act.TASK_COMPLETE, of_task(TaskAction.COMPLETE), staff=complete_task, personal=do_part),
    Drive(
        Act.CASE_NOTE_WRITE,
        of_case(TimelineAction.WRITE),
        staff=write_note,
        personal=write_message,
        only_own=True,
    ),
    Drive(
        Act.CASE_DOCUMENT_ADD,
        of_case(TimelineAction.ADD_DOCUMENT),
        staff=add_document,
        no_door=NO_UPLOAD,
        only_own=True,
    ),
    Drive(
        Act.CASE_ITEMS_READ,
        lambda world: (TimelineAction.READ, Entry.objects.all(), entry(world).pk),
        staff=read_timeline,
        personal=read_told,
        no_door=BEHIND_THE_CASE,
    ),
    Drive(Act.MEASURE_RECORD, measured, staff=measure, personal=answer_alone),
]
