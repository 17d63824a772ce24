"""Rows and people for tests; nobody here uses a real identity code."""
