"""Reading meetings."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind, works_on
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.steps.appointments.domain import State
from kaveri.steps.appointments.models import Appointment

_PERSONS = frozenset({RelationKind.SELF, RelationKind.REPRESENTATIVE})


def states_before(case_id: UUID, moment: dt.datetime) -> list[str]:
    """What came of the meetings up to this moment, the newest first."""
    rows = Appointment.objects.filter(case_id=case_id, starts_at__lte=moment)
    noted = rows.exclude(state=State.AGREED).order_by("-starts_at", "-id")
    return list(noted.values_list("state", flat=True)[:20])


def can_take_part(case_id: UUID) -> list[Account]:
    """Workers near the case and members of the network who have an account."""
    near = cases.relations().filter(case_id=case_id, kind__in=works_on() - _PERSONS)
    found = people.accounts().filter(pk__in=near.values("account_id"), is_active=True)
    return list(found.order_by("last_name", "first_name", "id"))
