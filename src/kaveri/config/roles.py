"""The two database roles of PostgreSQL: the owner migrates, the application does everything else."""

from pathlib import Path

import environ
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from kaveri.config.wall import lay_wall

GRANTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
)


def migrate_as_owner() -> None:
    """Brings the database to this version; on PostgreSQL as its owner, where one is named."""
    if connection.vendor == "sqlite":
        # Where there was nothing before: SQLite makes its file, but not the folder.
        Path(connection.settings_dict["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    if not settings.OWNER_DATABASE_URL:
        call_command("migrate", interactive=False, verbosity=0)
        lay_wall(connection)
        return
    as_application = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(environ.Env.db_url_config(settings.OWNER_DATABASE_URL))
    try:
        call_command("migrate", interactive=False, verbosity=0)
        lay_wall(connection)
        grant_to_application(connection, as_application["USER"])
    finally:
        connection.close()
        connection.settings_dict.update(as_application)


def grant_to_application(owner: BaseDatabaseWrapper, role: str) -> None:
    """Lets the application's role work with the rows of every table, and with nothing else."""
    with owner.cursor() as cursor:
        for grant in GRANTS:
            cursor.execute(sql.SQL(grant).format(role=sql.Identifier(role)))
