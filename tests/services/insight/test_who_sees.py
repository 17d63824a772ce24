"""Who sees what: the rule that tells the client agrees with the one that decides."""

import datetime as dt
import itertools

import pytest

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.actions import Allowed
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.consent.domain import Party, Purpose, spaced
from kaveri.casebook.consent.models import Consent, ConsentParty, Limit, Permit, Prohibition
from kaveri.casebook.records.domain import Category, Register, ServiceTask
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.insight.actions import InsightAction
from kaveri.steps.insight.domain.seeing import READING, Ground, Item, reach_of
from kaveri.steps.insight.selectors import who_sees
from kaveri.steps.insight.selectors.seeing import facts_of, viewer_of
from tests.factories import cast
from tests.factories.casebook import a_case, home, near

pytestmark = pytest.mark.django_db
TODAY = clock.today()


def common(case, **more):
    return {
        "client": case.client,
        "given": "electronic",
        "given_on": TODAY,
        "from_on": TODAY,
        "language": "sv",
        "recorded_by": cast.kerstin(),
        "recorded_at": clock.now(),
        **home(),
        **more,
    }


def a_consent(case, *parties, categories, purposes=(Purpose.SUPPORT,), **more):
    made = Consent.objects.create(
        categories=spaced([*categories, Category.IDENTITY_CONTACT]),
        purposes=spaced(purposes),
        text_version="1",
        **common(case, **more),
    )
    for account in parties:
        ConsentParty.objects.create(
            consent=made, organisation=account.organisation, register=account.register
        )
    return made


@pytest.fixture
def case():
    """Kerstin has the case; Sara, Kalle and a nurse of another county stand near it."""
    case = a_case()
    for account in (cast.sara(), cast.kalle(), stranger()):
        near(case, account, RelationKind.MEMBER)
    return case


def stranger():
    """Social welfare in another county."""
    other = cast.organisation("other", "Nylands välfärdsområde")
    return cast.worker("nils", "Ny", cast.unit("nyland", Register.SOCIAL, other))


def seen_by(case):
    with looking(InsightAction.WHO_SEES, actor=cast.as_actor(cast.aino_account())) as look:
        seen = who_sees(look, case.id)
    return {each.account.username: each.sights for each in seen.people}


def allow_and_narrow(case):
    a_consent(case, cast.kerstin(), cast.kalle(), categories=[Category.WORK_EDUCATION],
        until_on=TODAY + dt.timedelta(days=90))  # fmt: skip
    a_consent(case, cast.kerstin(), cast.sara(), categories=[Category.HEALTH, Category.FUNCTIONING],
        purposes=[Purpose.PLAN])  # fmt: skip
    a_consent(case, cast.kerstin(), cast.kalle(), categories=[Category.ECONOMY_BENEFITS],
        withdrawn_at=clock.now())  # fmt: skip
    Permit.objects.create(sector=Register.SOCIAL, **common(case))
    Prohibition.objects.create(service_task_of=ServiceTask.DISABILITY, **common(case))
    Limit.objects.create(
        client=case.client,
        organisation=stranger().organisation,
        categories=spaced([Category.SUBSTANCE_USE]),
        source="plan",
        from_at=clock.now(),
        **home(),
    )
    Limit.objects.create(
        client=case.client,
        account=cast.sara(),
        categories=spaced([Category.FUNCTIONING]),
        source="network",
        from_at=clock.now(),
        **home(),
    )


@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("narrowed", [False, True])
def test_what_the_client_is_told_agrees_with_what_decides(case, narrowed):
    if narrowed:
        allow_and_narrow(case)
    facts = facts_of(case.client_id, cast.as_actor(cast.aino_account()))
    people = [cast.kerstin(), cast.sara(), cast.kalle(), stranger()]
    holders = {Party(each.organisation_id, each.register) for each in people}
    compared, shown = 0, 0
    for account, act in itertools.product(people, READING):
        viewer = viewer_of([*cases.relations().filter(case_id=case.id, account=account)])
        decides = Allowed(cast.as_actor(account), act, case.client_id)
        for holder, task, category in itertools.product(holders, ServiceTask, Category):
            item = Item(controller_id=holder.organisation_id, register=holder.register,
                service_task=task, category=category)  # fmt: skip
            reach = reach_of(facts, viewer, act, item)
            assert (reach.ground if reach else "") == decides.ground(item), (account, act, item)
            compared, shown = compared + 1, shown + bool(reach)
    assert 0 < shown < compared


@pytest.mark.requirement("TRUST-1", "PARTICIPATE-1")
def test_each_sees_by_their_ground_until_their_day(case):
    assert [each.ground for each in seen_by(case)["kerstin"]] == [Ground.OWN]
    assert seen_by(case)["kalle"] == seen_by(case)["sara"] == seen_by(case)["nils"] == ()

    allow_and_narrow(case)

    now = seen_by(case)
    kalle, own = now["kalle"]
    assert (kalle.ground, own.ground) == (Ground.CONSENT, Ground.OWN)
    assert set(kalle.categories) == {Category.IDENTITY_CONTACT, Category.WORK_EDUCATION}
    assert kalle.until_on == TODAY + dt.timedelta(days=90)
    assert kalle.partly, "a prohibition holds one service task back"
    (sara,) = (each for each in now["sara"] if each.ground is Ground.CONSENT)
    assert set(sara.categories) == {Category.IDENTITY_CONTACT, Category.HEALTH}
    (nils,) = (each for each in now["nils"] if each.holder.register == Register.SOCIAL)
    assert nils.ground is Ground.PERMIT
    assert set(Category) - set(nils.categories) == {Category.SUBSTANCE_USE}


@pytest.mark.requirement("TRUST-1")
def test_a_receiver_sees_what_was_asked_and_somebody_who_left_nothing(case):
    near(case, cast.mikko(), RelationKind.RECEIVER)
    assert [each.ground for each in seen_by(case)["mikko"]] == [Ground.ASKED]
    case.relations.filter(account=cast.sara()).update(until_at=clock.now())
    assert "sara" not in seen_by(case)


@pytest.mark.requirement("TRUST-1")
def test_who_may_read_on_after_the_ending_is_told_as_well(case):
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    Case.objects.filter(pk=case.pk).update(state=CaseState.ENDED, ended_at=clock.now())
    assert [each.ground for each in seen_by(case)["mikko"]] == [Ground.OWN]
