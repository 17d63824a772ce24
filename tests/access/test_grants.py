"""The product's table of grants is `access.csv`, cell by cell."""

import pytest

from kaveri.casebook.cases.domain import GRANTS, Act, Grant, RelationKind
from kaveri.foundation.access import policy
from tests.access import table

pytestmark = pytest.mark.requirement("TRUST-1")


def test_the_table_has_every_act_and_every_relation():
    written = table.written()

    assert set(written) == set(map(str, Act))
    assert all(set(row) == {*map(str, RelationKind), table.NONE} for row in written.values())


@pytest.mark.parametrize("act", list(Act))
def test_what_a_relation_grants_is_what_the_table_says(act):
    row = table.expected()[act]

    assert {kind: row[kind] for kind in RelationKind} == dict(GRANTS[act])


def test_standing_in_no_relation_grants_nothing():
    assert {row[None] for row in table.expected().values()} == {Grant.NO}


def test_a_changed_cell_is_seen():
    changed = {**GRANTS[Act.CASE_END], RelationKind.PAIR: Grant.YES}

    assert table.expected()[Act.CASE_END] != {**changed, None: Grant.NO}


def test_every_rule_by_relation_names_an_act_of_the_table():
    named = {rule.act for rules in policy.table().values() for rule in rules if rule.act}
    # A rule without a row in the table says in words why there is none.
    named = {act for act in named if " " not in act}

    assert named - set(table.written()) == set()
