"""A question about a client, asked of a colleague on the case, with its ground."""
