"""What the owner of a contact sends: tries, the person's word, advice, passing on, taking on."""

import datetime as dt
import re
import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.contacts.domain import WORKERS_REASONS, AttemptWay
from kaveri.casebook.contacts.labels import ATTEMPT_WAYS, CLOSING_REASONS
from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.labels import TOLD
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed
from kaveri.foundation.ui.forms import DateField, KaveriForm, TextField
from kaveri.steps.referral.domain.contacts import ContactObstacle
from kaveri.steps.referral.domain.knowing import CheckBy, CheckObstacle
from kaveri.steps.referral.labels.contacts import CHECK_OBSTACLES, CONTACT_OBSTACLES
from kaveri.steps.referral.services import TakenOn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kaveri.foundation.accounts.models import Account

YES, NO = "yes", "no"
NOT_TOLD = ""
_WAYS_TO_TELL = (Told.PHONE, Told.MEETING, Told.MESSAGE, Told.LETTER)


class HandlingForm(KaveriForm):
    """A form about one contact, as it was when the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    obstacle_words = CONTACT_OBSTACLES

    @property
    def seen(self) -> int:
        """The version the writer saw."""
        return int(self.cleaned_data.get("version") or 0)

    @property
    def sending(self) -> uuid.UUID:
        """The form's key, so that a double click makes one."""
        return uuid.UUID(self.idempotency_key)

    def show_change(self, _changed: Changed, version: int) -> None:
        """Somebody else was first; what was typed stands, and the next sending counts."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["version"] = str(version)
        self.data = data
        self.add_error(
            None,
            gettext(
                "Somebody else changed the contact while you wrote. Look at it again; what you wrote"
                " is still here and is saved when you send once more."
            ),
        )


class TimeField(forms.Field):
    """A time of day as people write it: 9.05, 9:05 or 9."""

    widget = forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"})

    def to_python(self, value: Any) -> dt.time | None:
        """The time, or what to write instead."""
        written = str(value or "").strip()
        if not written:
            return None
        found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2}))?", written)
        if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
            return dt.time(int(found[1]), int(found[2] or 0))
        raise ValidationError(
            gettext("“%(written)s” is not a time of day. Write the time like this: 9.05.")
            % {"written": written[:40]}
        )


class AttemptForm(HandlingForm):
    """A try to reach the person."""

    how = forms.ChoiceField(
        label=_("How did you try?"), choices=[(code, ATTEMPT_WAYS[code]) for code in AttemptWay]
    )
    day = DateField(label=_("Day"), error_messages={"required": _("Write the day.")})
    time = TimeField(
        label=_("Time"),
        help_text=_("For example 9.05"),
        error_messages={"required": _("Write the time.")},
    )
    reached = forms.ChoiceField(
        label=_("Did you reach the person?"),
        choices=[(YES, _("Yes")), (NO, _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you reached the person.")},
    )
    note = TextField(careful=True, label=_("Note"), required=False, max_length=1000, lines=2)

    rows = frozenset({"reached"})
    widths = {"time": "short"}
    obstacle_fields = {
        ContactObstacle.ATTEMPT_IN_THE_FUTURE: "time",
        ContactObstacle.ATTEMPT_BEFORE_ARRIVAL: "time",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Now, when nothing else is written."""
        super().__init__(*args, **kwargs)
        moment = clock.now().astimezone(clock.HELSINKI)
        self.fields["day"].latest = moment.date()  # type: ignore[attr-defined]
        self.initial.setdefault("day", moment.date())
        self.initial.setdefault("time", f"{moment.hour}.{moment.minute:02d}")

    def at(self) -> dt.datetime:
        """The moment of the try."""
        given = self.cleaned_data
        return dt.datetime.combine(given["day"], given["time"], tzinfo=clock.HELSINKI)


