"""A document comes to the case."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import EntryObstacle, Source, obstacles_to_document, safe_name
from kaveri.casebook.timeline.services import add_document
from kaveri.foundation.base.errors import Denied
from tests.factories import cast
from tests.factories.casebook import a_case, near

PDF = b"%PDF-1.7"


@pytest.mark.django_db
def test_the_file_is_kept_under_a_name_that_tells_nothing(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = a_case()
    entry = add_document(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        name="../../Aino Virtanen B.pdf",
        content=PDF,
        source=Source.HEALTH_CARE,
        category=Category.HEALTH,
    )
    assert "Aino" not in entry.document.name
    assert entry.document_name == "Aino Virtanen B.pdf"
    assert entry.category == Category.HEALTH


@pytest.mark.django_db
def test_a_predecessor_adds_nothing():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    with pytest.raises(Denied):
        add_document(
            actor=cast.as_actor(cast.mikko()),
            case_id=case.id,
            name="b.pdf",
            content=PDF,
            source=Source.CLIENT,
            category=Category.HEALTH,
        )


@pytest.mark.parametrize(
    ("name", "size", "beginning", "found"),
    [
        ("b.pdf", 9, PDF, []),
        ("b.PDF", 9, PDF, []),
        ("b.jpeg", 9, b"\xff\xd8\xff\xe0", []),
        ("b.docx", 9, b"PK\x03\x04", []),
        ("b.pdf", 0, b"", [EntryObstacle.FILE_EMPTY]),
        ("b.exe", 9, b"MZ", [EntryObstacle.FILE_OF_ANOTHER_KIND]),
        ("b.pdf", 9, b"<html>", [EntryObstacle.FILE_OF_ANOTHER_KIND]),
        ("b.pdf", 11 * 1024 * 1024, PDF, [EntryObstacle.FILE_TOO_LARGE]),
    ],
)
def test_what_a_file_must_be(name, size, beginning, found):
    assert obstacles_to_document(name, size, beginning) == found


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("C:\\kansio\\B.pdf", "B.pdf"),
        ("a\x00\u202eb.pdf", "ab.pdf"),
        ('x";<>.pdf', "x.pdf"),
        (".pdf", "document.pdf"),
    ],
)
def test_a_name_keeps_only_what_can_be_seen(written, kept):
    assert safe_name(written) == kept
