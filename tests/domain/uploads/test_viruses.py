"""The virus scanner is asked in its own words; where it is set and silent, nothing is taken in."""

import socket
import struct
import threading
import time
from contextlib import contextmanager

import pytest

from kaveri.foundation.documents.uploads import UploadObstacle as No
from kaveri.foundation.documents.uploads import obstacles_to_upload, viruses
from tests.factories.papers import PDF

pytestmark = pytest.mark.requirement("TRUST-1")
# Put together here, so that no scanner stops over this file.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
INFECTED = PDF.replace(b"trailer", b"% " + EICAR + b"\ntrailer")


class Scanner:
    """Speaks as clamd does, over a real socket: PING, and INSTREAM with counted pieces."""

    def __init__(self, line, answer=None):
        self.line, self.answer, self.received = line, answer, b""

    def serve(self):
        while True:
            try:
                asked, _where = self.line.accept()
            except OSError:
                return
            with asked:
                asked.sendall(self.answer_to(asked))

    def answer_to(self, asked):
        command = self.read_to_nul(asked)
        if self.answer is not None:
            return self.answer
        if command == b"zPING":
            return b"PONG\0"
        assert command == b"zINSTREAM"
        while size := struct.unpack("!I", self.exactly(asked, 4))[0]:
            self.received += self.exactly(asked, size)
        found = EICAR in self.received
        return b"stream: Eicar-Test-Signature FOUND\0" if found else b"stream: OK\0"

    @staticmethod
    def exactly(asked, size):
        read = b""
        while len(read) < size:
            read += asked.recv(size - len(read))
        return read

    def read_to_nul(self, asked):
        read = b""
        while not read.endswith(b"\0"):
            read += self.exactly(asked, 1)
        return read[:-1]


@contextmanager
def scanner(settings, tmp_path, *, answer=None, over="unix"):
    if over == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.bind(str(tmp_path / "clamd"))
        settings.CLAMD = f"unix://{tmp_path}/clamd"
    else:
        line = socket.socket()
        line.bind(("127.0.0.1", 0))
        settings.CLAMD = f"tcp://127.0.0.1:{line.getsockname()[1]}"
    line.listen()
    made = Scanner(line, answer)
    thread = threading.Thread(target=made.serve, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        line.shutdown(socket.SHUT_RDWR)
        line.close()
        thread.join(5)


@pytest.mark.parametrize("over", ["unix", "tcp"])
def test_a_clean_file_is_read_whole_and_taken_in(settings, tmp_path, over):
    with scanner(settings, tmp_path, over=over) as asked:
        large = PDF.replace(b"trailer", b"% " + b"x" * 300_000 + b"\ntrailer")
        assert obstacles_to_upload("a.pdf", large) == []
        assert asked.received == large
        assert viruses.answers()


@pytest.mark.parametrize("over", ["unix", "tcp"])
def test_a_virus_is_stopped(settings, tmp_path, over):
    with scanner(settings, tmp_path, over=over):
        assert obstacles_to_upload("a.pdf", INFECTED) == [No.VIRUS]


@pytest.mark.parametrize(
    "answer",
    [b"INSTREAM size limit exceeded. ERROR\0", b"", b"stream: OK and more\0", b"\xff\xfe" * 4000],
)
def test_an_answer_that_is_not_understood_is_no_yes(settings, tmp_path, answer):
    with scanner(settings, tmp_path, answer=answer):
        assert obstacles_to_upload("a.pdf", PDF) == [No.NOT_SEARCHED]


@pytest.mark.parametrize(
    "where",
    ["unix:///nowhere/clamd", "tcp://127.0.0.1:1", "tcp://127.0.0.1", "clamd", "http://a:1"],
)
def test_a_scanner_that_is_set_and_not_there_lets_nothing_in(settings, where):
    settings.CLAMD = where

    assert obstacles_to_upload("a.pdf", PDF) == [No.NOT_SEARCHED]
    assert not viruses.answers()


def test_a_scanner_that_says_nothing_is_not_waited_for_long(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(viruses, "_SECONDS", 0.3)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.bind(str(tmp_path / "mute"))
    line.listen()
    settings.CLAMD = f"unix://{tmp_path}/mute"
    began = time.monotonic()

    assert obstacles_to_upload("a.pdf", PDF) == [No.NOT_SEARCHED]
    assert time.monotonic() - began < 5
    line.close()


def test_without_a_scanner_the_other_limits_stand(settings):
    settings.CLAMD = ""

    assert obstacles_to_upload("a.pdf", INFECTED) == []
    assert obstacles_to_upload("a.exe", b"MZ") == [No.ANOTHER_KIND]
