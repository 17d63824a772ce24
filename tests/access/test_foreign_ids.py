"""Every page with an id in its address, asked for with ids of rows that are none of the asker's."""

import os
import random

import pytest

from kaveri.foundation.base import clock
from tests.access.counting import FOREIGN_IDS
from tests.access.foreign import CANARY, TwoCounties
from tests.access.test_doors import said
from tests.access.world import undone

LONG = os.environ.get("KAVERI_LONG") == "1"
SHARES, TRIES = (30, 700) if LONG else (2, 150)
GONE, NO_SUCH_METHOD = 404, 405


def body_of(answer):
    return b"".join(answer) if answer.streaming else answer.content


def answer_to_nobodys(two, one):
    """What the same person hears there about rows that nobody ever made; asked once."""
    key = (one.page.name, one.who, one.method)
    if key not in two.nobodys:
        two.nobodys[key] = said(two.send(one, one.nobodys), one.nobodys)
    return two.nobodys[key]


def faults_of(two, one):
    """What is wrong with how one try was answered."""
    wanted = {GONE} if one.method in one.page.methods else {NO_SUCH_METHOD}
    with two.noticing() as written, undone():
        answer = two.send(one, one.path)
        body = body_of(answer).decode("utf-8", "replace")
        changed = two.changed(written)
        nobodys = answer_to_nobodys(two, one)
    faults = [f"changed {changed}"] if changed else []
    if answer.status_code not in wanted:
        faults.append(f"status {answer.status_code}")
    elif said(answer, one.path) != nobodys:
        faults.append("answered otherwise than what nobody ever made")
    if CANARY in body or CANARY in str(answer.headers):
        faults.append("the canary")
    return [f"{one}: {fault}, {one.path}" for fault in faults]


@pytest.mark.django_db
@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("share", range(SHARES))
def test_ids_of_others_open_nothing_and_change_nothing(share, record_property, settings):
    settings.SECOND_FACTOR = False
    two = TwoCounties()
    lot = random.Random(f"{clock.today()} foreign ids {share}")  # noqa: S311

    wrong = [fault for one in two.tries(lot, TRIES) for fault in faults_of(two, one)]

    record_property(FOREIGN_IDS, (TRIES, len(wrong)))
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
@pytest.mark.requirement("TRUST-1")
def test_a_button_acts_only_in_the_case_of_its_address(record_property, settings):
    settings.SECOND_FACTOR = False
    two = TwoCounties()

    tries = list(two.buttons())
    wrong = [fault for one in tries for fault in faults_of(two, one)]

    record_property(FOREIGN_IDS, (len(tries), len(wrong)))
    assert len(tries) > 5
    assert not wrong, "\n".join(wrong)
