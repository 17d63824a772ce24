"""What every other test of a service stands on: whose database it is, and that nothing stays behind."""

import pytest
from django.db import DatabaseError, connection, transaction

from kaveri.foundation.accounts.models import Organisation
from kaveri.foundation.audit.models import Event
from tests.factories import cast


@pytest.mark.postgres
@pytest.mark.django_db
def test_tests_run_as_the_application_which_owns_nothing():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolcreatedb, rolbypassrls FROM pg_roles"
            " WHERE rolname = current_user"
        )
        role, *powers = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        owned = cursor.fetchone()[0]

    assert role.endswith("_application")
    assert powers == [False, False, False]
    assert owned == 0


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize(
    "command",
    [
        "CREATE TABLE somewhere_else (id int)",
        "ALTER TABLE audit_event DISABLE TRIGGER ALL",
        "DROP TABLE audit_event",
        "TRUNCATE audit_event",
    ],
)
def test_the_application_cannot_change_the_tables(command):
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),  # noqa: TID251
        connection.cursor() as cursor,
    ):
        cursor.execute(command)


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_one_test_commits_is_gone_in_the_next(fresh_database, time):
    assert not Organisation.objects.filter(key="county-of-this-test").exists()

    cast.organisation("county-of-this-test")

    assert Organisation.objects.filter(key="county-of-this-test").exists()


@pytest.mark.django_db
def test_the_template_holds_no_history():
    assert not Event.objects.exists()
