"""Before a doctor's visit: one page of background, which the client approves first (IDENTIFY-6)."""
