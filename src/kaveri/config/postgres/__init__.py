"""PostgreSQL as Kaveri asks it."""
