"""Plain Python everything rests on: clock, ids, actor, the two words for no, sealed text."""
