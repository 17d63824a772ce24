"""Somebody asks for help, or somebody asks for them: owned and dated from the first second (ACCESS-1, 3)."""
