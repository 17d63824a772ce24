"""What the client allows: consents, permits and prohibitions given, changed and withdrawn (CONSENT)."""
