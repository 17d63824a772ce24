"""When the meeting opens, every ground is asked again; a case without one keeps its number and is not talked about."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.teams.domain import AgendaObstacle, MeetingObstacle, Missing, Profession
from kaveri.steps.teams.services import open_meeting
from tests.factories import casebook, cast, permission
from tests.factories.teams import a_meeting, a_seat, allowed, an_item

pytestmark = pytest.mark.django_db


def on_the_agenda():
    a_seat()
    case = casebook.a_case()
    consent = allowed(case)
    return case, consent, an_item(case)


def opened(item, by=cast.kalle):
    return open_meeting(actor=cast.as_actor(by()), meeting_id=item.meeting_id)


@pytest.mark.requirement("TEAM-2")
def test_a_case_with_its_ground_is_talked_about():
    case, _consent, item = on_the_agenda()
    opened(item)
    item.refresh_from_db()
    assert item.ground_lost_at is None
    assert has_relation(cast.kalle().id, case.id, RelationKind.TEAM)


@pytest.mark.requirement("CONSENT-3")
@pytest.mark.requirement("TEAM-2")
def test_a_consent_withdrawn_meanwhile_takes_the_case_out():
    case, consent, item = on_the_agenda()
    permission.withdrawn(consent)
    opened(item)
    item.refresh_from_db()
    assert item.ground_lost_at is not None
    assert [Missing.of(code).organisation_id for code in item.lost] == [
        cast.kalle().organisation_id
    ]
    assert not has_relation(cast.kalle().id, case.id, RelationKind.TEAM)
    assert Entry.objects.filter(case=case, about_type="teams.ground_lost").exists()
    assert Notice.objects.filter(address=cast.kerstin().email).exists()


def test_who_has_come_into_the_team_since_needs_a_ground_and_then_sees_it():
    case, _consent, item = on_the_agenda()
    a_seat(cast.mikko(), Profession.COORDINATOR)
    opened(item)
    assert has_relation(cast.mikko().id, case.id, RelationKind.TEAM)


def test_a_new_member_without_a_ground_takes_the_case_out():
    case, _consent, item = on_the_agenda()
    a_seat(cast.sara(), Profession.NURSE)
    opened(item)
    assert not Relation.objects.filter(case=case, account=cast.sara()).exists()
    item.refresh_from_db()
    assert [Missing.of(code).register for code in item.lost] == ["health"]


def test_a_new_member_can_open_it():
    case, _consent, item = on_the_agenda()
    a_seat(cast.mikko(), Profession.COORDINATOR)
    opened(item, by=cast.mikko)
    assert has_relation(cast.mikko().id, case.id, RelationKind.TEAM)


def test_it_is_opened_once_and_takes_no_more_cases():
    case, _consent, item = on_the_agenda()
    opened(item)
    with pytest.raises(Refused) as refused:
        opened(item)
    assert refused.value.obstacles == [MeetingObstacle.OPENED_ALREADY]
    with pytest.raises(Refused) as refused:
        an_item(case, item.meeting)
    assert AgendaObstacle.MEETING_HAS_BEGUN in refused.value.obstacles


@pytest.mark.parametrize("who", ["kerstin", "petra", "aino_account"])
def test_only_who_sits_there_opens_it(who):
    a_seat()
    with pytest.raises(Denied):
        open_meeting(actor=cast.as_actor(getattr(cast, who)()), meeting_id=a_meeting().id)
