"""One screen of a questionnaire as a form, and asking somebody."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.foundation.base import clock
from kaveri.foundation.ui.fields import make_safe
from kaveri.foundation.ui.forms import DateField, KaveriForm, TextField
from kaveri.steps.questionnaires.domain import (
    OWN_WORDS,
    CannotStand,
    Item,
    ItemType,
    Screen,
    Value,
    code_of,
    key_of,
    read_answers,
    written,
)
from kaveri.steps.questionnaires.domain.answering import AnswerObstacle
from kaveri.steps.questionnaires.domain.asking import AskingObstacle, Way
from kaveri.steps.questionnaires.labels import ANSWER_OBSTACLES, ASKING_OBSTACLES, WAYS
from kaveri.steps.questionnaires.services import Written

_OWN_ANSWERS = "the person's own answers, read by whom they are meant for"
_LISTED = 20
# Nothing is chosen until somebody chooses: leaving a question out is a choice too.
LEFT_OUT = "-"
_HINTS: dict[str, Any] = {
    ItemType.DATE: _("For example 22.11.2026"),
    ItemType.DATE_TIME: _("For example 22.11.2026 9.05"),
    ItemType.TIME: _("For example 9.05"),
    ItemType.URL: _("For example https://example.org"),
    ItemType.INTEGER: _("A whole number"),
    ItemType.DECIMAL: _("A number"),
}
_YES_NO = [
    ("true", pgettext_lazy("answer to a question", "yes")),
    ("false", pgettext_lazy("answer to a question", "no")),
]


class ScreenForm(KaveriForm):
    """The questions of one screen; what is wrong with an answer is said beside it."""

    marks_optional = False
    obstacle_words = ASKING_OBSTACLES
    # The mark of what stood on the screen when somebody began to write.
    stood = forms.CharField(widget=forms.HiddenInput, required=False)
    stage = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, screen: Screen, language: str, **kwargs: Any) -> None:
        """A field for each question, named by its place on the screen."""
        super().__init__(*args, **kwargs)
        self.of_screen = screen
        # Sent along unseen: which question is answered.
        self.fields["screen"] = forms.CharField(widget=forms.HiddenInput, required=False)
        self.items = [item for item in screen.questions if not item.read_only]
        for place, item in enumerate(self.items):
            field = _field(item, language)
            self.fields[f"q{place}"] = field
            if item.type is ItemType.OPEN_CHOICE and item.options:
                self.fields[f"q{place}_own"] = forms.CharField(
                    label=_("In your own words"), required=False, max_length=1000
                )
        for field in self.fields.values():
            make_safe(field)

    @classmethod
    def known(cls, screen: Screen, answers: Any) -> dict[str, Any]:
        """What stands on the screen, as it is filled in."""
        found: dict[str, Any] = {}
        items = [item for item in screen.questions if not item.read_only]
        for place, item in enumerate(items):
            values = answers.get(key_of(item.link_id, screen.turns), ())
            found |= _filled(f"q{place}", item, values)
        return found

    def clean(self) -> dict[str, Any]:
        """Read every answer, and say what is wrong beside its question."""
        for name, item in self._named():
            if name in self.errors:
                continue
            texts = self._texts(name)
            own = str(self.cleaned_data.get(f"{name}_own") or "")
            try:
                values = read_answers(item, texts, own)
            except CannotStand as wrong:
                self.add_error(name, ANSWER_OBSTACLES[wrong.obstacle])
                continue
            if item.required and not values:
                self.add_error(name, ANSWER_OBSTACLES[AnswerObstacle.NEEDED])
        return self.cleaned_data

    def written(self, *, again: bool) -> Written:
        """What was filled in, for the use case."""
        return Written(
            screen=self.of_screen.key,
            seen=str(self.cleaned_data.get("stood", "")),
            answers={item.link_id: self._texts(name) for name, item in self._named()},
            own_words={
                item.link_id: str(self.cleaned_data.get(f"{name}_own") or "")
                for name, item in self._named()
            },
            again=again,
        )

    def _named(self) -> Iterator[tuple[str, Item]]:
        for place, item in enumerate(self.items):
            yield f"q{place}", item

    def _texts(self, name: str) -> Sequence[str]:
        given = self.cleaned_data.get(name) or ""
        if given == LEFT_OUT:
            return []
        if isinstance(given, list):
            return given
        item = self.items[int(name[1:])]
        lines = item.repeats and item.type is not ItemType.TEXT
        return str(given).splitlines() if lines else [str(given)]

    def _words(self, name: str, value: Any) -> str:
        if isinstance(value, list):
            return ", ".join(super(ScreenForm, self)._words(name, each) for each in value)
        return super()._words(name, value)


def _field(item: Item, language: str) -> forms.Field:
    label = item.words.in_language(language) or item.link_id
    if item.prefix:
        label = f"{item.prefix} {label}"
    known: dict[str, Any] = {
        "label": label,
        "required": False,
        "help_text": _HINTS.get(item.type, ""),
    }
    if item.type is ItemType.BOOLEAN:
        return _choice(item, _YES_NO, known)
    if item.options:
        options = [(code_of(option), option.words.in_language(language)) for option in item.options]
        if item.type is ItemType.OPEN_CHOICE:
            options.append((OWN_WORDS, str(_("something else, in my own words"))))
        return _choice(item, options, known)
    if item.unit.get("unit"):
        known["help_text"] = item.unit["unit"]
    if item.type is ItemType.TEXT or item.repeats:
        if item.repeats:
            known["help_text"] = _("One answer on each line")
        return TextField(careful=_OWN_ANSWERS, lines=4, **known)
    return forms.CharField(max_length=1000, **known)


def _choice(item: Item, options: list[Any], known: dict[str, Any]) -> forms.Field:
    if item.repeats:
        return forms.MultipleChoiceField(
            choices=options, widget=forms.CheckboxSelectMultiple, **known
        )
    left_out = [] if item.required else [(LEFT_OUT, _("I leave this question out"))]
    if len(options) > _LISTED:
        return forms.ChoiceField(choices=[*left_out, *options], **known)
    return forms.ChoiceField(choices=[*options, *left_out], widget=forms.RadioSelect, **known)


def _filled(name: str, item: Item, values: Sequence[Value]) -> dict[str, Any]:
    codes = {code_of(option) for option in item.options}
    texts = [written(item, value) for value in values]
    if item.type is ItemType.OPEN_CHOICE and item.options:
        own = [text for text in texts if text not in codes]
        texts = [text for text in texts if text in codes] + ([OWN_WORDS] if own else [])
        more = {f"{name}_own": own[-1] if own else ""}
    else:
        more = {}
    if item.repeats and (item.options or item.type is ItemType.BOOLEAN):
        return {name: texts, **more}
    if item.repeats:
        return {name: "\n".join(texts), **more}
    return {name: texts[-1] if texts else "", **more}


class AskForm(KaveriForm):
    """Which questions, and how they are answered."""

    obstacle_words = ASKING_OBSTACLES
    obstacle_fields = {
        AskingObstacle.NO_SUCH_QUESTIONS: "key",
        AskingObstacle.ASKED_ALREADY: "key",
        AskingObstacle.DAY_MISSING: "due_on",
        AskingObstacle.NO_ACCOUNT: "way",
    }
    needed_at_times = frozenset({"due_on", "answered_on"})
    key = forms.ChoiceField(
        label=_("Which questions?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which questions to ask.")},
    )
    way = forms.ChoiceField(
        label=_("How are they answered?"),
        choices=list(WAYS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the questions are answered.")},
    )
    due_on = DateField(
        label=_("When do you go through the answers together?"),
        help_text=_("Needed when the answers come later: at home or by the link."),
        required=False,
    )
    answered_on = DateField(
        label=_("Which day was the paper filled in?"),
        help_text=_("Only for answers on paper."),
        required=False,
    )

    def __init__(self, *args: Any, packs: list[tuple[str, str]], **kwargs: Any) -> None:
        """With what can be asked; a day ahead for going through, a day behind for the paper."""
        super().__init__(*args, **kwargs)
        self.fields["key"].choices = packs  # type: ignore[attr-defined]
        self.fields["due_on"].earliest = clock.today()  # type: ignore[attr-defined]
        self.fields["answered_on"].latest = clock.today()  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        """What the use case takes."""
        data = self.cleaned_data
        way = Way(data["way"])
        return {
            "key": data["key"],
            "way": way,
            "due_on": data["due_on"] if way in {Way.HOME, Way.LINK} else None,
            "answered_on": data["answered_on"] if way is Way.PAPER else None,
        }


class HandInForm(KaveriForm):
    """Nothing to fill in: the answers are handed in."""

    obstacle_words = ASKING_OBSTACLES
    stage = forms.CharField(widget=forms.HiddenInput, required=False, initial="finish")


class TakeBackForm(KaveriForm):
    """Nothing to fill in: the question is taken back."""

    obstacle_words = ASKING_OBSTACLES


class BeginForm(KaveriForm):
    """The client begins alone."""

    obstacle_words = ASKING_OBSTACLES
    key = forms.SlugField(widget=forms.HiddenInput)
