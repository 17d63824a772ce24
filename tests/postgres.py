"""A private PostgreSQL for one test run: made in a folder of its own, gone when its user is gone.

Run as a program it starts a server, prints its address and waits until its standard input ends, so that
no server outlives the tests, however they end. `--look` only says whether a server could be started.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

OLDEST = 15
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_min_messages": "fatal",
}


def programs() -> Path | None:
    """The folder of the newest server installed here, or None."""
    found: list[tuple[int, Path]] = []
    for place in [
        *Path("/usr/lib/postgresql").glob("*/bin"),
        *Path("/opt/homebrew/opt").glob("postgresql*/bin"),
    ]:
        digits = "".join(c for c in place.parent.name if c.isdigit())
        if (place / "initdb").exists() and digits and int(digits) >= OLDEST:
            found.append((int(digits), place))
    if found:
        return max(found)[1]
    named = shutil.which("initdb")
    return Path(named).parent if named else None


def as_server() -> list[str]:
    """What to put before a command: the server refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


def start(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    where = programs()
    if where is None:
        sys.exit("No PostgreSQL server is installed.")
    password = secrets.token_urlsafe(24)
    secret = folder / "password"
    secret.write_text(password)
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        for path in (folder, secret):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    data = folder / "data"
    subprocess.run(
        [*as_server(), str(where / "initdb"), "-D", str(data), "-U", "kaveri_admin", "-A", "scram-sha-256",
         "--pwfile", str(secret), "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync"],
        check=True, stdout=subprocess.DEVNULL, cwd=folder,
    )  # fmt: skip
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {**SETTINGS, "port": str(port), "unix_socket_directories": str(folder)}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    server = subprocess.Popen(
        [*as_server(), str(where / "postgres"), "-D", str(data), *options],
        stdout=subprocess.DEVNULL, stderr=(folder / "log").open("wb"), cwd=folder,
    )  # fmt: skip
    ready = [str(where / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    for _ in range(600):
        if subprocess.run(ready, check=False).returncode == 0:
            return server, f"postgresql://kaveri_admin:{password}@127.0.0.1:{port}/postgres"
        if server.poll() is not None:
            break
        time.sleep(0.05)
    sys.exit(f"PostgreSQL did not start: {(folder / 'log').read_text()}")


def stop(folder: Path) -> None:
    """Ends the server at once: what it holds is not wanted any more."""
    process = folder / "data" / "postmaster.pid"
    if process.exists():
        os.kill(int(process.read_text().split()[0]), signal.SIGQUIT)
        for _ in range(100):
            if not process.exists():
                break
            time.sleep(0.05)
    shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    if sys.argv[1:] == ["--look"]:
        sys.exit(0 if programs() else 1)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    folder = Path(tempfile.mkdtemp(prefix="kaveri-postgres-"))
    try:
        _, address = start(folder)
        print(address, flush=True)
        sys.stdin.read()
    finally:
        stop(folder)


if __name__ == "__main__":
    main()
