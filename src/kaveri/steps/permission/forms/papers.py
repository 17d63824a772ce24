"""Taking back, telling, permits and prohibitions."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.consent.domain import Given
from kaveri.casebook.records.domain import Register
from kaveri.casebook.records.labels import REGISTERS, SERVICE_TASKS
from kaveri.foundation.base import clock
from kaveri.foundation.documents.uploads import LARGEST_FILE, UPLOAD_OBSTACLES, UploadObstacle
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import DateField, KaveriForm, TextField
from kaveri.steps.permission.domain import PermissionObstacle, ToldHow
from kaveri.steps.permission.forms.look import SecondLook
from kaveri.steps.permission.labels import (
    GIVEN_TO_STAFF,
    PERMISSION_OBSTACLES,
    SECTORS,
    TOLD_HOW,
)
from kaveri.steps.permission.services.permits import Said
from kaveri.steps.permission.services.writing import Scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kaveri.steps.permission.selectors import Side

_LANGUAGES = (("sv", "svenska"), ("fi", "suomi"), ("en", "English"))


class WithdrawForm(KaveriForm):
    """The last look before something is taken back."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = TextField(
        careful="the client's own words about their own consent",
        label=_("In the client's words, if they want to say anything"),
        help_text=_("No reason is needed."),
        lines=2,
        required=False,
    )

    obstacle_words = PERMISSION_OBSTACLES
    voices = frozenset({"words"})


class ScanForm(KaveriForm):
    """The scan of a paper that was taken down without one."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    scan = forms.FileField(
        label=_("Scan of the signed paper"),
        help_text=_("PDF or picture (JPG or PNG), at most 10 MB."),
        allow_empty_file=True,
        error_messages={
            "required": _("Choose the file of the scan."),
            "empty": UPLOAD_OBSTACLES[UploadObstacle.EMPTY],
        },
    )
    obstacle_words = {**PERMISSION_OBSTACLES, **UPLOAD_OBSTACLES}
    obstacle_fields = {
        **dict.fromkeys(UploadObstacle, "scan"),
        PermissionObstacle.SCAN_IS_NO_PICTURE: "scan",
    }

    def scanned(self) -> Scan:
        """The scan as it was handed in; one sign more than fits is enough to know that it does not."""
        file = self.cleaned_data["scan"]
        return Scan(file.name, file.read(LARGEST_FILE + 1))


class OwnWithdrawForm(WithdrawForm):
    """The same said to the client."""

    words = TextField(
        careful="the client's own words about their own consent",
        label=_("If you want to say anything"),
        help_text=_("No reason is needed."),
        lines=2,
        required=False,
    )


class TellForm(KaveriForm):
    """How a party was told."""

    how = forms.ChoiceField(
        label=_("How were they told?"),
        choices=[
            (str(code), TOLD_HOW[code])
            for code in (
                ToldHow.PHONE,
                ToldHow.SECURE_MAIL,
                ToldHow.LETTER,
                ToldHow.MEETING,
                ToldHow.WAS_TOLD_FIRST,
            )
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they were told.")},
    )

    obstacle_words = PERMISSION_OBSTACLES


class PaperForm(SecondLook):
    """What permits and prohibitions share."""

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
    until_on = DateField(
        label=_("Last day"),
        help_text=_("Leave empty when it holds until taken back."),
        required=False,
    )
    stored_where = forms.CharField(
        label=_("Where is the signed paper kept?"), max_length=300, required=False
    )
    language = forms.ChoiceField(
        label=_("In which language was the text read?"), choices=_LANGUAGES
    )

    obstacle_words = PERMISSION_OBSTACLES
    obstacle_fields = {
        PermissionObstacle.GIVEN_IN_THE_FUTURE: "given_on",
        PermissionObstacle.PERIOD_WRONG: "until_on",
        PermissionObstacle.PAPER_WITHOUT_PLACE: "stored_where",
        PermissionObstacle.BY_CLIENT_ONLY: "given",
    }

    def said(self) -> Said:
        """How and when the client said it."""
        data = self.cleaned_data
        return Said(
            given=Given(data["given"]),
            given_on=data["given_on"],
            from_on=clock.today(),
            until_on=data["until_on"],
            stored_where=data["stored_where"],
            language=data["language"],
        )


class PermitForm(PaperForm):
    """A permit is given for one sector."""

    sector = forms.ChoiceField(
        label=_("For which sector?"),
        choices=[(str(code), words) for code, words in SECTORS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the sector.")},
    )
    field_order = ("sector",)


class ProhibitionForm(PaperForm):
    """A prohibition narrows by whose record, which register and which service; empty narrows all."""

    controller = forms.ChoiceField(label=_("Whose record is not passed on?"), required=False)
    register = forms.ChoiceField(
        label=_("Which register?"),
        choices=[("", _("All")), *((str(code), words) for code, words in REGISTERS.items())],
        required=False,
    )
    service_task = forms.ChoiceField(
        label=_("About which services?"),
        choices=[("", _("All")), *((str(code), words) for code, words in SERVICE_TASKS.items())],
        required=False,
    )
    field_order = ("controller", "register", "service_task")

    def __init__(self, *args: Any, sides: "Sequence[Side]", **kwargs: Any) -> None:
        """Every organisation once."""
        super().__init__(*args, **kwargs)
        language = dates.known_language(get_language())
        named = {str(side.organisation.id): side.organisation for side in sides}
        self.fields["controller"].choices = [  # type: ignore[attr-defined]
            ("", _("All")),
            *((key, getattr(row, f"name_{language}")) for key, row in named.items()),
        ]


def fresh_paper(language: str) -> dict[str, Any]:
    """What stands in an empty form for a permit or a prohibition."""
    return {
        "given": Given.PAPER,
        "given_on": clock.today(),
        "language": language,
        "sector": str(Register.SOCIAL),
    }
