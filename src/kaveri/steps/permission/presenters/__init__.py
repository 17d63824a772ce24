"""What the pages of consents show."""
