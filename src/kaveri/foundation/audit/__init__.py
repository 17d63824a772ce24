"""The log: written once, read by the few, shown to the client."""
