"""The words of contacts and referrals."""
