"""Asking whether the person is known already, without becoming an oracle (ACCESS-4)."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.clients.domain import normal_code
from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import OPEN_STATES
from kaveri.casebook.contacts.services import save_contact
from kaveri.casebook.records.models import home_of
from kaveri.foundation.access.sealed import seal_for
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.domain.knowing import CheckBy, obstacles_to_checking
from kaveri.steps.referral.models import KnownCheck
from kaveri.steps.referral.selectors.knowing import (
    asked_today,
    checks,
    people_like,
    whom_to_contact,
)


def check_known(
    *,
    actor: Actor,
    contact_id: UUID,
    by: CheckBy,
    code: str = "",
    born_on: dt.date | None = None,
    sending: UUID | None = None,
) -> KnownCheck:
    """Whether somebody has worked with the person before: the answer is only whom to contact.

    What keeps it from being an oracle: it needs an open contact of one's own; the name is the
    contact's own and cannot be typed here; the day of birth and the code are taken once and
    stand from then on; each way is asked once for a contact and a worker asks so many times a
    day; protected people never show; the answer has the same form for a hit and for none, is
    found by the same questions to the database, and every person found, shown or not, has the
    asking in their own log. The code is sealed with the answer and used, unseen, if the
    contact is taken on.
    """
    with acting(ContactAction.CHECK_KNOWN, actor=actor, sending=sending) as act:
        contact = act.fetch(contacts.contacts(), contact_id)
        asked = checks(contact.id)
        day = contact.born_on or born_on
        refuse_if(
            obstacles_to_checking(
                by=by,
                contact_open=contact.state in OPEN_STATES,
                asked_by=frozenset(asked.values_list("asked_by", flat=True)),
                asked_today=asked_today(actor.account_id),
                born_on=day,
                code=code,
            )
        )
        if by is CheckBy.NAME and contact.born_on is None:
            save_contact(act, contact, born_on=day)
        found = people_like(contact, by=by, code=code)
        act.concerns(*(person.id for person in found))
        shown = [person for person in found if not person.non_disclosure]
        known = {"by_id": actor.account_id, "asked_by": by, "at": clock.now()}
        check = KnownCheck(contact=contact, **known, **home_of(contact))
        if by is CheckBy.CODE:
            check.code_sealed = seal_for(check, "code_sealed", normal_code(code))
            own = [person for person in shown if person.register == contact.register]
            check.client = own[0] if own else None
        check.save()
        check.whom_to_contact.set(whom_to_contact(person.id for person in shown))
        act.record(check, facts={"contact": str(contact.id), "by": by})
    return check
