import datetime as dt

import pytest

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.permission.services import change_consent
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


def change(consent, account, **changed):
    return change_consent(
        actor=cast.as_actor(account),
        consent_id=consent.id,
        version=consent.version,
        draft=allowed.a_draft(**changed),
    )


@pytest.mark.requirement("CONSENT-2")
def test_the_client_narrows_it_and_the_narrower_one_holds():
    old = allowed.a_consent(given.a_case())

    new = change(old, cast.aino_account(), categories=frozenset({"functioning"}))

    assert (new.replaces, new.given) == (old, "electronic")
    assert "health" not in new.categories.split()


def test_nothing_changed_is_refused():
    old = allowed.a_consent(given.a_case())
    with pytest.raises(Refused):
        change(old, cast.aino_account(), until_on=old.until_on, from_on=clock.today())


def test_one_that_runs_longer_is_a_change():
    old = allowed.a_consent(given.a_case())
    later = clock.today() + dt.timedelta(days=700)
    assert change(old, cast.aino_account(), until_on=later).until_on == later


def test_nobody_else_changes_it():
    old = allowed.a_consent(given.a_case())
    with pytest.raises(Denied):
        change(old, cast.kerstin(), categories=frozenset({"functioning"}))
