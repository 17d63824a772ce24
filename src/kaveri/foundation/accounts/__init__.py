"""People who sign in, where they work, and when they are away; turns an account into an Actor."""
