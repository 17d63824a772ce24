"""The identity code is shown."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.clients.services import change_client
from kaveri.channels.workspace.services import show_code
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base.errors import Denied
from tests.factories import cast
from tests.factories.casebook import AINO_CODE, a_case, an_act, near

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TRUST-1")
def test_showing_is_an_event_about_the_client_without_the_code():
    case = a_case()
    change_client(an_act(), case.client, code=AINO_CODE)
    assert show_code(actor=cast.as_actor(cast.kerstin()), case_id=case.id) == AINO_CODE
    event = Event.objects.get(action="workspace.identity_code.show")
    assert AINO_CODE not in str(event.facts)
    assert Subject.objects.get(event_id=event.id).client_id == case.client_id


def test_a_member_of_the_network_does_not_see_it_and_the_no_is_logged():
    case = a_case()
    near(case, cast.mikko(), RelationKind.MEMBER)
    with pytest.raises(Denied):
        show_code(actor=cast.as_actor(cast.mikko()), case_id=case.id)
    assert Event.objects.get(action="workspace.identity_code.show").outcome == "denied"
