"""The second wall as the database is asked by hand, as the application's role."""

import pytest
from django.db import DatabaseError, connection, transaction

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case, Relation
from kaveri.casebook.tasks.models import Task
from kaveri.config.wall import EXEMPT, NEAR_IDS, WALLED, wall_stands
from kaveri.foundation.access.wall import tables_read
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.context import as_job, told
from kaveri.foundation.usecase.looking import looking
from tests.access.walls import Look, another_case
from tests.factories import casebook, cast
from tests.wall import behind_the_wall

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db,
    pytest.mark.usefixtures("looking_at_all"),
    pytest.mark.requirement("TRUST-1"),
]


def test_who_tells_nothing_sees_nothing(whole):
    with behind_the_wall(), connection.cursor() as cursor:
        found = {}
        for table in WALLED:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 names of tables
            found[table] = cursor.fetchone()[0]

    assert found == dict.fromkeys(WALLED, 0)


def test_what_was_told_does_not_outlive_its_use_case():
    casebook.a_case()
    with behind_the_wall():
        kerstin = cast.as_actor(Account.objects.get(username="kerstin"))
        with looking(Look.AT_ALL, actor=kerstin) as look:
            assert look.rows(Case.objects.all()).exists()

        assert not Case.objects.exists()


def test_a_use_case_inside_another_gives_its_gate_back():
    casebook.a_case()
    petra = cast.as_actor(cast.petra())
    with transaction.atomic(), told(petra, Look.AT_ALL):  # noqa: TID251
        assert not Case.objects.exists()
        with told(petra, "referral.contact.check_known"):
            assert Case.objects.exists()
        assert not Case.objects.exists()


def test_foreign_rows_cannot_be_changed_or_taken_away():
    casebook.a_case()

    changed = {}
    with (
        transaction.atomic(),  # noqa: TID251 - as a use case does
        told(cast.as_actor(cast.petra()), Look.AT_ALL),
        connection.cursor() as cursor,
    ):
        for write in (
            "UPDATE tasks_task SET what = 'x'",
            "UPDATE clients_client SET phone = 'x'",
            "UPDATE cases_case SET state = state",
            "DELETE FROM cases_relation",
            "DELETE FROM tasks_task",
        ):
            cursor.execute(write)
            changed[write] = cursor.rowcount

    assert set(changed.values()) == {0}


def a_relation(case):
    Relation.objects.create(
        account=cast.mikko(), case=case, kind=RelationKind.PAIR, from_at=clock.now()
    )


def a_task(case):
    Task.objects.create(
        case=case, owner=cast.mikko(), kind="next_step", what="x", due_on=clock.today(),
        made_at=clock.now(), changed_at=clock.now(), **casebook.home(),
    )  # fmt: skip


@pytest.mark.parametrize("add", [a_relation, a_task])
def test_nothing_is_added_to_a_foreign_case(add):
    case, petra = casebook.a_case(), cast.as_actor(cast.petra())
    cast.mikko()

    with (
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),  # noqa: TID251 - the refusal must not end the test
        told(petra, Look.AT_ALL),
    ):
        add(case)


def test_a_row_of_ones_own_cannot_be_moved_to_a_foreign_case():
    foreign, case, petra = casebook.a_case(), another_case(), cast.petra()
    casebook.near(case, petra, RelationKind.PAIR)

    with (
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),  # noqa: TID251 - the refusal must not end the test
        told(cast.as_actor(petra), Look.AT_ALL),
    ):
        Task.objects.filter(case=case).update(case=foreign)


def test_the_application_is_neither_owner_nor_above_the_wall():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute(
            "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user"
        )
        assert cursor.fetchone() == (0,)


def test_the_wall_that_stands_is_the_wall_that_is_declared():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, c.relrowsecurity, count(p.polname) FROM pg_class c"
            " LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname LIKE 'kaveri%%'"
            " WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY 1, 2"
        )
        found = {name: (stands, number) for name, stands, number in cursor.fetchall()}

    assert found == dict.fromkeys(WALLED, (True, 4)) | dict.fromkeys(EXEMPT, (False, 0))


def test_a_wall_with_a_gap_does_not_pass_for_one(monkeypatch):
    assert wall_stands(connection)

    monkeypatch.setitem(WALLED, "accounts_unit", WALLED["cases_case"])

    assert not wall_stands(connection)


def seen_by(actor):
    """The cases the database shows them, asked within the test's own transaction."""
    with behind_the_wall(), told(actor, Look.AT_ALL):
        return set(Case.objects.values_list("pk", flat=True))


def test_what_is_kept_as_near_is_let_go_when_it_changes():
    case = casebook.a_case()
    mikko = cast.mikko()
    with clock.standing_at(clock.now()):
        assert seen_by(cast.as_actor(mikko)) == set()
        before = transaction.savepoint()

        casebook.near(case, mikko, RelationKind.PAIR)

        assert seen_by(cast.as_actor(mikko)) == {case.pk}
        transaction.savepoint_rollback(before)
        assert seen_by(cast.as_actor(mikko)) == set()


def test_what_is_near_one_is_not_kept_for_another():
    case = casebook.a_case()
    kerstin, petra = (cast.as_actor(each) for each in (case.case_manager, cast.petra()))
    with clock.standing_at(clock.now()):
        assert seen_by(kerstin) == {case.pk}
        assert seen_by(petra) == set()
        assert seen_by(kerstin) == {case.pk}


def test_every_table_that_tells_what_is_near_lets_go_of_what_was_kept():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE t.tgname = 'kaveri_let_go' AND t.tgenabled = 'O'"
        )
        letting_go = {name for (name,) in cursor.fetchall()}

    assert letting_go == tables_read(NEAR_IDS.values())
    assert {"cases_relation", "tasks_task", "clients_client"} <= letting_go


def test_a_job_that_nobody_declared_has_no_gate():
    casebook.a_case()
    with as_job("tests.nobody"):
        assert not Case.objects.exists()
