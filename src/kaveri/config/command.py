"""The console command `kaveri`: thin over Django's own, with words for those who run the service."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

SETTINGS = "kaveri.config.settings"
PORT = 8000


def start_django() -> None:
    """Loads the settings and the apps, with the translations built first: apps translate as they load."""
    from kaveri.config.catalogues import build_catalogues

    os.environ["DJANGO_SETTINGS_MODULE"] = os.environ.get("DJANGO_SETTINGS_MODULE") or SETTINGS
    build_catalogues()
    import django

    django.setup()


def demo(options: argparse.Namespace) -> int:
    os.environ["KAVERI_DEMO"] = "1"
    os.environ["KAVERI_DATA_DIR"] = str(options.data.resolve())
    start_django()
    from kaveri.config import demonstration

    return demonstration.run(
        port=options.port, clients=options.clients, seed=options.seed, reset=options.reset
    )


def serve(options: argparse.Namespace) -> int:
    start_django()
    from kaveri.config import server

    server.collect_static()
    return server.serve(host=options.host, port=options.port, workers=options.workers)


def migrate(_options: argparse.Namespace) -> int:
    start_django()
    from kaveri.config import roles

    roles.migrate_as_owner()
    return 0


def check(_options: argparse.Namespace) -> int:
    start_django()
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError

    from kaveri.config import checks  # noqa: F401  (importing it registers the checks)

    try:
        call_command("check", deploy=True, fail_level="WARNING")
    except SystemCheckError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def check_data(options: argparse.Namespace) -> int:
    at_data(options)
    from kaveri.config.integrity import check_data as run

    return min(run(), 1)


def lay_county(options: argparse.Namespace) -> int:
    start_django()
    from kaveri.config import set_up

    return set_up.lay_county(administrator=options.administrator, unit=options.unit)


def accounts(options: argparse.Namespace) -> int:
    at_data(options)
    from django.conf import settings

    from kaveri.demo.signins import signins

    if not settings.DEMO:
        print("Sign-ins are known in the demo only.", file=sys.stderr)
        return 1
    print(json.dumps(signins(), ensure_ascii=False, indent=2))
    return 0


def work(options: argparse.Namespace) -> int:
    start_django()
    from kaveri.config import jobs

    return jobs.run(once=options.once)


def at_data(options: argparse.Namespace) -> None:
    """The demo's folder when it is there; else the database of the environment."""
    if "KAVERI_DATABASE_URL" not in os.environ and "KAVERI_DATA_DIR" not in os.environ:
        os.environ["KAVERI_DEMO"] = "1"
        os.environ["KAVERI_DATA_DIR"] = str(options.data.resolve())
    start_django()


def port(text: str) -> int:
    number = int(text)
    if number not in range(65536):
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return number


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="kaveri", description="The working tool of work ability support."
    )
    names = top.add_subparsers(required=True, metavar="command")

    def command(
        name: str, does: Callable[[argparse.Namespace], int], text: str
    ) -> argparse.ArgumentParser:
        added = names.add_parser(name, help=text, description=text)
        added.set_defaults(does=does)
        return added

    added = command("demo", demo, "Start Kaveri with an invented county.")
    added.add_argument("--port", type=port, default=PORT, help="0 takes a free one")
    added.add_argument("--data", type=Path, default=Path("var") / "demo", metavar="DIR")
    added.add_argument("--clients", type=int, default=300, metavar="N")
    added.add_argument("--seed", type=int, default=1, metavar="S")
    added.add_argument("--reset", action="store_true", help="forget what was done and start anew")

    added = command("serve", serve, "Serve Kaveri with the settings of the environment.")
    added.add_argument("--host", default="127.0.0.1")
    added.add_argument("--port", type=port, default=PORT)
    added.add_argument("--workers", type=int, default=1)

    for name, does, text in (
        ("accounts", accounts, "The demo's sign-ins, as JSON."),
        ("check-data", check_data, "Check every promise over the whole database."),
    ):
        added = command(name, does, text)
        added.add_argument("--data", type=Path, default=Path("var") / "demo", metavar="DIR")

    added = command("work", work, "Do the scheduled work: send what waits to be sent.")
    added.add_argument("--once", action="store_true", help="stop when nothing is left to do")

    added = command("lay-county", lay_county, "Bring units, places and services up to date.")
    added.add_argument("--administrator", metavar="NAME", help="make the first account as well")
    added.add_argument("--unit", metavar="KEY", default="team_turku", help="where it stands")

    command("migrate", migrate, "Bring the database to this version, as its owner.")
    command("check", check, "Say what is unsafe in the settings; fails when anything is.")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one subcommand and gives its exit code."""
    options = parser().parse_args(arguments)
    does: Callable[[argparse.Namespace], int] = options.does
    try:
        return does(options)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
