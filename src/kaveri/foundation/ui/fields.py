"""Fields people can fill in as they write, and words for mistakes that say what to do."""

import datetime as dt
import unicodedata
from copy import copy
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import (
    EmailValidator,
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
    ProhibitNullCharactersValidator,
)
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates, phones

SHORT_TEXT = 200
LONG_TEXT = 10_000
# How far ahead a day is believed when the form says nothing: 2099 is a slip of the finger.
YEARS_AHEAD = 2


class TextField(forms.CharField):
    """Several lines of text; `careful` says whether it is read once more before others read it, or why not."""

    def __init__(self, *, careful: bool | str = "", lines: int = 4, **kwargs: Any) -> None:
        """A text area of so many lines."""
        self.careful = careful
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": lines}))
        kwargs.setdefault("max_length", LONG_TEXT)
        super().__init__(**kwargs)


class DateField(forms.Field):
    """A day written as people write it: 22.11.2026, 22.11. or 2026-11-22."""

    widget = forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"})

    def __init__(
        self, *, earliest: dt.date | None = None, latest: dt.date | None = None, **kwargs: Any
    ) -> None:
        """Between two days, when given, both included; without a last one, at most two years ahead."""
        self.earliest, self.latest = earliest, latest
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> dt.date | None:
        """The day, or what to write instead."""
        if isinstance(value, dt.date) or value in self.empty_values:
            return value or None
        written = str(value).strip()
        if not written:
            return None
        try:
            return dates.read_date(written, clock.today())
        except dates.NotADay:
            example = dates.numeric_date(clock.today())
            raise ValidationError(
                _(
                    "“%(written)s” is not a day in the calendar. Write the day like this: %(example)s."
                )
                % {"written": written[:40], "example": example}
            ) from None

    def validate(self, value: Any) -> None:
        """Say from which or until which day to choose, with the day that was given."""
        super().validate(value)
        if value is None:
            return
        language = dates.known_language(get_language())
        given = dates.plain_date(value, language)
        today = clock.today()
        if self.earliest and value < self.earliest:
            first = {"date": given, "first": dates.plain_date(self.earliest, language)}
            if self.earliest >= today > value:
                raise ValidationError(_("%(date)s has passed. Choose %(first)s or later.") % first)
            raise ValidationError(_("%(date)s is too early. Choose %(first)s or later.") % first)
        if self.latest and value > self.latest:
            last = {"date": given, "last": dates.plain_date(self.latest, language)}
            if self.latest <= today < value:
                raise ValidationError(
                    _("%(date)s has not come yet. Choose %(last)s or earlier.") % last
                )
            raise ValidationError(_("%(date)s is too late. Choose %(last)s or earlier.") % last)
        furthest = dates.years_later(today, YEARS_AHEAD)
        if not self.latest and value > furthest:
            raise ValidationError(
                _("%(date)s is more than two years ahead. Choose %(last)s or earlier.")
                % {"date": given, "last": dates.plain_date(furthest, language)}
            )

    def prepare_value(self, value: Any) -> Any:
        """Shown as it is written: 22.11.2026."""
        return dates.numeric_date(value) if isinstance(value, dt.date) else value


class PhoneField(forms.CharField):
    """A telephone number, kept as +358…, shown as people write it."""

    widget = forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"})

    def clean(self, value: Any) -> str:
        """The number in international form."""
        written = str(super().clean(value) or "")
        if not written:
            return ""
        try:
            return phones.read_phone(written)
        except phones.NotANumber:
            raise ValidationError(
                _(
                    "“%(written)s” cannot be called. Write the whole number, for example 040 123 4567."
                )
                % {"written": written[:40]}
            ) from None

    def prepare_value(self, value: Any) -> Any:
        """Grouped as the number is read aloud."""
        return (
            phones.shown_phone(value, "sv")
            if isinstance(value, str) and value.startswith("+")
            else value
        )


# --- safe texts and helpful words -------------------------------------------------------------


def refuse_control_characters(text: str) -> None:
    """A text holds letters and lines; what cannot be seen would only hide something from the reader."""
    for sign in text:
        if (
            unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t\r"
        ) or sign in "\u202a\u202b\u202d\u202e":
            raise ValidationError(
                _(
                    "The text holds a sign that cannot be shown. Write the text anew instead of pasting it."
                )
            )


class _Limit:
    """The longest text of a field; says how much is too much."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, text: str) -> None:
        if len(text) > self.limit:
            raise ValidationError(
                _("The text has %(given)d characters and %(limit)d fit. Shorten it by %(over)d.")
                % {"given": len(text), "limit": self.limit, "over": len(text) - self.limit}
            )


def make_safe(field: forms.Field) -> None:
    """Give one field of a form its limits and its words for mistakes, once."""
    if getattr(field, "made_safe", False):
        return
    field.made_safe = True  # type: ignore[attr-defined]
    words = field.error_messages
    if isinstance(field, forms.CharField):
        _make_text_safe(field)
    if words.get("required") == forms.Field.default_error_messages["required"]:
        words["required"] = _required_words(field)
    if isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        words["invalid_choice"] = gettext_lazy(
            "“%(value)s” is not among the choices. Choose from the list."
        )
        words["invalid_list"] = gettext_lazy("Choose from the list.")
    elif isinstance(field, forms.ChoiceField):
        words["invalid_choice"] = gettext_lazy(
            "“%(value)s” is not among the choices. Choose one from the list."
        )
    if isinstance(field, forms.IntegerField):
        _make_number_helpful(field)


def _make_text_safe(field: forms.CharField) -> None:
    long = isinstance(field.widget, forms.Textarea)
    ours = (ProhibitNullCharactersValidator, MaxLengthValidator)
    field.validators = [
        refuse_control_characters,
        *(validator for validator in field.validators if not isinstance(validator, ours)),
        _Limit(field.max_length or (LONG_TEXT if long else SHORT_TEXT)),
    ]
    # The browser would cut a pasted text without a word; we say how much is too much instead.
    field.widget.attrs.pop("maxlength", None)
    if isinstance(field, forms.EmailField):
        _reworded(
            field,
            EmailValidator,
            gettext_lazy(
                "This is not a whole e-mail address. Write it like this: name@example.fi."
            ),
        )


def _make_number_helpful(field: forms.IntegerField) -> None:
    field.error_messages["invalid"] = gettext_lazy(
        "This is not a number. Write it with digits, for example 5."
    )
    _reworded(
        field,
        MaxValueValidator,
        gettext_lazy("%(show_value)s is too much. Write at most %(limit_value)s."),
    )
    _reworded(
        field,
        MinValueValidator,
        gettext_lazy("%(show_value)s is too little. Write at least %(limit_value)s."),
    )


def _reworded(field: forms.Field, kind: type, words: Any) -> None:
    """Say it in our words; on a copy, because Django shares its validators between all fields."""
    for index, validator in enumerate(field.validators):
        if isinstance(validator, kind):
            ours = copy(validator)
            ours.message = words  # type: ignore[attr-defined]
            field.validators[index] = ours


def _required_words(field: forms.Field) -> Any:
    if isinstance(field, forms.BooleanField):
        return format_lazy(gettext_lazy("Tick here to go on: {label}"), label=field.label or "")
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return format_lazy(gettext_lazy("Choose an answer: {label}"), label=field.label or "")
    if isinstance(field, DateField):
        return format_lazy(gettext_lazy("Write a day: {label}"), label=field.label or "")
    return format_lazy(gettext_lazy("Write an answer: {label}"), label=field.label or "")
