"""What workers write on their own pages."""
