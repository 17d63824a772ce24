"""Whose record it is: controller, register, service task and category on everything (access.md §1)."""
