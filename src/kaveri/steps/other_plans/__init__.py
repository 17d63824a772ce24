"""Steps: the plan's place among the client's other plans, and what the law asks of each."""
