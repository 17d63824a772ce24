"""The pages of the background: the worker writes, the client answers, the doctor gets one page."""

import io
import uuid

import pikepdf
import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.steps.pre_visit.domain import LINES, SIGNS, Standing
from kaveri.steps.pre_visit.models import Background
from kaveri.steps.pre_visit.selectors import headings, stands
from tests.factories import cast
from tests.factories.appointments import a_meeting
from tests.factories.assessment import a_statement
from tests.factories.casebook import a_case, near
from tests.factories.pre_visit import PARTS, a_background, a_visit, approved

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def browser(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    client.force_login(cast.kerstin())
    return client


def page(browser, name, *ids):
    answer = browser.get(reverse(f"pre_visit:{name}", args=ids))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def sent(browser, name, *ids, **typed):
    typed = {"idempotency_key": str(uuid.uuid4())} | typed
    return browser.post(reverse(f"pre_visit:{name}", args=ids), typed)


@pytest.mark.requirement("IDENTIFY-6", "PARTICIPATE-1")
def test_from_the_visit_to_the_doctor(browser, case):
    visit = a_visit(case)
    before = reverse("pre_visit:background", args=[visit.id])
    assert before in browser.get(reverse("appointments:of_case", args=[case.id])).content.decode()
    assert "Nothing written yet" in page(browser, "background", visit.id)
    answer = sent(browser, "write", visit.id, of_health="health", **PARTS)
    assert answer.status_code == 302
    assert "waits for the client" in page(browser, "background", visit.id)

    browser.force_login(cast.aino_account())
    own = reverse("pre_visit:own", args=[case.id, visit.id])
    assert own in browser.get("/my/").content.decode()
    assert PARTS["health"] in page(browser, "own", case.id, visit.id)
    sent(browser, "own", case.id, visit.id, answer="otherwise", words="Inget om ryggen.", read_no=1)
    assert "Inget om ryggen." in page(browser, "own", case.id, visit.id)
    assert own not in browser.get("/my/").content.decode()

    browser.force_login(cast.kerstin())
    assert "Inget om ryggen." in page(browser, "background", visit.id)
    row = Background.objects.get()
    sent(
        browser,
        "write",
        visit.id,
        of_health="health",
        version=row.version,
        **PARTS | {"health": ""},
    )
    browser.force_login(cast.aino_account())
    sent(browser, "own", case.id, visit.id, answer="approved", read_no=2)
    row.refresh_from_db()
    assert stands(row) is Standing.APPROVED

    browser.force_login(cast.kerstin())
    text = page(browser, "background", visit.id)
    assert "Approved by Aino" in text
    sent(browser, "hand_on", row.id, how="client_takes", on="1.1.2026", version=row.version)
    row.refresh_from_db()
    assert stands(row) is Standing.HANDED
    assert "The client takes the page along" in page(browser, "background", visit.id)


@pytest.mark.requirement("PLAN-14", "IDENTIFY-6")
def test_what_is_known_stands_in_the_form_with_its_source_and_nothing_of_substances(browser, case):
    a_statement(case=case, heading="skills", text="Har kört truck i tolv år.")
    a_statement(case=case, heading="health", prompt="substances", text="Slutade dricka i våras.",
                category=Category.SUBSTANCE_USE)  # fmt: skip
    text = page(browser, "write", a_visit(case).id)
    assert "Har kört truck i tolv år. (" in text
    assert "Slutade dricka" not in text
    assert "Kerstin Sjöberg" in text


@pytest.mark.requirement("IDENTIFY-6")
def test_what_does_not_fit_on_a_page_is_refused_and_nothing_typed_is_lost(browser, case):
    visit = a_visit(case)
    long = "\n".join(["Det här tar plats."] * (LINES + 1))
    answer = sent(browser, "write", visit.id, of_health="health", work=long)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "This does not fit on one page." in text
    assert text.count("Det här tar plats.") == LINES + 1
    assert not Background.objects.exists()


@pytest.mark.requirement("IDENTIFY-6", "TRUST-4")
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_as_much_as_is_allowed_fits_on_one_tagged_page(browser, case, language):
    each = LINES // len(headings())
    parts = dict.fromkeys(headings(), "Åäö wide words " * 200)
    parts = {key: text[: each * SIGNS] for key, text in parts.items()}
    row = approved(a_background(a_visit(case), parts=parts))
    answer = browser.get(reverse("pre_visit:paper", args=[row.id, language]))
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.MarkInfo.Marked
    assert answer["Content-Disposition"] == 'inline; filename="document.pdf"'


@pytest.mark.requirement("TRUST-1", "IDENTIFY-6")
def test_who_may_not_see_health_reads_the_rest(browser, case, monkeypatch):
    row = a_background(a_visit(case))
    near(case, cast.petra(), RelationKind.REPRESENTATIVE)
    case.relations.filter(account=cast.petra()).update(
        scope=" identity_contact life_situation work_education "
    )
    browser.force_login(cast.petra())
    told = []
    monkeypatch.setattr(
        "kaveri.steps.pre_visit.views.make_pdf",
        lambda _paper, data, **_known: told.append(str(data)) or b"%PDF",
    )
    browser.get(reverse("pre_visit:paper", args=[row.id, "en"]))
    assert PARTS["work"] in told[0]
    assert "Some of the text is not shown to you." in told[0]
    assert "Ryggont" not in told[0]


@pytest.mark.requirement("IDENTIFY-6")
def test_an_ordinary_meeting_has_no_background(browser, case):
    usual = a_meeting(case)
    for name in ("background", "write", "go_without"):
        assert browser.get(reverse(f"pre_visit:{name}", args=[usual.id])).status_code == 404
