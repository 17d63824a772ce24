"""Forms of who acts for the client: written down, taken up by an account, ended."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.clients.domain import RepresentativeKind
from kaveri.casebook.clients.labels import REPRESENTATIVE_KINDS
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.ui.forms import DateField, PhoneField, TextField
from kaveri.steps.coordination.domain import MandateEnd, MandateObstacle
from kaveri.steps.coordination.forms.network import LIMITABLE, TakeAccountForm
from kaveri.steps.coordination.forms.parts import StepsForm
from kaveri.steps.coordination.labels import MANDATE_ENDS, MANDATE_OBSTACLES
from kaveri.steps.coordination.services import Representing


class RepresentativeForm(StepsForm):
    """Who acts for the client, on which document, about what, until when."""

    kind = forms.ChoiceField(
        label=_("On what footing?"),
        choices=[
            ("", _("Choose")),
            *((k.value, REPRESENTATIVE_KINDS[k]) for k in RepresentativeKind),
        ],
        error_messages={"required": _("Choose on what footing the person acts.")},
    )
    name = forms.CharField(
        label=_("First and last name"),
        max_length=180,
        error_messages={"required": _("Write the name.")},
    )
    email = forms.EmailField(
        label=_("The person's own e-mail address"),
        help_text=_("The mail says only that there is a message. Nobody is named in it."),
        error_messages={"required": _("Write an e-mail address.")},
    )
    phone = PhoneField(label=_("Telephone"), required=False)
    document = forms.CharField(
        label=_("Which document, and where is it kept?"),
        help_text=_("For example “authorisation of 3.11.2026, in the client's folder”."),
        max_length=200,
        error_messages={"required": MANDATE_OBSTACLES[MandateObstacle.DOCUMENT_MISSING]},
    )
    categories = forms.MultipleChoiceField(
        label=_("What does the document cover?"),
        help_text=_("Identity and contact details always belong to it. Tick only what is written."),
        choices=[(code.value, CATEGORIES[code]) for code in LIMITABLE],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": MANDATE_OBSTACLES[MandateObstacle.NO_CATEGORY]},
    )
    from_on = DateField(
        label=_("First day"), error_messages={"required": _("Write the day from which it holds.")}
    )
    until_on = DateField(
        label=_("Last day"),
        help_text=_("May be left empty for a guardian only."),
        required=False,
    )
    careful_lines = frozenset({"document"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **MANDATE_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        MandateObstacle.NAME_MISSING: "name",
        MandateObstacle.DOCUMENT_MISSING: "document",
        MandateObstacle.NO_CATEGORY: "categories",
        MandateObstacle.END_MISSING: "until_on",
        MandateObstacle.ENDS_BEFORE_IT_BEGINS: "until_on",
        MandateObstacle.IS_OVER: "until_on",
        MandateObstacle.ADDRESS_MISSING: "email",
        MandateObstacle.IS_THE_CLIENT: "email",
        MandateObstacle.IS_A_WORKER: "email",
        MandateObstacle.ACTS_ALREADY: "email",
    }

    @property
    def representing(self) -> Representing:
        """What was written, as the use case asks for it."""
        said = self.cleaned_data
        return Representing(
            kind=RepresentativeKind(said["kind"]),
            name=said["name"],
            email=said["email"],
            phone=said["phone"],
            document=said["document"],
            categories=frozenset(Category(code) for code in said["categories"]),
            from_on=said["from_on"],
            until_on=said["until_on"],
        )


class EndMandateForm(StepsForm):
    """The second look before somebody acts for the client no longer."""

    reason = forms.ChoiceField(
        label=_("What has happened?"),
        choices=[("", _("Choose")), *((end.value, MANDATE_ENDS[end]) for end in MandateEnd)],
        error_messages={"required": _("Choose what has happened.")},
    )
    words = TextField(careful=True, label=_("In the client's own words"), required=False, lines=3)
    voices: ClassVar[frozenset[str]] = frozenset({"words"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **MANDATE_OBSTACLES}

    def __init__(self, *args: Any, by_client: bool = False, **kwargs: Any) -> None:
        """The client and the one who acts need give no reason."""
        super().__init__(*args, **kwargs)
        if by_client:
            del self.fields["reason"]
            self.fields["words"].label = _("Do you want to say why?")

    @property
    def why(self) -> MandateEnd:
        """What has happened, as a worker writes it down."""
        return MandateEnd(self.cleaned_data.get("reason") or MandateEnd.CLIENTS_WISH)


class TakeUpForm(TakeAccountForm):
    """A password of one's own."""

    obstacle_words: ClassVar[Mapping[Any, Any]] = MANDATE_OBSTACLES
