"""Seeing the need early: quick ask, prompts (IDENTIFY)."""
