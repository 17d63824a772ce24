import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import open_relation
from kaveri.casebook.clients.models import Representative
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.permission.domain import PermissionObstacle
from kaveri.steps.permission.services import give_consent
from tests.access.world import outsider
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


def give(case, account, **changed):
    return give_consent(
        actor=cast.as_actor(account), case_id=case.id, draft=allowed.a_draft(**changed)
    )


def raili(case, scope=""):
    account = outsider("raili", Role.CLIENT)
    Representative.objects.create(
        client=case.client,
        kind="authorised",
        name="Raili Aalto",
        account=account,
        scope=scope,
        from_on=clock.today(),
        **given.home(),
    )
    open_relation(
        given.an_act(),
        RelationKind.REPRESENTATIVE,
        account_id=account.id,
        case_id=case.id,
        scope=scope,
    )
    return account


def test_the_client_gives_it_signed_in():
    case = given.a_case()

    consent = give(case, cast.aino_account())

    assert (consent.given, consent.given_on) == ("electronic", clock.today())
    assert (consent.representative, consent.stored_where) == (None, "")


def test_a_representative_gives_it_within_what_they_may_decide():
    case = given.a_case()
    scope = " functioning health identity_contact "

    consent = give(case, raili(case, scope))

    assert consent.representative.name == "Raili Aalto"


def test_a_representative_gives_nothing_outside_it():
    case = given.a_case()
    account = raili(case, " functioning identity_contact ")

    with pytest.raises(Refused) as refused:
        give(case, account)

    assert refused.value.obstacles == [PermissionObstacle.OUTSIDE_SCOPE]


def test_staff_cannot_give_it_for_the_client():
    case = given.a_case()

    with pytest.raises(Denied):
        give(case, cast.kerstin())


def test_one_that_has_ended_already_is_refused():
    case = given.a_case()
    yesterday = clock.today() - dt.timedelta(days=1)

    with pytest.raises(Refused):
        give(case, cast.aino_account(), from_on=yesterday, until_on=yesterday)
