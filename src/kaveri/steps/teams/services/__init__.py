"""Keeping a team: its page and its members."""

from kaveri.steps.teams.services.team import add_seat, describe_team, end_seat

__all__ = ["add_seat", "describe_team", "end_seat"]
