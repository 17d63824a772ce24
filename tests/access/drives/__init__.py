"""How each act is carried out; the acts that are not built yet, each with its issue."""

from collections.abc import Mapping

from kaveri.casebook.cases.domain import Act
from tests.access.cells import Drive
from tests.access.drives import (
    appointments,
    assessment,
    cases,
    consents,
    contacts,
    coordination,
    insight,
    network,
    planning,
    referrals_out,
    statements,
    teams,
)

# An act may be carried out at more than one place.
DRIVES: list[Drive] = [
    *assessment.DRIVES,
    *cases.DRIVES,
    *consents.DRIVES,
    *contacts.DRIVES,
    *coordination.DRIVES,
    *insight.DRIVES,
    *network.DRIVES,
    *planning.DRIVES,
    *referrals_out.DRIVES,
    *appointments.DRIVES,
    *statements.DRIVES,
    *teams.DRIVES,
]

DRIVEN = frozenset(drive.act for drive in DRIVES)
# The acts whose pages are still to come, each with what it waits for; the list may only shrink.
_WAITS = {
    "the special competence team": "special_team.refer",
    "work coaching": "coaching.read coaching.write",
    "feedback": "feedback.give",
    "experience experts": "expert.shared.read",
}
NOT_BUILT: Mapping[Act, str] = {
    Act(act): f"waits for {what}" for what, acts in _WAITS.items() for act in acts.split()
}
