"""Django's PostgreSQL with room for the plans of all questions that pages ask often (docs/adr/0028)."""

from typing import Any

from django.db.backends.postgresql import base

# The driver keeps a hundred unless told otherwise: seven pages' worth. A plan kept takes about 0.8 MB of the server.
QUESTIONS_KEPT = 200


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that lets go of no question that is asked every day."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open it, and let it remember more questions."""
        connection = super().get_new_connection(conn_params)
        connection.prepared_max = QUESTIONS_KEPT
        return connection
