"""A message is never lost: it gives the case manager a task with a day."""

from typing import TYPE_CHECKING

import holidays

from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.services import set_task, tell_client
from kaveri.channels.portal.domain import answer_by
from kaveri.foundation.base import clock

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.foundation.usecase.acting import Act


def ask_for_answer(act: "Act", case: "Case") -> None:
    """The case manager answers within two working days; one open task is enough."""
    waiting = tasks.open_tasks().filter(case_id=case.id, kind=TaskKind.ANSWER_MESSAGE)
    if waiting.exists():
        return
    today = clock.today()
    free = frozenset(holidays.country_holidays("FI", years=[today.year, today.year + 1]))
    task = set_task(
        act,
        case,
        kind=TaskKind.ANSWER_MESSAGE,
        owner_id=case.case_manager_id,
        due_on=answer_by(today, holidays=free),
    )
    tell_client(act, task, how=Told.PORTAL)
