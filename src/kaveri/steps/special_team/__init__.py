"""Steps: the special competence team, from a referral to a statement and an agreed follow-up."""
