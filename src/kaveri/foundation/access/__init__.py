"""The policy: one declared rule gives both the filter for lists and the check on one row."""
