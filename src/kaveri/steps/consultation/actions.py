"""Use cases of consultations and who may carry them out: any professional asks any other."""

from django.db.models import Q

from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor, Role


class ConsultationAction(policy.Action):
    """What can be done when one professional asks another."""

    NOTE = "consultation.consultation.note"
    ASK = "consultation.consultation.ask"
    LIST = "consultation.consultations.read"
    READ = "consultation.consultation.read"
    ANSWER = "consultation.consultation.answer"
    FIGURES = "consultation.figures.read"


def _in_the_asked_unit() -> policy.Rule:
    """Open to the professionals of the unit that was asked."""

    def rows(actor: Actor) -> Q:
        if Role.PROFESSIONAL not in actor.roles:
            return policy.NOTHING
        return Q(asked_unit_id__in=actor.unit_ids)

    return policy.Rule("a professional of the unit that was asked", rows, lambda _actor: False)


_PROFESSIONAL = policy.Rule(
    "any professional of a unit, for what no client is named in",
    lambda _actor: policy.NOTHING,
    lambda actor: Role.PROFESSIONAL in actor.roles and bool(actor.unit_ids),
)
_BOTH = [policy.is_the_person("asked_by_id"), _in_the_asked_unit(), _PROFESSIONAL]

RULES = {
    ConsultationAction.NOTE: [_PROFESSIONAL],
    ConsultationAction.ASK: [_PROFESSIONAL],
    ConsultationAction.LIST: _BOTH,
    ConsultationAction.READ: _BOTH,
    ConsultationAction.ANSWER: [_in_the_asked_unit()],
    ConsultationAction.FIGURES: [policy.with_role(Role.PROFESSIONAL, Role.MANAGER)],
}
policy.declare(RULES)
