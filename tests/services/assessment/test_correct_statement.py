"""Correcting what was written without losing it."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.domain import StatementObstacle
from kaveri.steps.assessment.models import Statement
from kaveri.steps.assessment.selectors import earlier, newest_of, statements
from kaveri.steps.assessment.services import correct_statement
from tests.factories import cast
from tests.factories.assessment import a_statement, said
from tests.factories.casebook import a_case, near

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-1")]


def correct(row, text, account=None):
    return correct_statement(
        actor=cast.as_actor(account or cast.kerstin()), statement_id=row.id, said=said(text=text)
    )


def test_the_new_wording_stands_and_the_old_one_stays_readable():
    case = a_case()
    old = a_statement(case=case)
    new = correct(old, "Jag sover bättre nu.")
    assert [row.text for row in statements(case.id)] == ["Jag sover bättre nu."]
    assert [row.text for row in earlier(case.id)] == ["Jag sover dåligt."]
    assert new.replaces == old
    assert newest_of(old) == new


def test_two_corrections_of_the_same_text_lose_neither():
    old = a_statement()
    correct(old, "Först.")
    with pytest.raises(Refused) as refused:
        correct(old, "Sedan.")
    assert refused.value.obstacles == [StatementObstacle.CORRECTED_MEANWHILE]
    assert Statement.objects.count() == 2


def test_a_member_corrects_only_what_they_wrote():
    case = a_case()
    row = a_statement(case=case)
    near(case, cast.mikko(), RelationKind.MEMBER)
    with pytest.raises(Denied):
        correct(row, "Annat.", cast.mikko())
