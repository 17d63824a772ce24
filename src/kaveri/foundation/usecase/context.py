"""What the database is told about who acts, for its own second wall."""

from django.db import connection

from kaveri.foundation.base.actor import Actor


def tell_database(actor: Actor) -> None:
    """Set the actor for this transaction only; SQLite has no such wall."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('kaveri.account', %s, true), set_config('kaveri.organisation', %s, true),"
            " set_config('kaveri.register', %s, true), set_config('kaveri.job', %s, true)",
            [
                str(actor.account_id or ""),
                str(actor.organisation_id or ""),
                actor.register,
                actor.job,
            ],
        )
