"""Use cases of the teams and who may carry them out."""

from django.db.models import Q

from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor, Role


class TeamAction(policy.Action):
    """What can be done with a team."""

    LIST = "teams.teams.read"
    READ = "teams.team.read"
    DESCRIBE = "teams.ways.write"
    ADD_SEAT = "teams.seat.add"
    END_SEAT = "teams.seat.end"


def _of_the_team(field: str) -> policy.Rule:
    """Open to those who work in the team's unit or lead it; the page tells of no client."""

    def rows(actor: Actor) -> Q:
        mine = _units(actor)
        return Q(**{f"{field}__in": list(mine)}) if mine else policy.NOTHING

    return policy.Rule(
        "works in the team's unit, or leads it",
        rows,
        lambda actor: bool(_units(actor)),
        "the team's own page: no client",
    )


def _units(actor: Actor) -> frozenset[object]:
    works = actor.unit_ids if Role.PROFESSIONAL in actor.roles else frozenset()
    return frozenset(works | actor.managed_unit_ids)


_WORKERS = policy.with_role(
    Role.PROFESSIONAL, Role.MANAGER, Role.EDITOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR
)
RULES = {
    TeamAction.LIST: [_WORKERS],
    TeamAction.READ: [_WORKERS],
    TeamAction.DESCRIBE: [_of_the_team("pk")],
    TeamAction.ADD_SEAT: [_of_the_team("pk")],
    TeamAction.END_SEAT: [_of_the_team("unit_id")],
}
policy.declare(RULES)
