"""Forms of the network: inviting, answering, limiting, taking out, leaving."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.ui.forms import FilterForm, KaveriForm, PhoneField, TextField
from kaveri.steps.coordination.domain import MemberObstacle, WishTold
from kaveri.steps.coordination.forms.parts import StepsForm
from kaveri.steps.coordination.labels import MEMBER_OBSTACLES, WISHES_TOLD

_WISHES = [("", _("Choose")), *((how.value, WISHES_TOLD[how]) for how in WishTold)]
# Name and contact details tell whose matter it is; they go with all the rest.
LIMITABLE = tuple(code for code in Category if code is not Category.IDENTITY_CONTACT)


class NetworkForm(StepsForm):
    """A form of the network: the client's own, or a worker's who writes down the client's wish."""

    wish_told = forms.ChoiceField(
        label=_("How did the client say it?"),
        help_text=_("The client decides who belongs to the network."),
        choices=_WISHES,
        error_messages={"required": _("Choose how the client said it.")},
    )

    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **MEMBER_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        MemberObstacle.WISH_MISSING: "wish_told",
        MemberObstacle.NAME_MISSING: "first_name",
        MemberObstacle.ROLE_MISSING: "role",
        MemberObstacle.NOT_ACTIVE: "account",
        MemberObstacle.ALREADY_MEMBER: "account",
        MemberObstacle.STANDS_NEAR: "account",
        MemberObstacle.IS_THE_CLIENT: "account",
        MemberObstacle.ADDRESS_MISSING: "email",
        MemberObstacle.HAS_ACCOUNT: "email",
        MemberObstacle.NO_CATEGORY: "categories",
    }

    def __init__(self, *args: Any, by_client: bool = False, **kwargs: Any) -> None:
        """The client needs no witness."""
        super().__init__(*args, **kwargs)
        if by_client:
            del self.fields["wish_told"]
            self.obstacle_fields = {  # type: ignore[misc]
                code: field for code, field in self.obstacle_fields.items() if field in self.fields
            }


