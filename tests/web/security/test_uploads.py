"""From the browser to the disk and back: what is too much is not kept, and no address leads to a file."""

import uuid
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django.test import RequestFactory

from kaveri.casebook.timeline import selectors as timeline
from kaveri.foundation.documents.uploads import LARGEST_FILE
from tests.domain.uploads import hostile
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.papers import PDF

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-1")]


@pytest.fixture
def kerstin(settings, tmp_path):
    settings.SECOND_FACTOR, settings.MEDIA_ROOT = False, tmp_path / "documents"
    browser = Browser()
    browser.cookies["django_language"] = "sv"
    browser.force_login(cast.kerstin())
    return browser


def hand_in(browser, case, content, name="paper.pdf"):
    fields = {
        "document": SimpleUploadedFile(name, content),
        "source": "client",
        "category": "health",
        "text": "Det här är viktigt.",
        "idempotency_key": str(uuid.uuid4()),
    }
    return browser.post(f"/case/{case.id}/timeline/document/", fields)


def test_of_a_file_without_end_only_the_beginning_is_held():
    file = SimpleUploadedFile("stor.pdf", b"%PDF-" + bytes(4 * LARGEST_FILE))
    request = RequestFactory().post("/", {"document": file})

    held = request.FILES["document"]

    assert LARGEST_FILE < held.size <= LARGEST_FILE + 64 * 1024
    assert Path(held.temporary_file_path()).stat().st_size == held.size
    held.close()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: bytes(2 * LARGEST_FILE), "Filen är för stor"),
        (lambda: hostile.pdf_with(hostile.script), "Skriv ut den till en ny PDF"),
        (lambda: hostile.png_of(60_000, 60_000), "för många bildpunkter"),
        (hostile.bomb, "För mycket är packat"),
        (lambda: b"\0\0\0\x18ftypheic", "Spara bilden som JPG"),
    ],
)
def test_a_refusal_says_what_to_do_and_keeps_what_was_written(kerstin, make, words, settings):
    case = a_case()

    page = hand_in(kerstin, case, make()).content.decode()

    assert words in page
    assert "Det här är viktigt." in page
    assert not timeline.entries().filter(case_id=case.id).exists()
    assert not Path(settings.MEDIA_ROOT).exists()


def test_what_is_kept_has_no_address_and_no_other_reader(kerstin, settings):
    case = a_case()
    hand_in(kerstin, case, hostile.photo_with_place(), name="Aino Virtanen.jpg")
    entry = timeline.entries().get(case_id=case.id)
    kept = Path(entry.document.path)

    assert b"Aino" not in kept.read_bytes()
    assert "Aino" not in str(kept)
    assert kept.stat().st_mode & 0o077 == 0
    assert kept.parent.stat().st_mode & 0o077 == 0
    for path in (f"/{entry.document.name}", f"/documents/{entry.document.name}"):
        assert kerstin.get(path).status_code == 404
        assert kerstin.get(f"/static/..{path}").status_code == 404
    answer = kerstin.get(f"/case/{case.id}/document/{entry.id}/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == (
        "default-src 'none'; frame-ancestors 'none'; sandbox"
    )


def test_a_good_paper_is_kept_as_it_came(kerstin):
    case = a_case()

    assert hand_in(kerstin, case, PDF).status_code == 302
    entry = timeline.entries().get(case_id=case.id)
    assert entry.document.read() == PDF
    entry.document.close()
