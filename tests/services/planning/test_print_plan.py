"""The plan on paper: tagged, in three languages, and never more than the reader may see."""

import datetime as dt
import io

import pikepdf
import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Denied
from kaveri.steps.planning.domain import GoalLevel, PlanForm, RowKind, Told, Topic, Wish
from kaveri.steps.planning.services import add_statement, print_plan
from tests.factories import casebook, cast
from tests.factories import planning as given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-13")]

RIGHTS = {
    "sv": "ger i sig ingen rätt till tjänster",
    "fi": "ei sellaisenaan anna oikeutta palveluihin",
    "en": "does not in itself give a right to services",
}


def a_version():
    plan = given.a_plan(form=PlanForm.FULL)
    given.a_goal(plan, own_words="Jag vill jobba i en verkstad.", level=GoalLevel.CAREER)
    given.a_goal(plan, own_words="Jag vill sova om nätterna.", level=GoalLevel.SUB)
    given.a_row(
        plan,
        kind=RowKind.STEP,
        what="samtal på kliniken",
        wish=Wish.UNSURE,
        client_words="Vet inte riktigt.",
        recommendation="Tre gånger under våren.",
        client_part="Jag går dit.",
        category=Category.SUBSTANCE_USE,
    )
    add_statement(
        actor=given.kerstin(),
        plan_id=plan.id,
        told=Told(
            topic=Topic.STRENGTH,
            text="Är händig och noggrann.",
            source=Source.CLIENT,
            said_on=dt.date(2026, 11, 2),
        ),
    )
    return given.an_agreed(plan)


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_it_is_tagged_and_speaks_one_language(language):
    made = print_plan(actor=given.kerstin(), version_id=a_version().id, language=language)

    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert str(pdf.Root.Lang) == language
        kinds = set(structure(pdf.Root.StructTreeRoot))
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/P"} <= kinds


@pytest.mark.requirement("PLAN-15")
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_it_says_that_a_plan_gives_no_right_in_itself(language, letters):
    print_plan(actor=given.kerstin(), version_id=a_version().id, language=language)

    assert RIGHTS[language] in letters[-1]["rights"]


@pytest.mark.requirement("PLAN-8")
def test_a_reader_without_the_ground_gets_neither_the_row_nor_its_words(letters):
    version = a_version()
    casebook.near(version.case, cast.kalle(), RelationKind.MEMBER)
    casebook.a_consent(version.case, {"kela": "own"}, but=[Category.SUBSTANCE_USE])

    print_plan(actor=cast.as_actor(cast.kalle()), version_id=version.id, language="sv")

    shown = str(letters[-1])
    assert "verkstad" in shown
    assert "kliniken" not in shown and "Jag går dit" not in shown


@pytest.mark.requirement("PLAN-1")
def test_what_the_client_wants_stands_before_anything_professional(letters):
    print_plan(actor=given.kerstin(), version_id=a_version().id, language="sv")

    assert letters[-1]["in_short"][0]["own_words"] == given.WORDS
    assert letters[-1]["parts"][0]["own_words"] == given.WORDS


def test_the_client_reads_it_whole(letters):
    version = a_version()

    print_plan(actor=cast.as_actor(cast.aino_account()), version_id=version.id, language="sv")

    assert "kliniken" in str(letters[-1]) and "Jag går dit" in str(letters[-1])


def test_a_stranger_gets_nothing_and_the_no_is_in_the_log():
    version = a_version()

    with pytest.raises(Denied):
        print_plan(actor=cast.as_actor(cast.petra()), version_id=version.id, language="sv")

    assert Event.objects.latest("at").outcome == "denied"


def structure(node):
    """The kinds of all elements below."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from structure(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from structure(node.K)


@pytest.fixture
def letters(monkeypatch):
    """What is put on paper, as the template gets it."""
    from kaveri.steps.planning.services import paper  # noqa: PLC0415

    seen = []
    real = paper.make_pdf

    def noting(template, data, *, made_at):
        seen.append(data)
        return real(template, data, made_at=made_at)

    monkeypatch.setattr(paper, "make_pdf", noting)
    return seen
