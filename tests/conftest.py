"""What every test stands on: its engine, its copy of the database, its marks and its profile."""

import json
import os
from pathlib import Path

import pytest
from django.db import connections
from django.utils import translation
from filelock import FileLock
from hypothesis import HealthCheck, settings

from kaveri.config.catalogues import build_catalogues
from tests.databases import Server, copies_for
from tests.lot import seed
from tests.wall import stand_outside

pytest_plugins = [
    "tests.browser",
    "tests.access.counting",
    "tests.access.walls",
    "tests.machine.tally",
    "tests.papers",
]

ENGINE = os.environ.get("KAVERI_TEST_ENGINE", "sqlite")
LONG = os.environ.get("KAVERI_LONG") == "1"
SLOW_MACHINES = [HealthCheck.too_slow]

settings.register_profile(
    "quick", max_examples=25, deadline=None, suppress_health_check=SLOW_MACHINES
)
settings.register_profile(
    "ci", max_examples=100, deadline=None, suppress_health_check=SLOW_MACHINES
)
settings.register_profile(
    "long", max_examples=2000, deadline=None, suppress_health_check=SLOW_MACHINES
)
settings.load_profile("long" if LONG else os.environ.get("KAVERI_TEST_PROFILE", "quick"))


def pytest_addoption(parser):
    parser.addoption(
        "--requirements-json",
        metavar="FILE",
        help="write which test proves which requirement to FILE",
    )


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        build_catalogues()
    if (
        ENGINE == "postgres"
        and not hasattr(config, "workerinput")
        and not config.option.collectonly
    ):
        config.kaveri_server = Server()


def pytest_unconfigure(config):
    server = getattr(config, "kaveri_server", None)
    if server:
        server.stop()


# --- what is collected ----------------------------------------------------------------------


def pytest_collection_modifyitems(config, items):
    """Leaves out what belongs to the other engine, and notes which requirement each test proves."""
    other = "sqlite" if ENGINE == "postgres" else "postgres"
    elsewhere = [item for item in items if item.get_closest_marker(other)]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if not item.get_closest_marker(other)]
    where = config.getoption("requirements_json")
    if where and not hasattr(config, "workerinput"):
        proofs = {}
        for item in [*items, *elsewhere]:
            for mark in item.iter_markers("requirement"):
                for requirement in mark.args:
                    proofs.setdefault(requirement, set()).add(item.nodeid)
        found = {requirement: sorted(tests) for requirement, tests in sorted(proofs.items())}
        Path(where).write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def pytest_terminal_summary(terminalreporter):
    """Says how the failed samples are drawn again; hands the counts to scripts/test, which adds up the runs."""
    if terminalreporter.stats.get("failed"):
        terminalreporter.write_line(f"the samples of this run: KAVERI_TEST_SEED={seed()}")
    where = os.environ.get("KAVERI_TEST_TALLY")
    if where:
        count = {name: len(reports) for name, reports in terminalreporter.stats.items()}
        passed = count.get("passed", 0)
        failed = count.get("failed", 0) + count.get("error", 0)
        skipped = count.get("skipped", 0) + count.get("xfailed", 0) + count.get("xpassed", 0)
        Path(where).write_text(f"{passed} {failed} {skipped}\n", encoding="utf-8")


# --- languages ------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def no_language_left_behind():
    """Each test begins in the product's own language, whatever the request before it spoke."""
    translation.deactivate()


# --- databases ------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def database_copies(tmp_path_factory, worker_id, django_test_environment, django_db_blocker):
    """This worker's copy of the template, which the first worker to come here builds."""
    base = tmp_path_factory.getbasetemp()
    folder = base if worker_id == "master" else base.parent
    copies = copies_for(ENGINE, folder, worker_id)
    built = folder / f"template-{ENGINE}.built"
    with django_db_blocker.unblock():
        with FileLock(folder / f"template-{ENGINE}.lock"):
            if not built.exists():
                copies.build_template()
                built.touch()
        copies.make()
    yield copies
    with django_db_blocker.unblock():
        copies.drop()


@pytest.fixture(autouse=True, scope="session")
def outside_the_wall():
    """Tests make and read rows as if there were no second wall; the product, when they call it, does not."""
    with stand_outside():
        yield


@pytest.fixture(scope="session")
def django_db_setup(database_copies):
    """Takes the place of pytest-django's own: the database is there already."""


@pytest.fixture
def fresh_database(request, database_copies, django_db_blocker):
    """For a test that commits: works on the worker's copy, which is made anew afterwards."""
    if {"db", "transactional_db"} & set(request.fixturenames) or request.node.get_closest_marker(
        "django_db"
    ):
        pytest.fail("fresh_database commits; take away db or the django_db mark.")
    with django_db_blocker.unblock():
        yield
        connections.close_all()
        database_copies.make()
