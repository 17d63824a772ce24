"""What the sender and the receiver write."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.tasks.domain import TaskObstacle, Told
from kaveri.casebook.tasks.labels import TASK_OBSTACLES, TOLD
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import DateField, FilterForm, KaveriForm, TextField
from kaveri.steps.referral_out.domain import (
    GOES_ON,
    EventKind,
    Letter,
    ReferralObstacle,
    ReferralState,
    Reply,
    SendingGround,
    answers_now,
)
from kaveri.steps.referral_out.labels import ANSWERS, EVENTS, GROUNDS, OBSTACLES

NAME, PHONE = "name", "phone"
NOT_YET = ("", _("The client does not know yet"))
_TOLD_HOW = [
    NOT_YET,
    *((told.value, TOLD[told]) for told in Told if told not in {Told.RECEIPT, Told.PORTAL}),
]
_WORDS: dict[Any, Any] = {**OBSTACLES, **TASK_OBSTACLES}


class ServiceFilter(FilterForm):
    """Narrow the list of services."""

    q = forms.CharField(label=_("Search among the services"), required=False)


class LetterForm(KaveriForm):
    """What the service is asked, on which ground, and what it is told."""

    question = TextField(
        careful=True,
        label=_("What do you ask of the service?"),
        help_text=_("Only what the service needs in order to answer. The receiver reads this."),
        error_messages={"required": OBSTACLES[ReferralObstacle.NOTHING_ASKED]},
    )
    tells = forms.MultipleChoiceField(
        label=_("What is told besides the question?"),
        choices=[(NAME, _("The client's name")), (PHONE, _("The client's telephone number"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        initial=[NAME, PHONE],
    )
    ground = forms.ChoiceField(
        label=_("On which ground is it sent?"),
        choices=[(ground.value, GROUNDS[ground]) for ground in SendingGround],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the ground on which it is sent.")},
    )
    ground_note = TextField(
        careful=True,
        label=_("The ground in words"),
        help_text=_(
            "Needed unless the service keeps the same register. When and how the client agreed,"
            " which permit, or which section of the law."
        ),
        lines=2,
        required=False,
    )
    overlap_reason = TextField(
        careful=True,
        label=_("Why is one more referral needed?"),
        lines=2,
        error_messages={"required": OBSTACLES[ReferralObstacle.ALREADY_UNDER_WAY]},
    )
    address = forms.EmailField(
        label=_("E-mail address the link is sent to"),
        help_text=_("The mail says nothing of what it is about."),
        error_messages={"required": OBSTACLES[ReferralObstacle.NO_WAY_TO_REACH]},
    )
    answer_by = DateField(
        label=_("Until when do you want an answer?"),
        error_messages={"required": _("Write the day you want an answer by.")},
    )
    told = forms.ChoiceField(
        label=_("How does the client know?"), choices=_TOLD_HOW, required=False
    )

    needed_at_times = frozenset({"ground_note"})
    obstacle_words = _WORDS
    obstacle_fields = {
        ReferralObstacle.NOTHING_ASKED: "question",
        ReferralObstacle.GROUND_NOT_WRITTEN: "ground_note",
        ReferralObstacle.NOT_OWN_REGISTER: "ground",
        ReferralObstacle.PHONE_IS_HIDDEN: "tells",
        ReferralObstacle.ANSWER_BY_HAS_PASSED: "answer_by",
        ReferralObstacle.ALREADY_UNDER_WAY: "overlap_reason",
        ReferralObstacle.NO_WAY_TO_REACH: "address",
    }

    def __init__(
        self,
        *args: Any,
        under_way: bool = False,
        needs_address: bool = False,
        phone_hidden: bool = False,
        **kwargs: Any,
    ) -> None:
        """Ask only what this service and this client need asked."""
        super().__init__(*args, **kwargs)
        self.fields["answer_by"].earliest = clock.today()  # type: ignore[attr-defined]
        if not under_way:
            del self.fields["overlap_reason"]
        if not needs_address:
            del self.fields["address"]
        if phone_hidden:
            tells = self.fields["tells"]
            tells.choices = [(NAME, _("The client's name"))]  # type: ignore[attr-defined]
            tells.initial = [NAME]

    def letter(self) -> Letter:
        """What was written, as the rules read it."""
        given = self.cleaned_data
        return Letter(
            question=given["question"],
            ground=SendingGround(given["ground"]),
            ground_note=given["ground_note"],
            answer_by=given["answer_by"],
            tells_name=NAME in given["tells"],
            tells_phone=PHONE in given["tells"],
            overlap_reason=given.get("overlap_reason", ""),
            address=given.get("address", ""),
        )

    @property
    def told_how(self) -> Told | None:
        """How the client came to know, when they do."""
        return Told(self.cleaned_data["told"]) if self.cleaned_data["told"] else None


class RemindForm(KaveriForm):
    """The service is reminded and gets a new day."""

    answer_by = DateField(
        label=_("New day to answer by"),
        error_messages={"required": _("Write the day you want an answer by.")},
    )
    note = TextField(
        careful="only for the one who follows the referral",
        label=_("What was said, and with whom"),
        help_text=_("Only for you who follow the referral; the receiver does not see it."),
        lines=2,
        required=False,
    )
    by_mail = forms.BooleanField(
        label=_("Send the service a mail as well"), required=False, initial=True
    )

    obstacle_words = _WORDS
    obstacle_fields = {ReferralObstacle.ANSWER_BY_HAS_PASSED: "answer_by"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The new day lies ahead."""
        super().__init__(*args, **kwargs)
        self.fields["answer_by"].earliest = clock.today()  # type: ignore[attr-defined]


