"""Notes, contacts and documents on one line, each with author, source, category and who may see (COORDINATE-10)."""
