"""Kaveri: the working tool of a service package that supports work ability."""

__version__ = "0.1.0"