class ProgressForm(KaveriForm):
    """The sender has asked how it goes."""

    answer = forms.ChoiceField(
        label=_("What did you hear?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you heard.")},
    )
    on = DateField(
        label=_("The day of the first time"),
        help_text=_("Only when a first time has been agreed."),
        required=False,
    )
    text = TextField(
        careful="asks by whom it was said",
        label=_("What was said, and by whom"),
        help_text=_("If the service declines: the reason. If it has ended: what came of it."),
        lines=3,
        error_messages={"required": OBSTACLES[ReferralObstacle.NOTHING_HEARD]},
    )
    ask_again_on = DateField(
        label=_("When do you ask again?"),
        help_text=_("Only when it goes on as before."),
        required=False,
    )

    obstacle_words = _WORDS
    obstacle_fields = {
        ReferralObstacle.NOT_NOW: "answer",
        ReferralObstacle.NO_FIRST_DATE: "on",
        ReferralObstacle.FIRST_DATE_HAS_PASSED: "on",
        ReferralObstacle.NO_REASON: "text",
        ReferralObstacle.NOTHING_CAME_OF_IT: "text",
        ReferralObstacle.NOTHING_HEARD: "text",
        ReferralObstacle.NO_NEXT_DAY: "ask_again_on",
        ReferralObstacle.ASK_AGAIN_HAS_PASSED: "ask_again_on",
    }

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        """Offer what may have happened since; what was posted is judged by the rules."""
        super().__init__(*args, **kwargs)
        offered = [EventKind(answer) for answer in answers_now(state)]
        if state in GOES_ON:
            offered.insert(0, EventKind.NO_CHANGE)
        posted = self.data.get("answer", "")
        if posted in {EventKind.NO_CHANGE, *ANSWERS} and posted not in offered:
            offered.append(EventKind(posted))
        self.fields["answer"].choices = [  # type: ignore[attr-defined]
            (event.value, EVENTS[event]) for event in offered
        ]

    def reply(self) -> Reply | None:
        """What the service has said; nothing when it goes on as before."""
        given = self.cleaned_data
        if given["answer"] == EventKind.NO_CHANGE:
            return None
        return Reply(answer=ReferralState(given["answer"]), on=given["on"], text=given["text"])


class LinkForm(KaveriForm):
    """One button: a new link goes out."""

    obstacle_words = _WORDS


class WithdrawForm(KaveriForm):
    """The sender takes the referral back."""

    reason = TextField(
        careful=True,
        label=_("Why is the referral withdrawn?"),
        lines=3,
        error_messages={"required": _("Write why the referral is withdrawn.")},
    )
    needed_at_times = frozenset({"next_what"})
    next_what = forms.CharField(
        label=_("What do you do instead?"),
        help_text=_("Needed when nothing else is agreed with the client. The client reads this."),
        max_length=300,
        required=False,
    )
    next_due_on = DateField(label=_("By when?"), required=False)

    obstacle_words = _WORDS
    obstacle_fields = {
        ReferralObstacle.NO_REASON: "reason",
        ReferralObstacle.NO_NEXT_DAY: "next_due_on",
        TaskObstacle.NO_NEXT_STEP: "next_what",
        TaskObstacle.DATE_HAS_PASSED: "next_due_on",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The next day lies ahead."""
        super().__init__(*args, **kwargs)
        self.fields["next_due_on"].earliest = clock.today()  # type: ignore[attr-defined]


class AnswerForm(KaveriForm):
    """The receiver's answer: what, when, and in words."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose your answer.")},
    )
    on = DateField(
        label=_("The day of the first time"),
        help_text=_("Only when you agree on it now."),
        required=False,
    )
    text = TextField(
        careful=True,
        label=_("In your own words"),
        help_text=_(
            "If you cannot take this on: the reason. If it has ended: what came of it. "
            "Nothing about the person's health or other matters."
        ),
        required=False,
    )

    obstacle_words = _WORDS
    obstacle_fields = {
        ReferralObstacle.NOT_NOW: "answer",
        ReferralObstacle.NO_FIRST_DATE: "on",
        ReferralObstacle.FIRST_DATE_HAS_PASSED: "on",
        ReferralObstacle.NO_REASON: "text",
        ReferralObstacle.NOTHING_CAME_OF_IT: "text",
    }

    def __init__(self, *args: Any, state: str, **kwargs: Any) -> None:
        """Offer what may be said now; what was posted is judged by the rules, not by the list."""
        super().__init__(*args, **kwargs)
        offered = answers_now(state)
        posted = self.data.get("answer", "")
        if posted in set(ANSWERS) and posted not in offered:
            offered = [*offered, ReferralState(posted)]
        self.fields["answer"].choices = [  # type: ignore[attr-defined]
            (answer.value, ANSWERS[answer]) for answer in offered
        ]

    def reply(self) -> Reply:
        """What was answered, as the rules read it."""
        given = self.cleaned_data
        return Reply(answer=ReferralState(given["answer"]), on=given["on"], text=given["text"])
