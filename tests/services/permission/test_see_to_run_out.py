"""The last day of a consent has passed."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.steps.coordination.models import EndedPart
from kaveri.steps.permission.jobs import see_to_those_over
from kaveri.steps.permission.services import see_to_run_out
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-2")]


def over(days=1, *, manager=None):
    case = given.a_case(manager=manager or cast.kerstin())
    if manager is None:
        given.near(case, cast.kalle(), RelationKind.MEMBER)
    today = clock.today()
    consent = allowed.a_consent(
        case, from_on=today - dt.timedelta(days=100), until_on=today - dt.timedelta(days=days)
    )
    return case, consent


def test_whoever_no_longer_sees_is_told_the_day_and_it_is_done_once():
    case, _consent = over()

    assert see_to_those_over() == 1

    part = EndedPart.objects.get()
    assert (part.account, part.reference) == (cast.kalle(), case.reference)
    assert part.ended_on == clock.today()
    assert see_to_those_over() == 0


def test_what_still_holds_is_left_alone():
    case = given.a_case()
    given.near(case, cast.kalle(), RelationKind.MEMBER)
    allowed.a_consent(case)

    assert see_to_those_over() == 0
    assert not EndedPart.objects.exists()


def test_another_consent_that_opens_the_same_ends_nothing():
    case, _consent = over()
    allowed.a_consent(case)

    assert see_to_those_over() == 1
    assert not EndedPart.objects.exists()


def test_a_case_manager_whose_ground_ran_out_is_seen_to():
    case, _consent = over(manager=cast.kalle())

    see_to_those_over()

    task = Task.objects.get(kind=TaskKind.AGREE_WHO_CARRIES)
    assert (task.case, task.owner) == (case, cast.kerstin())


def test_what_ended_long_ago_is_not_told_any_more():
    over(days=40)

    assert see_to_those_over() == 1
    assert not EndedPart.objects.exists()


def test_nobody_but_the_job_does_this():
    _case, consent = over()
    with pytest.raises(Denied):
        see_to_run_out(actor=cast.as_actor(cast.kerstin()), consent_id=consent.pk)
