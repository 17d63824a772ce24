"""Use cases of meetings and who may carry them out."""

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy


class AppointmentAction(policy.Action):
    """What can be done about a client's meetings."""

    BOOK = "appointments.appointment.book"
    MOVE = "appointments.appointment.move"
    NOTE_OUTCOME = "appointments.appointment.note"


# access.csv has no row for meetings: each is somebody's step on its day, so they are agreed like a task.
RULES = {
    AppointmentAction.BOOK: [by_relation(Act.TASK_CREATE, case="pk")],
    AppointmentAction.MOVE: [by_relation(Act.TASK_CREATE)],
    AppointmentAction.NOTE_OUTCOME: [by_relation(Act.TASK_CREATE)],
}
policy.declare(RULES)
