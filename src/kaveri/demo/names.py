"""Common first and last names of the county, for invented people."""

import json
from pathlib import Path

_names: dict[str, list[str]] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))

FINNISH_FIRST, FINNISH_LAST = _names["finnish_first"], _names["finnish_last"]
SWEDISH_FIRST, SWEDISH_LAST = _names["swedish_first"], _names["swedish_last"]
OTHER_FIRST, OTHER_LAST = _names["other_first"], _names["other_last"]
