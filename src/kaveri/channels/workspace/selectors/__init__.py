"""What the workers' pages read: permitted rows only, one look for each page."""
