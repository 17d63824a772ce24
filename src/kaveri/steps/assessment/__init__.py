"""Mapping the situation with the person; work ability assessment to its result (ASSESS)."""
