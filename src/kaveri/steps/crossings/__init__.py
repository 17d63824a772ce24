"""The few use cases that reach back over several steps: a worker leaves, groundwork reused."""
