"""Results from elsewhere, and what an administrator loads."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.foundation.base import clock
from kaveri.foundation.documents.uploads.obstacles import LARGEST_FILE
from kaveri.foundation.ui.fields import make_safe
from kaveri.foundation.ui.forms import DateField, KaveriForm
from kaveri.steps.questionnaires.domain.loading import LoadingObstacle, Permission
from kaveri.steps.questionnaires.domain.recording import RecordingObstacle
from kaveri.steps.questionnaires.labels import (
    FILE_FAULTS,
    LOADING_OBSTACLES,
    REASONS,
    RECORDING_OBSTACLES,
    SCORING_REASONS,
)
from kaveri.steps.questionnaires.services import Loaded

_NUMBER: dict[str, Any] = {
    "max_digits": 7,
    "decimal_places": 2,
    "localize": True,
    "widget": forms.TextInput(attrs={"inputmode": "decimal"}),
}


class RecordForm(KaveriForm):
    """One result, scale by scale, as it stands on the paper or in the other service."""

    obstacle_words = RECORDING_OBSTACLES
    obstacle_fields = {
        RecordingObstacle.DAY_AHEAD: "measured_on",
        RecordingObstacle.RANGE_BACKWARDS: "highest",
    }
    measured_on = DateField(
        label=_("Which day was it filled in?"),
        error_messages={"required": _("Choose the day.")},
    )
    lowest = forms.DecimalField(
        label=_("Lowest score of the scales"),
        error_messages={"required": _("Write the lowest score.")},
        **_NUMBER,
    )
    highest = forms.DecimalField(
        label=_("Highest score of the scales"),
        error_messages={"required": _("Write the highest score.")},
        **_NUMBER,
    )

    def __init__(self, *args: Any, scales: list[tuple[str, str]], **kwargs: Any) -> None:
        """A field for each scale; one may be left out."""
        super().__init__(*args, **kwargs)
        self.scales = [key for key, _name in scales]
        self.fields["measured_on"].latest = clock.today()  # type: ignore[attr-defined]
        for key, name in scales:
            field = forms.DecimalField(label=name, required=False, **_NUMBER)
            make_safe(field)
            self.fields[f"score_{key}"] = field

    def scores(self) -> dict[str, Decimal]:
        """The scales that have a score."""
        found = {key: self.cleaned_data[f"score_{key}"] for key in self.scales}
        return {key: score for key, score in found.items() if score is not None}


class ImportForm(KaveriForm):
    """A file of results."""

    obstacle_words = FILE_FAULTS
    file = forms.FileField(
        label=_("Which file?"),
        help_text=_("CSV or XLSX, at most 10 MB and 20,000 lines."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Choose the file again."),
        },
    )
    kept = _("Choose the file again.")

    def clean_file(self) -> Any:
        """Not larger than fits."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is too large. Divide it."))
        return file


class LoadForm(KaveriForm):
    """A questionnaire, what is declared beside it, and the permission."""

    obstacle_words = {**LOADING_OBSTACLES, **REASONS, **SCORING_REASONS}
    obstacle_fields = {
        LoadingObstacle.PERMISSION_FROM_MISSING: "given_by",
        LoadingObstacle.PERMISSION_ON_MISSING: "given_on",
        LoadingObstacle.PERMISSION_AHEAD: "given_on",
        LoadingObstacle.PERMISSION_FOR_MISSING: "given_for",
        LoadingObstacle.SHIPS: "key",
        LoadingObstacle.SAME_TEXT: "questionnaire",
        **dict.fromkeys(REASONS, "questionnaire"),
        **dict.fromkeys(SCORING_REASONS, "declared"),
    }
    key = forms.SlugField(
        label=_("Short name in addresses"),
        help_text=_("Small letters, figures and hyphens. The same name means a new version."),
        max_length=50,
        error_messages={"required": _("Write a short name.")},
    )
    name_sv = forms.CharField(label=_("Name in Swedish"), max_length=200)
    name_fi = forms.CharField(label=_("Name in Finnish"), max_length=200)
    name_en = forms.CharField(label=_("Name in English"), max_length=200)
    questionnaire = forms.FileField(
        label=_("The questionnaire (FHIR R4, JSON)"),
        error_messages={"required": _("Choose the file of the questionnaire.")},
    )
    declared = forms.FileField(
        label=_("Scores and bands (JSON)"),
        help_text=_("Without it the answers are shown and no score is counted."),
        required=False,
    )
    given_by = forms.CharField(
        label=_("Who has given the permission?"), required=False, max_length=200
    )
    given_on = DateField(label=_("When?"), required=False)
    given_for = forms.CharField(label=_("What for?"), required=False, max_length=300)
    who_may_use = forms.CharField(label=_("Who may use it?"), required=False, max_length=200)
    link = forms.URLField(
        label=_("Where to read more"),
        required=False,
        max_length=300,
        assume_scheme="https",
        error_messages={"invalid": _("Write the whole address, beginning with https://.")},
    )
    marks_optional = False
    kept = _("Choose the files again. The rest is still here.")

    def loaded(self) -> Loaded:
        """What the use case takes."""
        data = self.cleaned_data
        return Loaded(
            key=data["key"],
            questionnaire=_text_of(data["questionnaire"]),
            declared=_text_of(data["declared"]) if data.get("declared") else "{}",
            name={language: data[f"name_{language}"] for language in ("sv", "fi", "en")},
            permission=Permission(
                given_by=data["given_by"], given_on=data["given_on"], given_for=data["given_for"]
            ),
            who_may_use=data["who_may_use"],
            link=data["link"],
        )


def _text_of(file: Any) -> str:
    text: str = file.read(LARGEST_FILE).decode("utf-8-sig", errors="replace")
    return text


class CloseForm(KaveriForm):
    """Nothing to fill in: it is taken out of use."""

    obstacle_words = LOADING_OBSTACLES
