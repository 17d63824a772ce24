"""The demo: an invented county in a folder of its own, made once and then only opened again."""

import importlib.util
import json
import shutil
import sys
from pathlib import Path

from django.conf import settings

from kaveri.config import roles, server

COUNTY = "kaveri.demo.county"
# What the demo writes into its folder; nothing else there is ever removed.
WRITTEN = (
    "kaveri.sqlite3",
    "kaveri.sqlite3-wal",
    "kaveri.sqlite3-shm",
    "documents",
    "staticfiles",
    "staticfiles.stamp",
)


def run(*, port: int, clients: int, seed: int, reset: bool) -> int:
    """Makes the county where there is none, starts the server and says where to go."""
    taken = server.free_port(port)
    if taken is None:
        print(f"Port {port} is in use; choose another with --port.", file=sys.stderr)
        return 1
    folder: Path = settings.DATA_DIR
    folder.mkdir(parents=True, exist_ok=True)
    if reset or unfinished(folder).exists():
        forget(folder)
    roles.migrate_as_owner()
    make_county(folder, clients=clients, seed=seed)
    server.collect_static()
    return server.serve(host="127.0.0.1", port=taken, ready=lambda: welcome(taken))


def welcome(port: int) -> None:
    """Says where to go and who to be."""
    print(f"Ready: http://localhost:{port}/")
    if not has_county():
        return
    people = importlib.import_module("kaveri.demo.signins").signins()
    print("\nEverybody here is invented. Sign in as:")
    for person in one_of_each(people):
        where = ", ".join(filter(None, (person["title"] or person["role"], person["unit"])))
        print(f"  {person['username']:<12} {person['name']}, {where}")
    print(f"Password: {people[0]['password']}")
    print(f"All {len(people)} of them: kaveri accounts", flush=True)


def one_of_each(people: list[dict[str, str]]) -> list[dict[str, str]]:
    """One person for each title, those with a name of their own before the numbered ones; every client."""
    first: dict[str, dict[str, str]] = {}
    for person in sorted(people, key=lambda person: not person["username"].isalpha()):
        key = (
            person["username"] if person["role"] == "client" else person["title"] or person["role"]
        )
        first.setdefault(key, person)
    return list(first.values())


def has_county() -> bool:
    return all(importlib.util.find_spec(name) for name in ("kaveri.demo", COUNTY))


def unfinished(folder: Path) -> Path:
    return folder / "county.unfinished"


def made(folder: Path) -> Path:
    return folder / "county.json"


def forget(folder: Path) -> None:
    for name in (*WRITTEN, made(folder).name, unfinished(folder).name):
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def make_county(folder: Path, *, clients: int, seed: int) -> None:
    """Plays the stories and invents the clients, once; a county broken off half-way is made anew."""
    if not has_county():
        return
    wanted = {"clients": clients, "seed": seed}
    if made(folder).exists():
        if json.loads(made(folder).read_text()) != wanted:
            print("The county is there already; --reset makes it anew.", file=sys.stderr)
        return
    unfinished(folder).write_text(json.dumps(wanted))
    importlib.import_module(COUNTY).make(clients=clients, seed=seed)
    unfinished(folder).rename(made(folder))
