"""Rules of contacts and referrals: what stands in the way, who is meant, what a text must not hold."""
