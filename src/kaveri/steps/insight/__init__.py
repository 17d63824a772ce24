"""What the client may know of their own record: who sees it, who has looked, and asking for more (TRUST-1)."""
