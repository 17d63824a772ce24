"""Nothing that a version keeps changes without the comparison saying what it was and what it is."""

import pytest

from kaveri.steps.planning.domain import GoalLevel, Part, PlanForm, RowKind, Topic, Wish, compare
from kaveri.steps.planning.models import FollowUp, Goal, OwnWords, PlanRow, PlanStatement
from kaveri.steps.planning.selectors import change_lines, content_of
from kaveri.steps.planning.services import add_statement
from tests.factories import planning as given

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10")]

# Whose the item is, where it stands and how often it was saved; not what it says.
APART = {
    *("part", "id", "key", "controller_id", "register", "service_task", "category"),
    *("written_at", "written_by", "version"),
}
# Kept beside an id, and told by it.
BESIDE = {"service": "service_id", "account": "the key of a maker"}
BY_NAME = {
    "responsible_name": {"responsible_id": None, "responsible": "", "organisations": {}},
    "who_name": {"who_id": None, "who": ""},
}
MODELS = {
    Part.WORDS: OwnWords,
    Part.GOAL: Goal,
    Part.STATEMENT: PlanStatement,
    Part.ROW: PlanRow,
    Part.FOLLOW_UP: FollowUp,
}
# What stands in the tables and says nothing of the plan by itself.
NOT_KEPT = {
    *("case", "plan", "replaces", "root_id", "content_no", "closed_by"),
    # Whether it was told before; the words are the same.
    *("reused_from", "reused_from_plan"),
    # Its day and its owner are in the row.
    "task",
}
# Another value for what is a code, an id or a yes.
OTHERS = {
    "kind": "benefit",
    "wish": "does_not_want",
    "state": {"goal": "attained", "row": "begun"},
    "topic": "challenge",
    "source": "health_care",
    "by_client": True,
    "organisations": {"sv": "Zebra", "fi": "Zebra", "en": "Zebra"},
}


def items():
    plan = given.a_plan(form=PlanForm.FULL)
    main = given.a_goal(plan, own_words="Jag vill jobba.", level=GoalLevel.MAIN)
    given.a_goal(plan, own_words="Jag vill sova.", level=GoalLevel.SUB, leads_to=main.root_id)
    given.a_goal(plan, own_words="Jag vill ha ett jobb.", level=GoalLevel.CAREER)
    given.a_row(plan, kind=RowKind.SERVICE, what="Arbetsprövning", wish=Wish.WANTS)
    add_statement(
        actor=given.kerstin(), plan_id=plan.id, told=given.told(topic=Topic.EARLIER_SUPPORT)
    )
    return content_of(given.an_agreed(plan))["items"]


def other(item, name):
    known = OTHERS.get(name)
    if isinstance(known, dict) and item["part"] in known:
        return known[item["part"]]
    if name == "level":
        return "sub" if item["level"] == "main" else "main"
    if known is not None:
        return known
    if name.endswith("_on") or name == "on":
        return "2031-03-04"
    if name.endswith("_id"):
        return "11111111-2222-4333-8444-555555555555"
    return "Zebra"


def told(old, new):
    return [
        (line.sentence, line.before, line.after) for line in change_lines(compare(old, new), "en")
    ]


def test_every_field_that_a_version_keeps_is_told_when_it_differs():
    old = items()
    untold = []
    for at, item in enumerate(old):
        for name in sorted(set(item) - APART - BESIDE.keys()):
            if name in {"place", "leads_to"}:
                continue
            if name in BY_NAME:
                # Somebody without an account: then no account stands beside the name.
                old = [*old[:at], {**item, **BY_NAME[name]}, *old[at + 1 :]]
            new = [*old[:at], {**old[at], name: other(item, name)}, *old[at + 1 :]]
            there, back = told(old, new), told(new, old)
            words = " ".join(part for line in there for part in line)
            both = there and back and (there != back or name.endswith("_id"))
            named = other(item, name) != "Zebra" or "Zebra" in words
            if not (both and named):
                untold.append((item["part"], name, there))
    assert untold == []


def test_nothing_is_kept_in_the_tables_that_a_version_leaves_out():
    kept = {part: set() for part in Part}
    for item in items():
        kept[Part(item["part"])] |= set(item)

    for part, model in MODELS.items():
        names = {field.name for field in model._meta.concrete_fields} - NOT_KEPT - APART
        assert {name for name in names if not {name, f"{name}_id"} & kept[part]} == set(), part


def test_another_order_is_told_by_the_row_that_moved_alone():
    rows = _rows("ett", "två", "tre", "fyra")

    assert _sentences(rows, _rows("ett", "tre", "fyra", "två")) == [
        "två: stood after “ett” in the order, now comes after “fyra”"
    ]
    assert _sentences(rows, _rows("fyra", "ett", "två", "tre")) == [
        "fyra: stood after “tre” in the order, now comes first"
    ]
    assert _sentences(rows, _rows("två", "tre", "ett", "fyra")) == [
        "ett: stood first in the order, now comes after “tre”"
    ]


def test_a_row_that_came_or_went_moves_no_other():
    rows = _rows("ett", "två", "tre")

    assert _sentences(rows, _rows("noll", "ett", "två", "tre")) == ["New in the plan: noll"]
    assert _sentences(rows, _rows("två", "tre")) == ["No longer in the plan: ett"]


def test_what_a_goal_leads_to_is_told_in_the_words_of_that_goal():
    old = items()
    goals = {item["own_words"]: item for item in old if item["part"] == "goal"}
    sub, career = goals["Jag vill sova."], goals["Jag vill ha ett jobb."]
    new = [{**item, "leads_to": career["key"]} if item is sub else item for item in old]

    assert told(old, new) == [
        (
            "The goal leads to something else than before: Jag vill sova.",
            "Jag vill jobba.",
            "Jag vill ha ett jobb.",
        )
    ]


def _rows(*names):
    bare = {
        "part": "row",
        "kind": "step",
        "service": "",
        "service_id": None,
        "state": "planned",
        "organisation_name": "",
        "responsible": "Kerstin",
        "responsible_name": "",
        "by_client": False,
        "wish": "",
        "due_on": "2031-01-01",
        "agreed_on": None,
    }
    return [
        {**bare, "key": name, "id": name, "what": name, "place": place}
        for place, name in enumerate(names, 1)
    ]


def _sentences(old, new):
    return [line.sentence for line in change_lines(compare(old, new), "en")]
