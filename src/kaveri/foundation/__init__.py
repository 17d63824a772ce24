"""Knows nothing about work ability: people, permission, record, page."""
