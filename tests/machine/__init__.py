"""The one question under every order of events: a state machine over the real services."""
