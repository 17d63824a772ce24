"""Peer support offered, wanted, arranged (PARTICIPATE-4)."""
