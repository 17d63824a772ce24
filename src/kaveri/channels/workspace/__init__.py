"""Workers' pages: my day, search, work lists, the case on one page (COORDINATE-11)."""
