"""Use cases of the directory and who may carry them out; nothing here is about a client."""

from django.db.models import Q

from kaveri.foundation.access import policy
from kaveri.foundation.accounts.selectors import works_in
from kaveri.foundation.base.actor import Actor, Role

SET_UP = "set_up"


class DirectoryAction(policy.Action):
    """What can be done with the directory."""

    READ = "directory.service.read"
    LOAD_COUNTY = "directory.county.load"
    READ_PEOPLE = "directory.people.read"
    MAKE_ACCOUNT = "directory.account.make"


def _of_their_units(actor: Actor) -> Q:
    return works_in(actor.managed_unit_ids) if actor.managed_unit_ids else policy.NOTHING


_ADMINISTRATOR = policy.with_role(Role.ADMINISTRATOR)
_MANAGER = policy.Rule(
    "manager of the worker's unit",
    _of_their_units,
    lambda actor: bool(actor.managed_unit_ids),
)
RULES = {
    DirectoryAction.READ: [policy.anyone()],
    DirectoryAction.LOAD_COUNTY: [policy.by_job(SET_UP)],
    DirectoryAction.READ_PEOPLE: [_ADMINISTRATOR, _MANAGER],
    # The first administrator is made where the county is laid out.
    DirectoryAction.MAKE_ACCOUNT: [_ADMINISTRATOR, policy.by_job(SET_UP)],
}
policy.declare(RULES)
