"""The virus scanner, where the county runs one: ClamAV's daemon, by its own INSTREAM."""

import socket
import struct
from urllib.parse import urlsplit

from django.conf import settings

from kaveri.foundation.documents.uploads.obstacles import NotTaken, UploadObstacle

_SECONDS = 20
_CHUNK = 64 * 1024


def search(content: bytes) -> None:
    """Nothing where no scanner is set; else the file is taken only when the scanner says that it is clean."""
    if not settings.CLAMD:
        return
    try:
        said = _asked(b"zINSTREAM\0", content)
    except (OSError, ValueError) as silent:
        raise NotTaken(UploadObstacle.NOT_SEARCHED) from silent
    if said == b"stream: OK":
        return
    found = said.startswith(b"stream: ") and said.endswith(b" FOUND")
    raise NotTaken(UploadObstacle.VIRUS if found else UploadObstacle.NOT_SEARCHED)


def answers() -> bool:
    """Whether the scanner is there."""
    try:
        return _asked(b"zPING\0", None) == b"PONG"
    except (OSError, ValueError):
        return False


def _asked(command: bytes, content: bytes | None) -> bytes:
    with _connected() as line:
        line.sendall(command)
        if content is not None:
            for start in range(0, len(content), _CHUNK):
                part = content[start : start + _CHUNK]
                line.sendall(struct.pack("!I", len(part)) + part)
            line.sendall(struct.pack("!I", 0))
        said = b""
        while not said.endswith(b"\0") and len(said) < 4096:
            more = line.recv(4096)
            if not more:
                break
            said += more
    return said.rstrip(b"\0").strip()


def _connected() -> socket.socket:
    """`unix:///run/clamav/clamd.ctl` or `tcp://host:3310`."""
    where = urlsplit(settings.CLAMD)
    if where.scheme == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(_SECONDS)
        try:
            line.connect(where.path)
        except OSError:
            line.close()
            raise
        return line
    if where.scheme == "tcp" and where.hostname and where.port:
        return socket.create_connection((where.hostname, where.port), timeout=_SECONDS)
    raise ValueError(where.scheme)
