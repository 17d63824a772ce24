"""How many plans go on paper in a second: one alone, and a hundred at once.

A plan as the tests make it, with six rows and three goals, agreed on, is put into the template over and
over, in threads, as the server does it. What a plan alone costs on the same machine in the same minute is
printed beside it: what other work there slows both alike. Goal: 50 a second on four cores that are free.
"""

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
GOAL, PAPERS, ALONE = 50, 100, 20


def start(folder: Path) -> None:
    """Django on an empty database of its own."""
    os.environ.update(KAVERI_DEMO="1", KAVERI_DATA_DIR=str(folder))
    os.environ["KAVERI_DATABASE_URL"] = f"sqlite:///{folder}/papers.sqlite3"
    from kaveri.config.command import start_django

    start_django()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def a_plan_as_data(language: str) -> tuple[Path, dict[str, Any], Any]:
    """What the template gets for an agreed plan: six rows, three goals."""
    from kaveri.steps.planning.domain import GoalLevel, PlanForm
    from kaveri.steps.planning.services import paper
    from tests.factories import planning

    plan = planning.a_plan(form=PlanForm.FULL)
    planning.a_goal(plan)
    for number in range(2):
        planning.a_goal(plan, own_words=f"Jag vill sova, {number}.", level=GoalLevel.SUB)
    for number in range(5):
        planning.a_row(plan, what=f"gör {number}", recommendation="Tre gånger under våren.")
    version = planning.an_agreed(plan)
    asked: list[Any] = []
    real = paper.make_pdf

    def noting(template: Path, data: dict[str, Any], *, made_at: Any) -> bytes:
        asked.append((template, data, made_at))
        return real(template, data, made_at=made_at)

    paper.make_pdf = noting  # type: ignore[assignment]
    paper.print_plan(actor=planning.kerstin(), version_id=version.id, language=language)
    paper.make_pdf = real
    return asked[0]  # type: ignore[no-any-return]


def main() -> None:
    """Make them and print how many in a second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kaveri-papers-") as place:
        start(Path(place))
        from kaveri.foundation.base import clock
        from kaveri.foundation.documents import make_pdf

        asked = [a_plan_as_data("sv")]

        def one(_number: int) -> int:
            template, data, made_at = asked[0]
            return len(make_pdf(template, data, made_at=made_at))

        with ThreadPoolExecutor(options.threads) as hands:
            # Each thread keeps a compiler of its own, which reads the letters once.
            list(hands.map(one, range(4 * options.threads)))
            load = os.getloadavg()[0]
            began = time.perf_counter()
            list(hands.map(one, range(PAPERS)))
            at_once = PAPERS / (time.perf_counter() - began)
        one(0)
        began, used = time.perf_counter(), time.process_time()
        size = max(one(number) for number in range(ALONE))
        alone = ALONE / (time.perf_counter() - began)
        cost = (time.process_time() - used) / ALONE
    print(
        f"{clock.today()}, Python {sys.version.split()[0]}, {options.threads} threads,"
        f" {os.cpu_count()} cores, load {load:.1f}: {PAPERS} plans at once {at_once:.1f} a second;"
        f" one after another {alone:.1f} a second; ratio {at_once / alone:.2f};"
        f" {cost * 1000:.0f} ms of processor for each, {size:,} bytes."
        f" Goal {GOAL} a second: {'kept' if at_once >= GOAL else 'NOT kept here'}"
    )


if __name__ == "__main__":
    main()
