"""On a phone a table becomes cards, where each cell says what it is: never a label over nothing."""

import re

import pytest

from tests.architecture.tree import ROOT

CELL = re.compile(r"<(td|th)\b([^>]*\bdata-label=(?:[^>]|%})*?)>(.*?)</\1>", re.DOTALL)
# What may be gone when the page is drawn: a condition without an "else", or a loop.
INNERMOST = re.compile(
    r"{%\s*(if|for)\b(?:(?!%}).)*%}(?:(?!{%\s*(?:if|for|else|empty|endif|endfor)\b).)*{%\s*end\1\s*%}",
    re.DOTALL,
)


def can_be_empty(body: str) -> bool:
    """Whether everything in the cell hangs on a condition."""
    while INNERMOST.search(body):
        body = INNERMOST.sub("", body)
    return not body.strip()


def labels_over_nothing(template: str) -> list[str]:
    """The labels of the cells that may turn out empty, and say so themselves without a condition."""
    return [
        body
        for _name, attributes, body in CELL.findall(template)
        if can_be_empty(body) and "{% if" not in attributes
    ]


@pytest.mark.parametrize(
    "template",
    [
        pytest.param(path, id=path.name)
        for path in sorted((ROOT / "src").rglob("templates/**/*.html"))
        if "data-label" in path.read_text()
    ],
)
def test_a_cell_that_may_be_empty_has_its_label_on_a_condition(template):
    assert labels_over_nothing(template.read_text()) == []


def test_a_label_over_nothing_is_seen():
    empty = '<td data-label="{{ do }}">\n{% if a %}{% if b %}x{% endif %}y{% endif %}</td>'
    assert len(labels_over_nothing(empty)) == 1
    assert len(labels_over_nothing(empty.replace("y{% endif %}", "{% elif c %}y{% endif %}"))) == 1
    full = '<td data-label="x">{% if a %}b{% else %}c{% endif %}</td>'
    assert labels_over_nothing(full) == []
    on_condition = '<td{% if a %} data-label="x"{% endif %}>{% if a %}b{% endif %}</td>'
    assert labels_over_nothing(on_condition) == []
