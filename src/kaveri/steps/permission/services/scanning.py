"""The signed paper is scanned later than the consent was taken down."""

from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.consent import services as allowed
from kaveri.casebook.consent.domain import Given
from kaveri.casebook.consent.selectors import consents
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.domain import PermissionObstacle
from kaveri.steps.permission.services import writing

if TYPE_CHECKING:
    from kaveri.casebook.consent.models import Consent


def attach_scan(
    *,
    actor: Actor,
    consent_id: UUID,
    version: int,
    scan: writing.Scan,
    sending: UUID | None = None,
) -> "Consent":
    """A paper consent gets the scan it was taken down without; one that is there stays."""
    with acting(PermissionAction.ATTACH_SCAN, actor=actor, sending=sending) as act:
        consent = act.fetch(consents(), consent_id, version=version)
        act.concerns(consent.client_id)
        checks = {
            PermissionObstacle.NOT_ON_PAPER: consent.given != Given.PAPER,
            PermissionObstacle.SCAN_IS_THERE: bool(consent.scan),
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        found = writing.paper_of(scan)
        allowed.keep_scan(act, consent, file=found.file(), name=found.name)
        act.record(consent)
    return consent
