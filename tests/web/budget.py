"""What a page asks the database: its questions to rows, counted the same way everywhere."""

WORDS = ("SELECT", "INSERT", "UPDATE", "DELETE")


def asked_of_rows(seen):
    """What was asked, as a list to show when it is too long; telling PostgreSQL who acts is none."""
    asked = [query["sql"] for query in seen.captured_queries]
    return [
        sql for sql in asked if sql.startswith(WORDS) and not sql.startswith("SELECT set_config(")
    ]
