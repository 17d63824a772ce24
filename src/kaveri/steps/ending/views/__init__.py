"""Pages of ending and coming back."""
