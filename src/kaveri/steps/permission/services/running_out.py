"""The last day of a consent has passed: the same follows as from a withdrawal, for whom it ends something."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.consent import services as allowed
from kaveri.casebook.consent.selectors import consents
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.permission import selectors
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.services import writing


def see_to_run_out(*, actor: Actor, consent_id: UUID) -> None:
    """Whoever can no longer open the case hands back what they had to do; nobody is left without a carrier."""
    with acting(PermissionAction.RUN_OUT, actor=actor) as act:
        consent = act.fetch(consents(), consent_id)
        act.concerns(consent.client_id)
        case = selectors.open_case_of(consent.client_id)
        if case is not None and consent.until_on is not None:
            follows = writing.what_follows(case, consent)
            writing.carry_out(
                act,
                case,
                follows,
                to_id=writing.carrier(act, case, follows),
                on=consent.until_on + dt.timedelta(days=1),
            )
        writing.renewed(act, consent)
        allowed.note_run_out(act, consent)
        act.record(consent, facts={"until": str(consent.until_on)})
