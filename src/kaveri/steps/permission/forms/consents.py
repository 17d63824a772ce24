"""Consents: taken down by staff, given by the client, begun from an older one."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.consent.domain import ALWAYS_NAMED, ConsentObstacle, Given, Purpose
from kaveri.casebook.consent.labels import PURPOSES
from kaveri.casebook.records.domain import SENSITIVE, Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.documents.uploads import LARGEST_FILE, UPLOAD_OBSTACLES, UploadObstacle
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import DateField, TextField
from kaveri.steps.permission.domain import Draft, PermissionObstacle, usual_end
from kaveri.steps.permission.forms.look import SecondLook
from kaveri.steps.permission.labels import (
    GIVEN_TO_STAFF,
    PERMISSION_OBSTACLES,
    SENSITIVE_WHY,
    party_name,
)
from kaveri.steps.permission.services import Scan

if TYPE_CHECKING:
    from kaveri.casebook.clients.models import Representative
    from kaveri.casebook.consent.models import Consent
    from kaveri.steps.permission.selectors import Side

# The county, and the authorities; everybody else is an organisation.
_AUTHORITIES = frozenset({"county", "kela", "employment_authority"})
_LANGUAGES = (("sv", "svenska"), ("fi", "suomi"), ("en", "English"))
_PLAIN = [
    (str(code), words) for code, words in CATEGORIES.items() if code not in SENSITIVE | ALWAYS_NAMED
]


class ClientConsentForm(SecondLook):
    """What the client decides: between whom, which information, what for, until when."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    authorities = forms.MultipleChoiceField(
        label=_("Authorities between which information may pass"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    organisations = forms.MultipleChoiceField(
        label=_("Other parties"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    categories = forms.MultipleChoiceField(
        label=_("Which information?"),
        help_text=_(
            "Name and contact details always go along: otherwise nobody knows whom it is about."
        ),
        choices=_PLAIN,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    health = forms.BooleanField(
        label=_("Health"), help_text=SENSITIVE_WHY[Category.HEALTH], required=False
    )
    substance_use = forms.BooleanField(
        label=_("Substance use"), help_text=SENSITIVE_WHY[Category.SUBSTANCE_USE], required=False
    )
    criminal_sanctions = forms.BooleanField(
        label=_("Criminal sanctions"),
        help_text=SENSITIVE_WHY[Category.CRIMINAL_SANCTIONS],
        required=False,
    )
    purposes = forms.MultipleChoiceField(
        label=_("What may it be used for?"),
        choices=[(str(code), words) for code, words in PURPOSES.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    from_on = DateField(
        label=_("First day"), error_messages={"required": _("Write the day from which it holds.")}
    )
    until_on = DateField(
        label=_("Last day"),
        help_text=_("A year is usual. It can be taken back at any time before."),
        error_messages={"required": _("Write the last day on which it holds.")},
    )

    marks_optional = False
    obstacle_words = PERMISSION_OBSTACLES
    obstacle_fields = {
        ConsentObstacle.ONE_PARTY: "authorities",
        ConsentObstacle.NO_CATEGORY: "categories",
        ConsentObstacle.NO_PURPOSE: "purposes",
        ConsentObstacle.ENDS_BEFORE_IT_BEGINS: "until_on",
        ConsentObstacle.ENDED_ALREADY: "until_on",
        ConsentObstacle.GIVEN_IN_THE_FUTURE: "given_on",
        ConsentObstacle.ORAL_IS_ONE_DEALING: "given",
        ConsentObstacle.ORAL_WITHOUT_WORDS: "purpose_words",
        ConsentObstacle.PAPER_WITHOUT_PLACE: "stored_where",
        PermissionObstacle.BY_CLIENT_ONLY: "given",
        PermissionObstacle.NOT_A_PARTY: "authorities",
        PermissionObstacle.OUTSIDE_SCOPE: "categories",
        PermissionObstacle.NOT_THEIR_REPRESENTATIVE: "giver",
        PermissionObstacle.BEGINS_LATER: "from_on",
    }

    def __init__(self, *args: Any, sides: "Sequence[Side]", **kwargs: Any) -> None:
        """Everybody between whom information can pass, by name."""
        super().__init__(*args, **kwargs)
        self.sides = {side.key: side.party for side in sides}
        language = dates.known_language(get_language())
        named = [
            (
                side.organisation.kind in _AUTHORITIES,
                side.key,
                party_name(side.organisation, side.party.register, language),
            )
            for side in sides
        ]
        self._offer("authorities", [(key, name) for first, key, name in named if first])
        self._offer("organisations", [(key, name) for first, key, name in named if not first])
        self._offer("categories", _PLAIN)

    def _offer(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]
        # What an older consent names and is asked elsewhere, or no longer, is not carried along here.
        offered = {code for code, _words in choices}
        self.initial[name] = [one for one in self.initial.get(name, ()) if one in offered]
        if not choices:
            del self.fields[name]

    @property
    def chosen(self) -> list[str]:
        """The parties that were ticked."""
        data = self.cleaned_data
        return [*data.get("authorities", []), *data.get("organisations", [])]

    def draft(self) -> Draft:
        """The consent as it was written."""
        data = self.cleaned_data
        giver = data.get("giver") or ""
        sensitive = {str(code) for code in SENSITIVE if data.get(str(code))}
        return Draft(
            parties=tuple(self.sides[key] for key in self.chosen),
            categories=frozenset(
                {*data.get("categories", []), *sensitive, *map(str, ALWAYS_NAMED)}
            ),
            purposes=frozenset(data["purposes"]),
            given=Given(data.get("given") or Given.ELECTRONIC),
            given_on=data.get("given_on") or clock.today(),
            from_on=data["from_on"],
            until_on=data["until_on"],
            purpose_words=data.get("purpose_words", ""),
            stored_where=data.get("stored_where", ""),
            language=data.get("language") or dates.known_language(get_language()),
            representative_id=UUID(giver) if giver else None,
        )


class ConsentForm(ClientConsentForm):
    """The same taken down by staff: also who gave it, how and when, and where the paper is."""

    giver = forms.ChoiceField(
        label=_("Who gives the consent?"), widget=forms.RadioSelect, required=False
    )
    purpose_words = TextField(
        careful="stands on the consent word for word as the client gave it",
        label=_("In words: what is it about?"),
        help_text=_("Needed when it was given by word of mouth: which matter it covers."),
        lines=2,
        required=False,
    )
    given = forms.ChoiceField(
        label=_("How was it given?"),
        choices=[(str(code), words) for code, words in GIVEN_TO_STAFF.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it was given.")},
    )
    given_on = DateField(
        label=_("When was it given?"),
        error_messages={"required": _("Write the day when it was given.")},
    )
    stored_where = forms.CharField(
        label=_("Where is the signed paper kept?"),
        help_text=_("For example the archive of the unit, folder 12."),
        max_length=300,
        required=False,
    )
    language = forms.ChoiceField(
        label=_("In which language was the text read?"), choices=_LANGUAGES
    )
    scan = forms.FileField(
        label=_("Scan of the signed paper"),
        help_text=_("If you have it here: PDF or picture (JPG or PNG), at most 10 MB."),
        required=False,
        allow_empty_file=True,
        error_messages={"empty": UPLOAD_OBSTACLES[UploadObstacle.EMPTY]},
    )

    asked_last = frozenset({"scan"})
    obstacle_fields = {
        **ClientConsentForm.obstacle_fields,
        **dict.fromkeys(UploadObstacle, "scan"),
        PermissionObstacle.SCAN_IS_NO_PICTURE: "scan",
    }

    def __init__(
        self,
        *args: Any,
        client: str,
        representatives: "Sequence[Representative]" = (),
        **kwargs: Any,
    ) -> None:
        """The client, and those who act for them today."""
        super().__init__(*args, **kwargs)
        if representatives:
            others = [(str(row.pk), row.name) for row in representatives]
            self.fields["giver"].choices = [("", client), *others]  # type: ignore[attr-defined]
        else:
            del self.fields["giver"]
        self.order_fields(["giver"])
        if self.files.get("scan"):
            self.kept = _("Everything you wrote is still here. The scan must be chosen again.")

    def hide(self) -> None:
        """Only what was given on paper has a scan."""
        if self.draft().given is not Given.PAPER:
            del self.fields["scan"]
        super().hide()

    def scanned(self) -> Scan | None:
        """The scan as it was handed in; one sign more than fits is enough to know that it does not."""
        file = self.cleaned_data.get("scan")
        return Scan(file.name, file.read(LARGEST_FILE + 1)) if file else None

    def show_refusal(self, refused: Refused) -> None:
        """What is wrong with the scan stands beside it, on the look where it is asked."""
        self.looking = {self.obstacle_fields.get(one) for one in refused.obstacles} == {"scan"}
        super().show_refusal(refused)


def fresh(case_side: str, language: str) -> dict[str, Any]:
    """What stands in an empty form: here is a party, from today, for a year."""
    today = clock.today()
    return {
        "authorities": [case_side],
        "purposes": [str(Purpose.SUPPORT)],
        "from_on": today,
        "until_on": usual_end(today),
        "given": Given.PAPER,
        "given_on": today,
        "language": language,
        "giver": "",
    }


def from_consent(consent: "Consent") -> dict[str, Any]:
    """A newer one begins from the older one: nothing is typed again but what changes."""
    today = clock.today()
    keys = [f"{row.organisation_id}:{row.register}" for row in consent.parties.all()]
    codes = consent.categories.split()
    given = Given.PAPER if consent.given == Given.ELECTRONIC else consent.given
    return {
        "version": consent.version,
        "authorities": keys,
        "organisations": keys,
        "categories": codes,
        **{str(code): str(code) in codes for code in SENSITIVE},
        "purposes": consent.purposes.split(),
        "purpose_words": consent.purpose_words,
        "from_on": today,
        "until_on": _later(consent.until_on, today),
        "given": given,
        "given_on": today,
        "stored_where": consent.stored_where,
        "language": consent.language,
        "giver": str(consent.representative_id or ""),
    }


def _later(until_on: dt.date | None, today: dt.date) -> dt.date:
    return until_on if until_on is not None and until_on >= today else usual_end(today)
