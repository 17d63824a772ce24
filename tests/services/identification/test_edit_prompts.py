"""The county writes its own version of a list."""

import pytest

from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.identification.domain import PromptObstacle
from kaveri.steps.identification.selectors import prompt_list, prompt_lists
from kaveri.steps.identification.services import edit_prompts
from tests.factories import cast

pytestmark = pytest.mark.django_db


def editor():
    return cast.worker("edit", "Redaktör", cast.unit(), role=Role.EDITOR)


def texts(signal="Nytt."):
    parts = {"name": "Namn", "moment": "När", "signals": signal, "questions": "?", "do_now": "!"}
    return {f"{part}_{lang}": text for part, text in parts.items() for lang in ("sv", "fi", "en")}


def edit(version, account=None, **known):
    return edit_prompts(
        actor=cast.as_actor(account or editor()),
        key="kela",
        version=version,
        texts=known.pop("texts", texts()),
        turn_to=["work_ability_coordinator"],
    )


@pytest.mark.requirement("IDENTIFY-2")
def test_the_countys_version_holds_and_the_older_ones_can_be_read():
    edit(0)
    edit(1, texts=texts("Nyare."))
    assert prompt_list("kela").signals["sv"] == ("Nyare.",)
    assert prompt_list("kela", 1).signals["sv"] == ("Nytt.",)
    assert len(prompt_list("kela", 0).signals["sv"]) > 2
    assert [each.is_own for each in prompt_lists()].count(True) == 1
    assert prompt_list("kela", 7) is None
    assert prompt_list("nobody") is None


@pytest.mark.requirement("IDENTIFY-2")
def test_two_editors_do_not_write_over_each_other():
    edit(0)
    with pytest.raises(Changed):
        edit(0)


@pytest.mark.requirement("IDENTIFY-2")
def test_half_a_list_is_refused():
    half = {**texts(), "do_now_fi": " "}
    with pytest.raises(Refused) as refused:
        edit(0, texts=half)
    assert refused.value.obstacles == [PromptObstacle.LANGUAGE_MISSING]


@pytest.mark.requirement("IDENTIFY-2", "TRUST-1")
def test_only_an_editor_edits():
    for account in (cast.kerstin(), cast.tove(), cast.oskar()):
        with pytest.raises(Denied):
            edit(0, account)
