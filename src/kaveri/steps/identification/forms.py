"""Forms of the quick ask and of the lists."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.measures.domain import MeasureObstacle
from kaveri.foundation.ui.fields import make_safe
from kaveri.foundation.ui.forms import KaveriForm, PhoneField, TextField
from kaveri.steps.identification.domain import LANGUAGES, Asked, QuickAskObstacle, read_answer
from kaveri.steps.identification.labels import (
    OWN_SCORE_ANSWERS,
    PROMPT_OBSTACLES,
    QUICK_ASK_OBSTACLES,
    SCORE_ANSWERS,
)

_CHOOSE = _("Choose a number from 0 to 10, or say that there is no answer.")


def asked_of(data: dict[str, Any]) -> Asked:
    """The answers of a valid form."""
    answer, score = read_answer(data["answer"])
    return Asked(
        answer=answer,
        score=score,
        last_work=data["last_work"],
        now_words=data["now_words"],
        wished=data["wished"],
    )


class QuickAskForm(KaveriForm):
    """Four questions; none of them must be answered with anything but what the person says."""

    answer = forms.ChoiceField(
        label=_("If 10 is the best your work ability has been in your life, what is it now?"),
        help_text=_("0 is not being able to work at all. Not wanting to answer is a good answer."),
        choices=list(SCORE_ANSWERS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE},
    )
    last_work = forms.CharField(
        label=_("When did you last work or study, and with what?"), max_length=300, required=False
    )
    now_words = forms.CharField(label=_("How is it now?"), max_length=300, required=False)
    wished = forms.CharField(
        label=_("What would you like it to be in half a year to two years?"),
        max_length=300,
        required=False,
    )

    rows = frozenset({"answer"})
    voices = frozenset({"last_work", "now_words", "wished"})
    widths = {"last_work": "long", "now_words": "long", "wished": "long"}
    obstacle_words = QUICK_ASK_OBSTACLES
    obstacle_fields = dict.fromkeys(MeasureObstacle, "answer")


class OwnAnswerForm(QuickAskForm):
    """The same four questions, answered alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The answers as the person says them."""
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = list(OWN_SCORE_ANSWERS.items())  # type: ignore[attr-defined]


class QuickContactForm(KaveriForm):
    """Who the person is and how they are reached; the answers go along unseen."""

    form_id = "contact-form"

    stage = forms.CharField(widget=forms.HiddenInput, initial="contact", required=False)
    answer = forms.ChoiceField(choices=list(SCORE_ANSWERS.items()), widget=forms.HiddenInput)
    last_work = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)
    now_words = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)
    wished = forms.CharField(max_length=300, required=False, widget=forms.HiddenInput)

    name = forms.CharField(
        label=_("The person's name"),
        error_messages={"required": _("Write the person's name.")},
    )
    phone = PhoneField(label=_("Telephone"), required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    municipality = forms.ChoiceField(
        label=_("Where does the person live?"),
        error_messages={"required": _("Choose the municipality.")},
    )
    language = forms.ChoiceField(
        label=_("Which language does the person want to use?"), choices=settings.LANGUAGES
    )
    message = TextField(
        careful=True,
        label=_("What does the person want help with?"),
        help_text=_("In the person's own words. Nothing about diagnoses or benefits."),
        lines=3,
        required=False,
    )
    agreed = forms.BooleanField(
        label=_("The person has been asked and wants to be contacted"), required=False
    )

    voices = frozenset({"message"})
    obstacle_words = QUICK_ASK_OBSTACLES
    obstacle_fields = {
        QuickAskObstacle.PERSON_HAS_NOT_AGREED: "agreed",
        QuickAskObstacle.NO_WAY_TO_REACH: "phone",
        QuickAskObstacle.NOBODY_ON_DUTY: "municipality",
    }

    def __init__(self, *args: Any, municipalities: list[tuple[str, str]], **kwargs: Any) -> None:
        """With the county's municipalities to choose from."""
        super().__init__(*args, **kwargs)
        self.fields["municipality"].choices = [("", _("Choose")), *municipalities]  # type: ignore[attr-defined]


_PARTS = (
    ("name", _("Front line"), 0),
    ("moment", _("When it is asked"), 0),
    ("signals", _("What to notice, one to a line"), 6),
    ("questions", _("What to ask, one to a line"), 4),
    ("do_now", _("What I can do myself now, one to a line"), 4),
)


_OF_NOBODY = "a list of the service's own, about nobody"


class PromptsForm(KaveriForm):
    """One list in three languages, one item to a line."""

    marks_optional = False
    obstacle_words = PROMPT_OBSTACLES
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, services: list[tuple[str, str]], **kwargs: Any) -> None:
        """Every part in every language, and the services to turn to."""
        super().__init__(*args, **kwargs)
        names = dict(settings.LANGUAGES)
        for part, label, lines in _PARTS:
            for language in LANGUAGES:
                kind = (
                    TextField(careful=_OF_NOBODY, lines=lines)
                    if lines
                    else forms.CharField(max_length=200)
                )
                kind.label = _("%(part)s (%(language)s)") % {
                    "part": label,
                    "language": names[language],
                }
                kind.widget.attrs["lang"] = language
                self.fields[f"{part}_{language}"] = kind
        self.fields["turn_to"] = forms.MultipleChoiceField(
            label=_("Whom to turn to"),
            choices=services,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose at least one service to turn to.")},
        )
        for field in self.fields.values():
            make_safe(field)

    @property
    def texts(self) -> dict[str, str]:
        """The written parts of a valid form."""
        return {
            f"{part}_{language}": self.cleaned_data[f"{part}_{language}"]
            for part, _label, _lines in _PARTS
            for language in LANGUAGES
        }
