"""Use cases of identification and who may carry them out."""

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
from kaveri.foundation.base.actor import Role


class IdentificationAction(policy.Action):
    """What can be done to notice a need."""

    READ_PROMPTS = "identification.prompts.read"
    EDIT_PROMPTS = "identification.prompts.edit"
    OPEN_QUICK_ASK = "identification.quick_ask.open"
    ASK = "identification.quick_ask.ask"
    MAKE_CONTACT = "identification.quick_ask.make_contact"
    OPEN_FOR_CASE = "identification.work_ability.open"
    OPEN_FOR_CONTACT = "identification.work_ability.open_at_contact"


_front_line = policy.with_role(Role.PROFESSIONAL)

RULES = {
    IdentificationAction.READ_PROMPTS: [
        policy.with_role(Role.PROFESSIONAL, Role.EDITOR, Role.MANAGER)
    ],
    IdentificationAction.EDIT_PROMPTS: [policy.with_role(Role.EDITOR)],
    # Before there is anything, any front-line worker may ask: nothing is read.
    IdentificationAction.OPEN_QUICK_ASK: [_front_line],
    IdentificationAction.ASK: [_front_line],
    IdentificationAction.MAKE_CONTACT: [_front_line],
    IdentificationAction.OPEN_FOR_CASE: [by_relation(Act.CASE_ITEMS_READ, case="pk")],
    IdentificationAction.OPEN_FOR_CONTACT: [
        by_relation(
            Act.MEASURE_RECORD, case=None, contact="pk", own=lambda _actor: policy.EVERYTHING
        )
    ],
}
policy.declare(RULES)
gates.declare(
    {
        IdentificationAction.MAKE_CONTACT: Gate(
            because="a contact arrives: nobody stands near it before it is there",
            writes=tables("contacts_contact cases_relation tasks_task measures_workability"),
        )
    }
)
