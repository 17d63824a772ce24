"""Contacts handled and taken on; referrals out to services (ACCESS, COORDINATE-14)."""
