"""Use cases of tasks and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor

# The column that says of which kind the client's words on a case are.
WORDS_CATEGORY = "words_category"


class TaskAction(policy.Action):
    """What can be done with tasks."""

    READ_HEAD = "tasks.head.read"
    READ_WORDS = "tasks.head.words.read"
    READ = "tasks.task.read"
    READ_STEP = "tasks.step.read"
    CREATE = "tasks.task.create"
    CHANGE = "tasks.task.change"
    COMPLETE = "tasks.task.complete"
    TELL = "tasks.task.tell"
    MY_TASKS = "tasks.my.read"


def _mine(actor: Actor) -> Q:
    return Q(owner_id=actor.account_id)


RULES = {
    TaskAction.READ_HEAD: [by_relation(Act.CASE_HEADER_READ, case="pk")],
    # What the client asked for, in their own words, tells of their life: an item as any other.
    TaskAction.READ_WORDS: [by_relation(Act.CASE_ITEMS_READ, case="pk", category=WORDS_CATEGORY)],
    TaskAction.READ: [by_relation(Act.TASK_READ, contact="contact_id", own=_mine)],
    TaskAction.READ_STEP: [by_relation(Act.CASE_NEXT_STEP_READ, contact="contact_id", own=_mine)],
    TaskAction.CREATE: [by_relation(Act.TASK_CREATE, case="pk")],
    TaskAction.CHANGE: [by_relation(Act.TASK_COMPLETE, contact="contact_id", own=_mine)],
    TaskAction.COMPLETE: [by_relation(Act.TASK_COMPLETE, contact="contact_id", own=_mine)],
    TaskAction.TELL: [by_relation(Act.TASK_COMPLETE, contact="contact_id", own=_mine)],
    TaskAction.MY_TASKS: [policy.is_the_person("owner_id")],
}
policy.declare(RULES)
