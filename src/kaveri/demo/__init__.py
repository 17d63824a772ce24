"""Plays the handbook's stories through the real services; makes synthetic counties. Never in production."""
