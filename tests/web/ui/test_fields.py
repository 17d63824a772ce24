"""Fields as they are drawn, and what they say when something must be put right."""

import datetime as dt
import re
from enum import StrEnum

import pytest
from django import forms
from django.utils import translation

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.ui.forms import DateField, KaveriForm, PhoneField, TextField

TODAY = dt.datetime(2026, 11, 23, 8, 42, tzinfo=clock.HELSINKI)


class Obstacle(StrEnum):
    NO_DAY = "no_day"
    NOT_YOURS = "not_yours"


class ExampleForm(KaveriForm):
    name = forms.CharField(label="Name", help_text="First name is enough.", max_length=20)
    day = DateField(label="When?", earliest=dt.date(2026, 11, 23), required=False)
    phone = PhoneField(label="Telephone", required=False)
    text = TextField(label="Text", required=False)
    whom = forms.ChoiceField(
        label="Whom?", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect, required=False
    )
    hours = forms.IntegerField(label="Hours", max_value=12, required=False)
    email = forms.EmailField(label="E-mail", required=False)

    obstacle_fields = {Obstacle.NO_DAY: "day"}
    obstacle_words = {Obstacle.NO_DAY: "Choose a day.", Obstacle.NOT_YOURS: "Ask Örjan."}


@pytest.fixture(autouse=True)
def _this_monday():
    with clock.standing_at(TODAY), translation.override("en"):
        yield


def _errors(**typed: str) -> dict[str, list[str]]:
    form = ExampleForm({"name": "Elias", **typed})
    form.is_valid()
    return {name: list(errors) for name, errors in form.errors.items()}


@pytest.mark.requirement("COORDINATE-1")
@pytest.mark.parametrize("written", ["23.11.2099", "24.11.2028", "2099-01-01"])
def test_a_day_further_ahead_than_two_years_is_taken_for_a_slip_of_the_finger(written):
    assert "is more than two years ahead. Choose 23 November 2028" in _errors(day=written)["day"][0]


def test_a_day_within_two_years_is_taken_and_a_last_day_of_the_form_s_own_comes_first():
    assert "day" not in _errors(day="23.11.2028")

    class LaterForm(KaveriForm):
        day = DateField(label="When?", latest=dt.date(2035, 1, 1))

    assert LaterForm({"day": "1.1.2034"}).is_valid()


def test_two_years_after_a_leap_day_is_the_last_of_february():
    with clock.standing_at(dt.datetime(2028, 2, 29, 9, tzinfo=clock.HELSINKI)):
        assert "28 February 2030" in _errors(day="1.3.2030")["day"][0]


def test_a_field_that_is_needed_at_times_is_not_called_optional():
    class NowAndThenForm(KaveriForm):
        why = forms.CharField(label="Why?", help_text="Needed when late.", required=False)
        note = forms.CharField(label="Note", required=False)
        needed_at_times = frozenset({"why"})

    form = NowAndThenForm()
    assert form["why"].hint == "Needed when late."
    assert form["note"].hint == "Optional"


def test_label_hint_and_error_are_tied_to_the_field_by_the_server():
    form = ExampleForm({})
    html = form["name"].as_field_group()

    assert 'for="id_name"' in html
    assert 'id="id_name_hint"' in html
    assert 'id="id_name_error"' in html
    field = re.search(r"<input[^>]*>", html)[0]
    assert 'aria-describedby="id_name_hint id_name_error"' in field
    assert 'aria-invalid="true"' in field


def test_the_error_stands_between_hint_and_field():
    html = ExampleForm({})["name"].as_field_group()

    assert html.index("id_name_hint") < html.index('id="id_name_error"') < html.index("<input")


def test_the_optional_is_marked_and_the_required_is_not():
    form = ExampleForm()

    assert "Optional" in form["text"].as_field_group()
    assert "Optional" not in form["name"].as_field_group()


