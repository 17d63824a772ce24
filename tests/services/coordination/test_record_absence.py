"""Record absence."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.directory.selectors import worker_on_duty
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.coordination.domain import AbsenceObstacle
from kaveri.steps.coordination.services import (
    name_pair,
    record_absence,
)
from tests.factories import cast
from tests.factories.casebook import a_case, a_contact
from tests.factories.coordination import an_absence, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def later(days):
    return clock.standing_at(clock.now() + dt.timedelta(days=days))


@pytest.mark.requirement("COORDINATE-9")
def test_the_substitute_answers_for_the_next_step_and_sees_the_case():
    case = a_case()
    an_absence(cast.kerstin())
    step = next_steps({case.id: case.case_manager_id})[case.id]
    assert (step.who_id, step.deputy_for_id) == (cast.mikko().id, cast.kerstin().id)
    assert has_relation(cast.mikko().id, case.id, RelationKind.SUBSTITUTE)


@pytest.mark.requirement("COORDINATE-9")
def test_it_holds_from_the_first_day_through_the_last(sound):
    case = a_case(next_in_days=30)
    an_absence(cast.kerstin(), from_on=in_days(2), until_on=in_days(4))
    for day, who in ((0, "kerstin"), (2, "mikko"), (4, "mikko"), (5, "kerstin")):
        with later(day):
            step = next_steps({case.id: case.case_manager_id})[case.id]
            assert step.who_id == getattr(cast, who)().id
            assert has_relation(cast.mikko().id, case.id, RelationKind.SUBSTITUTE) == (
                who == "mikko"
            )
            sound()


@pytest.mark.requirement("COORDINATE-9")
def test_what_comes_during_the_absence_is_covered_too():
    an_absence(cast.kerstin())
    case = a_case()
    contact = a_contact()
    assert has_relation(cast.mikko().id, case.id, RelationKind.SUBSTITUTE)
    assert Relation.objects.filter(
        contact=contact, account=cast.mikko(), kind=RelationKind.CONTACT_OWNER
    ).exists()
    step = next_steps({contact.id: contact.owner_id}, of="contact")[contact.id]
    assert step.who_id == cast.mikko().id


def test_contacts_from_before_are_covered_and_the_duty_list_knows():
    contact = a_contact()
    absence = an_absence(cast.kerstin())
    mine = Relation.objects.get(contact=contact, account=cast.mikko())
    assert (mine.kind, mine.source_id) == (RelationKind.CONTACT_OWNER, absence.id)
    assert worker_on_duty(cast.unit().id) == cast.mikko().id


def test_a_pair_who_is_away_is_covered():
    case = a_case()
    an_absence(cast.petra())
    name_pair(actor=cast.as_actor(cast.kerstin()), case_id=case.id, account_id=cast.petra().id)
    assert has_relation(cast.mikko().id, case.id, RelationKind.SUBSTITUTE)


@pytest.mark.requirement("COORDINATE-9")
def test_nobody_is_away_while_standing_in_for_somebody():
    a_case()
    an_absence(cast.kerstin(), from_on=in_days(5), until_on=in_days(9))
    with pytest.raises(Refused) as refused:
        an_absence(cast.mikko(), substitute=cast.petra(), until_on=in_days(5))
    assert refused.value.obstacles == [AbsenceObstacle.STANDS_IN]
    an_absence(cast.mikko(), substitute=cast.petra(), until_on=in_days(4))


def test_the_substitute_must_be_there_and_have_a_ground():
    an_absence(cast.petra(), substitute=cast.kerstin())
    for who, obstacle in (
        (cast.petra(), AbsenceObstacle.SUBSTITUTE_AWAY),
        (cast.sara(), AbsenceObstacle.NO_GROUND),
        (cast.kalle(), AbsenceObstacle.NO_GROUND),
        (cast.mikko(), AbsenceObstacle.IS_THE_SAME),
        (cast.oskar(), AbsenceObstacle.SUBSTITUTE_NOT_ACTIVE),
    ):
        with pytest.raises(Refused) as refused:
            an_absence(cast.mikko(), substitute=who)
        assert refused.value.obstacles == [obstacle]


def test_days_must_stand_in_order_and_not_twice():
    an_absence(cast.kerstin(), until_on=in_days(3))
    with pytest.raises(Refused) as refused:
        an_absence(cast.kerstin(), from_on=in_days(-1), until_on=in_days(-2))
    assert refused.value.obstacles == [
        AbsenceObstacle.NOT_IN_ORDER,
        AbsenceObstacle.BEGAN_BEFORE_TODAY,
    ]
    with pytest.raises(Refused) as refused:
        an_absence(cast.kerstin(), from_on=in_days(3))
    assert refused.value.obstacles == [AbsenceObstacle.ALREADY_AWAY]


@pytest.mark.parametrize(("who", "may"), [(cast.tove, True), (cast.mikko, False)])
def test_the_worker_or_the_manager_of_the_unit_records_it(who, may):
    record = {
        "actor": cast.as_actor(who()),
        "account_id": cast.kerstin().id,
        "substitute_id": cast.petra().id,
        "from_on": clock.today(),
    }
    if may:
        record_absence(**record)
    else:
        with pytest.raises(Denied):
            record_absence(**record)
