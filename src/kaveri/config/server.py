"""Starts the web server in a process of its own and ends it with the one that started it."""

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from kaveri import __version__

START_SECONDS = 60
END_SECONDS = 10


def collect_static() -> None:
    """Gathers styles, scripts and fonts under names that change with their content, when any has changed."""
    stamp = Path(f"{settings.STATIC_ROOT}.stamp")
    now = static_fingerprint()
    if Path(settings.STATIC_ROOT).is_dir() and stamp.exists() and stamp.read_text() == now:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)


def static_fingerprint() -> str:
    """What tells whether any of the files to gather is another than last time."""
    digest = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            seen = Path(storage.path(name)).stat()
            digest.update(f"{name} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def blocking_threads() -> int:
    """One writer at a time is all SQLite has; PostgreSQL takes several."""
    return 1 if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") else 4


def free_port(wanted: int) -> int | None:
    """The wanted port, or any free one for 0; None where another program has it."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", wanted))
        except OSError:
            return None
        taken: int = trial.getsockname()[1]
    return taken


def healthy(port: int) -> bool:
    """Whether the server answers that all is well."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/", timeout=5) as answer:
            return bool(json.load(answer)["status"] == "ok")
    except (URLError, OSError, ValueError):
        return False


def serve(
    *, host: str, port: int, workers: int = 1, ready: Callable[[], None] | None = None
) -> int:
    """Serves until asked to end; calls `ready` once, when the pages answer."""
    # Not a fork of this process: what it has loaded (the PDF compiler) must not be forked.
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--log-level", "warning"),
        *("--host", host, "--port", str(port), "--workers", str(workers)),
        *("--blocking-threads", str(blocking_threads()), "kaveri.config.wsgi:application"),
    ]
    # In a session of its own: Ctrl-C reaches this process only, which then ends the server in good order.
    server = subprocess.Popen(command, start_new_session=True)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: sys.exit(0))
    try:
        if ready and wait_until_healthy(server, port):
            ready()
        return server.wait()
    finally:
        end_all(server)


def end_all(server: "subprocess.Popen[bytes]") -> None:
    """Leaves no process of the server behind, whatever state it is in."""
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def wait_until_healthy(server: "subprocess.Popen[bytes]", port: int) -> bool:
    """Waits for the first healthy answer; no when the server ended or never came up."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        if healthy(port):
            return True
        time.sleep(0.1)
    return False
