"""How people and systems reach the steps."""
