"""A row that reads otherwise."""

import pytest

from kaveri.foundation.base.errors import Changed
from kaveri.steps.planning.models import Former, PlanRow
from kaveri.steps.planning.selectors import agreements_of
from kaveri.steps.planning.services import agree_row, change_row
from tests.factories.planning import a_plan, a_row, in_days, kerstin, row_terms

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-6", "PLAN-10")]


def test_what_was_agreed_to_is_agreed_anew_and_the_former_text_stays():
    row = a_row(a_plan())
    agree_row(actor=kerstin(), row_id=row.id, version=1)
    assert row.id in agreements_of([row])
    row = change_row(actor=kerstin(), row_id=row.id, version=1, row=row_terms(what="skriver"))
    assert agreements_of([row]) == {}
    assert Former.objects.get().content["what"] == "ringer verkstaden"


def test_the_task_goes_with_the_row():
    row = a_row(a_plan(), next_step=True)
    change_row(
        actor=kerstin(), row_id=row.id, version=1, row=row_terms(what="skriver", due_on=in_days(5))
    )
    row = PlanRow.objects.get(pk=row.pk)
    assert (row.task.what, row.task.due_on, row.due_on) == ("skriver", in_days(5), None)


def test_a_late_writer_is_told():
    row = a_row(a_plan())
    change_row(actor=kerstin(), row_id=row.id, version=1, row=row_terms(what="skriver"))
    with pytest.raises(Changed):
        change_row(actor=kerstin(), row_id=row.id, version=1, row=row_terms(what="mejlar"))
