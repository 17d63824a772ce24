"""What is asked of the database for rows, and in Python for things that are no rows, is the same."""

import itertools
import os

import pytest

from kaveri.casebook.cases.actions import Allowed, by_relation
from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.models import Entry
from tests.access.allowances import allowances, arrange, ground
from tests.access.counting import GROUNDS
from tests.access.drives.cases import entry
from tests.access.world import Side, World, undone
from tests.lot import seed

WHOLE = os.environ.get("KAVERI_LONG") == "1"
ACTS = (Act.PLAN_READ, Act.ASSESSMENT_READ, Act.CASE_ITEMS_READ, Act.PLAN_COMMENT)
# One of each side of the law: named one by one in a consent, and not.
CATEGORIES = (Category.LIFE_SITUATION, Category.HEALTH)


def chosen():
    """Every allowance with both in the long run, else with one of them, another every day."""
    pairs = list(itertools.product(allowances(), CATEGORIES))
    return pairs if WHOLE else [pairs[each] for each in range(seed() % 2, len(pairs), 2)]


@pytest.mark.django_db
@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("side", list(Side))
def test_rows_and_kept_items_have_the_same_ground(side, record_property):
    cells, wrong = 0, {}
    world = World(RelationKind.MEMBER, side)
    item = entry(world)
    for allowance, category in chosen():
        with undone():
            Entry.objects.filter(pk=item.pk).update(category=category)
            item.category = category
            arrange(world, allowance)
            for act in ACTS:
                cells += 1
                filtered = by_relation(act).rows(world.actor)
                said = {
                    "by the filter": Entry.objects.filter(filtered, pk=item.pk).exists(),
                    "one by one": Allowed(world.actor, act, world.client.id).ground(item),
                }
                expected = ground(side, allowance, act)
                if said != {"by the filter": bool(expected), "one by one": expected}:
                    wrong[f"{allowance} × {category} × {act}"] = (said, expected)

    record_property(GROUNDS, (cells - len(wrong), cells, 0))
    assert wrong == {}
