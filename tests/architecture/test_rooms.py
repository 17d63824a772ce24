"""Every app has the same rooms, and what happens in a private room stays there."""

import pytest

from tests.architecture import source
from tests.architecture.tree import PRODUCT, TESTS, plant

# Saving is always the last line of something that holds an act; the list may only shrink.
SAVED_FOR_AN_ACT = {
    "casebook/cases/services.py save_case",
    "steps/referral_out/services/loop.py save",
}


def test_an_app_has_only_the_rooms_everybody_knows():
    assert source.strange_rooms(PRODUCT) == []


def test_a_strange_room_is_seen(tmp_path):
    tree = plant(
        tmp_path,
        {
            "steps/referral/utils.py": "",
            "steps/referral/services/__init__.py": "",
            "casebook/tasks/helpers/__init__.py": "",
            "casebook/tasks/words/sv.toml": "",
            "casebook/tasks/rows.toml": "",
            "casebook/tasks/more/readme.txt": "",
            "channels/portal/templates/workspace/page.html": "",
        },
    )

    assert source.strange_rooms(tree) == [
        "casebook/tasks/helpers",
        "casebook/tasks/more",
        "steps/referral/utils.py",
        "channels/portal/templates",
    ]


def test_every_app_declares_its_use_cases_at_the_start():
    assert source.declared_too_late(PRODUCT) == []


def test_an_app_that_declares_too_late_is_seen(tmp_path):
    tree = plant(
        tmp_path,
        {
            "steps/late/actions.py": "policy.declare(RULES)\n",
            "steps/late/apps.py": "class LateConfig(AppConfig): pass\n",
            "steps/early/actions/__init__.py": "policy.declare(RULES)\n",
            "steps/early/apps.py": "from kaveri.steps.early import actions\n",
        },
    )

    assert source.declared_too_late(tree) == ["steps/late"]


def test_private_rooms_stay_private():
    assert source.opened_private_rooms(PRODUCT) == []


@pytest.mark.parametrize(
    "line",
    [
        "from kaveri.casebook.tasks.models import Task",
        "from kaveri.steps.ending import views",
        "import kaveri.steps.ending.forms",
        "from kaveri.steps.ending.presenters.pages import Page",
    ],
)
def test_an_opened_private_room_is_seen(tmp_path, line):
    tree = plant(tmp_path, {"steps/referral/services.py": f"{line}\n"})

    assert len(source.opened_private_rooms(tree)) == 1


def test_ones_own_models_the_home_and_types_may_be_imported(tmp_path):
    text = (
        "from typing import TYPE_CHECKING\n"
        "from kaveri.steps.referral.models import Offer\n"
        "from kaveri.casebook.records.models import Homed\n"
        "from kaveri.foundation.accounts.models import Account\n"
        "if TYPE_CHECKING:\n"
        "    from kaveri.casebook.tasks.models import Task\n"
    )
    tree = plant(tmp_path, {"steps/referral/services.py": text})

    assert source.opened_private_rooms(tree) == []


def test_no_file_is_too_long_to_be_read():
    assert source.too_long(PRODUCT) == []
    assert source.too_long(TESTS) == []


def test_a_file_too_long_is_seen(tmp_path):
    tree = plant(
        tmp_path, {"steps/x/views.py": "\n" * 401, "y.html": "\n" * 401, "z.py": "\n" * 400}
    )

    assert source.too_long(tree) == ["steps/x/views.py: 401 lines", "y.html: 401 lines"]


def test_nothing_in_the_code_says_what_is_banned():
    assert source.banned_words(PRODUCT) == []


@pytest.mark.parametrize(
    "code",
    [
        "from django.db import transaction\nwith transaction.atomic():\n    pass\n",
        "from django.db.transaction import atomic\n",
        "from django.db.models.signals import post_save\n",
        "from django.dispatch import receiver\n",
        "import datetime as dt\ndt.datetime.now()\n",
        "import datetime as dt\ndt.date.today()\n",
        "from django.utils import timezone\ntimezone.now()\n",
        "from django.utils.timezone import now\n",
        "import time\ntime.time()\n",
        "at = models.DateTimeField(auto_now_add=True)\n",
        "try:\n    pass\nexcept Exception:\n    pass\n",
        "try:\n    pass\nexcept:\n    pass\n",
        "try:\n    pass\nexcept (ValueError, BaseException):\n    pass\n",
        "class Form(forms.ModelForm):\n    pass\n",
    ],
)
def test_what_is_banned_is_seen(tmp_path, code):
    tree = plant(tmp_path, {"steps/referral/services.py": code})

    assert source.banned_words(tree)


def test_every_service_is_a_use_case_or_a_part_of_one():
    assert set(source.services_outside_acts(PRODUCT)) == SAVED_FOR_AN_ACT


def test_a_service_outside_any_use_case_is_seen(tmp_path):
    text = """
def take_on(*, actor):
    with acting(A, actor=actor) as act:
        pass

def part(act, case):
    case.save()

def count(days):
    return days + 1

def hand_over_to_another(*, actor):
    take_on(actor=actor)

def sneak(*, actor):
    pass

def slip(case):
    Task.objects.filter(case=case).update(state="done")
"""
    tree = plant(tmp_path, {"steps/referral/services.py": text})

    assert source.services_outside_acts(tree) == [
        "steps/referral/services.py sneak",
        "steps/referral/services.py slip",
    ]
