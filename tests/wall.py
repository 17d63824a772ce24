"""Where tests stand to the second wall: outside it between use cases, behind it whenever the product works.

What a test makes and reads itself is asked outside any use case, where the wall shows nothing. A policy that only
the tests' template database has lets it through, on the test's own connection, never during a request, and
never inside `acting()` or `looking()`. The product has no such policy and no such setting.
"""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

from django.db import connection
from django.db.backends.signals import connection_created
from django.test.client import ClientHandler

from kaveri.config.wall import WALLED
from kaveri.foundation.usecase.context import is_told_nothing

_OUTSIDE = """coalesce(current_setting('kaveri_tests.outside', true), '') = 'on'
 AND coalesce(current_setting('kaveri.moment', true), '') = ''"""


def let_tests_stand_outside(owner) -> None:
    """For the template database of the tests alone."""
    with owner.cursor() as cursor:
        cursor.execute(
            f"CREATE FUNCTION tests_outside() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT {_OUTSIDE} $$"
        )
        for table in WALLED:
            cursor.execute(
                f"CREATE POLICY tests_outside ON {table}"
                " USING ((SELECT tests_outside())) WITH CHECK ((SELECT tests_outside()))"
            )


def _say(*, on: bool) -> None:
    # Past Django's own cursor: what is counted in tests is what the product asks.
    if connection.vendor == "postgresql" and connection.connection is not None:
        connection.connection.execute(
            "SELECT set_config('kaveri_tests.outside', %s, false)", ["on" if on else "off"]
        )


@contextmanager
def behind_the_wall() -> Iterator[None]:
    """As the product asks: for what a test wants to see with the product's own eyes."""
    _say(on=False)
    try:
        yield
    finally:
        if connection.connection is not None and not connection.needs_rollback:
            _say(on=True)


_NAMES_A_WALLED_TABLE = re.compile(r'(?:FROM|JOIN|INTO|UPDATE) "(' + "|".join(WALLED) + ')"')


def _within_a_use_case(execute, sql, params, many, context):
    """A page that asks about people outside any use case would find nothing and not notice: here it is told."""
    named = _NAMES_A_WALLED_TABLE.search(sql)
    if named and connection.vendor == "postgresql" and is_told_nothing():
        raise AssertionError(f"{named.group(1)} is read outside any use case")
    return execute(sql, params, many, context)


@contextmanager
def stand_outside() -> Iterator[None]:
    """For a whole run of tests: on the connections of the tests' own thread, and not while a page is asked for."""

    def outside(**_told: object) -> None:
        if threading.current_thread() is threading.main_thread():
            _say(on=True)

    answer = ClientHandler.__call__

    def answer_behind_the_wall(self, environ):
        with behind_the_wall(), connection.execute_wrapper(_within_a_use_case):
            return answer(self, environ)

    connection_created.connect(outside)
    with mock.patch.object(ClientHandler, "__call__", answer_behind_the_wall):
        yield
    connection_created.disconnect(outside)
