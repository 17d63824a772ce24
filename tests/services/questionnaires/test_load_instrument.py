"""Loading a questionnaire of somebody else's: never without a permission note."""

import json

import pytest

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.questionnaires import selectors
from kaveri.steps.questionnaires.domain import Reason, ScoringReason
from kaveri.steps.questionnaires.domain.loading import LoadingObstacle, Permission
from kaveri.steps.questionnaires.models import Instrument
from kaveri.steps.questionnaires.services import load_instrument
from tests.domain.questionnaires.making import file, question
from tests.factories import cast
from tests.factories.assessment import in_days
from tests.factories.casebook import a_case
from tests.factories.questionnaires import an_instrument, asked, loaded

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]


def refused(**changed):
    with pytest.raises(Refused) as no:
        an_instrument(**changed)
    assert not Instrument.objects.exists()
    return no.value.obstacles


def test_with_a_permission_it_can_be_asked():
    row = an_instrument()
    assert (row.number, row.permission_from, row.loaded_by) == (1, "Institutet", cast.oskar())
    assert asked(a_case(), key="two-questions").asking.instrument == row


def test_without_a_permission_note_it_is_refused_with_everything_that_is_missing():
    assert refused(permission=Permission(given_by=" ", given_on=None, given_for="")) == [
        LoadingObstacle.PERMISSION_FROM_MISSING,
        LoadingObstacle.PERMISSION_ON_MISSING,
        LoadingObstacle.PERMISSION_FOR_MISSING,
    ]
    ahead = Permission(given_by="x", given_on=in_days(1), given_for="y")
    assert refused(permission=ahead) == [LoadingObstacle.PERMISSION_AHEAD]


def test_what_cannot_be_asked_is_refused_with_the_reason():
    text = json.dumps(file([question("a", "attachment"), question("b", "reference")]))
    assert refused(questionnaire=text) == [Reason.ATTACHMENT, Reason.REFERENCE]
    assert refused(declared='{"scores": [1]}') == [ScoringReason.NOT_READ]


def test_our_own_names_are_not_taken():
    assert refused(key="own-view") == [LoadingObstacle.SHIPS]


def test_the_same_name_makes_a_new_version_and_the_old_answers_keep_their_text():
    first = an_instrument()
    row = asked(a_case(), key=first.key).asking
    newer = an_instrument(questionnaire=json.dumps(file([question("c", "string")])))
    assert newer.number == 2
    assert selectors.pack(first.key).row == newer
    row.refresh_from_db()
    assert row.instrument == first


def test_the_same_files_twice_make_one():
    an_instrument()
    with pytest.raises(Refused) as no:
        an_instrument()
    assert no.value.obstacles == [LoadingObstacle.SAME_TEXT]


def test_the_database_itself_keeps_none_without_a_permission():
    from django.db import IntegrityError  # noqa: PLC0415

    with pytest.raises(IntegrityError):
        Instrument.objects.create(
            key="x", number=1, questionnaire="{}", declared="{}", sha256="0", loaded_at=clock.now()
        )


@pytest.mark.requirement("TRUST-1")
def test_only_an_administrator_loads():
    for account in (cast.kerstin(), cast.tove(), cast.aino_account()):
        with pytest.raises(Denied):
            load_instrument(actor=cast.as_actor(account), loaded=loaded())
