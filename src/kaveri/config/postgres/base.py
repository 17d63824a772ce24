"""Django's PostgreSQL with room for the plans of all questions that pages ask often (docs/adr/0028)."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.postgresql import base
from psycopg._preparing import Prepare, PrepareManager
from psycopg.pq.abc import PGresult

# The driver keeps a hundred unless told otherwise: seven pages' worth. A plan kept takes about 0.8 MB of the server.
QUESTIONS_KEPT = 200


class PlansKept(PrepareManager):
    """Keeps its plans over a rollback, where the driver would let go of all of them.

    The driver fears tables that were made in what is rolled back; here only `kaveri migrate` makes tables.
    """

    def _should_discard(self, prep: Prepare, results: Sequence[PGresult], *others: Any) -> bool:
        if all((result.command_status or b"").startswith(b"ROLLBACK") for result in results):
            return False
        return super()._should_discard(prep, results, *others)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that lets go of no question that is asked every day."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open it, and let it remember more questions, for longer."""
        connection = super().get_new_connection(conn_params)
        connection._prepared = PlansKept()  # noqa: SLF001 - the driver has no setting for it
        connection.prepared_max = QUESTIONS_KEPT
        # Django tells each connection how early to prepare; the new keeper is told here.
        connection.prepare_threshold = conn_params.get("prepare_threshold")
        return connection
