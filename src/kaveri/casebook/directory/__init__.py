"""Services, where they are, who receives whom: the county as its people use it (DIRECTORY)."""
