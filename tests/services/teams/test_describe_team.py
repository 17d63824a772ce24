"""The team's page is written by those who work there; what it said before stays."""

import pytest
from django.db import IntegrityError, transaction

from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.teams.domain import Rhythm, WaysObstacle
from kaveri.steps.teams.models import Ways
from kaveri.steps.teams.selectors import versions
from tests.factories import cast
from tests.factories.teams import TEXT, a_page

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TEAM-1")
def test_a_new_page_keeps_the_former_one():
    a_page()
    a_page(1, text="Alla läser på förhand.", rhythm=Rhythm.BY_NEED)
    kept = [(row.number, row.text, row.weekday) for row in versions(cast.unit().id)]
    assert kept == [(2, "Alla läser på förhand.", ""), (1, TEXT, "monday")]


def test_who_did_not_see_the_newest_page_is_told():
    a_page()
    with pytest.raises(Changed):
        a_page(0)
    assert Ways.objects.count() == 1


def test_a_page_says_how_and_when():
    with pytest.raises(Refused) as refused:
        a_page(text=" ", weekday="")
    assert refused.value.obstacles == [WaysObstacle.NO_WEEKDAY, WaysObstacle.NOTHING_WRITTEN]


@pytest.mark.parametrize("who", ["petra", "kalle", "oskar", "aino_account"])
def test_others_do_not_write_it(who):
    cast.abo()
    with pytest.raises(Denied):
        a_page(actor=cast.as_actor(getattr(cast, who)()))


def test_who_leads_the_unit_writes_it():
    assert a_page(actor=cast.as_actor(cast.tove())).number == 1


def test_the_database_keeps_one_of_each_number():
    page = a_page()
    a_page(1)
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: TID251 - to see the no
        Ways.objects.filter(pk=page.pk).update(number=2)
