"""The client's path, in the order of the handbook; a later step may read an earlier one."""
