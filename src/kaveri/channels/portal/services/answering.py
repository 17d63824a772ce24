"""A message is never lost: it gives the case manager a task with a day."""

from typing import TYPE_CHECKING

from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import promise_answer

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.foundation.usecase.acting import Act


def ask_for_answer(act: "Act", case: "Case") -> None:
    """The case manager answers within two working days; one open task is enough."""
    promise_answer(act, case, kind=TaskKind.ANSWER_MESSAGE)
