"""`acting()` and `looking()`: permission, transaction, database context and record in one."""
