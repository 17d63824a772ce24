"""One who carries: case manager, pair, waiting, handover, absence (COORDINATE)."""
