"""The client's own pages (PARTICIPATE-1)."""
