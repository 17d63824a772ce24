"""What the client writes."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.channels.portal.domain import PortalObstacle
from kaveri.channels.portal.labels import PORTAL_OBSTACLES
from kaveri.foundation.ui.forms import KaveriForm, TextField
from kaveri.steps.planning.domain import PlanObstacle, Wish
from kaveri.steps.planning.labels import OBSTACLES


class MessageForm(KaveriForm):
    """A message to the case manager."""

    text = TextField(
        careful="the client's own words, about their own life",
        label=_("Your message"),
        lines=5,
        error_messages={"required": _("Write your message.")},
    )
    voices = frozenset({"text"})
    obstacle_words = PORTAL_OBSTACLES
    obstacle_fields = {PortalObstacle.NOTHING_WRITTEN: "text"}


class DoesNotFitForm(KaveriForm):
    """Why the step does not fit, if the client wants to say it."""

    wish = TextField(
        careful="the client's own words, about their own life",
        label=_("What would suit you better?"),
        lines=4,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    voices = frozenset({"wish"})
    obstacle_words = PORTAL_OBSTACLES


class PlanWordsForm(KaveriForm):
    """What I want, in my own words."""

    words = TextField(
        careful="the client's own words, about their own life",
        label=_("What do you want?"),
        lines=5,
        help_text=_("Write as you would say it. You can change it later."),
        error_messages={"required": _("Write what you want.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    voices = frozenset({"words"})
    obstacle_words = OBSTACLES
    obstacle_fields = {PlanObstacle.NO_OWN_WORDS: "words"}

    def clean_seen(self) -> UUID | None:
        """The row the person had before them; what is no id is none that stands."""
        seen = self.cleaned_data["seen"]
        try:
            return UUID(seen) if seen else None
        except ValueError:
            return UUID(int=0)


class PlanGoalForm(KaveriForm):
    """A goal of mine."""

    own_words = TextField(
        careful="the client's own words, about their own life",
        label=_("What is your goal?"),
        lines=4,
        help_text=_("It can be big or small."),
        error_messages={"required": _("Write your goal.")},
    )
    about_work = forms.BooleanField(label=_("This is about work or a profession"), required=False)
    voices = frozenset({"own_words"})
    obstacle_words = OBSTACLES
    obstacle_fields = {PlanObstacle.NO_GOAL_WORDS: "own_words"}


class PlanSayForm(KaveriForm):
    """Something said about the plan."""

    text = TextField(
        careful="the client's own words, about their own life",
        label=_("What do you want to say?"),
        lines=5,
        error_messages={"required": _("Write what you want to say.")},
    )
    voices = frozenset({"text"})
    obstacle_words = OBSTACLES
    obstacle_fields = {PlanObstacle.NO_COMMENT: "text"}


class PlanProposeForm(PlanSayForm):
    """A wish that the plan be otherwise."""

    text = TextField(
        careful="the client's own words, about their own life",
        label=_("What should be otherwise?"),
        lines=5,
        error_messages={"required": _("Write what should be otherwise.")},
    )


class PlanViewForm(KaveriForm):
    """What I think of a row."""

    wish = forms.ChoiceField(
        label=_("What do you think about this?"),
        choices=[
            (Wish.WANTS, _("I want this")),
            (Wish.UNSURE, _("I am unsure")),
            (Wish.DOES_NOT_WANT, _("I do not want this")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you think.")},
    )
    client_words = TextField(
        careful="the client's own words, about their own life",
        label=_("In your own words"),
        lines=4,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    voices = frozenset({"client_words"})
    obstacle_words = OBSTACLES


class PlanYesForm(KaveriForm):
    """A yes after a second look; there is nothing to fill in."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    obstacle_words = OBSTACLES
