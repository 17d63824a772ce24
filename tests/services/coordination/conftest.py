"""What every use case of coordination must leave behind."""

from itertools import pairwise

import pytest
from django.db.models import Max

from kaveri.casebook.cases.actions import current
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.models import Case, Relation, Responsibility
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.base import clock


def check_every_case():
    for case in Case.objects.filter(state=CaseState.OPEN):
        managers = Relation.objects.filter(
            current(), case=case, kind=RelationKind.CASE_MANAGER
        ).values_list("account_id", flat=True)
        assert list(managers) == [case.case_manager_id]
        periods = list(Responsibility.objects.filter(case=case).order_by("from_at", "id"))
        assert [p.account_id for p in periods if p.until_at is None] == [case.case_manager_id]
        for former, following in pairwise(periods):
            assert former.until_at == following.from_at
        assert not next_steps({case.id: case.case_manager_id})[case.id].is_fallback


@pytest.fixture
def sound(db):
    """After the test: exactly one case manager, no gap, and a next step in every open case."""
    yield check_every_case
    last = Responsibility.objects.aggregate(last=Max("from_at"))["last"] or clock.now()
    with clock.standing_at(max(last, clock.now())):
        check_every_case()
