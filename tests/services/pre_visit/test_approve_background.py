"""The client lets the doctor read the text as they have read it."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.pre_visit.domain import BackgroundObstacle, Standing
from kaveri.steps.pre_visit.models import Background
from kaveri.steps.pre_visit.selectors import stands
from kaveri.steps.pre_visit.services import approve_background
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.pre_visit import PARTS, a_background, a_visit, approved

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("IDENTIFY-6", "PARTICIPATE-1")
def test_the_yes_holds_for_the_wording_that_was_read():
    row = a_background(a_visit(a_case()))
    a_background(row.appointment, parts=PARTS | {"goals": "Annat."}, version=row.version)
    with pytest.raises(Refused) as refused:
        approved(row)
    assert refused.value.obstacles == [BackgroundObstacle.TEXT_HAS_CHANGED]
    row.refresh_from_db()
    row = approved(row)
    assert (stands(row), row.answered_by) == (Standing.APPROVED, cast.aino_account())


@pytest.mark.requirement("IDENTIFY-6", "TRUST-1")
def test_who_acts_for_the_client_and_sees_only_a_part_cannot_say_yes():
    case = a_case()
    row = a_background(a_visit(case))
    near(case, cast.petra(), RelationKind.REPRESENTATIVE)
    case.relations.filter(account=cast.petra()).update(scope=" identity_contact life_situation ")
    with pytest.raises(Refused) as refused:
        approve_background(
            actor=cast.as_actor(cast.petra()), background_id=row.id, read_no=row.text_no
        )
    assert refused.value.obstacles == [BackgroundObstacle.NOT_ALL_SHOWN]


@pytest.mark.requirement("IDENTIFY-6", "TRUST-1")
def test_nobody_who_works_says_yes_for_the_client():
    row = a_background(a_visit(a_case()))
    for account in (cast.kerstin(), cast.mikko()):
        with pytest.raises(Denied):
            approve_background(actor=cast.as_actor(account), background_id=row.id, read_no=1)
    assert Background.objects.get().answer == ""
