"""How long a page takes on the server, and how that grows from 1,000 to 5,000 clients: ./scripts/bench web

Other sizes of county: ./scripts/bench web --sizes 20000 100000

Makes two invented counties on PostgreSQL (the server of KAVERI_TEST_POSTGRES_URL, else a private one;
SQLite where there is neither), and asks for each page through Django's test client, in this process,
warm, turn by turn on both counties so that a busy machine slows both alike. Whose pages: the worker,
the case and the client at the 95th percentile. Growth compares the ends of the quickest quarters. Beside each
page the same SELECTs are run bare, without Django, the quickest of fifteen: what the rows cost. Wall: the median
with PostgreSQL's row-level security over the median without it, in the larger county.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

# The two counties; other sizes may be asked for on the command line.
SIZES = [1000, 5000]
GROWTH, QUERIES = 1.3, 15
# A process keeps its connection for an hour, and the database prepares what it is asked again and again only after
# some ten times: what is measured is the process after that.
WARM = 15
COUNTED = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")
NOT_COUNTED = ("SELECT set_config",)
SEARCHED = "nen"
OWNER, APPLICATION = "kaveri_bench_owner", "kaveri_bench_application"


@dataclass
class Query:
    """One query as it went to the database."""

    sql: str
    params: Any
    ms: float


@dataclass
class Seen:
    """What asking for one page on one county gave."""

    ms: list[float] = field(default_factory=list)
    # The same as the owner of the tables, for whom the second wall does not stand.
    open_ms: list[float] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)
    bare_main: float = 0.0
    bare_all: float = 0.0
    rows: int = 0

    @property
    def p50(self) -> float:
        """The median."""
        return statistics.median(self.ms)

    @property
    def undisturbed(self) -> float:
        """The quickest quarter ends here: what other work on the machine disturbs least."""
        return statistics.quantiles(self.ms, n=4)[0]

    @property
    def p95(self) -> float:
        """The 95th percentile."""
        return statistics.quantiles(self.ms, n=20)[-1]


class Postgres:
    """A server with a database for each county, owned by one role and used as another."""

    name = "PostgreSQL"

    def __init__(self) -> None:
        """Find or start the server and make the two roles."""
        from tests.databases import Server, postgres_access

        self.server = Server()
        self.admin, self.password = postgres_access()
        self._clear()
        for role in (OWNER, APPLICATION):
            self._run("CREATE ROLE {role} LOGIN NOBYPASSRLS PASSWORD {password}", role=role)

    def url(self, size: int, role: str) -> str:
        """How the role reaches the county."""
        host = self.admin.rpartition("@")[2].partition("/")[0]
        return f"postgresql://{role}:{self.password}@{host}/kaveri_bench_{size}"

    def create(self, size: int) -> None:
        """An empty database for the county."""
        command = "CREATE DATABASE {name} OWNER {role} TEMPLATE template0 ENCODING 'UTF8'"
        self._run(command, name=f"kaveri_bench_{size}", role=OWNER)

    def close(self) -> None:
        """Take away what was made, and the server if it was started here."""
        self._clear()
        self.server.stop()

    def _clear(self) -> None:
        for size in SIZES:
            self._run("DROP DATABASE IF EXISTS {name} WITH (FORCE)", name=f"kaveri_bench_{size}")
        for role in (APPLICATION, OWNER):
            self._run("DROP ROLE IF EXISTS {role}", role=role)

    def _run(self, command: str, **names: str) -> None:
        import psycopg
        from psycopg import sql

        parts = {name: sql.Identifier(value) for name, value in names.items()}
        filled = sql.SQL(command).format(**parts, password=sql.Literal(self.password))
        with psycopg.connect(self.admin, autocommit=True) as connection:
            connection.execute(filled)


class SQLite:
    """A file for each county, where no PostgreSQL server can be had."""

    name = "SQLite"

    def __init__(self, folder: Path) -> None:
        """Keep the files in this folder."""
        self.folder = folder

    def url(self, size: int, _role: str) -> str:
        """The county's file."""
        return f"sqlite:///{self.folder}/{size}.sqlite3"

    def create(self, size: int) -> None:
        """Files make themselves."""

    def close(self) -> None:
        """The folder goes with the benchmark."""


