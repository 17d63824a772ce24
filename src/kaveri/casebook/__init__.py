"""Who and what every step is about."""
