"""Use cases of the teams and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
from kaveri.foundation.base.actor import Actor, Role
from kaveri.steps.teams.models import Seat


class TeamAction(policy.Action):
    """What can be done with a team."""

    LIST = "teams.teams.read"
    READ = "teams.team.read"
    DESCRIBE = "teams.ways.write"
    ADD_SEAT = "teams.seat.add"
    END_SEAT = "teams.seat.end"
    LIST_MEETINGS = "teams.meetings.read"
    SET_MEETING = "teams.meeting.set"
    READ_MEETING = "teams.meeting.read"
    OPEN_MEETING = "teams.meeting.open"
    MOVE_MEETING = "teams.meeting.move"
    CALL_OFF = "teams.meeting.call_off"
    OPEN_CASE = "teams.case.open"
    READ_ITEM = "teams.item.read"
    ADD_ITEM = "teams.item.add"
    TAKE_OFF = "teams.item.take_off"
    READ_DECISION = "teams.decision.read"
    DECIDE = "teams.decision.write"
    WRITE_MINUTES = "teams.minutes.write"
    OWN = "teams.own.read"


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


def _sits() -> policy.Rule:
    """Open to the permanent members of the team; the meeting itself tells of no client."""

    def rows(actor: Actor) -> Q:
        if actor.account_id is None:
            return policy.NOTHING
        mine = Seat.objects.filter(account_id=actor.account_id, left_at=None)
        return Q(unit_id__in=mine.values("unit_id"))

    return policy.Rule(
        "sits in the team", rows, lambda _actor: False, "the team's own page: no client"
    )


def decided_or_does(actor: Actor) -> Q:
    """What the actor wrote down, or is to do."""
    return Q(owner_id=actor.account_id) | Q(decided_by_id=actor.account_id)


def presents_or_added(actor: Actor) -> Q:
    """What the actor put on the agenda or is asked to present."""
    return Q(presenter_id=actor.account_id) | Q(added_by_id=actor.account_id)


_WORKERS = policy.with_role(
    Role.PROFESSIONAL, Role.MANAGER, Role.EDITOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR
)
RULES = {
    TeamAction.LIST: [_WORKERS],
    TeamAction.READ: [_WORKERS],
    TeamAction.DESCRIBE: [_of_the_team("pk")],
    TeamAction.ADD_SEAT: [_of_the_team("pk")],
    TeamAction.END_SEAT: [_of_the_team("unit_id")],
    TeamAction.LIST_MEETINGS: [_WORKERS],
    TeamAction.SET_MEETING: [_of_the_team("pk")],
    TeamAction.READ_MEETING: [_WORKERS],
    TeamAction.OPEN_MEETING: [_sits()],
    TeamAction.MOVE_MEETING: [_of_the_team("unit_id")],
    TeamAction.CALL_OFF: [_of_the_team("unit_id")],
    # A coach or a member sees the page, and on it what they present or put there.
    TeamAction.OPEN_CASE: [
        by_relation(Act.TEAM_MINUTES_READ, case="pk", own=lambda _actor: policy.EVERYTHING)
    ],
    TeamAction.READ_ITEM: [by_relation(Act.TEAM_MINUTES_READ, own=presents_or_added)],
    TeamAction.ADD_ITEM: [by_relation(Act.TEAM_AGENDA_ADD, case="pk")],
    TeamAction.TAKE_OFF: [by_relation(Act.TEAM_AGENDA_ADD)],
    TeamAction.READ_DECISION: [by_relation(Act.TEAM_MINUTES_READ, own=decided_or_does)],
    TeamAction.DECIDE: [by_relation(Act.TEAM_MINUTES_WRITE)],
    TeamAction.WRITE_MINUTES: [by_relation(Act.TEAM_MINUTES_WRITE)],
    TeamAction.OWN: [by_relation(Act.TEAM_MINUTES_READ, case="pk")],
}
policy.declare(RULES)
gates.declare(
    {
        TeamAction.OPEN_MEETING: Gate(
            because="the ground of every case on the agenda is asked anew for everybody who sits there,"
            " and who has none stands near it no longer",
            reads=tables(
                "cases_case clients_client consent_consent consent_consentparty consent_permit"
                " consent_prohibition consent_limit teams_guest"
            ),
            writes=tables("teams_agendaitem cases_relation timeline_entry tasks_task"),
        ),
        TeamAction.MOVE_MEETING: Gate(
            because="for how long the team stands near each case on the agenda follows the time of the meeting",
            reads=tables("cases_case clients_client teams_agendaitem teams_guest"),
            writes=tables("cases_relation timeline_entry"),
        ),
        TeamAction.CALL_OFF: Gate(
            because="every case on the agenda goes to a later meeting, or back to its case manager with a task",
            reads=tables("cases_case clients_client teams_guest"),
            writes=tables("teams_agendaitem cases_relation timeline_entry tasks_task"),
        ),
    }
)
