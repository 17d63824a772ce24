"""What the one who is invited reads."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.steps.coordination.domain import MemberState, Shown
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.presenters.network import organisation_name, sight
from kaveri.steps.coordination.presenters.parts import language, local_day


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationPage:
    """Who invites and to which role; nothing that tells who the client is before the yes."""

    id: UUID
    manager: str
    unit: str
    phone: str
    role: str
    organisation: str
    invited_on: dt.date
    has_accepted: bool
    client: str
    case_id: UUID | None
    sees: tuple[str, ...]
    form: KaveriForm | None = None


def invitation_page(
    row: Member,
    *,
    unit: str,
    form: KaveriForm | None = None,
    shown: Sequence[Shown] = (),
    opens: bool = False,
) -> InvitationPage:
    """What the one invited reads."""
    accepted = row.state is MemberState.ACCEPTED
    manager = row.case.case_manager
    return InvitationPage(
        id=row.id,
        manager=manager.full_name,
        unit=unit,
        phone=manager.phone,
        role=row.role,
        organisation=organisation_name(row.organisation),
        invited_on=local_day(row.invited_at),
        has_accepted=accepted,
        client=row.case.client.full_name if opens else "",
        case_id=row.case_id if opens else None,
        sees=sight(shown) if accepted else (),
        form=form,
    )


def days_left(row: Member) -> str:
    """Until when the link opens."""
    if row.link_until is None:
        return ""
    return dates.plain_date(row.link_until.astimezone(clock.HELSINKI).date(), language())
