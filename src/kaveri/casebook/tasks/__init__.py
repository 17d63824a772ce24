"""Who does what next, by when, and does the client know (COORDINATE-11; design: the one question)."""
