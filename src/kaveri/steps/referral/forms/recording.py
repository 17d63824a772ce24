"""Finding contacts, and writing one down for somebody."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.contacts.domain import OPEN_STATES, Channel, Language
from kaveri.casebook.contacts.labels import CHANNELS, CONTACT_STATES, LANGUAGES
from kaveri.foundation.base import clock
from kaveri.foundation.careful import looks_like_identity_code
from kaveri.foundation.ui.forms import (
    DateField,
    FilterForm,
    KaveriForm,
    PhoneField,
    TextField,
)
from kaveri.steps.referral.domain.contacts import Asked, ContactObstacle, Sent
from kaveri.steps.referral.labels.contacts import CONTACT_OBSTACLES

ELSEWHERE = "elsewhere"
OWN, SENT = "own", "sent"
YES, NO = "yes", "no"


class InboxFilter(FilterForm):
    """Narrows the inbox."""

    whose = forms.ChoiceField(
        label=_("Show"),
        choices=[(OWN, _("Contacts I answer")), (SENT, _("Contacts I sent"))],
        required=False,
    )
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", _("All")), *((code, CONTACT_STATES[code]) for code in sorted(OPEN_STATES))],
        required=False,
    )
    channel = forms.ChoiceField(
        label=_("How it came"),
        choices=[("", _("All")), *CHANNELS.items()],
        required=False,
    )
    name = forms.CharField(label=_("Name"), required=False, max_length=100)
    overdue = forms.BooleanField(label=_("Only those whose day has passed"), required=False)

    def chosen(self) -> dict[str, Any]:
        """What was asked for; what cannot be read narrows nothing."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}


class NewContactForm(KaveriForm):
    """A contact as a professional writes it down."""

    channel = forms.ChoiceField(
        label=_("How does the contact come?"),
        choices=[("", _("Choose"))]
        + [(code, CHANNELS[code]) for code in Channel if code is not Channel.SELF_WEB],
        error_messages={"required": _("Choose how the contact comes.")},
    )
    name = forms.CharField(
        label=_("The person's name"),
        max_length=200,
        error_messages={"required": _("Write the name.")},
    )
    born_on = DateField(
        label=_("Day of birth"),
        help_text=_(
            "Helps to find out whether the person is known already. Not the identity code."
        ),
        required=False,
    )
    phone = PhoneField(label=_("Phone"), required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    municipality = forms.ChoiceField(
        label=_("Municipality"), error_messages={"required": _("Choose the municipality.")}
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[(code, LANGUAGES[code]) for code in Language]
    )
    message = TextField(
        careful=True,
        label=_("What the person wants help with"),
        help_text=_("In the person's own words. Do not write the identity code."),
        required=False,
        max_length=5000,
    )
    agrees = forms.ChoiceField(
        label=_("Has the person agreed to be contacted?"),
        help_text=_("When the person comes by themself, the answer is yes."),
        choices=[(YES, _("Yes")), (NO, _("No, the person is asked first"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the person has agreed.")},
    )
    sender_name = forms.CharField(label=_("Who sends"), required=False, max_length=200)
    sender_organisation = forms.CharField(label=_("From where"), required=False, max_length=200)
    sender_phone = PhoneField(label=_("The sender's phone"), required=False)
    sender_email = forms.EmailField(label=_("The sender's e-mail"), required=False)
    ground = TextField(
        careful=True,
        label=_("On which ground"),
        help_text=_("Why the contact is sent, and on whose word: the person's consent or a law."),
        required=False,
        max_length=2000,
        lines=3,
    )
    tried = TextField(
        careful=True, label=_("What has been tried"), required=False, max_length=2000, lines=3
    )
    keeps = forms.ChoiceField(
        label=_("Who answers?"),
        help_text=_(
            "The duty list of the unit where the person lives chooses for you, unless you answer"
            " the person yourself."
        ),
        choices=[(NO, _("The one on duty where the person lives")), (YES, _("I do"))],
        widget=forms.RadioSelect,
        initial=NO,
        error_messages={"required": _("Choose who answers.")},
    )

    voices = frozenset({"message"})
    rows = frozenset({"agrees"})
    obstacle_words = CONTACT_OBSTACLES
    obstacle_fields = {
        ContactObstacle.NO_NAME: "name",
        ContactObstacle.NO_WAY_TO_REACH: "phone",
        ContactObstacle.CANNOT_KEEP: "keeps",
    }

    def __init__(
        self,
        *args: Any,
        municipalities: Sequence[tuple[str, str]] = (),
        may_keep: bool = False,
        **kwargs: Any,
    ) -> None:
        """Municipalities come from the directory; only units that receive contacts may keep one."""
        super().__init__(*args, **kwargs)
        self.fields["municipality"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            *municipalities,
            (ELSEWHERE, _("Somewhere else")),
        ]
        self.fields["born_on"].latest = clock.today()  # type: ignore[attr-defined]
        if not may_keep:
            del self.fields["keeps"]

    def clean(self) -> dict[str, Any]:
        """An identity code is sent back to be taken away, at the field that holds it."""
        cleaned = super().clean() or {}
        for name in ("name", "message", "ground", "tried"):
            if looks_like_identity_code(str(cleaned.get(name, ""))):
                self.add_error(name, CONTACT_OBSTACLES[ContactObstacle.HOLDS_IDENTITY_CODE])
        return cleaned

    def asked(self) -> Asked:
        """Who needs help and with what, for the service."""
        given = self.cleaned_data
        place = given["municipality"]
        return Asked(
            name=given["name"],
            phone=given["phone"],
            email=given["email"],
            municipality_id=None if place == ELSEWHERE else uuid.UUID(place),
            language=given["language"],
            message=given["message"],
        )

    def sent(self) -> Sent:
        """What the professional also gives, for the service."""
        given = self.cleaned_data
        return Sent(
            channel=Channel(given["channel"]),
            agrees=given["agrees"] == YES,
            born_on=given["born_on"],
            keeps=given.get("keeps") == YES,
            name=given["sender_name"],
            organisation=given["sender_organisation"],
            phone=given["sender_phone"],
            email=given["sender_email"],
            ground=given["ground"],
            tried=given["tried"],
        )
