"""Dates and numbers the Finnish way, in each language."""
