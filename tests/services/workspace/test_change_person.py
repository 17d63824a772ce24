"""The client's details are put right."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.channels.workspace.services import change_person
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Changed, Denied
from tests.factories import cast
from tests.factories.casebook import a_case, near

pytestmark = pytest.mark.django_db


def test_the_nearest_change_the_details_and_the_log_says_which():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PAIR)
    for account, phone in [(cast.kerstin(), "+358405550901"), (cast.mikko(), "+358405550902")]:
        case.client.refresh_from_db()
        changed = change_person(
            actor=cast.as_actor(account),
            case_id=case.id,
            version=case.client.version,
            known={"phone": phone, "first_name": "Aino"},
        )
        assert changed.phone == phone
    facts = Event.objects.filter(action="workspace.person.change").latest("at").facts
    assert facts == {"fields": ["phone"]}


def test_who_comes_second_does_not_write_over_the_first():
    case = a_case()
    with pytest.raises(Changed):
        change_person(
            actor=cast.as_actor(cast.kerstin()), case_id=case.id, version=7, known={"phone": ""}
        )


@pytest.mark.parametrize(
    "kind", [RelationKind.MEMBER, RelationKind.PREDECESSOR, RelationKind.TEAM, RelationKind.COACH]
)
def test_others_near_the_case_do_not(kind):
    case = a_case()
    near(case, cast.mikko(), kind)
    with pytest.raises(Denied):
        change_person(
            actor=cast.as_actor(cast.mikko()), case_id=case.id, version=1, known={"phone": ""}
        )


def test_nearness_without_the_register_is_not_enough():
    case = a_case()
    near(case, cast.sara(), RelationKind.PAIR)
    with pytest.raises(Denied):
        change_person(
            actor=cast.as_actor(cast.sara()), case_id=case.id, version=1, known={"phone": ""}
        )
