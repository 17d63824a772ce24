"""Five faults planted in the grounds, each seen by the cells of an ordinary day over HTTP."""

import pytest

from kaveri.casebook.cases.actions import grounds, relations
from kaveri.casebook.consent.domain import Purpose
from tests.access.drives import DRIVES
from tests.access.test_grounds import of_today, wrong_among


def without(monkeypatch, names, *parts):
    """The texts lose a condition; a text that has none of them would plant nothing."""
    for name in names:
        text = getattr(grounds, name)
        for part in parts:
            assert part in text
            text = text.replace(part, "")
        monkeypatch.setattr(grounds, name, text)


def what_is_withdrawn_still_holds(monkeypatch):
    condition = "AND (x.withdrawn_at IS NULL OR x.withdrawn_at > {moment})"
    without(monkeypatch, ["_CONSENTED", "_PERMITTED"], condition)


def a_party_is_its_organisation_alone(monkeypatch):
    whose = ("AND me.register = {my_register}", "AND holder.register = {register}")
    without(monkeypatch, ["_CONSENTED"], *whose)


def every_category_is_named(monkeypatch):
    without(monkeypatch, ["_CONSENTED"], f"AND {grounds._NAMES_CATEGORY}")  # noqa: SLF001


def nothing_is_forbidden(monkeypatch):
    monkeypatch.setattr(grounds, "_PROHIBITED", "(1 = 0)")


def every_purpose_covers(monkeypatch):
    monkeypatch.setattr(grounds, "purposes_for", lambda _act: list(Purpose))


def forget_what_is_written():
    """The texts are made once; a fault must come into them, and out again."""
    for written in (grounds.any_ground, grounds.said_ground, relations._allowed, relations._said):  # noqa: SLF001
        written.cache_clear()


# The fault, and the cells whose reason it takes away: the matrix has to fail for the right reason.
FAULTS = {
    what_is_withdrawn_still_holds: lambda each: each.state == "withdrawn",
    a_party_is_its_organisation_alone: lambda each: "other" in each.parties,
    every_category_is_named: lambda each: each.categories == "others",
    nothing_is_forbidden: lambda each: each.gives and each.narrows.startswith("forbidden"),
    every_purpose_covers: lambda each: each.purpose != "support",
}


@pytest.mark.django_db
@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_a_fault_planted_in_the_grounds_is_seen(plant, monkeypatch, settings, request):
    settings.SECOND_FACTOR = False
    concerned = [
        (DRIVES[number], cell)
        for number, cells in of_today().items()
        for cell in cells
        if FAULTS[plant](cell.allowance) and not cell.allowed
    ]

    request.addfinalizer(forget_what_is_written)
    with monkeypatch.context() as planted:
        plant(planted)
        forget_what_is_written()
        seen = next((each for each in concerned if wrong_among(each[0], [each[1]])[0]), None)

    forget_what_is_written()
    assert seen, f"none of {len(concerned)} cells of today saw it"
    assert wrong_among(seen[0], [seen[1]])[0] == {}
