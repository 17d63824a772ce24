import datetime as dt

import pytest

from kaveri.casebook.consent.domain import RENEW_WITHIN_DAYS
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.steps.permission.jobs import ask_in_time
from kaveri.steps.permission.services import ask_to_renew, replace_consent
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


def runs_out_in(days):
    return allowed.a_consent(
        given.a_case(),
        from_on=clock.today() - dt.timedelta(days=100),
        until_on=clock.today() + dt.timedelta(days=days),
    )


def test_the_case_manager_is_asked_in_time_and_once():
    consent = runs_out_in(RENEW_WITHIN_DAYS)

    assert ask_in_time() == 1
    assert ask_in_time() == 0

    task = Task.objects.get(kind=TaskKind.RENEW_CONSENT)
    assert (task.owner, task.due_on, task.source_id) == (
        cast.kerstin(),
        consent.until_on,
        consent.id,
    )


def test_nobody_is_asked_too_early():
    runs_out_in(RENEW_WITHIN_DAYS + 1)

    assert ask_in_time() == 0


def test_a_newer_one_ends_the_task():
    consent = runs_out_in(5)
    ask_in_time()

    replace_consent(
        actor=cast.as_actor(cast.kerstin()),
        consent_id=consent.id,
        version=consent.version,
        draft=allowed.a_draft(),
    )

    assert Task.objects.get(kind=TaskKind.RENEW_CONSENT).state == "done"


def test_only_the_job_asks():
    consent = runs_out_in(5)
    with pytest.raises(Denied):
        ask_to_renew(actor=cast.as_actor(cast.kerstin()), consent_id=consent.id)
