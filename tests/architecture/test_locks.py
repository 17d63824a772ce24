"""What is installed is what was locked: exact versions with hashes, the same for all."""

from tests.architecture import locks
from tests.architecture.tree import ROOT

PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PRODUCT = (ROOT / "requirements.lock").read_text(encoding="utf-8")
DEVELOPMENT = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")

LOCKED = "a==1 \\\n    --hash=sha256:aa\nb==2 \\\n    --hash=sha256:bb\n"


def test_everything_is_pinned_with_its_hash_and_from_no_address():
    assert locks.loose(PRODUCT) == []
    assert locks.loose(DEVELOPMENT) == []


def test_all_that_the_product_needs_is_locked():
    assert locks.missing(PROJECT, PRODUCT) == set()


def test_developers_have_the_versions_that_the_county_has():
    assert list(locks.apart(PRODUCT, DEVELOPMENT)) == []


def test_a_loose_requirement_is_seen():
    assert locks.loose(LOCKED) == []
    assert locks.loose("a>=1 --hash=sha256:aa\n") == ["a>=1"]
    assert locks.loose("a==1\n") == ["a==1"]
    assert locks.loose("a @ https://example.org/a.whl --hash=sha256:aa\n") == ["a"]


def test_what_is_needed_but_not_locked_is_seen():
    assert locks.missing('[project]\ndependencies = ["A>=1", "c_d[e]>=2"]\n', LOCKED) == {"c-d"}


def test_two_versions_of_one_package_are_seen():
    assert locks.apart(LOCKED, LOCKED.replace("==2", "==3")) == ["b"]
    assert locks.apart(LOCKED, LOCKED.split("b==", maxsplit=1)[0]) == ["b"]
