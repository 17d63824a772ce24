"""Health checks for unemployed people: offered, booked, done, and what came of it."""
