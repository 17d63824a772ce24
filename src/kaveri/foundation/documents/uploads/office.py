"""Text documents (DOCX, ODT): a packed folder, unpacked only to be counted, with nothing in it that acts."""

import io
import zipfile
import zlib
from typing import IO
from xml.parsers import expat

from kaveri.foundation.documents.uploads.obstacles import (
    MOST_PARTS,
    MOST_UNPACKED,
    NotTaken,
    UploadObstacle,
)

_DOCX_TEXT = "word/document.xml"
_ODT = b"application/vnd.oasis.opendocument.text"
_ENCRYPTED = 0x1
# Folders and endings of what acts, or is a file of its own.
_ACTIVE_PLACES = ("word/embeddings/", "word/activex/", "basic/", "scripts/", "object ")
_ACTIVE_ENDINGS = (".bin", ".exe", ".dll", ".js", ".vbs", ".jar", ".zip", ".html", ".htm", ".swf")
_MACRO = b"macroEnabled"
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def kind_of(content: bytes) -> str:
    """`docx` or `odt`; other packed folders are not taken in."""
    with _opened(content) as folder:
        names = set(folder.namelist())
        if "[Content_Types].xml" in names and _DOCX_TEXT in names:
            return "docx"
        if {"mimetype", "content.xml"} <= names and _beginning(folder, "mimetype") == _ODT:
            return "odt"
    raise NotTaken(UploadObstacle.ANOTHER_KIND)


def _beginning(folder: zipfile.ZipFile, name: str) -> bytes:
    try:
        with folder.open(name) as told:
            return told.read(100)
    except _UNREADABLE as broken:
        raise NotTaken(UploadObstacle.BROKEN) from broken


def searched_xlsx(content: bytes) -> None:
    """Refuses a workbook that unpacks to more than fits or holds macros; it is read and never kept."""
    for name, part in _parts(content):
        if name == "[content_types].xml" and _MACRO in part:
            raise NotTaken(UploadObstacle.ACTIVE_OFFICE)


def searched_docx(content: bytes) -> bytes:
    """The same file, when nothing in it acts or leads out."""
    for name, part in _parts(content):
        if name == "[content_types].xml" and _MACRO in part:
            raise NotTaken(UploadObstacle.ACTIVE_OFFICE)
        if name.endswith(".rels"):
            _refuse_links_out(part)
    return content


def searched_odt(content: bytes) -> bytes:
    """The same file, when nothing in it acts."""
    for name, part in _parts(content):
        if name == "meta-inf/manifest.xml" and b"encryption-data" in part:
            raise NotTaken(UploadObstacle.LOCKED)
        if name in {"content.xml", "styles.xml"} and b"script:event-listener" in part:
            raise NotTaken(UploadObstacle.ACTIVE_OFFICE)
    return content


def _parts(content: bytes) -> list[tuple[str, bytes]]:
    """The parts that say what the document is; all parts are unpacked, and none is kept but these."""
    kept, left = [], MOST_UNPACKED
    with _opened(content) as folder:
        for entry in folder.infolist():
            _refuse_entry(entry)
            name = entry.filename.lower()
            try:
                with folder.open(entry) as packed:
                    part, size = _read(packed, left, keep=name.endswith((".rels", ".xml")))
            except _UNREADABLE as broken:
                raise NotTaken(UploadObstacle.BROKEN) from broken
            left -= size
            kept.append((name, part))
    return kept


def _opened(content: bytes) -> zipfile.ZipFile:
    try:
        folder = zipfile.ZipFile(io.BytesIO(content))
    except _UNREADABLE as broken:
        raise NotTaken(UploadObstacle.BROKEN) from broken
    names = folder.namelist()
    if len(names) > MOST_PARTS:
        raise NotTaken(UploadObstacle.TOO_MUCH_INSIDE)
    if len({name.lower() for name in names}) != len(names):
        raise NotTaken(UploadObstacle.BROKEN)
    return folder


def _refuse_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.lower()
    if entry.flag_bits & _ENCRYPTED:
        raise NotTaken(UploadObstacle.LOCKED)
    if name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name or ":" in name:
        raise NotTaken(UploadObstacle.BROKEN)
    if name.endswith("/"):
        return
    if name.startswith(_ACTIVE_PLACES) or name.endswith(_ACTIVE_ENDINGS):
        raise NotTaken(UploadObstacle.ACTIVE_OFFICE)


def _read(packed: IO[bytes], most: int, *, keep: bool) -> tuple[bytes, int]:
    """Unpack piece by piece; what the folder says about sizes is not believed."""
    pieces, size = [], 0
    while piece := packed.read(64 * 1024):
        size += len(piece)
        if size > most:
            raise NotTaken(UploadObstacle.TOO_MUCH_INSIDE)
        if keep:
            pieces.append(piece)
    return b"".join(pieces), size


def _refuse_links_out(relations: bytes) -> None:
    """A link that a reader presses may lead out; a template, picture or frame fetched by itself may not."""
    reading = expat.ParserCreate()

    def begins(_name: str, known: dict[str, str]) -> None:
        leads_out = known.get("TargetMode", "").lower() == "external"
        if leads_out and not known.get("Type", "").endswith("/hyperlink"):
            raise NotTaken(UploadObstacle.ACTIVE_OFFICE)

    def doctype(*_what: object) -> None:
        raise NotTaken(UploadObstacle.ACTIVE_OFFICE)

    reading.StartElementHandler = begins
    reading.StartDoctypeDeclHandler = doctype
    try:
        reading.Parse(relations, True)  # noqa: FBT003  (the library's own flag)
    except expat.ExpatError as broken:
        raise NotTaken(UploadObstacle.BROKEN) from broken
