"""The databases of a test run: a template migrated once, and a copy of it for each worker.

Nothing is ever flushed, because what must never be deleted cannot be deleted: a test that really
commits gets its worker's copy made anew from the template afterwards.
"""

import hashlib
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from kaveri.config.roles import grant_to_application
from kaveri.config.wall import lay_wall
from tests.wall import let_tests_stand_outside

CHECKOUT = hashlib.sha256(str(Path(__file__).resolve().parent).encode()).hexdigest()[:8]


class Copies(Protocol):
    """One worker's view of the template and of its own copy."""

    def build_template(self) -> None: ...
    def make(self) -> None: ...
    def drop(self) -> None: ...


def use(**settings: object) -> None:
    """Points Django's connection, in every thread, at another database."""
    connections.close_all()
    connections["default"].settings_dict.update(settings)


def migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)


class SQLiteCopies:
    """Database files: the template is migrated once and copied as a file."""

    def __init__(self, folder: Path, worker: str) -> None:
        self.template = folder / "template.sqlite3"
        self.copy = folder / f"{worker}.sqlite3"

    def build_template(self) -> None:
        use(NAME=str(self.template))
        migrate()
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connections.close_all()

    def make(self) -> None:
        self.drop()
        shutil.copyfile(self.template, self.copy)
        use(NAME=str(self.copy))

    def drop(self) -> None:
        connections.close_all()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.copy}{suffix}").unlink(missing_ok=True)


class PostgresCopies:
    """Databases of one server: the owner migrates the template; tests run as the application's role."""

    def __init__(self, admin: str, password: str, worker: str) -> None:
        self.admin = admin
        self.password = password
        self.owner = f"kaveri_{CHECKOUT}_owner"
        self.application = f"kaveri_{CHECKOUT}_application"
        self.template = f"kaveri_{CHECKOUT}_template"
        self.copy = f"kaveri_{CHECKOUT}_{worker}"

    def run(self, *commands: str, **names: str) -> None:
        parts = {name: sql.Identifier(value) for name, value in names.items()}
        with psycopg.connect(self.admin, autocommit=True) as connection:
            for command in commands:
                connection.execute(
                    sql.SQL(command).format(**parts, password=sql.Literal(self.password))
                )

    def make_roles(self) -> None:
        for role in (self.owner, self.application):
            with psycopg.connect(self.admin, autocommit=True) as connection:
                known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
                verb = "ALTER" if known.fetchone() else "CREATE"
            self.run(
                verb + " ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS"
                " PASSWORD {password}",
                role=role,
            )

    def point_at(self, name: str, role: str) -> None:
        server = urlsplit(self.admin)
        use(
            NAME=name,
            USER=role,
            PASSWORD=self.password,
            HOST=server.hostname or "127.0.0.1",
            PORT=server.port or 5432,
            CONN_MAX_AGE=0,
        )

    def build_template(self) -> None:
        self.make_roles()
        self.run(
            "DROP DATABASE IF EXISTS {template} WITH (FORCE)",
            "CREATE DATABASE {template} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'",
            template=self.template,
            owner=self.owner,
        )
        self.point_at(self.template, self.owner)
        migrate()
        lay_wall(connections["default"])
        let_tests_stand_outside(connections["default"])
        grant_to_application(connections["default"], self.application)
        connections.close_all()

    def make(self) -> None:
        connections.close_all()
        self.run(
            "DROP DATABASE IF EXISTS {copy} WITH (FORCE)",
            "CREATE DATABASE {copy} OWNER {owner} TEMPLATE {template}",
            copy=self.copy,
            owner=self.owner,
            template=self.template,
        )
        self.point_at(self.copy, self.application)

    def drop(self) -> None:
        connections.close_all()
        self.run("DROP DATABASE IF EXISTS {copy} WITH (FORCE)", copy=self.copy)

    def clear(self) -> None:
        """Takes away every database of ours and the roles: the end of the whole run."""
        with psycopg.connect(self.admin, autocommit=True) as connection:
            ours = connection.execute(
                "SELECT datname FROM pg_database WHERE datdba = to_regrole(%s)", [self.owner]
            ).fetchall()
        for (name,) in ours:
            self.run("DROP DATABASE {name} WITH (FORCE)", name=name)
        for role in (self.application, self.owner):
            self.run("DROP ROLE IF EXISTS {role}", role=role)


class Server:
    """The PostgreSQL of this run: the one named in the environment, else one of our own."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self.turn: psycopg.Connection | None = None
        if "KAVERI_TEST_POSTGRES_URL" in os.environ:
            # One run of a checkout at a time: a second one waits here for its turn.
            self.turn = psycopg.connect(os.environ["KAVERI_TEST_POSTGRES_URL"], autocommit=True)
            self.turn.execute("SELECT pg_advisory_lock(%s)", [int(CHECKOUT, 16)])
        else:
            self.process = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("postgres.py"))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
            address = self.process.stdout.readline().strip()
            if not address:
                raise SystemExit("PostgreSQL could not be started; is its server installed?")
            os.environ["KAVERI_TEST_POSTGRES_URL"] = address
        os.environ["KAVERI_TEST_POSTGRES_PASSWORD"] = secrets.token_urlsafe(24)

    def stop(self) -> None:
        if self.turn:
            PostgresCopies(*postgres_access(), worker="none").clear()
            self.turn.close()
        if self.process:
            with self.process:
                self.process.stdin.close()


def postgres_access() -> tuple[str, str]:
    return os.environ["KAVERI_TEST_POSTGRES_URL"], os.environ["KAVERI_TEST_POSTGRES_PASSWORD"]


def copies_for(engine: str, folder: Path, worker: str) -> Copies:
    if engine == "postgres":
        return PostgresCopies(*postgres_access(), worker=worker)
    return SQLiteCopies(folder, worker)
