"""The base of every form: texts made safe, errors that say what to do, refusals put at their field."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self, cast

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.careful import Known, known_for
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.careful import READ_AGAIN, Notice, notices_for, place_of
from kaveri.foundation.ui.fields import DateField, PhoneField, TextField, make_safe
from kaveri.foundation.ui.saved_meanwhile import stood_in

__all__ = [
    "DateField",
    "FilterForm",
    "KaveriForm",
    "PhoneField",
    "TextField",
    "posted",
]

IDEMPOTENCY_KEY = "idempotency_key"


def posted(request: HttpRequest) -> bool:
    """Whether the page's form was sent; a switch of language is not a sending."""
    return request.method == "POST"


class KaveriField(BoundField):
    """A field as the template needs it: hint, width, and every id written by the server."""

    @property
    def kind(self) -> str:
        """Which of the field template's shapes to draw."""
        widget = self.field.widget
        if isinstance(widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
            return "options"
        return "checkbox" if isinstance(widget, forms.CheckboxInput) else "single"

    def asked_of_form(self, name: str, otherwise: Any = None) -> Any:
        """What our own forms declare; forms of other packages declare nothing of it."""
        return getattr(self.form, name, otherwise)

    @property
    def marked_optional(self) -> bool:
        """Required is the rule, so the optional ones say so; a lone tick box explains itself."""
        return (
            self.asked_of_form("marks_optional", otherwise=False)
            and not self.field.required
            and self.kind != "checkbox"
            # Their hint says when they are needed; "optional" before it would deny that.
            and self.name not in self.asked_of_form("needed_at_times", ())
        )

    @property
    def hint(self) -> str:
        """The line under the label."""
        help_text = str(self.field.help_text or "")
        if not help_text and isinstance(self.field, DateField):
            help_text = _("For example %(date)s") % {"date": dates.numeric_date(clock.today())}
        if not self.marked_optional:
            return help_text
        return " ".join(filter(None, [_("Optional."), help_text])) if help_text else _("Optional")

    @property
    def hint_id(self) -> str:
        """The hint's id."""
        return f"{self.auto_id}_hint"

    @property
    def error_id(self) -> str:
        """The error's id."""
        return f"{self.auto_id}_error"

    @property
    def aria_describedby(self) -> str | None:
        """The ids of hint and error, in the order they are read."""
        ids = [self.hint_id] if self.hint else []
        if self.errors:
            ids.append(self.error_id)
        if self.careful:
            ids.append(self.careful_id)
        return " ".join(ids) or None

    @property
    def careful_id(self) -> str:
        """The id of the notice that asks for a second reading."""
        return f"{self.auto_id}_careful"

    @property
    def careful(self) -> "list[Notice]":
        """What others should perhaps not read in it."""
        found: list[Notice] = self.asked_of_form("to_read_again", {}).get(self.name, [])
        return found

    @property
    def read_again_name(self) -> str:
        """The hidden field that carries what has been read."""
        return str(self.form.add_prefix(READ_AGAIN))

    @property
    def first_id(self) -> str:
        """Where a link in the error summary leads: the field, or its first option."""
        return f"{self.auto_id}_0" if self.kind == "options" else self.auto_id

    @property
    def width(self) -> str:
        """The expected length, shown as width."""
        if asked := self.asked_of_form("widths", {}).get(self.name):
            return cast("str", asked)
        if isinstance(self.field, DateField):
            return "date"
        if isinstance(self.field.widget, forms.NumberInput):
            return "short"
        return "long" if isinstance(self.field.widget, forms.Textarea) else "medium"

    @property
    def css(self) -> str:
        """The classes of the field's frame."""
        classes = ["k-field", f"k-width-{self.width}"]
        if self.errors:
            classes.append("k-field-wrong")
        if self.name in self.asked_of_form("voices", ()):
            classes.append("k-field-voice")
        return " ".join(classes)

    @property
    def in_a_row(self) -> bool:
        """Whether short options stand beside each other."""
        return self.name in self.asked_of_form("rows", ())

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """Draw with the design system; a group of options is described by its fieldset."""
        built = super().build_widget_attrs(attrs, widget)
        drawn = widget or self.field.widget
        if not drawn.is_hidden:
            own = f"{drawn.attrs.get('class', '')} {attrs.get('class', '')}"
            built["class"] = f"ds-input {own}".strip()
        if self.use_fieldset:
            built.pop("aria-invalid", None)
        return built


class KaveriRenderer(DjangoTemplates):
    """Draws fields with our template; named by `FORM_RENDERER`."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = KaveriField


@dataclass(frozen=True)
class Problem:
    """A line of the error summary."""

    text: str
    href: str


@dataclass(frozen=True)
class Difference:
    """What somebody else has saved in a field, and what stands typed in it."""

    label: Any
    theirs: str
    mine: str


class KaveriForm(forms.Form):
    """A form that keeps what people typed and tells them what to do."""

    form_id: ClassVar[str] = "page-form"
    sends: ClassVar[str] = "post"
    marks_optional: ClassVar[bool] = True
    # Field → "short", "date", "medium" or "long", when the guess from the kind of field is wrong.
    widths: ClassVar[Mapping[str, str]] = {}
    # Fields whose hint says when they are needed, so that they are not called optional.
    needed_at_times: ClassVar[frozenset[str]] = frozenset()
    # Fields for the client's own words: drawn on cloudberry paper, in serif.
    voices: ClassVar[frozenset[str]] = frozenset()
    # Fields whose options are so short that they stand in a row.
    rows: ClassVar[frozenset[str]] = frozenset()
    # Obstacle → the field it belongs to; the others stand at the top.
    obstacle_fields: ClassVar[Mapping[str, str]] = {}
    # Obstacle → its words, from the app's labels.
    obstacle_words: ClassVar[Mapping[Any, Any]] = {}
    # What the last line of the error summary promises.
    kept: Any = gettext_lazy("Everything you wrote is still here.")

    default_renderer = KaveriRenderer
    # Fields of one line that are read again like the longer ones.
    careful_lines: ClassVar[frozenset[str]] = frozenset()
    # Whether those who read it do not know yet whom it is about: then nobody is named.
    readers_know_nobody: ClassVar[bool] = False
    # The request the form came with: who writes, and where.
    request: HttpRequest | None = None
    # Both texts of each field that somebody else has saved in the meantime.
    theirs: "Sequence[Difference]" = ()
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Give every field its limits and its words for mistakes."""
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            make_safe(field)

    @classmethod
    def of(cls, request: HttpRequest, **kwargs: Any) -> Self:
        """The form of this request: sent, or open with what was typed before the language was switched."""
        if posted(request):
            form = cls(request.POST, request.FILES, **kwargs)
            form.request = request
            return form
        form = cls(**kwargs)
        typed = getattr(request, "typed", None)
        if typed is not None:
            form.take_back(typed)
        return form

    def is_valid(self) -> bool:
        """Whether the form can be sent on: nothing is wrong, and what others read has been read again."""
        return super().is_valid() and not self.to_read_again

    @cached_property
    def to_read_again(self) -> "dict[str, list[Notice]]":
        """Field → what others should perhaps not read in it; the next sending lets the same pass."""
        if not self.is_bound or self.request is None:
            return {}
        texts = {
            name: text
            for name, field in self.fields.items()
            if (name in self.careful_lines or getattr(field, "careful", "") is True)
            and (text := self.cleaned_data.get(name))
        }
        read = self.data.getlist(self.add_prefix(READ_AGAIN))  # type: ignore[attr-defined]
        return notices_for(texts, self.known_here, self.said_openly(), frozenset(read))

    def known_here(self) -> Known:
        """Whose names belong on this page; asked only when a text holds something."""
        if self.readers_know_nobody:
            return Known(protected=True)
        return known_for(*place_of(self.request))

    def said_openly(self) -> frozenset[str]:
        """The kinds of findings that this form has a place for, by what was answered in it."""
        return frozenset()

    @property
    def only_to_read_again(self) -> bool:
        """Whether nothing is wrong, and the form waits only for a second reading."""
        return self.is_bound and not self.problems and bool(self.to_read_again)

    def take_back(self, typed: Any) -> None:
        """Put typed values back without judging them."""
        for name, field in self.fields.items():
            if not isinstance(field, forms.FileField):
                self.initial[name] = field.widget.value_from_datadict(
                    typed, {}, self.add_prefix(name)
                )

    def differences(self, now: Mapping[str, Any]) -> list[Difference]:
        """The fields in which what stands now is not what was typed."""
        found = [
            Difference(self.fields[name].label, self._words(name, theirs), self._words(name, mine))
            for name, theirs in now.items()
            if name in self.fields and not self.fields[name].widget.is_hidden
            for mine in [self.cleaned_data.get(name)]
        ]
        return [each for each in found if each.theirs != each.mine]

    def _words(self, name: str, value: Any) -> str:
        if isinstance(value, dt.date):
            return dates.plain_date(value, dates.known_language(get_language()))
        choices = {
            str(code): words for code, words in getattr(self.fields[name], "choices", None) or ()
        }
        return str(choices.get(str(value), "" if value is None else value))

    @property
    def as_it_stood(self) -> str:
        """What stood in the fields when they were shown, for when somebody else saves meanwhile."""
        return stood_in(self)

    @property
    def idempotency_key(self) -> str:
        """The same key however often the same sending is tried."""
        try:
            return str(uuid.UUID(self.data.get(IDEMPOTENCY_KEY, "")))
        except (ValueError, AttributeError):
            return str(uuid.uuid4())

    @property
    def problems(self) -> list[Problem]:
        """The lines of the error summary: those of the whole form first, then in the order of the fields."""
        if not self.is_bound:
            return []
        found = [Problem(str(text), f"#{self.form_id}") for text in self.non_field_errors()]
        for field in self.visible_fields():
            found += [
                Problem(str(text), f"#{cast('KaveriField', field).first_id}")
                for text in field.errors
            ]
        return found

    @property
    def problems_heading(self) -> str:
        """How many things there are to put right."""
        number = len(self.problems)
        return ngettext(
            "%(number)d thing to put right", "%(number)d things to put right", number
        ) % {"number": number}

    def show_refusal(self, refused: Refused) -> None:
        """Put every obstacle where it is mended: at its field, or at the top."""
        if not hasattr(self, "cleaned_data"):
            self.full_clean()
        for obstacle in refused.obstacles:
            field = self.obstacle_fields.get(obstacle)
            words = self.obstacle_words[obstacle]
            self.add_error(field if field in self.fields else None, words)


class FilterForm(KaveriForm):
    """A form in the address: narrows a list, sent by GET, nothing in it is required."""

    form_id = "filter"
    sends = "get"
    marks_optional = False
