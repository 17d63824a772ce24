"""One period of support, who is near it, and the one table that grants anything (access.md §2)."""
