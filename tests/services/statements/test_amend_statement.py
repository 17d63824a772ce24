"""Amending a statement by a new version; the one before stays as it was."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.statements.domain import StatementObstacle
from kaveri.steps.statements.models import SignedVersion
from kaveri.steps.statements.services import amend_statement
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.statements import WRITTEN, a_signed, an_asked, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    case = a_case()
    near(case, cast.mikko(), RelationKind.TEAM)
    return case


def amend(row, account=None, **known):
    details = {
        "version": row.version,
        "texts": texts(answer="Först efter operationen."),
        "why": "Operationen är flyttad.",
        **known,
    }
    actor = cast.as_actor(account or row.writer)
    return amend_statement(actor=actor, statement_id=row.id, **details)


@pytest.mark.requirement("TEAM-3")
def test_the_version_before_stands_unchanged_beside_the_new_one(case):
    row = a_signed(case, cast.mikko())
    before = SignedVersion.objects.values().get()
    Notice.objects.all().delete()
    after = amend(row)
    assert SignedVersion.objects.values().get(number=1) == before
    assert before["texts"]["answer"] == WRITTEN
    assert (after.number, after.texts["answer"]) == (2, "Först efter operationen.")
    assert after.why == "Operationen är flyttad."
    assert Notice.objects.filter(address=cast.kerstin().email).exists()


@pytest.mark.requirement("TEAM-3")
def test_a_new_version_has_a_reason_and_says_something_else(case):
    row = a_signed(case, cast.mikko())
    with pytest.raises(Refused) as refused:
        amend(row, texts=texts(), why=" ")
    assert refused.value.obstacles == [
        StatementObstacle.NO_REASON,
        StatementObstacle.NOTHING_CHANGED,
    ]
    assert SignedVersion.objects.count() == 1


@pytest.mark.requirement("TEAM-3")
def test_what_is_not_signed_is_not_amended(case):
    with pytest.raises(Refused) as refused:
        amend(an_asked(case, cast.mikko()))
    assert refused.value.obstacles == [StatementObstacle.NOT_SIGNED]


@pytest.mark.requirement("TEAM-3", "TRUST-1")
def test_nobody_else_amends_it(case):
    row = a_signed(case, cast.mikko())
    near(case, cast.petra(), RelationKind.TEAM)
    for account in (cast.petra(), cast.kerstin(), cast.aino_account()):
        with pytest.raises(Denied):
            amend(row, account)
