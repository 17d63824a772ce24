"""The local teams: who sits in them, how they work, and the meetings in which they look at a case together."""
