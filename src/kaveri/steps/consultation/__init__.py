"""One professional asks another; there is no place for a client here (COORDINATE-12)."""
