"""What is answered to the official R4 examples is valid FHIR, as fhir.resources reads it."""

from pathlib import Path

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kaveri.steps.questionnaires.domain import CannotBeAsked, read_questionnaire
from tests.domain.questionnaires.filling import fill, filled, response_of

pytestmark = pytest.mark.requirement("IDENTIFY-3")

OFFICIAL = Path(__file__).parents[1] / "domain" / "questionnaires" / "official"
SHIPPED = Path(__file__).parents[2] / "src/kaveri/steps/questionnaires/packs"


def asked_files():
    found = {}
    for path in [*OFFICIAL.glob("*.json"), *SHIPPED.glob("*.questionnaire.json")]:
        try:
            found[path.stem] = read_questionnaire(path.read_text(encoding="utf-8"))
        except CannotBeAsked:
            continue
    return found


ASKED = asked_files()


@pytest.mark.parametrize("name", sorted(ASKED))
@given(data=st.data())
def test_any_answering_is_a_valid_response(name, data):
    QuestionnaireResponse.model_validate(response_of(data.draw(filled(ASKED[name]))))


def test_the_reader_refuses_what_is_no_response():
    built = response_of(fill(ASKED["Questionnaire-gcs"]))
    with pytest.raises(ValidationError):
        QuestionnaireResponse.model_validate({**built, "answers": "invented"})