class OrganisationForm(FilterForm):
    """Where does the one to be invited work?"""

    organisation = forms.ChoiceField(label=_("Where does the person work?"), required=False)

    def __init__(
        self, *args: Any, organisations: Iterable[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        """Offer every organisation of the directory."""
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [("", _("Choose an organisation")), *organisations]


class InviteWorkerForm(NetworkForm):
    """A worker who has an account here."""

    form_id = "worker"
    account = forms.ChoiceField(
        label=_("Whom does the client want?"), error_messages={"required": _("Choose a person.")}
    )
    role = forms.CharField(
        label=_("What does this person do for the client?"),
        max_length=120,
        error_messages={"required": _("Write what this person does for the client.")},
    )
    field_order = ["account", "role", "wish_told"]

    def __init__(self, *args: Any, workers: Any = (), **kwargs: Any) -> None:
        """Offer the workers of the organisation."""
        super().__init__(*args, **kwargs)
        self.choose_among("account", workers)


class InvitePartnerForm(NetworkForm):
    """A worker of a partner who has no account here."""

    form_id = "partner"
    first_name = forms.CharField(
        label=_("First name"), max_length=100, error_messages={"required": _("Write the name.")}
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=100, error_messages={"required": _("Write the name.")}
    )
    email = forms.EmailField(
        label=_("E-mail address at work"),
        help_text=_("The mail says only that there is a message. Nobody is named in it."),
        error_messages={"required": _("Write the e-mail address at work.")},
    )
    phone = PhoneField(label=_("Telephone"), required=False)
    role = InviteWorkerForm.base_fields["role"]
    field_order = [
        *("first_name", "last_name", "email", "phone", "role", "wish_told"),
    ]


class InviteAgainForm(NetworkForm):
    """Those who were there before; nobody is ticked beforehand."""

    members = forms.MultipleChoiceField(
        label=_("Who shall be invited again?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": MEMBER_OBSTACLES[MemberObstacle.NOBODY_CHOSEN]},
    )
    field_order = ["members", "wish_told"]
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        **NetworkForm.obstacle_fields,
        MemberObstacle.NOBODY_CHOSEN: "members",
        MemberObstacle.NOT_ACTIVE: "members",
        MemberObstacle.ALREADY_MEMBER: "members",
        MemberObstacle.STANDS_NEAR: "members",
    }

    def __init__(self, *args: Any, offered: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        """Offer each by name and what they did."""
        super().__init__(*args, **kwargs)
        self.fields["members"].choices = list(offered)  # type: ignore[attr-defined]


class SupporterForm(NetworkForm):
    """Somebody close: no account, sees nothing, is there to be reached."""

    first_name = forms.CharField(
        label=_("First name"), max_length=100, error_messages={"required": _("Write the name.")}
    )
    last_name = forms.CharField(label=_("Last name"), max_length=100, required=False)
    role = forms.CharField(
        label=_("Who is this person?"),
        help_text=_("For example sister, friend, neighbour."),
        max_length=120,
        error_messages={"required": _("Write who this person is.")},
    )
    phone = PhoneField(label=_("Telephone"), required=False)
    has_said_yes = forms.BooleanField(label=_("This person has said yes to it"), required=False)
    field_order = [
        *("first_name", "last_name", "role", "phone", "has_said_yes", "wish_told"),
    ]


class LimitForm(NetworkForm):
    """What somebody in the network does not see."""

    categories = forms.MultipleChoiceField(
        label=_("What is kept from this person?"),
        choices=[(code.value, CATEGORIES[code]) for code in LIMITABLE],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what this person does not see.")},
    )
    field_order = ["categories", "wish_told"]


class RemoveMemberForm(NetworkForm):
    """The second look before somebody is taken out."""

    wish_words = TextField(
        careful=True, label=_("In the client's own words"), required=False, lines=3
    )
    voices: ClassVar[frozenset[str]] = frozenset({"wish_words"})

    def __init__(self, *args: Any, by_client: bool = False, **kwargs: Any) -> None:
        """The client's own words are their own."""
        super().__init__(*args, by_client=by_client, **kwargs)
        if by_client:
            self.fields["wish_words"].label = _("Do you want to say why?")


class AnswerYesForm(StepsForm):
    """Yes."""

    form_id = "yes"
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **MEMBER_OBSTACLES}


class AnswerNoForm(StepsForm):
    """No, or leaving; a reason is not asked for but may be given."""

    reason = TextField(
        careful=True,
        label=_("Do you want to say why?"),
        help_text=_("The client can read it."),
        required=False,
        lines=3,
    )
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **MEMBER_OBSTACLES}


class TakeAccountForm(KaveriForm):
    """A password of one's own; the name and the organisation stand."""

    password = forms.CharField(
        label=_("Choose a password"),
        help_text=_("At least 12 characters. Several words are easy to remember."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password.")},
    )
    again = forms.CharField(
        label=_("The same password again"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Write the same password again.")},
    )
    obstacle_words: ClassVar[Mapping[Any, Any]] = MEMBER_OBSTACLES
    kept = _("Write the password again: it is not kept.")

    def clean_password(self) -> str:
        """Long enough and not one that everybody uses."""
        password = str(self.cleaned_data["password"])
        try:
            validate_password(password)
        except forms.ValidationError as weak:
            raise forms.ValidationError(
                _(
                    "Choose a longer password, or one that fewer people use. It needs at least 12"
                    " characters."
                )
            ) from weak
        return password

    def clean(self) -> dict[str, Any]:
        """Both are the same."""
        cleaned = super().clean() or {}
        if {"password", "again"} <= set(cleaned) and cleaned["password"] != cleaned["again"]:
            self.add_error("again", _("The two passwords are not the same. Write both again."))
        return cleaned