def test_a_group_of_options_is_a_fieldset_with_a_legend():
    html = ExampleForm({"whom": "c"})["whom"].as_field_group()

    assert "<legend>Whom?</legend>" in html
    assert re.search(r'<fieldset\s+aria-describedby="[^"]*id_whom_error"', html)
    assert "aria-invalid" not in html


def test_nothing_has_a_placeholder_or_a_cut_off_length():
    html = ExampleForm().as_div() + "".join(
        field.as_field_group() for field in ExampleForm().visible_fields()
    )

    assert "placeholder" not in html
    assert "maxlength" not in html
    assert " required" not in html


def test_the_summary_says_the_same_sentence_as_the_field_and_links_to_it():
    form = ExampleForm({"name": "", "whom": "c"})

    assert [problem.href for problem in form.problems] == ["#id_name", "#id_whom_0"]
    assert form.problems[0].text == form.errors["name"][0]
    assert form.problems_heading == "2 things to put right"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"day": "12.10.2026"}, "12 October 2026 has passed. Choose 23 November 2026 or later."),
        (
            {"day": "31.2.2026"},
            "“31.2.2026” is not a day in the calendar. Write the day like this: 23.11.2026.",
        ),
        (
            {"phone": "ring"},
            "“ring” cannot be called. Write the whole number, for example 040 123 4567.",
        ),
        ({"whom": "c"}, "“c” is not among the choices. Choose one from the list."),
        ({"hours": "13"}, "13 is too much. Write at most 12."),
        ({"hours": "many"}, "This is not a number. Write it with digits, for example 5."),
        (
            {"name": "x" * 23},
            "The text has 23 characters and 20 fit. Shorten it by 3.",
        ),
        (
            {"email": "elias"},
            "This is not a whole e-mail address. Write it like this: name@example.fi.",
        ),
    ],
)
def test_a_mistake_says_what_to_do_with_the_value_given(typed, said):
    (field,) = typed
    assert _errors(**typed) == {field: [said]}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "12.10.2026 har varit. Välj en dag från och med 23.11.2026."),
        ("fi", "12.10.2026 on jo mennyt. Valitse päivä 23.11.2026 tai sen jälkeen."),
    ],
)
def test_a_day_that_has_passed_is_told_in_the_reader_s_language(language, said):
    with translation.override(language):
        assert _errors(day="12.10.2026") == {"day": [said]}


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x1b", "\ud800", "\u202e"])
@pytest.mark.parametrize("field", ["name", "text"])
def test_signs_that_cannot_be_shown_are_refused_clearly(sign, field):
    assert "cannot be shown" in _errors(**{field: f"El{sign}ias"})[field][0]


def test_lines_accents_and_emoji_are_kept():
    form = ExampleForm({"name": " Šárka Ž. ", "text": "En rad\r\n\ten till 🌱 'quoted' <b>"})

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Šárka Ž."
    assert form.cleaned_data["text"].endswith("🌱 'quoted' <b>")


def test_a_day_is_shown_again_as_it_was_typed_and_a_kept_one_in_figures():
    assert ExampleForm({"day": "31.2."})["day"].value() == "31.2."
    assert ExampleForm(initial={"day": dt.date(2026, 12, 4)})["day"].value() == "4.12.2026"


def test_every_obstacle_stands_where_it_is_mended():
    form = ExampleForm({"name": "Elias"})
    form.show_refusal(Refused([Obstacle.NOT_YOURS, Obstacle.NO_DAY]))

    assert [(problem.text, problem.href) for problem in form.problems] == [
        ("Ask Örjan.", "#page-form"),
        ("Choose a day.", "#id_day"),
    ]


def test_a_second_try_bears_the_same_key_as_the_first():
    key = ExampleForm().idempotency_key

    assert ExampleForm({"idempotency_key": key}).idempotency_key == key
    assert ExampleForm({"idempotency_key": "not a key"}).idempotency_key != "not a key"


def test_our_words_do_not_leak_into_the_validators_django_shares():
    ExampleForm({"email": "elias"}).is_valid()

    assert "example.fi" not in str(forms.EmailField.default_validators[0].message)
