"""Referrals out to services and their answers (COORDINATE-14)."""
