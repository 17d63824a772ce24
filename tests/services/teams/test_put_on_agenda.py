"""A case comes on the agenda only with a ground for everybody who sits there; then the team sees it for a time."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.records.domain import Category, Register
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.domain import (
    AgendaObstacle,
    Attendance,
    GroundMissing,
    Missing,
    Profession,
)
from kaveri.steps.teams.models import AgendaItem
from kaveri.steps.teams.selectors import items
from tests.factories import casebook, cast, permission
from tests.factories.teams import a_meeting, a_seat, allowed, an_item

pytestmark = pytest.mark.django_db


def seen_by(account):
    return policy.permitted(items(), TeamAction.READ_ITEM, cast.as_actor(account)).exists()


def missing_for(case, **known):
    with pytest.raises(GroundMissing) as refused:
        an_item(case, **known)
    return refused.value.missing


@pytest.mark.requirement("TEAM-2")
def test_the_team_comes_to_stand_near_the_case_until_two_weeks_after_the_meeting():
    a_seat()
    case = casebook.a_case()
    allowed(case)
    meeting = a_meeting()
    an_item(case, meeting)
    relation = Relation.objects.get(account=cast.kalle())
    assert relation.kind == RelationKind.TEAM
    assert relation.until_at == meeting.starts_at + dt.timedelta(days=14)
    assert seen_by(cast.kalle())
    Relation.objects.filter(pk=relation.pk).update(until_at=clock.now())
    assert not seen_by(cast.kalle())


@pytest.mark.requirement("CONSENT-3")
@pytest.mark.requirement("TEAM-2")
def test_without_consent_it_is_refused_and_what_is_missing_is_named():
    a_seat()
    case = casebook.a_case()
    kalle = cast.kalle()
    assert missing_for(case) == (
        Missing(kalle.organisation_id, Register.OWN, Category.LIFE_SITUATION),
    )
    assert not AgendaItem.objects.exists()
    assert not Relation.objects.filter(account=kalle).exists()


@pytest.mark.requirement("CONSENT-3")
def test_every_kind_that_the_talk_touches_is_asked_for():
    a_seat()
    case = casebook.a_case()
    allowed(case)
    missing = missing_for(case, categories=[Category.HEALTH, Category.LIFE_SITUATION])
    assert [each.category for each in missing] == [Category.HEALTH]
    allowed(case, Category.HEALTH)
    assert "health" in an_item(case, categories=[Category.HEALTH]).categories


@pytest.mark.requirement("CONSENT-3")
def test_a_consent_for_something_else_or_withdrawn_is_none():
    a_seat()
    case = casebook.a_case()
    permission.a_consent(case, categories={Category.LIFE_SITUATION}, purposes={"assessment"})
    assert missing_for(case)
    permission.withdrawn(allowed(case))
    assert missing_for(case)


def test_another_register_of_the_county_is_another_party():
    a_seat(cast.sara(), Profession.NURSE)
    assert [each.register for each in missing_for(casebook.a_case())] == [Register.HEALTH]


def test_a_prohibition_narrows():
    a_seat()
    case = casebook.a_case()
    allowed(case)
    permission.a_prohibition(case)
    assert missing_for(case)


@pytest.mark.requirement("TEAM-2")
def test_a_guest_needs_a_ground_too():
    a_seat()
    case = casebook.a_case()
    allowed(case)
    assert missing_for(case, guest_ids=[cast.sara().id])
    permission.a_consent(
        case,
        permission.county(),
        permission.county(Register.HEALTH),
        categories={Category.LIFE_SITUATION},
        purposes={"team"},
    )
    item = an_item(case, guest_ids=[cast.sara().id])
    assert [guest.account for guest in item.guests.all()] == [cast.sara()]
    assert Relation.objects.filter(account=cast.sara(), kind=RelationKind.TEAM).exists()


def test_what_else_stands_in_the_way_is_said_at_once():
    case = casebook.a_case()
    with pytest.raises(Refused) as refused:
        an_item(
            case,
            question=" ",
            client_words="",
            attendance=Attendance.SENDS_WORD,
            presenter_id=cast.petra().id,
        )
    assert refused.value.obstacles == [
        AgendaObstacle.NOBODY_SITS,
        AgendaObstacle.NO_QUESTION,
        AgendaObstacle.NO_WORDS,
        AgendaObstacle.PRESENTER_NOT_NEAR,
    ]


def test_a_case_stands_once_on_an_agenda():
    a_seat(cast.mikko(), Profession.COORDINATOR)
    case, meeting = casebook.a_case(), a_meeting()
    item = an_item(case, meeting)
    with pytest.raises(Refused) as refused:
        an_item(case, meeting)
    assert refused.value.obstacles == [AgendaObstacle.STANDS_ALREADY]
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: TID251 - to see the no
        AgendaItem.objects.filter(pk=item.pk).update(attendance="perhaps")


@pytest.mark.parametrize("who", ["mikko", "petra", "aino_account", "tove"])
def test_who_has_no_part_in_the_case_puts_nothing_on(who):
    a_seat()
    case = casebook.a_case()
    allowed(case)
    with pytest.raises(Denied):
        an_item(case, actor=cast.as_actor(getattr(cast, who)()))
