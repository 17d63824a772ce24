"""What PostgreSQL has planned once is kept, whatever becomes of the transaction."""

import pytest
from django.db import connection, transaction

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]


def ask(times):
    with connection.cursor() as cursor:
        for number in range(times):
            cursor.execute("SELECT %s::int + 1", [number])


def kept():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%+ 1'")
        return cursor.fetchone()[0]


def test_a_plan_outlives_a_rollback():
    ask(5)
    assert kept() == 1

    with transaction.atomic():  # noqa: TID251
        transaction.set_rollback(True)
    ask(1)

    assert kept() == 1


def test_a_plan_is_let_go_of_when_a_table_is_dropped():
    ask(5)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE passing (id int)")
        cursor.execute("DROP TABLE passing")
    ask(1)

    assert kept() == 0
