"""Meetings of a case: agreed, moved, called off, held, or missed, which is no fault."""
