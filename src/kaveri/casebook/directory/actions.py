"""Use cases of the directory and who may carry them out; nothing here is about a client."""

from django.db.models import Q

from kaveri.foundation.access import policy
from kaveri.foundation.accounts.selectors import works_in
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor, Role

SET_UP = "set_up"


class DirectoryAction(policy.Action):
    """What can be done with the directory."""

    READ = "directory.service.read"
    LOAD_COUNTY = "directory.county.load"
    READ_PEOPLE = "directory.people.read"
    MAKE_ACCOUNT = "directory.account.make"
    RENEW_PASSWORD = "directory.password.renew"  # noqa: S105
    READ_DUTY = "directory.duty.read"
    PUT_ON_DUTY = "directory.duty.put"
    CHANGE_DUTY = "directory.duty.change"


def _of_their_units(actor: Actor) -> Q:
    return works_in(actor.managed_unit_ids) if actor.managed_unit_ids else policy.NOTHING


def _where_they_work(actor: Actor) -> Q:
    units = actor.unit_ids | actor.managed_unit_ids
    return Q(pk__in=units) if units else policy.NOTHING


def _where_they_lead(actor: Actor) -> Q:
    return Q(pk__in=actor.managed_unit_ids) if actor.managed_unit_ids else policy.NOTHING


def _where_they_receive(actor: Actor) -> Q:
    """Units on whose duty list the actor stands today."""
    if actor.account_id is None:
        return policy.NOTHING
    today = clock.today()
    begun = Q(duty_turns__account_id=actor.account_id, duty_turns__from_on__lte=today)
    return begun & (Q(duty_turns__until_on=None) | Q(duty_turns__until_on__gte=today))


_OF_THE_UNIT = policy.Rule(
    "works in the unit",
    _where_they_work,
    lambda actor: bool(actor.unit_ids),
    "the duty list: no client",
)
_LEADS = policy.Rule(
    "manager of the unit",
    _where_they_lead,
    lambda actor: bool(actor.managed_unit_ids),
    "the duty list: no client",
)
_RECEIVES = policy.Rule(
    "stands on the unit's duty list",
    _where_they_receive,
    lambda _actor: False,
    "the duty list: no client",
)
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
    DirectoryAction.RENEW_PASSWORD: [_ADMINISTRATOR],
    DirectoryAction.READ_DUTY: [_OF_THE_UNIT, _ADMINISTRATOR],
    DirectoryAction.PUT_ON_DUTY: [_LEADS, _RECEIVES, _ADMINISTRATOR],
    DirectoryAction.CHANGE_DUTY: [_LEADS, _RECEIVES, _ADMINISTRATOR],
}
policy.declare(RULES)
