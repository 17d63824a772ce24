"""What the client allows: consent, permit, prohibition, and the limits that narrow them (access.md §3)."""
