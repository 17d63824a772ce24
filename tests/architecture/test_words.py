"""Every code has words, every language is complete, and nothing is said that is never said."""

from enum import StrEnum
from types import ModuleType

import pytest

from tests.architecture import words
from tests.architecture.tree import PRODUCT, plant

# Codes nobody reads: they stand in tables, rules and the printed matrix. The list may only shrink.
CODE_ONLY = {
    "cases.Act": "rows of the access table",
    "cases.Grant": "cells of the access table",
    "cases.CaseState": "pages say in whole sentences what an ended case means",
    "cases.RelationKind": "rows of the access table; pages say who somebody is in the network",
    "clients.CodeKind": "which column a code is sealed in",
    "coordination.Parting": "how a row ended; the timeline says it in whole sentences",
    "other_plans.PlanKind": "a kind of plan; its names stand in its file of contents",
    "portal.Said": "what an entry tells of; the portal says it in whole sentences",
    "records.Keeping": "an agreed setting of an organisation; pages show what it leads to",
    "referral.Earlier": "what a check found; pages say it through an obstacle",
    "referral.Manager": "whether somebody can be case manager; pages say it through an obstacle",
}


def test_every_code_people_see_has_words():
    enums = words.enums_in(words.rooms_named("domain"))

    missing = set(words.unlabelled(enums, words.rooms_named("labels")))

    assert missing - set(CODE_ONLY) == set()
    assert set(CODE_ONLY) <= {words.name_of(enum) for enum in enums}


def test_a_code_without_words_is_seen():
    class Colour(StrEnum):
        RED = "red"
        BLUE = "blue"

    Colour.__module__ = "kaveri.steps.paint.domain"
    labels = ModuleType("labels")
    labels.COLOURS = {Colour.RED: "red"}

    assert words.unlabelled([Colour], [labels]) == [words.name_of(Colour)]
    labels.COLOURS[Colour.BLUE] = "blue"
    assert words.unlabelled([Colour], [labels]) == []


@pytest.mark.parametrize("language", ["sv", "fi"])
def test_every_language_is_complete(language):
    assert words.incomplete(PRODUCT / "locale" / language / "LC_MESSAGES" / "django.po") == []


def test_a_missing_an_unsure_and_a_maimed_text_are_seen(tmp_path):
    plant(
        tmp_path,
        {
            "sv.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            'msgid "Missing"\nmsgstr ""\n\n'
            '#, fuzzy\nmsgid "Unsure"\nmsgstr "Osäker"\n\n'
            'msgid "By %(date)s"\nmsgstr "Senast %(datum)s"\n\n'
            'msgid "Well"\nmsgstr "Bra"\n'
        },
    )

    assert words.incomplete(tmp_path / "sv.po") == ["Missing", "Unsure", "By %(date)s"]


def test_no_sentence_is_glued():
    assert words.glued(PRODUCT) == []


@pytest.mark.parametrize(
    "files",
    [
        {"a.py": '_("Told by") + " " + name\n'},
        {"a.py": "f\"{_('Told by')} {name}\"\n"},
        {"a.py": "text = _('Told by %s') % name\n"},
        {"a.py": "text = _('Told by {}').format(name)\n"},
        {"a.py": "text = _('Told by ')\n"},
        {"a.py": "text = gettext_lazy(f'Told by {name}')\n"},
        {"a.html": "<p>{% translate 'Told' %} {{ day }} {% translate 'by' %}</p>"},
    ],
)
def test_a_glued_sentence_is_seen(tmp_path, files):
    assert words.glued(plant(tmp_path, files))


def test_a_whole_sentence_is_let_through(tmp_path):
    whole = "text = _('%(who)s was told') % {'who': name}\n"

    assert words.glued(plant(tmp_path, {"a.py": whole})) == []


@pytest.mark.requirement("ACCESS-5")
def test_nothing_says_because_you_consented():
    assert words.said_though_never(PRODUCT) == []


@pytest.mark.parametrize(
    "text",
    [
        "We keep this because you consented.",
        "Vi sparar uppgifterna eftersom du har samtyckt.",
        "Tiedot säilytetään suostumuksesi perusteella.",
        "The service rests on your consent.",
        "We keep notes since you have consented.",
        "Vi behandlar uppgifterna för att du gav ditt samtycke.",
        "Servicen grundar sig på ditt samtycke.",
        "Käsittelemme tietojasi, koska olet antanut suostumuksen.",
        "Palvelu perustuu suostumukseesi.",
    ],
)
@pytest.mark.parametrize("name", ["page.html", "texts.toml", "django.po", "paper.typ"])
def test_because_you_consented_is_seen(tmp_path, text, name):
    assert words.said_though_never(plant(tmp_path, {name: text}))


def test_templates_hold_no_style_and_no_script():
    assert words.inline(PRODUCT) == []


@pytest.mark.parametrize(
    "template",
    [
        '<p style="color: red">',
        "<style>p { }</style>",
        "<script>run()</script>",
        '<a onclick="run()">',
        '<a href="javascript:run()">',
        "{{ text|safe }}",
    ],
)
def test_style_and_script_in_a_template_are_seen(tmp_path, template):
    assert words.inline(plant(tmp_path, {"page.html": template}))
