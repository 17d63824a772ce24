"""The files of content: three languages everywhere, keys that lead somewhere, nobody real."""

import datetime as dt
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kaveri
from kaveri.casebook.measures.domain import band_of
from kaveri.casebook.records.domain import Category, Register, ServiceTask

ROOT = Path(kaveri.__file__).parent
REPOSITORY = ROOT.parent.parent
COUNTY = ROOT / "casebook/directory/county"
PROMPTS = ROOT / "steps/identification/prompts"
RECORDS = ROOT / "casebook/records"
TEXTS = ROOT / "channels/public/texts"
FILES = sorted(ROOT.rglob("*.toml"))
FRONT_LINES = [path for path in FILES if path.parent == PROMPTS and path.stem != "bands"]
LANGUAGES = ("_sv", "_fi", "_en")
CARD = (
    "name",
    "choose_when",
    "definition",
    "target_group",
    "aim",
    "content",
    "members_and_tasks",
    "how_to_come",
    "practical",
    "tools_and_forms",
    "usual_wait",
)
IDENTITY_CODE = re.compile(r"\b\d{6}[-+A-FU-Y](\d{3})[0-9A-Y]\b", re.IGNORECASE)


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def tables(node: Any) -> Iterator[dict[str, Any]]:
    """Every table of the file, the outermost first."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from tables(value)
    elif isinstance(node, list):
        for value in node:
            yield from tables(value)


def keys(path: Path, name: str) -> list[str]:
    return [row["key"] for row in read(path)[name]]


def texts(table: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every text of the table: its name, then what stands in each language."""
    found: dict[str, dict[str, Any]] = {}
    for field, value in table.items():
        stem, ending = field[:-3], field[-3:]
        if ending in LANGUAGES:
            found.setdefault(stem, {})[ending] = value
    return found


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def incomplete_texts(content: dict[str, Any]) -> list[str]:
    """The texts that lack a language, or whose languages hold different placeholders."""
    return [
        stem
        for table in tables(content)
        for stem, languages in texts(table).items()
        if set(languages) != set(LANGUAGES)
        or not all(isinstance(text, str) and text.strip() for text in languages.values())
        or len({frozenset(placeholders(text)) for text in languages.values()}) != 1
    ]


def real_looking_codes(text: str) -> list[str]:
    return [code.group() for code in IDENTITY_CODE.finditer(text) if int(code.group(1)) < 900]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_text_stands_in_three_languages(path):
    content = read(path)

    assert any(texts(table) for table in tables(content))
    assert incomplete_texts(content) == []


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize(
    "table",
    [
        {"name_sv": "Plan", "name_fi": "Suunnitelma"},
        {"name_sv": "Plan", "name_fi": " ", "name_en": "Plan"},
        {"name_sv": "{days} dagar", "name_fi": "{days} päivää", "name_en": "days"},
    ],
    ids=["a language is missing", "a language is empty", "a placeholder is lost"],
)
def test_an_incomplete_text_is_found(table):
    assert incomplete_texts({"rows": [table]}) == ["name"]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_file_says_what_it_is_since_when_and_on_whose_word(path):
    content = read(path)

    assert path.read_text(encoding="utf-8").startswith("# ")
    assert isinstance(content["effective_from"], dt.date)
    assert content["source"]
    assert isinstance(content["verified"], bool)


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_file_holds_an_identity_code_of_somebody_who_could_exist(path):
    assert real_looking_codes(path.read_text(encoding="utf-8")) == []


def test_a_code_of_somebody_who_could_exist_is_found_and_an_artificial_one_is_let_be():
    # Put together here, so that no such code stands in the repository.
    possible, artificial = "010190-" + "123" + "X", "010190-" + "999" + "X"

    assert real_looking_codes(f"{possible} {artificial}") == [possible]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_telephone_numbers_are_invented_ones(path):
    for table in tables(read(path)):
        assert re.fullmatch(r"02 555 \d{4}", table.get("phone", "02 555 0100"))


@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_category_is_a_declared_one(path):
    for table in tables(read(path)):
        for field in ("category", "discloses"):
            if field in table:
                assert table[field] in set(Category)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (COUNTY / "municipalities.toml", "municipalities"),
        (COUNTY / "organisations.toml", "organisations"),
        (COUNTY / "units.toml", "units"),
        (COUNTY / "services.toml", "services"),
        (RECORDS / "retention.toml", "periods"),
        (RECORDS / "service_tasks.toml", "service_tasks"),
        (ROOT / "steps/assessment/mapping/headings.toml", "headings"),
    ],
)
def test_a_key_is_given_once(path, name):
    given = keys(path, name)

    assert len(given) == len(set(given))


@pytest.mark.requirement("ACCESS-3")
def test_each_of_the_27_municipalities_has_a_unit_that_receives_contacts():
    receiving = {u["key"] for u in read(COUNTY / "units.toml")["units"] if u["receives_contacts"]}
    municipalities = read(COUNTY / "municipalities.toml")["municipalities"]

    assert len({row["code"] for row in municipalities}) == 27
    assert {row["receiving_unit"] for row in municipalities} == receiving


@pytest.mark.requirement("TEAM-1")
def test_the_six_localities_of_the_handbook_have_their_teams():
    units = read(COUNTY / "units.toml")["units"]

    teams = {unit["municipality"] for unit in units if unit["kind"] == "work_ability_team"}
    codes = {
        m["name_sv"]: m["code"] for m in read(COUNTY / "municipalities.toml")["municipalities"]
    }
    places = ("Letala", "Lundo", "Nystad", "S:t Karins", "Nådendal", "Åbo")
    assert teams == {codes[place] for place in places}


