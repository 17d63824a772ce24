"""Laying out the county, and changing its duty lists."""

from kaveri.casebook.directory.services.county import COUNTY, load_county
from kaveri.casebook.directory.services.duty import pass_turn

__all__ = ["COUNTY", "load_county", "pass_turn"]
