"""Every free text of a form says whether it is read again before others read it, or why not."""

import ast

import pytest

from tests.architecture.tree import PRODUCT, plant


def undeclared(root):
    """The several-line fields of forms that do not say it, as file:line."""
    return [
        f"{path.relative_to(root)}:{call.lineno}"
        for path in sorted(root.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "TextField"
        and not any(word.arg == "careful" and _says(word.value) for word in call.keywords)
    ]


def _says(value):
    """True, or a reason; not False and not an empty text."""
    return isinstance(value, ast.Name) or (isinstance(value, ast.Constant) and bool(value.value))


@pytest.mark.requirement("COORDINATE-10")
def test_every_free_text_says_whether_it_is_read_again():
    assert undeclared(PRODUCT) == []


@pytest.mark.parametrize("said", ["", "careful=False, ", 'careful="", '])
def test_a_free_text_that_says_nothing_is_seen(tmp_path, said):
    root = plant(tmp_path, {"forms.py": f"class Form:\n    text = TextField({said}lines=4)\n"})

    assert undeclared(root) == ["forms.py:2"]


@pytest.mark.parametrize("said", ["careful=True", 'careful="read by nobody else"', "careful=WHY"])
def test_a_free_text_that_says_it_is_let_through(tmp_path, said):
    root = plant(tmp_path, {"forms.py": f"class Form:\n    text = TextField({said}, lines=4)\n"})

    assert undeclared(root) == []
