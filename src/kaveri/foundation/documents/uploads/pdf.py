"""PDF: whatever can act when it is opened is refused, and so is what cannot be read through.

An object of a PDF stands either openly in the file or in an object stream. The whole file is searched as it
stands, every stream that may hold objects is unpacked and searched too, and where that cannot be done the
answer is no. Forms, attachments and scripts of official papers fall as well: printed to a new PDF they pass.
"""

import re
import zlib
from collections.abc import Iterator

from kaveri.foundation.documents.uploads.obstacles import (
    MOST_UNPACKED,
    NotTaken,
    UploadObstacle,
)

_ACTIVE = (
    b"JavaScript",
    b"Launch",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"RichMedia",
    b"RichMediaExecute",
    b"Rendition",
    b"SubmitForm",
    b"ImportData",
    b"GoToR",
    b"GoToE",
    b"XFA",
    b"Movie",
    b"3DD",
)
_ENDS = rb"(?=[\x00\t\n\x0c\r ()<>\[\]{}/%]|\Z)"
_ACTIVE_NAME = re.compile(rb"/(?:" + b"|".join(_ACTIVE) + rb")" + _ENDS)
_ENCRYPTED = re.compile(rb"/Encrypt" + _ENDS)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"(?<!end)stream(?:\r\n|\n|\r)")
# The dictionary before a stream: from the object's beginning.
_DICTIONARY = 16 * 1024
_OBJECT_STREAM = re.compile(rb"/ObjStm" + _ENDS)
_FIRST = re.compile(rb"/First" + _ENDS)
_NUMBER = re.compile(rb"/N" + _ENDS)
# Packed objects are looked up by such a stream; where there is one, we must be able to unpack everything.
_PACKS_OBJECTS = re.compile(rb"/(?:ObjStm|XRef)" + _ENDS)
_ODD_FILTER = re.compile(
    rb"/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt)" + _ENDS
)
_FILTER = re.compile(rb"/Filter\s*(\[?\s*/[^<>\]]*\]?|[^/\[\s]+)")
_ONLY_FLATE = re.compile(rb"\A\[?\s*/(?:FlateDecode|Fl)\s*(?:\]|/(?!\w*Decode)|\Z)")
_PREDICTED = re.compile(rb"/(?:DecodeParms|DP)" + _ENDS)
# An object stream begins with numbers: which object stands where.
_BEGINS_WITH_NUMBERS = re.compile(rb"\A[\x00\s]*[\d%]")
_FOOT = 2048
_MOST_STREAMS = 20_000
_PIECE = 64 * 1024


def searched(content: bytes) -> bytes:
    """The same file, when nothing in it acts."""
    foot = content[-_FOOT:]
    if b"startxref" not in foot or b"%%EOF" not in foot:
        raise NotTaken(UploadObstacle.BROKEN)
    seen = _plain(content)
    if _ENCRYPTED.search(seen):
        raise NotTaken(UploadObstacle.LOCKED)
    _refuse_active(seen)
    if _PACKS_OBJECTS.search(seen) and _ODD_FILTER.search(seen):
        raise NotTaken(UploadObstacle.ACTIVE_PDF)
    left = MOST_UNPACKED
    for unpacked in _object_streams(content, named=len(_OBJECT_STREAM.findall(seen))):
        left -= len(unpacked)
        if left < 0:
            raise NotTaken(UploadObstacle.TOO_MUCH_INSIDE)
        inside = _plain(unpacked)
        if _ENCRYPTED.search(inside):
            raise NotTaken(UploadObstacle.LOCKED)
        _refuse_active(inside)
    return content


def _refuse_active(text: bytes) -> None:
    if _ACTIVE_NAME.search(text):
        raise NotTaken(UploadObstacle.ACTIVE_PDF)


def _plain(text: bytes) -> bytes:
    """Names may be written with signs as numbers, `/J#61vaScript`; here they are not."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), text)


def _object_streams(content: bytes, *, named: int) -> Iterator[bytes]:
    """What is packed in the file and may be objects; each stream that is named as such must be among them."""
    for number, begins in enumerate(_STREAM.finditer(content)):
        if number > _MOST_STREAMS:
            raise NotTaken(UploadObstacle.TOO_MUCH_INSIDE)
        before = content[max(0, begins.start() - _DICTIONARY) : begins.start()]
        known = _plain(before[max(before.rfind(b"obj"), 0) :])
        holds_objects = _holds_objects(known)
        named -= bool(_OBJECT_STREAM.search(known))
        if holds_objects and not _readable(known):
            raise NotTaken(UploadObstacle.ACTIVE_PDF)
        if holds_objects and b"/Filter" not in known:
            continue  # It stands openly, and was searched with the file.
        unpacked = _unpacked(content, begins.end(), whole=holds_objects)
        if unpacked is not None:
            yield unpacked
        elif holds_objects:
            raise NotTaken(UploadObstacle.ACTIVE_PDF)
    if named > 0:
        raise NotTaken(UploadObstacle.ACTIVE_PDF)


def _holds_objects(known: bytes) -> bool:
    """Some readers ask for the kind, some only for the two numbers."""
    if _OBJECT_STREAM.search(known):
        return True
    return bool(_FIRST.search(known) and _NUMBER.search(known))


def _readable(known: bytes) -> bool:
    """Whether a stream with this dictionary is packed in the one way we unpack."""
    if _PREDICTED.search(known) or known.count(b"/Filter") > 1:
        return False
    packed = _FILTER.search(known)
    if packed is None:
        return b"/Filter" not in known
    return bool(_ONLY_FLATE.match(packed[1].strip()))


def _unpacked(content: bytes, start: int, *, whole: bool) -> bytes | None:
    """What is packed here, when it may hold objects; None when nothing is packed or it is plainly other data."""
    unpacking = zlib.decompressobj()
    first, size = b"", 0
    pieces: list[bytes] = []
    try:
        first = unpacking.decompress(content[start : start + 512], 64)
        if not whole and not _BEGINS_WITH_NUMBERS.match(first):
            return None
        waiting, at = unpacking.unconsumed_tail, start + 512
        while not unpacking.eof and (waiting or at < len(content)):
            pieces.append(unpacking.decompress(waiting or content[at : at + _PIECE], _PIECE * 16))
            at += 0 if waiting else _PIECE
            waiting = unpacking.unconsumed_tail
            size += len(pieces[-1])
            if size > MOST_UNPACKED:
                raise NotTaken(UploadObstacle.TOO_MUCH_INSIDE)
    except zlib.error:
        if whole:
            return None
    return b"".join([first, *pieces])