def engine(folder: Path) -> Postgres | SQLite:
    """PostgreSQL where a server is named or installed."""
    from tests import postgres

    if "KAVERI_TEST_POSTGRES_URL" in os.environ or postgres.programs():
        return Postgres()
    return SQLite(folder)


def start(base: Postgres | SQLite, folder: Path) -> None:
    """Django on the first county; the second is reached by pointing elsewhere."""
    os.environ.update(KAVERI_DEMO="1", KAVERI_DATA_DIR=str(folder))
    os.environ["KAVERI_DATABASE_URL"] = base.url(SIZES[0], APPLICATION)
    from kaveri.config.command import start_django

    start_django()
    from kaveri.config import server

    server.collect_static()
    # As the server starts: with everything loaded, and told to stay.
    import kaveri.config.wsgi  # noqa: F401


def point_at(base: Postgres | SQLite, size: int, role: str = APPLICATION) -> None:
    """Let Django use this county from here on."""
    import environ
    from django.db import connections

    connections.close_all()
    found = environ.Env.db_url_config(base.url(size, role))
    known = {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    connections["default"].settings_dict.update(known)


def make(base: Postgres | SQLite, size: int) -> float:
    """Migrates and invents the county; says how many seconds it took."""
    from django.conf import settings
    from django.db import connection

    from kaveri.config import roles
    from kaveri.demo import county

    began = time.perf_counter()
    base.create(size)
    point_at(base, size)
    settings.OWNER_DATABASE_URL = base.url(size, OWNER) if isinstance(base, Postgres) else ""
    roles.migrate_as_owner()
    county.make(clients=size, seed=1)
    took = time.perf_counter() - began
    point_at(base, size, OWNER)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return took


# --- whose pages ---------------------------------------------------------------------------------


def at_95(counts: Any) -> Any:
    """Who stands at the 95th percentile, with how many."""
    ordered = sorted(counts, key=lambda pair: (pair[1], str(pair[0])))
    return ordered[int(len(ordered) * 0.95)]


class Pages:
    """The pages of one county, asked by those at the 95th percentile."""

    def __init__(self) -> None:
        """Find the worker, the owner of contacts, the case and its client, and sign them in."""
        from django.db.models import Count, Q
        from django.urls import reverse

        from kaveri.casebook.cases.models import Case
        from kaveri.casebook.contacts.models import Contact
        from kaveri.foundation.accounts.models import Account

        own = Case.objects.filter(state="open").order_by().values_list("case_manager")
        manager, self.caseload = at_95(own.annotate(n=Count("id")))
        waiting = Contact.objects.filter(closed_at=None).order_by().values_list("owner")
        owner, self.inbox = at_95(waiting.annotate(n=Count("id")))
        rows = Count("entries", distinct=True) + Count("tasks", distinct=True)
        known = Case.objects.filter(Q(state="open"), client__account=None).order_by()
        case_id, self.rows = at_95(known.values_list("id").annotate(n=rows))
        case = Case.objects.select_related("client", "case_manager").get(pk=case_id)
        planned = a_large_plan()
        worker = signed_in(Account.objects.get(pk=manager))
        self.asked: dict[str, tuple[Any, str, dict[str, str] | None]] = {
            "my day": (worker, "/my-day/", None),
            "inbox": (signed_in(Account.objects.get(pk=owner)), "/contacts/", None),
            "search": (worker, "/search/", {"q": SEARCHED}),
            "case page": (signed_in(case.case_manager), f"/case/{case.id}/", None),
            "plan of 60 rows": (
                signed_in(planned.case_manager),
                reverse("planning:plan", args=[planned.id]),
                None,
            ),
            "client's home": (signed_in(client_account(case)), "/my/", None),
        }

    def ask(self, page: str) -> float:
        """Milliseconds until the whole page is there."""
        browser, address, posted = self.asked[page]
        began = time.perf_counter()
        answer = browser.post(address, posted) if posted else browser.get(address)
        took = (time.perf_counter() - began) * 1000
        assert answer.status_code == 200, (page, answer.status_code)
        return took


def a_large_plan() -> Any:
    """The case whose plan has most rows, goals and members, and more of each like them: 60, 10 and 12."""
    from django.db.models import Count

    from kaveri.casebook.cases.models import Case
    from kaveri.foundation.accounts.models import Account
    from kaveri.steps.coordination.models import Member
    from kaveri.steps.planning.models import Goal, PlanRow

    with_members = Member.objects.filter(removed_at=None).exclude(account=None).values("case_id")
    rows = PlanRow.objects.filter(case__state="open", case_id__in=with_members).order_by()
    case_id, _rows = max(
        rows.values_list("case_id").annotate(n=Count("id")), key=lambda each: each[1]
    )
    for kind, wanted in ((PlanRow, 60), (Goal, 10)):
        some = list(kind.objects.filter(case_id=case_id, plan__isnull=False)[:wanted])
        for number in range(wanted - len(some)):
            again = some[number % len(some)]
            again.pk, again.root_id, again.place = (
                uuid.uuid4(),
                uuid.uuid4(),
                len(some) + number + 1,
            )
            again.task = again.replaces = None
            again.save(force_insert=True)
    known = Member.objects.filter(case_id=case_id, removed_at=None)
    member = known.exclude(account=None)[0]
    others = Account.objects.filter(assignments__isnull=False).distinct()
    taken = known.exclude(account=None).values("account_id")
    for account in others.exclude(pk__in=taken).order_by("id")[: 12 - known.count()]:
        member.pk, member.account = uuid.uuid4(), account
        member.save(force_insert=True)
    return Case.objects.select_related("client", "case_manager").get(pk=case_id)


def signed_in(account: Any) -> Any:
    """A browser of theirs."""
    from django.test import Client

    browser = Client(HTTP_HOST="localhost")
    browser.force_login(account)
    return browser


def client_account(case: Any) -> Any:
    """The client gets a sign-in from their case manager."""
    from kaveri.channels.workspace.services import give_sign_in
    from kaveri.demo.staff import sign_in_for
    from kaveri.foundation.accounts.selectors import actor_of

    account = sign_in_for("bench-client", case.client.first_name, case.client.last_name, "fi")
    give_sign_in(
        actor=actor_of(case.case_manager),
        case_id=case.id,
        version=case.client.version,
        account_id=account.id,
    )
    return account


# --- measuring -----------------------------------------------------------------------------------


@contextmanager
def listening() -> Iterator[list[Query]]:
    """Hears every query that counts, exactly as it goes to the database."""
    from django.db import connection

    heard: list[Query] = []

    def note(execute: Any, sql: str, params: Any, *rest: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, params, *rest)
        finally:
            words = sql.lstrip("( ")
            if words.startswith(COUNTED) and not words.startswith(NOT_COUNTED):
                heard.append(Query(sql, params, (time.perf_counter() - began) * 1000))

    with connection.execute_wrapper(note):
        yield heard


def run_bare(query: Query) -> tuple[float, int]:
    """The query without Django's models: milliseconds until every row is there, and how many."""
    from django.db import connection

    with connection.cursor() as cursor:
        began = time.perf_counter()
        cursor.execute(query.sql, query.params)
        rows = cursor.fetchall()
        return (time.perf_counter() - began) * 1000, len(rows)


def measure_bare(seen: Seen, times: int = 15) -> None:
    """The page's SELECTs run again one by one; the main one is the one that costs most."""
    cost = []
    for query in seen.queries:
        if query.sql.lstrip("( ").startswith(("SELECT", "WITH")) and "FOR UPDATE" not in query.sql:
            taken = [run_bare(query) for _ in range(times)]
            cost.append((min(ms for ms, _rows in taken), taken[-1][1]))
    seen.bare_main, seen.rows = max(cost)
    seen.bare_all = sum(ms for ms, _rows in cost)


def listen(
    base: Postgres | SQLite, size: int, pages: Pages, seen: dict[str, dict[int, Seen]]
) -> None:
    """Which queries each page asks; and what its rows cost without Django, and without the second wall."""
    point_at(base, size)
    for name in seen:
        pages.ask(name)
        with listening() as heard:
            pages.ask(name)
        seen[name][size].queries = heard
    point_at(base, size, OWNER)
    for name in seen:
        measure_bare(seen[name][size])


def ask_often(pages: Pages, name: str, each: int) -> list[float]:
    """Milliseconds of each asking, warm."""
    for _warm in range(WARM):
        pages.ask(name)
    return [pages.ask(name) for _ in range(each)]


def measure(
    base: Postgres | SQLite, rounds: int, each: int
) -> tuple[dict[str, dict[int, Seen]], dict[int, Pages]]:
    """Every page on both counties, turn by turn."""
    pages: dict[int, Pages] = {}
    for size in SIZES:
        # As the owner, who sees everybody: the application's role finds nobody outside a use case.
        point_at(base, size, OWNER)
        pages[size] = Pages()
    names = list(pages[SIZES[0]].asked)
    seen = {name: {size: Seen() for size in SIZES} for name in names}
    for _round in range(rounds):
        for size in SIZES:
            for role in (APPLICATION, OWNER):
                point_at(base, size, role)
                for name in names:
                    taken = ask_often(pages[size], name, each)
                    found = seen[name][size]
                    (found.ms if role == APPLICATION else found.open_ms).extend(taken)
    for size in SIZES:
        listen(base, size, pages[size], seen)
    return seen, pages


def report(seen: dict[str, dict[int, Seen]]) -> bool:
    """The table, and whether every page keeps to the budget."""
    small, large = SIZES
    head = ["page", "queries", f"p50 {small:,}", f"p95 {small:,}", f"p50 {large:,}"]
    head += [
        f"p95 {large:,}",
        "growth",
        "wall",
        "bare main query",
        "its growth",
        "its rows",
        "page / main",
    ]
    head += ["all SELECTs bare", "page / all"]
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    kept = True
    for page, by_size in seen.items():
        one, other = by_size[small], by_size[large]
        growth, queries = (
            other.undisturbed / one.undisturbed,
            max(len(one.queries), len(other.queries)),
        )
        kept = kept and growth <= GROWTH and queries <= QUERIES
        cells = [page, str(queries)]
        cells += [f"{ms:.1f}" for ms in (one.p50, one.p95, other.p50, other.p95)]
        wall = other.p50 / statistics.median(other.open_ms)
        cells += [f"{growth:.2f}×", f"{wall:.2f}×", f"{other.bare_main:.2f}"]
        cells += [f"{other.bare_main / one.bare_main:.2f}×", str(other.rows)]
        cells += [f"{other.p50 / other.bare_main:.0f}×"]
        cells += [f"{other.bare_all:.2f}", f"{other.p50 / other.bare_all:.1f}×"]
        print("| " + " | ".join(cells) + " |", flush=True)
    return kept


def explain(seen: dict[str, dict[int, Seen]]) -> None:
    """The queries of each page that cost most."""
    for page, by_size in seen.items():
        print(f"\n{page}")
        for size, found in by_size.items():
            for query in sorted(found.queries, key=lambda query: -query.ms)[:3]:
                print(f"  {size}: {query.ms:.1f} ms  {query.sql[:1500]}")


def main() -> None:
    """Make, measure, report; fails when a page misses the budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--each", type=int, default=20, help="requests for each page in a round")
    parser.add_argument("--sizes", type=int, nargs=2, default=SIZES, help="clients of the counties")
    parser.add_argument("--explain", action="store_true", help="also print the costliest queries")
    options = parser.parse_args()
    SIZES[:] = options.sizes
    with tempfile.TemporaryDirectory(prefix="kaveri-bench-") as place:
        base = engine(Path(place))
        try:
            kept = run(base, Path(place), options)
        finally:
            from django.db import connections

            connections.close_all()
            base.close()
    print(f"\nGoal: growth ≤ {GROWTH}×, ≤ {QUERIES} queries: {'kept' if kept else 'NOT kept'}")
    sys.exit(0 if kept else 1)


def run(base: Postgres | SQLite, folder: Path, options: argparse.Namespace) -> bool:
    """The whole of it on one kind of database."""
    start(base, folder)
    from kaveri.foundation.base import clock

    for size in SIZES:
        print(f"{size:,} clients made in {make(base, size):.0f} s", flush=True)
    load = os.getloadavg()[0]
    seen, pages = measure(base, options.rounds, options.each)
    for size, found in pages.items():
        print(
            f"{size:,}: 95th percentile: {found.caseload} open cases of a worker,"
            f" {found.inbox} contacts waiting, {found.rows} rows of a case"
        )
    print(
        f"{clock.today()}, {base.name}, Python {sys.version.split()[0]},"
        f" {options.rounds * options.each} requests for each page, milliseconds;"
        f" {os.cpu_count()} cores, load {load:.1f} before, {os.getloadavg()[0]:.1f} after\n"
    )
    kept = report(seen)
    if options.explain:
        explain(seen)
    return kept


if __name__ == "__main__":
    main()
