"""Taking a file in: one function, every limit."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.core.files.base import ContentFile

from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.base.ids import new_id
from kaveri.foundation.documents.uploads import office, pdf, pictures, viruses
from kaveri.foundation.documents.uploads.obstacles import LARGEST_FILE, NotTaken, UploadObstacle


class Kind(StrEnum):
    """What a file is; the code is also the ending of its name."""

    PDF = "pdf"
    PNG = "png"
    JPG = "jpg"
    DOCX = "docx"
    ODT = "odt"


@dataclass(frozen=True)
class Upload:
    """A file that has been searched and may be kept."""

    # As the person called it, with the ending of what it is.
    name: str
    kind: Kind
    content: bytes

    def file(self) -> "ContentFile[bytes]":
        """For a FileField, under a name that tells nothing."""
        return ContentFile(self.content, name=f"{new_id()}.{self.kind}")


# How each is searched; what comes back is what is kept.
_SEARCHES: dict[Kind, Callable[[bytes], bytes]] = {
    Kind.PDF: pdf.searched,
    Kind.PNG: pictures.clean_png,
    Kind.JPG: pictures.clean_jpg,
    Kind.DOCX: office.searched_docx,
    Kind.ODT: office.searched_odt,
}
_BEGINNINGS = {
    b"%PDF-": Kind.PDF,
    b"\x89PNG\r\n\x1a\n": Kind.PNG,
    b"\xff\xd8\xff": Kind.JPG,
}
# The boxes by which a phone's own picture begins.
_PHONE_PICTURES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc", b"ftypavif")


def take_upload(name: str, content: bytes) -> Upload:
    """The file as it may be kept, or Refused with the reason; its name is not believed.

    Stands inside the use case that keeps the file, which asks for permission first.
    """
    try:
        return _taken(name, content)
    except NotTaken as no:
        refuse_if([no.obstacle])
        raise


def obstacles_to_upload(name: str, content: bytes) -> list[UploadObstacle]:
    """Why the file would not be taken in; empty when it would."""
    try:
        _taken(name, content)
    except NotTaken as no:
        return [no.obstacle]
    return []


def safe_name(name: str, kind: Kind) -> str:
    """The file's name without folders and signs that cannot be seen, with the ending of what it is."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in bare if sign.isprintable() and sign not in '"<>:|?*;')
    stem = seen.strip().rstrip(".")
    before, dot, ending = stem.rpartition(".")
    if dot and len(ending) <= 5 and ending.isalnum() and not ending.isdigit():
        stem = before
    return f"{stem.strip(' .')[:150] or 'document'}.{kind}"


def _taken(name: str, content: bytes) -> Upload:
    if not content:
        raise NotTaken(UploadObstacle.EMPTY)
    if len(content) > LARGEST_FILE:
        raise NotTaken(UploadObstacle.TOO_LARGE)
    kind = _kind_of(content)
    kept = _SEARCHES[kind](content)
    # Searched as it came, not as we cleaned it: a virus in what is thrown away is still a warning.
    viruses.search(content)
    return Upload(name=safe_name(name, kind), kind=kind, content=kept)


def _kind_of(content: bytes) -> Kind:
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return Kind(office.kind_of(content))
    if content[4:12] in _PHONE_PICTURES:
        raise NotTaken(UploadObstacle.PHONE_PICTURE)
    raise NotTaken(UploadObstacle.ANOTHER_KIND)
