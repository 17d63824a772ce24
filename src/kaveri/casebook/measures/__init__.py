"""Perceived work ability: the score 0–10, the timeline, and not wanting to answer (IDENTIFY-1)."""
