"""The documents made from the code say what the code says, and every promise named is a real one."""

import pytest

from tests import generate
from tests.architecture.tree import plant


def unknown(named, known):
    return sorted(set(named) - set(known))


@pytest.mark.parametrize("document", list(generate.DOCUMENTS))
def test_a_document_is_fresh(document):
    assert document not in generate.stale(), "run scripts/generate"


def test_a_stale_document_is_seen(tmp_path):
    texts = {name: make() for name, make in generate.DOCUMENTS.items()}
    texts["requirement-map.md"] += "- one test more\n"
    folder = plant(tmp_path, texts)
    (folder / "generated/addresses.md").unlink()

    assert generate.stale(folder) == ["requirement-map.md", "generated/addresses.md"]


def test_every_promise_a_test_names_is_in_the_list():
    assert unknown(generate.proofs(), generate.requirements()) == []


def test_a_promise_nobody_made_is_seen(tmp_path):
    tests = plant(
        tmp_path / "tests",
        {
            "test_one.py": (
                "pytestmark = [pytest.mark.django_db, pytest.mark.requirement('PLAN-1')]\n"
                "@pytest.mark.requirement('PLAN-99', 'TEAM-1')\n"
                "def test_it():\n    pass\n"
            )
        },
    )

    found = generate.proofs(tests)

    assert found["PLAN-1"] == ["tests/test_one.py::test_it"]
    assert unknown(found, generate.requirements()) == ["PLAN-99"]


def test_every_promise_has_a_place_to_live():
    areas = {requirement.split("-")[0] for requirement in generate.requirements()}

    assert set(generate.APPS) == areas
