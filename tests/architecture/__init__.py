"""The checks that hold the house together."""
