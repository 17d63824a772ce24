"""Assessments and information asked of others, from the question to the end."""

import datetime as dt

import pytest
from django.urls import reverse

from kaveri.foundation.base import clock
from kaveri.steps.assessment.models import Assessment, InformationRequest
from tests.factories import cast
from tests.factories.assessment import a_request, an_assessment
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def desk(client):
    """Kerstin's desk."""
    client.force_login(cast.kerstin())
    return client


def day(number):
    found = clock.today() + dt.timedelta(days=number)
    return f"{found.day}.{found.month}.{found.year}"


@pytest.mark.requirement("ASSESS-2")
def test_an_assessment_from_the_question_to_what_the_person_can_do(desk):
    case = a_case()
    asked = desk.post(
        reverse("assessment:ask", args=[case.id]),
        {
            "question": "Håller ryggen?",
            "asked_for": "b_statement",
            "examiner": "Läkare Salo",
            "due_on": day(30),
            "told": "phone",
        },
    )
    assert asked.url == reverse("assessment:of_case", args=[case.id])
    assert "Håller ryggen?" in desk.get(asked.url).content.decode()
    args = [case.id, Assessment.objects.get().id]
    book, done, result = (
        reverse(f"assessment:{name}", args=args) for name in ("book", "done", "result")
    )
    assert desk.post(book, {"on": day(3)}).status_code == 302
    assert desk.post(done, {"on": day(0)}).status_code == 302
    lacking = desk.post(result, {"result": "Ryggen <b>tål</b> inte", "source": "health_care"})
    assert lacking.status_code == 200
    assert "Ryggen &lt;b&gt;tål" in lacking.content.decode()
    whole = {"result": "Ryggen.", "source": "health_care", "can_do": "Sex timmar i egen takt."}
    assert desk.post(result, whole).status_code == 302
    page = desk.get(reverse("assessment:follow", args=args)).content.decode()
    assert "Sex timmar i egen takt." in page
    assert result not in page


@pytest.mark.requirement("ASSESS-2")
@pytest.mark.parametrize(
    ("name", "posted"),
    [
        ("book", {"on": "i morgon"}),
        ("book", {"on": "1.1.2020"}),
        ("done", {"on": "1.1.2199"}),
        ("cancel", {"reason": "", "next_what": "x"}),
        ("cancel", {"reason": "Vill inte.", "next_what": "x"}),
        ("result", {"result": "", "can_do": "", "source": "stars"}),
    ],
)
def test_bad_input_is_told_at_every_step(desk, name, posted):
    case = a_case()
    row = an_assessment(case=case)
    answer = desk.post(reverse(f"assessment:{name}", args=[case.id, row.id]), posted)
    assert answer.status_code == 200
    assert 'class="k-errors"' in answer.content.decode()
    row.refresh_from_db()
    assert row.state == "asked"


@pytest.mark.requirement("ASSESS-3")
def test_information_is_asked_for_and_comes(desk):
    case = a_case()
    answer = desk.post(
        reverse("assessment:ask_information", args=[case.id]),
        {
            "source": "kela",
            "whom": "FPA i Åbo",
            "what": "Beslut",
            "category": "economy_benefits",
            "ground": "oral_consent",
            "ground_note": "Sade ja.",
            "due_on": day(14),
        },
    )
    assert answer.url == reverse("assessment:information", args=[case.id])
    args = [case.id, InformationRequest.objects.get().id]
    receive = reverse("assessment:receive", args=args)
    assert receive in desk.get(answer.url).content.decode()
    assert desk.post(receive, {"text": "", "received_on": day(1)}).status_code == 200
    assert desk.post(receive, {"text": "Avslag.", "received_on": day(0)}).status_code == 302
    page = desk.get(answer.url).content.decode()
    assert "Avslag." in page
    assert receive not in page


@pytest.mark.requirement("ASSESS-3")
def test_information_is_no_longer_waited_for(desk):
    case = a_case()
    row = a_request(case=case)
    drop = reverse("assessment:drop", args=[case.id, row.id])
    assert desk.post(drop, {"reason": ""}).status_code == 200
    assert desk.post(drop, {"reason": "Har den."}).status_code == 302


def test_those_without_a_relation_find_nothing(client):
    case = a_case()
    row, request = an_assessment(case=case), a_request(case=case)
    client.force_login(cast.petra())
    for name, args in [
        ("of_case", [case.id]),
        ("ask", [case.id]),
        ("follow", [case.id, row.id]),
        ("book", [case.id, row.id]),
        ("done", [case.id, row.id]),
        ("result", [case.id, row.id]),
        ("cancel", [case.id, row.id]),
        ("information", [case.id]),
        ("ask_information", [case.id]),
        ("receive", [case.id, request.id]),
        ("drop", [case.id, request.id]),
    ]:
        assert client.get(reverse(f"assessment:{name}", args=args)).status_code == 404, name
