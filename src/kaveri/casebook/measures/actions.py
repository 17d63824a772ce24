"""Use cases of measures and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor


class MeasureAction(policy.Action):
    """What can be done with measures."""

    READ = "measures.work_ability.read"
    RECORD = "measures.work_ability.record"
    RECORD_AT_CONTACT = "measures.work_ability.record_at_contact"


def _recorded_by(actor: Actor) -> Q:
    return Q(recorded_by_id=actor.account_id)


RULES = {
    MeasureAction.READ: [by_relation(Act.CASE_ITEMS_READ, contact="contact_id", own=_recorded_by)],
    MeasureAction.RECORD: [by_relation(Act.MEASURE_RECORD, case="pk")],
    # The owner of a contact measures on that contact: it is theirs.
    MeasureAction.RECORD_AT_CONTACT: [
        by_relation(
            Act.MEASURE_RECORD, case=None, contact="pk", own=lambda _actor: policy.EVERYTHING
        )
    ],
}
policy.declare(RULES)
