"""Is the person known already? The answer is only whom to contact."""

import datetime as dt

import pytest

from kaveri.casebook.cases.services import end_case
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.referral import services
from kaveri.steps.referral.domain.knowing import CHECKS_A_DAY, CheckBy, CheckObstacle
from kaveri.steps.referral.models import KnownCheck
from tests.factories import cast
from tests.factories import referral as given
from tests.factories.casebook import AINO_CODE, a_case, aino, an_act

pytestmark = pytest.mark.django_db
BORN = dt.date(1983, 1, 1)


def ask(contact, *, by=CheckBy.NAME, account=None, **known):
    return services.check_known(
        actor=cast.as_actor(account or contact.owner), contact_id=contact.id, by=by, **known
    )


def whom(check):
    return [account.username for account in check.whom_to_contact.all()]


def misspelt(**known):
    """A contact about Aino, her name spelt as people hear it."""
    return given.from_the_form(name="Aino Wirtanen", **known)


@pytest.mark.requirement("ACCESS-4")
def test_a_hit_tells_only_whom_to_contact_and_is_in_the_persons_log():
    a_case(manager=cast.petra())
    check = ask(misspelt(), born_on=BORN)

    assert whom(check) == ["petra"]
    event = Event.objects.get(action="referral.contact.check_known")
    assert [row.client_id for row in Subject.objects.filter(event_id=event.id)] == [aino().id]
    assert set(event.facts) == {"contact", "by"}


@pytest.mark.requirement("ACCESS-4")
def test_after_an_ended_case_it_is_the_last_case_manager_or_who_leads_the_unit():
    case = a_case(manager=cast.petra())
    end_case(an_act(), case, reason="agreed")
    assert whom(ask(misspelt(), born_on=BORN)) == ["petra"]

    tove = cast.tove()
    petra = cast.petra()
    petra.is_active = False
    petra.save()
    assert whom(ask(misspelt(), born_on=BORN)) == [tove.username]


@pytest.mark.requirement("ACCESS-4")
def test_another_day_of_birth_or_name_finds_nobody():
    a_case()
    assert whom(ask(misspelt(), born_on=BORN + dt.timedelta(days=1))) == []
    assert whom(ask(given.from_the_form(name="Minna Rautio"), born_on=BORN)) == []


@pytest.mark.requirement("ACCESS-4", "TRUST-2")
def test_a_protected_person_never_shows_but_can_see_who_asked():
    a_case(client=aino(non_disclosure=True))
    contact = misspelt()

    assert whom(ask(contact, born_on=BORN)) == []
    assert Subject.objects.filter(client_id=aino().id).count() == 1
    check = ask(contact, by=CheckBy.CODE, code=AINO_CODE)
    assert (whom(check), check.client) == ([], None)


@pytest.mark.requirement("ACCESS-4")
def test_each_way_is_asked_once_and_the_day_of_birth_stands():
    a_case()
    contact = misspelt()
    ask(contact, born_on=BORN + dt.timedelta(days=1))

    with pytest.raises(Refused) as refused:
        ask(contact, born_on=BORN)
    assert refused.value.obstacles == [CheckObstacle.ASKED_ALREADY]
    contact.refresh_from_db()
    assert contact.born_on == BORN + dt.timedelta(days=1)


@pytest.mark.requirement("ACCESS-4")
def test_a_worker_asks_only_so_many_times_a_day():
    for _time in range(CHECKS_A_DAY):
        ask(given.from_the_form(name="Minna Rautio"), born_on=BORN)

    with pytest.raises(Refused) as refused:
        ask(given.from_the_form(), born_on=BORN)
    assert refused.value.obstacles == [CheckObstacle.TOO_MANY_TODAY]


@pytest.mark.requirement("ACCESS-4")
def test_it_needs_an_own_open_contact():
    contact = given.sent_by_kalle()

    for other in (cast.kalle(), cast.mikko(), cast.tove(), cast.oskar()):
        with pytest.raises(Denied):
            ask(contact, account=other)
    assert not KnownCheck.objects.exists()


def test_the_code_is_sealed_and_nowhere_else():
    client = aino()
    client.take_code(AINO_CODE)
    client.save()
    a_case()
    check = ask(misspelt(), by=CheckBy.CODE, code=AINO_CODE.lower())

    assert whom(check) == ["kerstin"]
    assert check.client == client
    assert AINO_CODE not in check.code_sealed
    assert AINO_CODE not in str(Event.objects.values_list("facts", flat=True))


def test_what_is_no_code_is_not_asked():
    with pytest.raises(Refused) as refused:
        ask(misspelt(), by=CheckBy.CODE, code="010183-901A")
    assert refused.value.obstacles == [CheckObstacle.CODE_IS_WRONG]
