"""The open contact form: five things and no more, and its sister for somebody close."""

import uuid
from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import QueryDict
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.contacts.domain import Knows, Language
from kaveri.casebook.contacts.labels import KNOWS, LANGUAGES
from kaveri.foundation.access.sealed import index_of
from kaveri.foundation.careful import looks_like_identity_code
from kaveri.foundation.ui import phones
from kaveri.foundation.ui.forms import IDEMPOTENCY_KEY, KaveriForm, TextField
from kaveri.steps.referral.domain.contacts import Asked, ContactObstacle, Writer
from kaveri.steps.referral.domain.texts import ways_in
from kaveri.steps.referral.labels.contacts import CONTACT_OBSTACLES

ELSEWHERE = "elsewhere"
_CONTENT_LENGTH = 32


class WaysField(forms.CharField):
    """Phone or e-mail in one line; either is enough, both may stand there."""

    def clean(self, value: Any) -> tuple[str, str]:
        """The phone number in international form and the address, each empty when not given."""
        ways = ways_in(str(super().clean(value)))
        if ways.email:
            try:
                validate_email(ways.email)
            except ValidationError:
                raise ValidationError(
                    gettext(
                        "“%(written)s” is not a whole e-mail address. Write it like this: name@example.fi."
                    )
                    % {"written": ways.email[:60]}
                ) from None
        if not ways.rest:
            return "", ways.email
        try:
            return phones.read_phone(ways.rest), ways.email
        except phones.NotANumber:
            words = (
                gettext(
                    "“%(written)s” cannot be called. Write the whole number, for example 040 123 4567."
                )
                if any(sign.isdigit() for sign in ways.rest)
                else gettext(
                    "“%(written)s” is neither a phone number nor an e-mail address. Write for example"
                    " 040 123 4567 or name@example.fi."
                )
            )
            raise ValidationError(words % {"written": ways.rest[:60]}) from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """A pair is compared as it is written."""
        return bool(data)


class AskForm(KaveriForm):
    """Name, phone or e-mail, municipality, language, and what one would like help with."""

    name = forms.CharField(
        label=_("What is your name?"),
        help_text=_("Your first name is enough."),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name, or what we may call you.")},
    )
    ways = WaysField(
        label=_("Phone or e-mail"),
        help_text=_("So that we reach you. One of them is enough."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
        error_messages={"required": _("Write a phone number or an e-mail address.")},
    )
    municipality = forms.ChoiceField(
        label=_("Where do you live?"),
        error_messages={"required": _("Choose your municipality, or “Somewhere else”.")},
    )
    language = forms.ChoiceField(
        label=_("Which language do you want to use?"),
        help_text=_("We arrange an interpreter when one is needed."),
        choices=[(code, LANGUAGES[code]) for code in Language],
    )
    message = TextField(
        careful="the person's own words; an identity code is refused by a rule of the contact",
        label=_("What would you like help with?"),
        help_text=_("Do not write your identity code."),
        required=False,
        max_length=5000,
        lines=5,
    )

    obstacle_words = CONTACT_OBSTACLES
    obstacle_fields = {
        ContactObstacle.NO_NAME: "name",
        ContactObstacle.NO_WAY_TO_REACH: "ways",
    }

    def __init__(
        self, *args: Any, municipalities: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        """Municipalities come from the directory; the language is guessed from the page's own."""
        super().__init__(*args, **kwargs)
        self.fields["municipality"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose a municipality")),
            *municipalities,
            (ELSEWHERE, _("Somewhere else")),
        ]
        self.initial.setdefault("language", get_language())

    def clean(self) -> dict[str, Any]:
        """An identity code is sent back to be taken away, at the field that holds it."""
        cleaned = super().clean() or {}
        for name in ("name", "writer_name", "message"):
            if looks_like_identity_code(str(cleaned.get(name, ""))):
                self.add_error(name, CONTACT_OBSTACLES[ContactObstacle.HOLDS_IDENTITY_CODE])
        return cleaned

    @property
    def content(self) -> str:
        """What is said, folded: the same for the same message, and of no use to whoever finds it."""
        return index_of(f"sent {self.asked()} {self.writer()}")[:_CONTENT_LENGTH]

    def send_anew(self) -> None:
        """What stands in the form goes under a key of its own when it is sent next."""
        sent = cast("QueryDict", self.data).copy()
        sent[IDEMPOTENCY_KEY] = str(uuid.uuid4())
        self.data = sent

    def trap_sprung(self) -> bool:
        """Whether the field that people do not see was filled in."""
        return bool(self.data.get("website", ""))

    def asked(self) -> Asked:
        """What is asked, for the service."""
        given = self.cleaned_data
        phone, email = given["ways"]
        place = given["municipality"]
        return Asked(
            name=given["name"],
            phone=phone,
            email=email,
            municipality_id=None if place == ELSEWHERE else uuid.UUID(place),
            language=given["language"],
            message=given["message"],
        )

    def writer(self) -> Writer | None:
        """The person writes for themself."""
        return None

    @property
    def sending(self) -> UUID:
        """The form's key, so that a double click makes one."""
        return uuid.UUID(self.idempotency_key)


class AskForOtherForm(AskForm):
    """The same five things about somebody close, and who writes."""

    field_order = (
        "writer_name",
        "writer_ways",
        "knows",
        "name",
        "ways",
        "municipality",
        "language",
        "message",
    )
    writer_name = forms.CharField(
        label=_("What is your own name?"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your own name.")},
    )
    writer_ways = WaysField(
        label=_("Your own phone or e-mail"),
        max_length=200,
        error_messages={"required": _("Write your own phone number or e-mail address.")},
    )
    knows = forms.ChoiceField(
        label=_("Does the person close to you know that you write?"),
        help_text=_("We ask them first. If they do not want this, it ends there."),
        choices=[(code, KNOWS[code]) for code in Knows],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the person close to you knows.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The five questions are now about somebody else."""
        super().__init__(*args, **kwargs)
        words = {
            "name": _("What is the name of the person close to you?"),
            "ways": _("Their phone or e-mail"),
            "municipality": _("Where does the person close to you live?"),
            "language": _("Which language does the person close to you want to use?"),
            "message": _("What would the person close to you need help with?"),
        }
        for name, label in words.items():
            self.fields[name].label = label
        self.fields["name"].help_text = ""
        self.fields["name"].widget.attrs["autocomplete"] = "off"
        self.fields["ways"].widget.attrs["autocomplete"] = "off"
        self.fields["name"].error_messages["required"] = _(
            "Write the name of the person close to you."
        )
        self.fields["ways"].error_messages["required"] = _(
            "Write the phone number or e-mail address of the person close to you."
        )
        self.fields["municipality"].error_messages["required"] = _(
            "Choose their municipality, or “Somewhere else”."
        )
        self.fields["ways"].help_text = _("So that we can ask them.")
        self.fields["message"].help_text = _("Do not write anybody's identity code.")

    def writer(self) -> Writer:
        """Who writes, for the service."""
        phone, email = self.cleaned_data["writer_ways"]
        return Writer(
            name=self.cleaned_data["writer_name"],
            phone=phone,
            email=email,
            knows=Knows(self.cleaned_data["knows"]),
        )


class TakeBackForm(KaveriForm):
    """A button and nothing to fill in."""