@pytest.mark.requirement("DIRECTORY-1")
def test_every_unit_belongs_to_an_organisation_and_writes_in_a_register_it_keeps():
    kept = {
        row["key"]: row["registers"] for row in read(COUNTY / "organisations.toml")["organisations"]
    }
    codes = {row["code"] for row in read(COUNTY / "municipalities.toml")["municipalities"]}

    units = read(COUNTY / "units.toml")["units"]
    for unit in units:
        assert unit["register"] in kept[unit["organisation"]]
        assert unit["municipality"] in codes
    assert {unit["organisation"] for unit in units} == set(kept)
    assert {register for registers in kept.values() for register in registers} <= set(Register)


@pytest.mark.requirement("DIRECTORY-1")
def test_every_service_fills_its_card_and_leads_to_a_unit():
    directory = read(COUNTY / "services.toml")
    units = set(keys(COUNTY / "units.toml", "units"))
    codes = {row["code"] for row in read(COUNTY / "municipalities.toml")["municipalities"]}

    for service in directory["services"]:
        assert set(CARD) <= set(texts(service))
        assert service["unit"] in units
        assert service["area"] in {row["key"] for row in directory["areas"]}
        assert service["package"] in {row["key"] for row in directory["packages"]}
        assert service["needs"]
        assert set(service["needs"]) <= {row["key"] for row in directory["needs"]}
        assert service["whole_county"] is not bool(service["municipalities"])
        assert set(service["municipalities"]) <= codes


@pytest.mark.requirement("IDENTIFY-2")
@pytest.mark.parametrize("path", FRONT_LINES, ids=named)
def test_a_front_line_knows_what_to_see_to_ask_to_do_and_whom_to_turn_to(path):
    prompts = read(path)

    assert prompts["key"] == path.stem
    assert 5 <= len(prompts["signals"]) <= 7
    assert 3 <= len(prompts["questions"]) <= 4
    assert len(prompts["do_now"]) >= 3
    assert prompts["turn_to"]
    assert set(prompts["turn_to"]) <= set(keys(COUNTY / "services.toml", "services"))


@pytest.mark.requirement("IDENTIFY-2")
def test_there_are_prompts_for_twelve_front_lines_in_one_order():
    assert sorted(read(path)["order"] for path in FRONT_LINES) == list(range(1, 13))


@pytest.mark.requirement("IDENTIFY-1")
def test_every_score_has_exactly_one_next_step_and_it_is_the_rules_band():
    content = read(PROMPTS / "bands.toml")

    for score in range(11):
        fitting = [b for b in content["bands"] if b["lowest"] <= score <= b["highest"]]
        assert len(fitting) == 1
        assert band_of(score) in fitting[0]["covers"]
    services = set(keys(COUNTY / "services.toml", "services"))
    for row in [*content["bands"], content["no_answer"]]:
        assert set(row["turn_to"]) <= services


@pytest.mark.requirement("ASSESS-1")
def test_the_mapping_has_the_eight_headings_of_the_handbook_and_each_has_prompts():
    headings = read(ROOT / "steps/assessment/mapping/headings.toml")["headings"]

    assert [heading["number"] for heading in headings] == list(range(1, 9))
    for heading in headings:
        prompts = [prompt["key"] for prompt in heading["prompts"]]
        assert len(prompts) >= 3
        assert len(prompts) == len(set(prompts))


@pytest.mark.requirement("TRUST-2")
def test_every_service_task_of_the_code_has_its_periods():
    retention = read(RECORDS / "retention.toml")
    tasks = read(RECORDS / "service_tasks.toml")["service_tasks"]

    assert {task["key"] for task in tasks} == set(ServiceTask)
    for task in tasks:
        assert task["register"] in set(Register)
        assert task["retention"]
        assert set(task["retention"]) <= {period["key"] for period in retention["periods"]}


@pytest.mark.requirement("TRUST-2")
def test_every_period_runs_from_a_moment_that_has_a_name_and_says_on_whose_word():
    retention = read(RECORDS / "retention.toml")

    for period in retention["periods"]:
        assert period["from"] in {start["key"] for start in retention["starts"]}
        assert (period["unit"] == "none") is (period["amount"] == 0)
        assert period["unit"] in {"years", "months", "none"}
        assert period["source"]


@pytest.mark.requirement("INFORM-1")
@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.toml")), ids=named)
def test_a_public_page_has_sections_that_say_something(path):
    page = read(path)

    assert page["key"] == path.stem
    for section in page["sections"]:
        assert section.get("paragraphs", []) + section.get("items", [])
    used = {
        name
        for table in tables(page)
        for languages in texts(table).values()
        for text in languages.values()
        for name in placeholders(text)
    }
    assert used <= {"days", "months"}


@pytest.mark.requirement("ACCESS-5")
@pytest.mark.parametrize("path", FILES, ids=named)
def test_nobody_is_told_that_data_is_handled_because_they_consented(path):
    text = path.read_text(encoding="utf-8").lower()

    for never in (
        "because you consented",
        "based on your consent",
        "för att du har samtyckt",
        "eftersom du har samtyckt",
        "med stöd av ditt samtycke",
        "koska olet antanut suostumuksen",
        "suostumuksesi perusteella",
    ):
        assert never not in text


def test_every_setting_is_explained_in_the_operations_guide():
    settings = (ROOT / "config/settings.py").read_text(encoding="utf-8")
    guide = (REPOSITORY / "docs/operations/settings.md").read_text(encoding="utf-8")

    asked = set(re.findall(r'"(KAVERI_[A-Z_]+)"', settings))
    assert asked
    assert {name for name in asked if f"`{name}`" not in guide} == set()
