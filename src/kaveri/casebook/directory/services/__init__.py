"""Laying out the county, its workers' accounts, and its duty lists."""

from kaveri.casebook.directory.services.accounts import make_account, renew_password
from kaveri.casebook.directory.services.county import COUNTY, load_county
from kaveri.casebook.directory.services.duty import change_duty, pass_turn, put_on_duty

__all__ = [
    "COUNTY",
    "change_duty",
    "load_county",
    "make_account",
    "pass_turn",
    "put_on_duty",
    "renew_password",
]