class ConfirmForm(HandlingForm):
    """The person's own word about what somebody else wrote."""

    agrees = forms.ChoiceField(
        label=_("What does the person say?"),
        choices=[(YES, _("Wants to be contacted")), (NO, _("Does not want this"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the person says.")},
    )
    told = forms.ChoiceField(
        label=_("How does the person know what happens next?"),
        choices=[(NOT_TOLD, _("Does not know yet")), *((way, TOLD[way]) for way in _WAYS_TO_TELL)],
        required=False,
    )


class AdviseForm(HandlingForm):
    """An answer with advice."""

    answer = TextField(
        careful=True,
        label=_("What you answered"),
        help_text=_(
            "The person can read this on their receipt. Write plainly and leave out health."
        ),
        max_length=4000,
        lines=6,
        error_messages={"required": _("Write what you answered.")},
    )
    told = forms.ChoiceField(
        label=_("How was the person told?"),
        choices=[("", _("Choose")), *((way, TOLD[way]) for way in _WAYS_TO_TELL)],
        error_messages={"required": _("Choose how the person was told.")},
    )
    obstacle_fields = {ContactObstacle.NO_ANSWER_WRITTEN: "answer"}


class CloseForm(HandlingForm):
    """Why the contact ends."""

    reason = forms.ChoiceField(
        label=_("Why does the contact end?"),
        choices=[(code, CLOSING_REASONS[code]) for code in WORKERS_REASONS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why the contact ends.")},
    )
    obstacle_fields = {ContactObstacle.TOO_FEW_ATTEMPTS: "reason"}


class PassOnForm(HandlingForm):
    """To whom and why."""

    readers_know_nobody = True

    to = forms.ChoiceField(
        label=_("To whom?"), error_messages={"required": _("Choose to whom you pass it on.")}
    )
    why = TextField(
        careful=True,
        label=_("Why, and what the receiver needs to know to answer"),
        help_text=_(
            "The receiver sees this before saying yes, but not who the person is. Leave out the name."
        ),
        max_length=2000,
        error_messages={"required": _("Write why.")},
    )
    obstacle_fields = {
        ContactObstacle.NO_REASON_WRITTEN: "why",
        ContactObstacle.RECEIVER_IS_ONESELF: "to",
        ContactObstacle.RECEIVER_NOT_WITHIN: "to",
        ContactObstacle.RECEIVER_AWAY: "to",
    }

    def __init__(self, *args: Any, people: "Iterable[Account]" = (), **kwargs: Any) -> None:
        """Those who write into the same record, by name."""
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            *((str(each.id), each.full_name) for each in people),
        ]


class AnswerOfferForm(HandlingForm):
    """Yes, or no and why."""

    answer = forms.ChoiceField(
        label=_("Do you take the contact?"),
        choices=[(YES, _("Yes, I answer from now on")), (NO, _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you take the contact.")},
    )
    reason = TextField(
        careful=True,
        label=_("If no, why?"),
        help_text=_("The one who asked reads this."),
        required=False,
        max_length=1000,
        lines=3,
    )
    obstacle_fields = {ContactObstacle.NO_REASON_WRITTEN: "reason"}


class TakeOnForm(HandlingForm):
    """The person's name, who holds it together, and the first meeting."""

    first_name = forms.CharField(
        label=_("First name"),
        max_length=100,
        error_messages={"required": _("Write the first name.")},
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=100, error_messages={"required": _("Write the last name.")}
    )
    goes_on = forms.ChoiceField(
        label=_("The person has been here before"),
        help_text=_("With the earlier record the person need not tell everything again. Ask them."),
        choices=[(YES, _("Go on from the earlier record")), (NO, _("Begin anew"))],
        widget=forms.RadioSelect,
        required=False,
    )
    manager = forms.ChoiceField(label=_("Case manager"))
    first_meeting_on = DateField(
        label=_("First meeting at the latest"),
        error_messages={"required": _("Write by which day you meet.")},
    )
    told = forms.ChoiceField(
        label=_("How does the person know of this?"),
        choices=[(NOT_TOLD, _("Does not know yet")), *((way, TOLD[way]) for way in _WAYS_TO_TELL)],
        required=False,
    )
    obstacle_fields = {
        ContactObstacle.MEETING_HAS_PASSED: "first_meeting_on",
        ContactObstacle.MANAGER_NOT_IN_UNIT: "manager",
        ContactObstacle.MANAGER_AWAY: "manager",
        ContactObstacle.CHOOSE_EARLIER_OR_NEW: "goes_on",
    }

    def __init__(
        self,
        *args: Any,
        people: "Iterable[Account]" = (),
        offers_earlier: bool = False,
        **kwargs: Any,
    ) -> None:
        """Colleagues of the unit; the earlier record only when there is one to offer."""
        super().__init__(*args, **kwargs)
        self.fields["manager"].choices = [  # type: ignore[attr-defined]
            (str(each.id), each.full_name) for each in people
        ]
        self.fields["first_meeting_on"].earliest = clock.today()  # type: ignore[attr-defined]
        if not offers_earlier:
            del self.fields["goes_on"]

    def how(self) -> TakenOn:
        """How the contact is taken on, for the service."""
        given = self.cleaned_data
        return TakenOn(
            first_name=given["first_name"],
            last_name=given["last_name"],
            manager_id=uuid.UUID(given["manager"]),
            first_meeting_on=given["first_meeting_on"],
            told=Told(given["told"]) if given["told"] else None,
            goes_on={YES: True, NO: False}.get(given.get("goes_on", "")),
        )


class CheckForm(KaveriForm):
    """Asks the register once about the contact: by name and day of birth, or by code."""

    by = forms.CharField(widget=forms.HiddenInput)
    obstacle_words = CHECK_OBSTACLES

    @property
    def sending(self) -> uuid.UUID:
        """The form's key, so that a double click asks once."""
        return uuid.UUID(self.idempotency_key)


class CheckNameForm(CheckForm):
    """By the contact's own name, and the day of birth when it is not known yet."""

    form_id = "by-name"
    born_on = DateField(
        label=_("Day of birth"), error_messages={"required": _("Write the day of birth.")}
    )
    obstacle_fields = {CheckObstacle.NO_BIRTH_DATE: "born_on"}

    def __init__(self, *args: Any, knows_birth: bool = False, **kwargs: Any) -> None:
        """The day stands once it has been given."""
        super().__init__(*args, **kwargs)
        self.initial["by"] = CheckBy.NAME
        self.fields["born_on"].latest = clock.today()  # type: ignore[attr-defined]
        if knows_birth:
            del self.fields["born_on"]


class CheckCodeForm(CheckForm):
    """By identity code, typed once."""

    form_id = "by-code"
    code = forms.CharField(
        label=_("Identity code"),
        help_text=_("Asked once. It is sealed and used only if the person becomes a client."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Write the identity code.")},
    )
    widths = {"code": "short"}
    obstacle_fields = {CheckObstacle.CODE_IS_WRONG: "code"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """By code."""
        super().__init__(*args, **kwargs)
        self.initial["by"] = CheckBy.CODE
