"""Use cases of meetings and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
from kaveri.foundation.base.actor import Actor, Role

# The job that reminds those who wish, the day before.
REMINDING = "remind_of_meetings"


class AppointmentAction(policy.Action):
    """What can be done about a client's meetings."""

    BOOK = "appointments.appointment.book"
    MOVE = "appointments.appointment.move"
    NOTE_OUTCOME = "appointments.appointment.note"
    OF_CASE = "appointments.case.read"
    READ = "appointments.appointment.read"
    MINE = "appointments.my.read"
    CANNOT_COME = "appointments.appointment.cannot_come"
    CALENDAR = "appointments.calendar.read"
    MAKE_ADDRESS = "appointments.address.make"
    STOP_ADDRESS = "appointments.address.stop"
    CHOOSE_REMINDERS = "appointments.reminders.choose"
    FEED = "appointments.feed.read"
    NOTE_FETCHED = "appointments.feed.note"
    REMIND = "appointments.calendar.remind"


def _said(_actor: Actor) -> Q:
    """What one says is one's own."""
    return policy.EVERYTHING


_SIGNED_IN = policy.with_role(Role.PROFESSIONAL, Role.CLIENT)

# access.csv has no row for meetings: each is somebody's step on its day, so they are agreed like a task.
RULES = {
    AppointmentAction.BOOK: [by_relation(Act.TASK_CREATE, case="pk")],
    AppointmentAction.MOVE: [by_relation(Act.TASK_CREATE)],
    AppointmentAction.NOTE_OUTCOME: [by_relation(Act.TASK_CREATE)],
    AppointmentAction.OF_CASE: [by_relation(Act.CASE_ITEMS_READ, case="pk")],
    AppointmentAction.READ: [by_relation(Act.CASE_ITEMS_READ)],
    AppointmentAction.MINE: [by_relation(Act.CASE_NEXT_STEP_READ, case="pk")],
    # What one says is one's own, as for every step (portal.step.decline).
    AppointmentAction.CANNOT_COME: [by_relation(Act.CASE_NOTE_WRITE, own=_said)],
    # One's own calendar; whose meetings come in it is asked by the rule of reading them.
    AppointmentAction.CALENDAR: [_SIGNED_IN],
    AppointmentAction.MAKE_ADDRESS: [_SIGNED_IN],
    AppointmentAction.STOP_ADDRESS: [policy.is_the_person("account_id")],
    AppointmentAction.CHOOSE_REMINDERS: [_SIGNED_IN],
    AppointmentAction.FEED: [policy.is_the_person("account_id")],
    AppointmentAction.NOTE_FETCHED: [policy.is_the_person("account_id")],
    AppointmentAction.REMIND: [policy.by_job(REMINDING)],
}
policy.declare(RULES)
gates.declare(
    {
        REMINDING: Gate(
            because="the job finds whose meetings are tomorrow, near nobody itself",
            reads=tables(
                "appointments_appointment appointments_attendee cases_case cases_relation"
                " clients_client"
            ),
        ),
        AppointmentAction.REMIND: Gate(
            because="the job reminds of a day, near nobody itself",
            reads=tables(
                "appointments_appointment appointments_attendee cases_case cases_relation"
                " clients_client"
            ),
        ),
    }
)
