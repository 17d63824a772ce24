"""The plan on paper: tagged, in three languages, and never more than the reader may see."""

import datetime as dt
import io
import json

import pikepdf
import pytest
import typst
from PIL import Image

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.documents import paper as documents
from kaveri.foundation.documents.letters import showable
from kaveri.foundation.ui import dates
from kaveri.steps.planning.domain import GoalLevel, How, PlanForm, RowKind, Told, Topic, Wish
from kaveri.steps.planning.services import (
    add_statement,
    paper,
    print_plan,
    record_approval,
    revise_plan,
)
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


def test_a_responsible_person_with_an_account_stands_with_their_organisation(letters):
    version = a_version()

    print_plan(actor=given.kerstin(), version_id=version.id, language="fi")

    who = letters[-1]["parts"][5]["table"]["rows"][0][1]
    assert who == f"Kerstin Sjöberg, {cast.unit().organisation.name_fi}"


def test_the_clients_own_copy_does_not_say_that_something_is_kept_from_them(letters):
    version = given.an_agreed()
    for reader in (cast.as_actor(cast.aino_account()), given.kerstin()):
        print_plan(actor=reader, version_id=version.id, language="en")

    assert "Nothing is written here." in str(letters[0])
    assert "not shown to you" not in str(letters[0])
    assert "not shown to you" in str(letters[1])


def approve(version, **known):
    record_approval(actor=given.kerstin(), version_id=version.id, yes=given.a_yes(**known))


def _today():
    return dates.plain_date(clock.today(), "en")


def _keeping(letters):
    return [(said["heading"], said["text"]) for said in letters[-1]["parts"][7]["said"]]


@pytest.mark.requirement("PLAN-8")
def test_section_8_is_the_copy_kept_with_the_version_and_says_what_holds_now_when_it_differs(
    letters,
):
    version = a_version()
    print_plan(actor=given.kerstin(), version_id=version.id, language="en")
    unchanged = _keeping(letters)
    casebook.a_consent(version.case, {"kela": "own"})

    print_plan(actor=given.kerstin(), version_id=version.id, language="en")
    changed = _keeping(letters)

    assert [heading for heading, _text in unchanged if heading] == [
        f"When the plan was agreed, {_today()}:"
    ]
    assert "No consent is in force" in str(unchanged)
    assert changed[: len(unchanged)] == unchanged
    assert [heading for heading, _text in changed if heading] == [
        f"When the plan was agreed, {_today()}:",
        f"Today, {_today()}:",
    ]
    assert "By consent" in str(changed)


@pytest.mark.requirement("PLAN-8")
def test_the_kept_copy_tells_a_partner_of_their_own_consents_alone(letters):
    plan = given.a_plan()
    casebook.near(plan.case, cast.kalle(), RelationKind.MEMBER)
    casebook.a_consent(plan.case, {"kela": "own"})
    casebook.a_consent(plan.case, {"te": "own"})
    version = given.an_agreed(plan)

    print_plan(actor=cast.as_actor(cast.kalle()), version_id=version.id, language="sv")
    partner = str(_keeping(letters))
    print_plan(actor=given.kerstin(), version_id=version.id, language="sv")
    own = str(_keeping(letters))

    assert own.count("samtycke") == 2
    assert partner.count("samtycke") == 1


def test_there_is_a_line_to_sign_for_each_who_has_not_said_yes(letters):
    plan = given.a_plan()
    row = given.a_row(plan, responsible_id=None, responsible_name="Rut Ek", what="ringer")
    version = given.an_agreed(plan)
    print_plan(actor=given.kerstin(), version_id=version.id, language="sv")
    waiting = [each["name"] for each in letters[-1]["signatures"]]

    approve(version)
    plan.refresh_from_db()
    revise_plan(actor=given.kerstin(), plan_id=plan.id, version=plan.version)
    given.record_agreement(row)
    print_plan(actor=given.kerstin(), version_id=version.id, language="sv")
    approved = [each["name"] for each in letters[-1]["signatures"]]
    later = given.an_agreed(plan)
    print_plan(actor=given.kerstin(), version_id=later.id, language="sv")

    kerstin = f"Kerstin Sjöberg, {cast.unit().organisation.name_sv}"
    assert waiting == ["Aino Virtanen", kerstin, "Rut Ek"]
    assert approved == [kerstin, "Rut Ek"]
    assert [each["name"] for each in letters[-1]["signatures"]] == ["Aino Virtanen", kerstin]


def test_a_yes_that_was_written_down_says_whose_it_is(letters):
    version = given.an_agreed()
    approve(version, how=How.PHONE)

    print_plan(actor=given.kerstin(), version_id=version.id, language="sv")

    assert letters[-1]["parts"][8]["said"][0]["text"].startswith("Aino Virtanen, ")


def test_long_words_stay_on_the_page_and_faces_are_typed(letters):
    plan = given.a_plan(form=PlanForm.FULL)
    given.a_goal(plan, own_words=f"{'x' * 300} 🙂 ❤️", level=GoalLevel.CAREER)
    given.a_row(plan, what="y" * 300, client_part="z1" * 150, recommendation="W" * 300)

    print_plan(actor=given.kerstin(), version_id=given.an_agreed(plan).id, language="sv")

    assert "🙂" in str(letters[-1])
    assert showable("🙂 ❤️ 👍🏽 🦕") == ":) <3 ✓ ◊"
    assert [at for at, page in enumerate(pictured(letters[-1]), 1) if inks_margin(page)] == []


def pictured(data):
    """The pages as pictures."""
    template = paper._PAPER  # noqa: SLF001
    pages = typst.Compiler(
        input=str(template),
        root=str(documents.PACKAGE),
        font_paths=documents._fonts(),  # noqa: SLF001
        ignore_system_fonts=True,
    ).compile(
        format="png",
        ppi=72,
        sys_inputs={"data": json.dumps(showable(data)), "made": "[2026, 11, 23]"},
    )
    return [Image.open(io.BytesIO(page)).convert("L") for page in pages]


def inks_margin(page):
    """Whether anything stands in the margin to the right."""
    edge = round(page.width * (210 - 21) / 210)
    return page.crop((edge, 0, page.width, page.height)).getextrema()[0] < 200


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
    seen = []
    real = paper.make_pdf

    def noting(template, data, *, made_at):
        seen.append(data)
        return real(template, data, made_at=made_at)

    monkeypatch.setattr(paper, "make_pdf", noting)
    return seen
