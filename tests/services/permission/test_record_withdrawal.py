import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.consent.models import Consent
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.permission.domain import PermissionObstacle, ToldHow
from kaveri.steps.permission.services import record_withdrawal
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-2")]


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def case() -> Case:
    found = given.a_case()
    given.near(found, cast.kalle(), RelationKind.MEMBER)
    return found


def withdraw(consent: Consent, account=None, **known):
    return record_withdrawal(
        actor=cast.as_actor(account or cast.kerstin()),
        consent_id=consent.id,
        version=known.pop("version", consent.version),
        **known,
    )


def test_it_holds_no_more_from_that_moment_and_stays_to_be_read(case):
    consent = allowed.a_consent(case)

    withdraw(consent, words="Jag vill inte längre.")

    consent.refresh_from_db()
    assert consent.withdrawn_at is not None
    assert consent.withdrawal_words == "Jag vill inte längre."
    assert consent.withdrawn_to_id == cast.organisation().id
    assert Entry.objects.filter(case=case, about_type="permission.consent_withdrawn").exists()


@pytest.mark.requirement("CONSENT-2")
def test_the_partners_next_request_finds_nothing(case, client):
    consent = allowed.a_consent(case)
    client.force_login(cast.kalle())
    path = reverse("workspace:case", args=[case.id])
    assert client.get(path).status_code == 200

    withdraw(consent)

    assert client.get(path).status_code == 404


def test_any_party_may_take_it_down(case):
    consent = allowed.a_consent(case)

    withdraw(consent, cast.kalle())

    consent.refresh_from_db()
    assert consent.withdrawn_to_id == cast.kalle().organisation_id
    kela = consent.parties.get(organisation_id=cast.kalle().organisation_id)
    assert kela.told_how == ToldHow.WAS_TOLD_FIRST


def test_a_party_with_a_sign_in_is_told_by_a_mail_that_says_nothing(case):
    consent = allowed.a_consent(case)

    withdraw(consent)

    assert Notice.objects.filter(address=cast.kalle().email).count() == 1
    kela = consent.parties.get(organisation_id=cast.kalle().organisation_id)
    assert (kela.told_how, kela.told_at is None) == (ToldHow.SERVICE, False)


def test_a_party_without_one_is_told_by_the_case_manager_today(case):
    consent = allowed.a_consent(case, allowed.county(), allowed.association())

    withdraw(consent)

    task = Task.objects.get(case=case, kind=TaskKind.TELL_WITHDRAWAL)
    assert (task.owner, task.due_on) == (cast.kerstin(), clock.today())
    assert "Föreningen Bron" in task.what
    assert consent.parties.filter(told_at=None).count() == 1


def test_what_the_partner_had_to_do_comes_back_to_the_case_manager(case):
    consent = allowed.a_consent(case)
    task = Task.objects.filter(case=case).first()
    Task.objects.filter(pk=task.pk).update(owner=cast.kalle())

    withdraw(consent)

    task.refresh_from_db()
    assert task.owner == cast.kerstin()


def test_earlier_looks_stay_in_the_log(case, client):
    consent = allowed.a_consent(case)
    client.force_login(cast.kalle())
    client.get(reverse("workspace:case", args=[case.id]))
    before = Event.objects.filter(account_id=cast.kalle().id).count()

    withdraw(consent)

    assert Event.objects.filter(account_id=cast.kalle().id).count() == before > 0


def test_what_is_withdrawn_cannot_be_withdrawn_again(case):
    consent = allowed.a_consent(case)
    withdraw(consent)
    consent.refresh_from_db()

    with pytest.raises(Refused) as refused:
        withdraw(consent)

    assert refused.value.obstacles == [PermissionObstacle.ENDED_ALREADY]


def test_one_who_saw_an_older_one_is_told(case):
    consent = allowed.a_consent(case)

    with pytest.raises(Changed):
        withdraw(consent, version=7)


def test_a_stranger_finds_nothing(case):
    consent = allowed.a_consent(case)

    with pytest.raises(Denied):
        withdraw(consent, cast.petra())
