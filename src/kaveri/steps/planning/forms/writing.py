"""What is written in the plan: the note, words, goals, statements, rows, follow-up, and who said yes."""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import DateField, TextField
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import (
    FollowUpTerms,
    GoalLevel,
    GoalState,
    GoalTerms,
    RowKind,
    RowState,
    RowTerms,
    Told,
    Topic,
    Wish,
)
from kaveri.steps.planning.forms.base import CLIENT, SOMEBODY_ELSE, PlanningForm, choices

_WORDS = _("What the client wants, in their own words")
_ASKED = _("Write what the client wants, in their own words.")


class _WithPeople(PlanningForm):
    """A form that asks who does it: somebody near the case, the client, or a name."""

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        """Those who can be chosen."""
        super().__init__(*args, **kwargs)
        for name in ("responsible", "follow_who"):
            if name in self.fields:
                self.fields[name].choices = people  # type: ignore[attr-defined]

    def follow_up(self) -> FollowUpTerms:
        """Who looks at what, on which day."""
        given = self.cleaned_data
        who = given["follow_who"]
        return FollowUpTerms(
            what=given["follow_what"],
            on=given["follow_on"],
            who_id=UUID(who) if who not in {CLIENT, SOMEBODY_ELSE} else None,
            who_name=given.get("follow_who_name", ""),
        )


class _FollowUp(forms.Form):
    follow_what = TextField(
        careful=True,
        label=_("What is looked at?"),
        lines=2,
        error_messages={"required": _("Write what is looked at.")},
    )
    follow_who = forms.ChoiceField(label=_("Who looks at it?"))
    follow_on = DateField(
        label=_("On which day?"), error_messages={"required": _("Write the day of the follow-up.")}
    )


