"""The tests, by kind and then by app."""
