"""The pages of mapping, assessing and asking."""
