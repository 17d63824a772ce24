"""Steps: statements asked of a doctor or a team, written, signed and delivered."""
