"""Who may do what: the declared table against access.csv, and over HTTP."""
