"""What people may send about contacts."""
