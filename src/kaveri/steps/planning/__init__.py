"""The plan made together: goals, situation, services, who does what, follow-up, kept versions."""