class _AsksOfPassedDays(_WithPeople):
    """A day that has passed is asked about once before it is saved; one that stood there already is not."""

    days: ClassVar[tuple[str, ...]] = ("due_on",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The second question stands there only when there is something to ask."""
        super().__init__(*args, **kwargs)
        if not (self.is_bound and any(self._has_passed(name) for name in self.days)):
            del self.fields["passed_is_right"]

    def _has_passed(self, name: str) -> bool:
        try:
            day = self.fields[name].clean(self[name].data)
        except forms.ValidationError:
            return False
        return bool(day and day < clock.today() and day != self.initial.get(name))

    def clean(self) -> dict[str, Any]:
        """Not saved before somebody has said that the day is right."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if "passed_is_right" in self.fields and not given.get("passed_is_right"):
            self.add_error(
                next(name for name in self.days if self._has_passed(name)),
                _("This day has passed. Change it, or tick below that it is right."),
            )
        return given


class NoteForm(_AsksOfPassedDays):
    """The smallest plan: the client's words, the next step, who and when, and the follow-up."""

    words = TextField(careful=True, label=_WORDS, lines=3, error_messages={"required": _ASKED})
    what = TextField(
        careful=True,
        label=_("What happens next?"),
        lines=2,
        error_messages={"required": _("Write what happens next.")},
    )
    responsible = forms.ChoiceField(label=_("Who does it?"))
    due_on = DateField(label=_("By which day?"), error_messages={"required": _("Write the day.")})
    passed_is_right = forms.BooleanField(
        label=_("The day has passed, and it is right like that"), required=False
    )
    follow_what = _FollowUp.base_fields["follow_what"]
    follow_who = _FollowUp.base_fields["follow_who"]
    follow_on = _FollowUp.base_fields["follow_on"]
    voices = frozenset({"words"})

    def row(self) -> RowTerms:
        """The next step as a row."""
        given, who = self.cleaned_data, self.cleaned_data["responsible"]
        return RowTerms(
            kind=RowKind.STEP,
            what=given["what"],
            by_client=who == CLIENT,
            responsible_id=None if who == CLIENT else UUID(who),
            due_on=given["due_on"],
        )


class WordsForm(PlanningForm):
    """The client's words put otherwise."""

    words = TextField(careful=True, label=_WORDS, lines=4, error_messages={"required": _ASKED})
    voices = frozenset({"words"})


class GoalForm(PlanningForm):
    """A goal: the client's words first, the professional wording beside them."""

    own_words = TextField(
        careful=True,
        label=_("The goal in the client's own words"),
        lines=3,
        error_messages={"required": _("Write the goal in the client's own words.")},
    )
    level = forms.ChoiceField(
        label=_("What kind of goal is it?"),
        help_text=_("A full plan has at least one career goal."),
        choices=choices(labels.LEVELS),
    )
    leads_to = forms.ChoiceField(label=_("Which goal does it lead to?"), required=False)
    wording = TextField(careful=True, label=_("In professional words"), lines=2, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    voices = frozenset({"own_words"})

    def __init__(self, *args: Any, goals: list[tuple[str, str]], **kwargs: Any) -> None:
        """The goals it can lead to; where there are none, nothing is asked."""
        super().__init__(*args, **kwargs)
        if goals:
            self.fields["leads_to"].choices = [("", _("No other goal")), *goals]  # type: ignore[attr-defined]
        else:
            del self.fields["leads_to"]

    def terms(self) -> GoalTerms:
        """The goal as the rules read it."""
        given = self.cleaned_data
        return GoalTerms(
            own_words=given["own_words"],
            level=GoalLevel(given["level"]),
            wording=given["wording"],
            leads_to=UUID(given["leads_to"]) if given.get("leads_to") else None,
        )


class CloseGoalForm(PlanningForm):
    """How it went with a goal."""

    to = forms.ChoiceField(
        label=_("How did it go?"),
        choices=choices(labels.GOAL_STATES, but=[GoalState.AHEAD]),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it went.")},
    )
    on = DateField(label=_("On which day?"), error_messages={"required": _("Write the day.")})
    reason = TextField(
        careful=True,
        label=_("Why, in a few words"),
        help_text=_("Needed when the goal is given up."),
        lines=2,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class StatementForm(PlanningForm):
    """Something known of the situation: what, whose it is, from when."""

    topic = forms.ChoiceField(label=_("What is it about?"), choices=choices(labels.TOPICS))
    text = TextField(
        careful=True,
        label=_("What is known"),
        lines=3,
        error_messages={"required": _("Write what is known.")},
    )
    effect = TextField(
        careful=True,
        label=_("What it did"),
        help_text=_("For earlier support: what helped and what did not."),
        lines=2,
        required=False,
    )
    source = forms.ChoiceField(label=_("Who said it?"), choices=choices(SOURCES))
    said_by = forms.CharField(label=_("Name or place"), required=False, max_length=200)
    said_on = DateField(
        label=_("When was it said?"), error_messages={"required": _("Write the day it was said.")}
    )
    category = forms.ChoiceField(
        label=_("What kind of information is it?"),
        help_text=_("Decides who else may see it."),
        choices=[("", _("As the subject says")), *choices(CATEGORIES)],
        required=False,
    )

    def told(self) -> Told:
        """The statement as the rules read it."""
        given = self.cleaned_data
        return Told(
            topic=Topic(given["topic"]),
            text=given["text"],
            effect=given["effect"],
            source=Source(given["source"]),
            said_by=given["said_by"],
            said_on=given["said_on"],
            category=Category(given["category"]) if given["category"] else None,
        )


class RowForm(_AsksOfPassedDays):
    """A service, a benefit or a step: the client's own view beside the recommendation."""

    kind = forms.ChoiceField(
        label=_("What is it?"), choices=choices(labels.ROW_KINDS), widget=forms.RadioSelect
    )
    service = forms.ChoiceField(
        label=_("Service of the directory"),
        help_text=_("Or write it below in your own words."),
        required=False,
    )
    what = TextField(careful=True, label=_("What is done"), lines=2, required=False)
    wish = forms.ChoiceField(
        label=_("The client's own view"), choices=choices(labels.WISHES), required=False
    )
    client_words = TextField(
        careful=True, label=_("In the client's own words"), lines=2, required=False
    )
    recommendation = TextField(
        careful=True, label=_("The professional's recommendation"), lines=2, required=False
    )
    responsible = forms.ChoiceField(label=_("Who is responsible?"), required=False)
    responsible_name = forms.CharField(
        label=_("Name, when it is somebody else"), required=False, max_length=200
    )
    organisation_name = forms.CharField(label=_("Organisation"), required=False, max_length=200)
    client_part = TextField(careful=True, label=_("What the client does"), lines=2, required=False)
    from_on = DateField(label=_("First day"), required=False)
    until_on = DateField(label=_("Last day"), required=False)
    due_on = DateField(label=_("Done by"), required=False)
    passed_is_right = forms.BooleanField(
        label=_("The day has passed, and it is right like that"), required=False
    )
    category = forms.ChoiceField(
        label=_("What kind of information is it?"),
        help_text=_("Decides who else may see it. Never less guarded than what the service tells."),
        choices=[("", _("As the service tells")), *choices(CATEGORIES)],
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    voices = frozenset({"client_words"})
    days: ClassVar[tuple[str, ...]] = ("due_on", "until_on")

    def __init__(self, *args: Any, services: list[tuple[str, str]], **kwargs: Any) -> None:
        """The services that can be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [("", _("No service of the directory")), *services]  # type: ignore[attr-defined]

    def terms(self) -> RowTerms:
        """The row as the rules read it."""
        given, who = self.cleaned_data, self.cleaned_data["responsible"]
        return RowTerms(
            kind=RowKind(given["kind"]),
            what=given["what"],
            service_id=UUID(given["service"]) if given["service"] else None,
            organisation_name=given["organisation_name"],
            responsible_id=UUID(who) if who not in {CLIENT, SOMEBODY_ELSE} else None,
            responsible_name=given["responsible_name"] if who == SOMEBODY_ELSE else "",
            by_client=who == CLIENT,
            wish=Wish(given["wish"]),
            client_words=given["client_words"],
            recommendation=given["recommendation"],
            client_part=given["client_part"],
            from_on=given["from_on"],
            until_on=given["until_on"],
            due_on=given["due_on"],
            category=Category(given["category"]) if given["category"] else None,
        )


class MarkRowForm(PlanningForm):
    """How far it has come with a row."""

    state = forms.ChoiceField(
        label=_("How far has it come?"),
        choices=choices(labels.ROW_STATES, but=[RowState.PLANNED]),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how far it has come.")},
    )
    reason = TextField(
        careful=True,
        label=_("Why, in a few words"),
        help_text=_("Needed when it was left undone."),
        lines=2,
        required=False,
    )
    next_what = forms.CharField(
        label=_("What happens next?"),
        help_text=_("Needed when this was the only next step."),
        required=False,
        max_length=200,
    )
    next_due_on = DateField(label=_("By which day?"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class FollowUpForm(_WithPeople):
    """Who looks at what, on which day."""

    follow_what = _FollowUp.base_fields["follow_what"]
    follow_who = _FollowUp.base_fields["follow_who"]
    follow_on = _FollowUp.base_fields["follow_on"]


class ReviewForm(FollowUpForm):
    """The follow-up is done: what was seen, and when it is looked at again."""

    on = DateField(label=_("When was it looked at?"))
    words = TextField(
        careful=True,
        label=_("What was seen"),
        lines=4,
        error_messages={"required": _("Write what was seen.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order = ("on", "words", "follow_what", "follow_who", "follow_on")


class KnownForm(PlanningForm):
    """What is known already: one thing or several are ticked."""

    statements = forms.MultipleChoiceField(
        label=_("What still holds?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one thing to take over.")},
    )

    def __init__(self, *args: Any, known: Iterable[tuple[str, str]] = (), **others: Any) -> None:
        """Offer what this reader may read and the plan does not hold."""
        super().__init__(*args, **others)
        self.fields["statements"].choices = list(known)  # type: ignore[attr-defined]
