"""Laying out the county, its workers' accounts, and its duty lists."""

from kaveri.casebook.directory.services.accounts import make_account
from kaveri.casebook.directory.services.county import COUNTY, load_county
from kaveri.casebook.directory.services.duty import pass_turn

__all__ = ["COUNTY", "load_county", "make_account", "pass_turn"]
