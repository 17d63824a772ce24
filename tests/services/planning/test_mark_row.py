"""How far it has come with a row."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskState
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.planning.domain import PlanObstacle, RowState
from kaveri.steps.planning.models import PlanRow
from kaveri.steps.planning.services import mark_row
from tests.access.world import outsider
from tests.factories import cast
from tests.factories.casebook import near
from tests.factories.planning import a_plan, a_row, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-7")]


def test_the_task_ends_with_the_row():
    row = a_row(a_plan(), next_step=True)
    mark_row(actor=kerstin(), row_id=row.id, version=row.version, state=RowState.DONE)
    row = PlanRow.objects.get(pk=row.pk)
    assert (row.state, row.task.state) == (RowState.DONE, TaskState.DONE)


def test_leaving_undone_needs_a_reason():
    row = a_row(a_plan())
    with pytest.raises(Refused) as refused:
        mark_row(actor=kerstin(), row_id=row.id, version=1, state=RowState.LEFT)
    assert refused.value.obstacles == [PlanObstacle.NO_REASON]


def acting_for(row, scope=""):
    raili = outsider("raili", Role.CLIENT)
    near(row.case, raili, RelationKind.REPRESENTATIVE)
    row.case.relations.filter(account=raili).update(scope=scope)
    return raili


def test_who_acts_for_the_client_ticks_off_what_the_client_does():
    row = a_row(a_plan(), by_client=True)
    raili = acting_for(row)

    mark_row(actor=cast.as_actor(raili), row_id=row.id, version=row.version, state=RowState.DONE)

    assert PlanRow.objects.get(pk=row.pk).state == RowState.DONE
    event = Event.objects.get(action="plan.row.mark")
    assert event.account_id == raili.id
    assert [each.ground for each in Subject.objects.filter(event_id=event.id)] == ["representative"]


@pytest.mark.parametrize(("by_client", "scope"), [(False, ""), (True, " health ")])
def test_neither_what_others_do_nor_what_the_document_leaves_out(by_client, scope):
    row = a_row(a_plan(), by_client=by_client)
    raili = acting_for(row, scope)

    with pytest.raises(Denied):
        mark_row(
            actor=cast.as_actor(raili), row_id=row.id, version=row.version, state=RowState.DONE
        )


def test_a_member_does_not_tick_off_what_the_client_does():
    row = a_row(a_plan(), by_client=True)
    near(row.case, cast.kalle(), RelationKind.MEMBER)
    with pytest.raises(Denied):
        mark_row(
            actor=cast.as_actor(cast.kalle()),
            row_id=row.id,
            version=row.version,
            state=RowState.DONE,
        )
