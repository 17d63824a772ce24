"""What is taken in, what is refused and why, and what is left of a picture."""

import io
import tracemalloc
import zipfile
import zlib

import pytest
from PIL import Image

from kaveri.foundation.base.errors import Refused
from kaveri.foundation.documents.uploads import UploadObstacle as No
from kaveri.foundation.documents.uploads import obstacles_to_upload, take_upload
from kaveri.foundation.documents.uploads.labels import UPLOAD_OBSTACLES
from kaveri.foundation.documents.uploads.obstacles import LARGEST_FILE
from tests.domain.uploads import hostile
from tests.factories.papers import PDF

pytestmark = pytest.mark.requirement("TRUST-1")
EVIL = b"1 0 << /S /JavaScript /JS (app.alert(1)) >>"
PACKED_EVIL = zlib.compress(EVIL)
# Each row begins with a sign of its own, so that no name stands in one piece.
IN_ROWS = b"".join(b"\0" + EVIL[at : at + 4] for at in range(0, len(EVIL), 4))

GOOD = {
    "pdf by hand": (lambda: PDF, "pdf"),
    "pdf from a library": (hostile.pdf_with, "pdf"),
    "pdf with packed objects": (lambda: hostile.pdf_with(**hostile.PACKED), "pdf"),
    "jpg": (hostile.picture, "jpg"),
    "jpg progressive": (lambda: hostile.picture(progressive=True), "jpg"),
    "jpg four colours": (lambda: hostile.picture(mode="CMYK"), "jpg"),
    "jpg grey": (lambda: hostile.picture(mode="L"), "jpg"),
    "png": (lambda: hostile.picture("PNG"), "png"),
    "png transparent": (lambda: hostile.picture("PNG", mode="RGBA"), "png"),
    "docx": (hostile.docx, "docx"),
    "docx with a link to press": (
        lambda: hostile.docx(
            [
                (
                    "word/_rels/document.xml.rels",
                    hostile.RELATIONS.format(hostile.LINK.format("hyperlink")),
                )
            ]
        ),
        "docx",
    ),
    "odt": (hostile.odt, "odt"),
}
BAD = {
    "nothing": (lambda: b"", No.EMPTY),
    "too large": (lambda: b"%PDF-" + b"0" * LARGEST_FILE, No.TOO_LARGE),
    "program": (lambda: b"MZ\x90\0" * 20, No.ANOTHER_KIND),
    "page": (lambda: b"<html><script>alert(1)</script>", No.ANOTHER_KIND),
    "drawing with a script": (lambda: b"<svg onload='alert(1)'/>", No.ANOTHER_KIND),
    "gif and script at once": (lambda: b"GIF89a/*" + b"*/=1;alert(1)", No.ANOTHER_KIND),
    "page before the pdf": (lambda: b"<html>" + PDF, No.ANOTHER_KIND),
    "phone picture": (lambda: b"\0\0\0\x18ftypheic\0\0\0\0", No.PHONE_PICTURE),
    "zip of anything": (lambda: _zip({"a.txt": b"x"}), No.ANOTHER_KIND),
    "sheet": (lambda: _zip({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), No.ANOTHER_KIND),
    "half a pdf": (lambda: PDF[:100], No.BROKEN),
    "pdf with a page behind": (lambda: PDF + b"<script>" * 400, No.BROKEN),
    "pdf script": (lambda: hostile.pdf_with(hostile.script), No.ACTIVE_PDF),
    "pdf script packed": (
        lambda: hostile.pdf_with(hostile.script, **hostile.PACKED),
        No.ACTIVE_PDF,
    ),
    "pdf script in numbers": (
        lambda: PDF.replace(b"/Count 1", b"/S /J#61va#53cript"),
        No.ACTIVE_PDF,
    ),
    "pdf script packed twice": (
        lambda: hostile.pdf_raw(
            hostile.stream(
                b"/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]",
                PACKED_EVIL.hex().encode() + b">",
            )
        ),
        No.ACTIVE_PDF,
    ),
    "pdf script packed under another name": (
        lambda: hostile.pdf_raw(
            hostile.stream(b"/Type /Obj#53tm /N 1 /First 4 /Fi#6cter /Fl", PACKED_EVIL)
        ),
        No.ACTIVE_PDF,
    ),
    "pdf script packed without a name": (
        lambda: hostile.pdf_raw(hostile.stream(b"/Filter /FlateDecode", PACKED_EVIL)),
        No.ACTIVE_PDF,
    ),
    "pdf script far from its stream": (
        lambda: hostile.pdf_raw(
            hostile.stream(
                b"/Type /ObjStm /Filter /FlateDecode %" + b"x" * 40_000 + b"\n",
                zlib.compress(b"\n" * 100 + EVIL),
            )
        ),
        No.ACTIVE_PDF,
    ),
    "pdf script in rows": (
        lambda: hostile.pdf_raw(
            hostile.stream(
                b"/Type /ObjStm /N 1 /First 4 /DecodeParms << /Predictor 12 /Columns 4 >>"
                b" /Filter /FlateDecode",
                zlib.compress(IN_ROWS),
            )
        ),
        No.ACTIVE_PDF,
    ),
    "pdf script packed twice without a name": (
        lambda: hostile.pdf_raw(
            hostile.stream(
                b"/Filter [/ASCIIHexDecode /FlateDecode]", PACKED_EVIL.hex().encode() + b">"
            ),
            hostile.stream(b"/Type /XRef /W [1 2 1] /Size 2", bytes(8)),
        ),
        No.ACTIVE_PDF,
    ),
    "pdf program": (lambda: hostile.pdf_with(hostile.launch), No.ACTIVE_PDF),
    "pdf attachment": (lambda: hostile.pdf_with(hostile.attachment), No.ACTIVE_PDF),
    "pdf attachment packed": (
        lambda: hostile.pdf_with(hostile.attachment, **hostile.PACKED),
        No.ACTIVE_PDF,
    ),
    "pdf form of its own": (lambda: hostile.pdf_with(hostile.filled_form), No.ACTIVE_PDF),
    "pdf locked": (lambda: hostile.pdf_with(**hostile.LOCKED), No.LOCKED),
    "pdf locked packed": (lambda: hostile.pdf_with(**hostile.LOCKED, **hostile.PACKED), No.LOCKED),
    "pdf bomb": (
        lambda: hostile.pdf_raw(
            hostile.stream(b"/Type /ObjStm /Filter /FlateDecode", zlib.compress(b"1 " * 60_000_000))
        ),
        No.TOO_MUCH_INSIDE,
    ),
    "pdf of streams": (lambda: hostile.pdf_raw(b"stream\n" * 30_000), No.TOO_MUCH_INSIDE),
    "png flood": (lambda: hostile.png_of(50_000, 50_000), No.TOO_MANY_PIXELS),
    "png square flood": (lambda: hostile.png_of(19_000, 19_000), No.TOO_MANY_PIXELS),
    "png of one line": (lambda: hostile.png_of(1, 30_000), No.TOO_MANY_PIXELS),
    "png long": (lambda: hostile.png_of(1, 2**31 - 1), No.TOO_MANY_PIXELS),
    "png of nothing": (lambda: hostile.png_of(0, 10), No.BROKEN),
    "png changed": (lambda: hostile.picture("PNG").replace(b"IDAT", b"IDAX", 1), No.BROKEN),
    "png half": (lambda: hostile.picture("PNG")[:-12], No.BROKEN),
    "jpg flood": (lambda: hostile.jpg_that_says(65_000, 65_000), No.TOO_MANY_PIXELS),
    "jpg half": (lambda: hostile.picture()[:200], No.BROKEN),
    "jpg of nothing": (lambda: b"\xff\xd8\xff\xd9", No.BROKEN),
    "jpg that is a script": (lambda: b"\xff\xd8\xff<script>", No.BROKEN),
    "docx macros": (lambda: hostile.docx([("word/vbaProject.bin", b"x")]), No.ACTIVE_OFFICE),
    "docx file inside": (
        lambda: hostile.docx([("word/embeddings/sheet.xlsx", b"PK")]),
        No.ACTIVE_OFFICE,
    ),
    "docx outside template": (
        lambda: hostile.docx(
            [
                (
                    "word/_rels/settings.xml.rels",
                    hostile.RELATIONS.format(hostile.LINK.format("attachedTemplate")),
                )
            ]
        ),
        No.ACTIVE_OFFICE,
    ),
    "docx outside template, other letters": (
        lambda: hostile.docx(
            [
                (
                    "word/_rels/settings.xml.rels",
                    hostile.RELATIONS.format(hostile.LINK.format("attachedTemplate"))
                    .replace('version="1.0"', 'version="1.0" encoding="utf-16"')
                    .encode("utf-16"),
                )
            ]
        ),
        No.ACTIVE_OFFICE,
    ),
    "docx that laughs": (
        lambda: hostile.docx(
            [("_rels/.rels", '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>')]
        ),
        No.ACTIVE_OFFICE,
    ),
    "docx bomb": (hostile.bomb, No.TOO_MUCH_INSIDE),
    "docx of parts": (
        lambda: hostile.docx([(f"word/{number}", b"") for number in range(3000)]),
        No.TOO_MUCH_INSIDE,
    ),
    "docx out of its folder": (lambda: hostile.docx([("../../evil", b"x")]), No.BROKEN),
    "docx the same part twice": (
        lambda: hostile.docx([("WORD/document.xml", b"<other/>")]),
        No.BROKEN,
    ),
    "docx locked": (hostile.locked_docx, No.LOCKED),
    "docx half": (lambda: hostile.docx()[:-30], No.BROKEN),
    "odt macros": (lambda: hostile.odt([("Basic/Standard/Module.xml", b"x")]), No.ACTIVE_OFFICE),
    "odt script": (
        lambda: hostile.odt([("styles.xml", b"<script:event-listener/>")]),
        No.ACTIVE_OFFICE,
    ),
    "odt locked": (
        lambda: hostile.odt([("META-INF/manifest.xml", b"<manifest:encryption-data/>")]),
        No.LOCKED,
    ),
}


def _zip(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as folder:
        for name, content in parts.items():
            folder.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("what", GOOD)
def test_a_paper_people_have_is_taken_in(what):
    make, kind = GOOD[what]

    taken = take_upload("Aino Virtanen.pdf", make())

    assert (taken.kind, taken.name) == (kind, f"Aino Virtanen.{kind}")
    assert "Aino" not in taken.file().name
    assert taken.file().name.endswith(f".{kind}")


@pytest.mark.parametrize("what", BAD)
def test_a_hostile_file_is_refused_for_its_reason(what):
    make, obstacle = BAD[what]

    assert obstacles_to_upload("paper.pdf", make()) == [obstacle]


def test_a_bomb_that_lies_about_its_size_is_refused():
    found = obstacles_to_upload("paper.docx", hostile.bomb_that_lies())

    assert found in ([No.TOO_MUCH_INSIDE], [No.BROKEN])


def test_every_reason_has_a_hostile_file():
    elsewhere = {No.VIRUS, No.NOT_SEARCHED}

    assert {obstacle for _make, obstacle in BAD.values()} | elsewhere == set(No)
    assert set(UPLOAD_OBSTACLES) == set(No)
    with pytest.raises(Refused) as refused:
        take_upload("a.pdf", b"")
    assert refused.value.obstacles == [No.EMPTY]


@pytest.mark.parametrize("make", [hostile.bomb, BAD["pdf bomb"][0]])
def test_a_bomb_does_not_fill_the_memory(make):
    content = make()
    tracemalloc.start()
    obstacles_to_upload("paper.pdf", content)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 230 * 1024 * 1024


# --- pictures ---------------------------------------------------------------------------------


def test_where_a_photo_was_taken_is_forgotten_and_which_side_is_up_is_kept():
    photo = hostile.photo_with_place()
    assert b"Aino" in photo

    kept = take_upload("IMG_0001.jpeg", photo).content

    image = Image.open(io.BytesIO(kept))
    assert dict(image.getexif()) == {0x0112: 6}
    assert b"Aino" not in kept
    assert "comment" not in image.info
    before = Image.open(io.BytesIO(photo))
    assert image.tobytes() == before.tobytes()


def test_what_a_png_tells_beside_the_picture_is_forgotten():
    picture = hostile.png_with_text() + hostile.PIXEL_SECRET

    kept = take_upload("bild.png", picture).content

    assert b"Aino" not in kept
    assert hostile.PIXEL_SECRET not in kept
    assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(picture)).tobytes()


@pytest.mark.parametrize("more", [{"progressive": True}, {"mode": "CMYK"}, {"mode": "L"}, {}])
def test_the_points_of_a_photo_stay_as_they_were(more):
    photo = hostile.picture(**more) + hostile.PIXEL_SECRET

    kept = take_upload("bild.jpg", photo).content

    assert hostile.PIXEL_SECRET not in kept
    assert Image.open(io.BytesIO(kept)).tobytes() == Image.open(io.BytesIO(photo)).tobytes()


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("C:\\kansio\\B.pdf", "B.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a\x00\u202eb.pdf", "ab.pdf"),
        ('x";<>.pdf', "x.pdf"),
        (".pdf", "document.pdf"),
        ("", "document.pdf"),
        ("utlåtande 3.11", "utlåtande 3.11.pdf"),
        ("beslut.exe", "beslut.pdf"),
        ("å" * 300 + ".pdf", "å" * 150 + ".pdf"),
        ("a\r\nSet-Cookie: b", "aSet-Cookie b.pdf"),
    ],
)
def test_a_name_keeps_only_what_can_be_seen(written, kept):
    assert take_upload(written, PDF).name == kept
