"""A good ending, who carries on, coming back (COORDINATE-13)."""
