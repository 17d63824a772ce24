"""The summary: a draft, then given unchanged, then on paper."""

import io
import time

import pikepdf
import pytest

from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.services import record_work_ability
from kaveri.foundation.audit.models import Event, Outcome
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.ending.domain import EndObstacle
from kaveri.steps.ending.models import Summary
from kaveri.steps.ending.selectors import prepared_ending
from kaveri.steps.ending.services import draft_for, print_summary, write_summary
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.ending import PARTS, an_ended_case, end, prepare, with_summary

pytestmark = pytest.mark.django_db


def write(case, version=None, account=None, **changed):
    return write_summary(
        actor=cast.as_actor(account or cast.kerstin()),
        case_id=case.id,
        language="sv",
        parts={**PARTS, **changed},
        version=version,
    )


@pytest.mark.requirement("COORDINATE-13")
def test_the_draft_begins_from_what_is_known_in_the_language_asked_for():
    case = a_case()
    for score in (3, 6):
        record_work_ability(
            actor=cast.as_actor(cast.kerstin()),
            case_id=case.id,
            answer=Answer.SCORE,
            score=score,
            asked_by=AskedBy.PROFESSIONAL,
            language="sv",
        )
    prepare(case)
    draft = draft_for(case, prepared_ending(case.id), "en")
    assert draft.own_words == "Jag vill jobba igen."
    assert "Kerstin Sjöberg" in draft.done
    assert "3 of 10" in draft.came_of_it and "6 of 10" in draft.came_of_it
    assert "Liisa Laine" in draft.continues
    assert "555\xa00100" in draft.come_back


@pytest.mark.requirement("COORDINATE-13")
def test_a_given_summary_stays_as_it_is():
    case = a_case()
    an_ended_case(case)
    given = Summary.objects.get(case=case)
    with pytest.raises(Refused) as refused:
        write(case, given.version, done="Något annat.")
    assert refused.value.obstacles == [EndObstacle.ALREADY_GIVEN]
    assert Summary.objects.get(case=case).done == PARTS["done"]


@pytest.mark.requirement("COORDINATE-13")
def test_two_who_write_at_once_lose_nothing():
    case = a_case()
    first = write(case)
    write(case, first.version, done="Först sparad.")
    with pytest.raises(Changed):
        write(case, first.version, done="Sist sparad.")
    assert Summary.objects.get(case=case).done == "Först sparad."


@pytest.mark.requirement("COORDINATE-13")
def test_an_empty_summary_is_no_summary():
    with pytest.raises(Refused) as refused:
        write(a_case(), done="  ")
    assert refused.value.obstacles == [EndObstacle.NOTHING_WRITTEN]


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_the_client_prints_it_and_a_stranger_does_not():
    case = a_case()
    prepare(case)
    with_summary(case)
    draft = Summary.objects.get(case=case)
    with pytest.raises(Denied):
        print_summary(actor=cast.as_actor(cast.kerstin()), summary_id=draft.id)
    end(case)
    made = print_summary(actor=cast.as_actor(cast.aino_account()), summary_id=draft.id)
    assert made == print_summary(actor=cast.as_actor(cast.kerstin()), summary_id=draft.id)
    for stranger in (cast.mikko(), cast.tove()):
        with pytest.raises(Denied):
            print_summary(actor=cast.as_actor(stranger), summary_id=draft.id)
    seen = Event.objects.filter(action="ending.summary.print", outcome=Outcome.SEEN)
    assert seen.count() == 2


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
@pytest.mark.requirement("COORDINATE-13")
def test_the_paper_is_tagged_and_says_its_language_title_and_heading(language):
    case = a_case()
    an_ended_case(case)
    summary = Summary.objects.get(case=case)
    Summary.objects.filter(pk=summary.pk).update(
        language=language, done="مرحبا #strong[x] <b> \\ $1$\r\n\r\n" + "Lång text. " * 400
    )
    began = time.perf_counter()
    made = print_summary(actor=cast.as_actor(cast.kerstin()), summary_id=summary.id)
    assert time.perf_counter() - began < 1.5
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert _kinds(pdf.Root.StructTreeRoot).count("/H1") == 1
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
            assert about["dc:title"]
        fonts = {
            str(font.BaseFont).split("+")[-1]
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }
        assert all(font.startswith(("SourceSans3", "SourceSerif4")) for font in fonts)


def _kinds(element):
    children = element.get("/K", [])
    children = children if isinstance(children, pikepdf.Array) else [children]
    found = [str(element.S)] if "/S" in element else []
    for child in children:
        if isinstance(child, pikepdf.Dictionary):
            found += _kinds(child)
    return found
