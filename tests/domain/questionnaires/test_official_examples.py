"""Every official R4 example: asked and answered, or refused with the reason."""

import hashlib
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaveri.steps.questionnaires.domain import CannotBeAsked, Reason, read_questionnaire, screens_of
from tests.domain.questionnaires.filling import fill, filled, response_of

pytestmark = pytest.mark.requirement("IDENTIFY-3")

FOLDER = Path(__file__).parent / "official"
EXAMPLES = sorted(path.stem.removeprefix("Questionnaire-") for path in FOLDER.glob("*.json"))
ASKED = {"bb", "f201", "gcs", "zika-virus-exposure-assessment"}
REFUSED = {
    # Its options stand in a set of values that the file only points to.
    "3141": {Reason.OPTIONS_ELSEWHERE, Reason.NO_OPTIONS},
    "phq-9-questionnaire": {Reason.OPTIONS_ELSEWHERE},
    # It wants references to other resources, its choices have no options, and some items have no id.
    "qs1": {Reason.REFERENCE, Reason.NO_OPTIONS, Reason.NO_LINK_ID},
}


def text_of(name):
    return (FOLDER / f"Questionnaire-{name}.json").read_text(encoding="utf-8")


def test_the_files_are_the_official_ones():
    sums = dict(reversed(line.split()) for line in (FOLDER / "SHA256SUMS").read_text().splitlines())
    assert {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.json")
    } == sums
    assert set(EXAMPLES) == ASKED | set(REFUSED)
    assert len(EXAMPLES) == 7


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_it_is_refused_with_the_reason_and_the_place(name):
    with pytest.raises(CannotBeAsked) as refused:
        read_questionnaire(text_of(name))
    assert {problem.reason for problem in refused.value.problems} == REFUSED[name]
    placed = [each for each in refused.value.problems if each.reason is not Reason.NO_LINK_ID]
    assert all(problem.link_id for problem in placed if name != "qs1")


@pytest.mark.parametrize("name", sorted(ASKED))
@given(data=st.data())
def test_it_is_asked_and_any_answering_makes_a_response(name, data):
    questionnaire = read_questionnaire(text_of(name))
    asked = data.draw(filled(questionnaire))
    assert screens_of(asked)
    built = response_of(asked)
    assert json.loads(json.dumps(built)) == built


@pytest.mark.parametrize("name", sorted(ASKED))
def test_every_question_is_reached_and_answered(name):
    """Answered in many ways, every question comes up at some time."""
    questionnaire = read_questionnaire(text_of(name))
    reached = set()
    for lot in range(40):
        asked = fill(questionnaire, random.Random(lot).choice)  # noqa: S311 nothing secret
        reached |= {item.link_id for screen in screens_of(asked) for item in screen.questions}
    questions = {item.link_id for item in questionnaire.walk() if item.is_question}
    assert reached == questions
