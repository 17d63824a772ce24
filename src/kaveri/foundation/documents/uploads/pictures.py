"""Pictures: counted, cut to what makes the picture, freed of what the camera wrote about place and owner.

Nothing is decoded here, so nothing can burst: the parts of the file are read, measured and put together anew.
What stands after the picture's end, or between its parts, is left out.
"""

import re
import struct
import zlib
from collections.abc import Iterator

from kaveri.foundation.documents.uploads.obstacles import (
    LONGEST_SIDE,
    MOST_PIXELS,
    NotTaken,
    UploadObstacle,
)

_PNG = b"\x89PNG\r\n\x1a\n"
# The parts a picture needs; text, place, time, profiles and private parts are not among them.
_PNG_KEPT = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"sBIT",
    b"pHYs",
}

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPG_KEPT = _FRAMES | {0xC4, 0xCC, 0xDB, 0xDD}
_JFIF, _EXIF, _ADOBE = 0xE0, 0xE1, 0xEE
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_ORIENTATION = 0x0112


def clean_png(content: bytes) -> bytes:
    """The picture alone."""
    kept = [_PNG]
    for place, (name, data) in enumerate(_png_parts(content)):
        if (name == b"IHDR") is not (place == 0):
            raise NotTaken(UploadObstacle.BROKEN)
        if name == b"IHDR":
            if len(data) != 13:
                raise NotTaken(UploadObstacle.BROKEN)
            _measure(*struct.unpack("!II", data[:8]))
        if name in _PNG_KEPT:
            whole = name + data
            kept.append(struct.pack("!I", len(data)) + whole + struct.pack("!I", zlib.crc32(whole)))
    return b"".join(kept)


def _png_parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(content):
        (length,) = struct.unpack("!I", content[at : at + 4])
        name, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        checked = content[at + 8 + length : at + 12 + length]
        if checked != struct.pack("!I", zlib.crc32(name + data)):
            raise NotTaken(UploadObstacle.BROKEN)
        yield name, data
        if name == b"IEND":
            return
        at += 12 + length
    raise NotTaken(UploadObstacle.BROKEN)


def clean_jpg(content: bytes) -> bytes:
    """The picture alone, and which side of it is up."""
    kept, turned, frames = [], 1, 0
    for marker, data in _jpg_parts(content):
        if marker in _FRAMES:
            frames += 1
            if len(data) < 6:
                raise NotTaken(UploadObstacle.BROKEN)
            height, width = struct.unpack("!HH", data[1:5])
            _measure(width, height)
        if marker == _EXIF:
            turned = _orientation(data) or turned
        elif marker == _SOS or marker in _JPG_KEPT or (marker == _ADOBE and data[:5] == b"Adobe"):
            kept.append(_segment(marker, data))
        elif marker == _JFIF and data[:5] == b"JFIF\0" and len(data) >= 14:
            # Without the small picture it may carry.
            kept.append(_segment(marker, data[:12] + b"\0\0"))
    if frames != 1:
        raise NotTaken(UploadObstacle.BROKEN)
    up = [_segment(_EXIF, _only_orientation(turned))] if turned != 1 else []
    return b"\xff\xd8" + b"".join(up + kept) + b"\xff\xd9"


def _segment(marker: int, data: bytes) -> bytes:
    if marker == _SOS:
        # Its length counts the head only; what is drawn follows without one.
        return b"\xff\xda" + data
    return struct.pack("!BBH", 0xFF, marker, len(data) + 2) + data


def _jpg_parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each part with its data; what is drawn belongs to the head before it."""
    at, drawn = 2, False
    while True:
        marker, at = _jpg_marker(content, at)
        if marker == _EOI:
            if drawn:
                return
            raise NotTaken(UploadObstacle.BROKEN)
        end = _jpg_end(content, at)
        if marker == _SOS:
            following = _NEXT_MARKER.search(content, end)
            if following is None:
                raise NotTaken(UploadObstacle.BROKEN)
            drawn, end = True, following.start()
            yield marker, content[at:end]
        else:
            yield marker, content[at + 2 : end]
        at = end


def _jpg_marker(content: bytes, at: int) -> tuple[int, int]:
    """The marker that stands here, and where its part goes on."""
    begins = at
    while content[at : at + 2] == b"\xff\xff":
        at += 1
    found = content[at : at + 2]
    if len(found) < 2 or content[begins] != 0xFF or found[1] in {0x00, 0x01, _SOI}:
        raise NotTaken(UploadObstacle.BROKEN)
    return found[1], at + 2


def _jpg_end(content: bytes, at: int) -> int:
    """Where the part that stands here ends, by its own word."""
    size = content[at : at + 2]
    length = int.from_bytes(size, "big")
    if len(size) < 2 or length < 2 or at + length > len(content):
        raise NotTaken(UploadObstacle.BROKEN)
    return at + length


def _measure(width: int, height: int) -> None:
    if not width or not height:
        raise NotTaken(UploadObstacle.BROKEN)
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise NotTaken(UploadObstacle.TOO_MANY_PIXELS)


def _orientation(data: bytes) -> int:
    """How the camera was held, 1 to 8; 0 when it does not say."""
    if data[:6] != b"Exif\0\0":
        return 0
    tiff = data[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 10:
        return 0
    (start,) = struct.unpack(order + "I", tiff[4:8])
    (number,) = struct.unpack(order + "H", tiff[start : start + 2].ljust(2, b"\0"))
    for place in range(min(number, 200)):
        entry = tiff[start + 2 + place * 12 : start + 14 + place * 12]
        if len(entry) == 12 and struct.unpack(order + "H", entry[:2])[0] == _ORIENTATION:
            (turned,) = struct.unpack(order + "H", entry[8:10])
            return int(turned) if turned in range(1, 9) else 0
    return 0


def _only_orientation(turned: int) -> bytes:
    entry = struct.pack("<HHIHH", _ORIENTATION, 3, 1, turned, 0)
    return b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + entry + b"\0\0\0\0"
