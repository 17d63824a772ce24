"""Invented examples for the building-blocks page."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import DateField, KaveriForm, PhoneField, TextField
from kaveri.foundation.ui.paging import Pager, pager
from kaveri.foundation.ui.pictures import Band, Score, ScoreChart, score_chart
from kaveri.foundation.ui.tags import Tag


@dataclass(frozen=True)
class Link:
    """A link with its count."""

    href: str
    name: Any
    current: bool = False
    count: Any = ""


@dataclass(frozen=True)
class Group:
    """Links under a name."""

    name: Any
    links: list[Link]


@dataclass(frozen=True)
class Step:
    """What the next-step band needs; every page's presenter makes its own."""

    who: str
    what: Any = ""
    by: dt.date | None = None
    client_knows: Any = ""
    client_does_not_know: Any = ""
    tell: str = ""
    deputy: str = ""
    overdue: Any = ""
    waiting_for: Any = ""
    missing: bool = False
    more: Any = ""


class BlocksForm(KaveriForm):
    """One field of every kind."""

    own_goal = TextField(
        careful="a sample that is not saved",
        label=gettext_lazy("Annika's own goal"),
        help_text=gettext_lazy("Write what Annika says. Write “I”, not “the client”."),
        error_messages={
            "required": gettext_lazy(
                "Write Annika's own goal. It is the only thing that always must be there."
            )
        },
        lines=3,
    )
    whom = forms.ChoiceField(
        label=gettext_lazy("Whom is it about?"),
        choices=[
            ("self", gettext_lazy("Myself")),
            ("other", gettext_lazy("Somebody else, and the person knows that I write")),
        ],
        widget=forms.RadioSelect,
    )
    attainment = forms.ChoiceField(
        label=gettext_lazy("How far has Annika come?"),
        help_text=gettext_lazy("Ask Annika. Her own judgement counts."),
        choices=[
            ("0", gettext_lazy("Not begun")),
            ("1", gettext_lazy("Begun")),
            ("2", gettext_lazy("On the way")),
            ("3", gettext_lazy("Well on the way")),
            ("4", gettext_lazy("Reached")),
        ],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=gettext_lazy("What is your name?"),
        help_text=gettext_lazy("First name is enough."),
        max_length=60,
    )
    phone = PhoneField(label=gettext_lazy("Telephone"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Which language do you want to use?"),
        choices=[("sv", "svenska"), ("fi", "suomi"), ("en", "English")],
    )
    day = DateField(label=gettext_lazy("When?"))
    hours = forms.IntegerField(
        label=gettext_lazy("Hours a day"), min_value=0, max_value=12, required=False
    )
    topics = forms.MultipleChoiceField(
        label=gettext_lazy("What do you want to talk about?"),
        choices=[
            ("work", gettext_lazy("Work")),
            ("health", gettext_lazy("Health")),
            ("money", gettext_lazy("Money")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    text = TextField(
        careful="a sample that is not saved",
        label=gettext_lazy("Is there something else?"),
        help_text=gettext_lazy(
            "Do not write your identity code or anything about your health here."
        ),
        required=False,
    )
    agree = forms.BooleanField(
        label=gettext_lazy("Annika has heard this read aloud"), required=False
    )

    voices = frozenset({"own_goal"})
    rows = frozenset({"attainment"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A day cannot be in the past."""
        super().__init__(*args, **kwargs)
        cast("DateField", self.fields["day"]).earliest = clock.today()


@dataclass(frozen=True)
class Person:
    """What a person line needs."""

    name: str
    role: Any = ""
    about: Any = ""
    phone: str = ""
    away: Any = ""


@dataclass(frozen=True)
class Fact:
    """A line of a summary list."""

    name: Any
    text: Any
    change: str = ""
    about: Any = ""


@dataclass(frozen=True)
class Entry:
    """A line of a timeline."""

    day: dt.date
    icon: str
    title: Any
    text: Any = ""
    words: str = ""
    side: str = ""
    href: str = ""
    about: Any = ""


@dataclass(frozen=True)
class Line:
    """A sentence with its icon, or a link with its latest fact."""

    icon: str
    text: Any = ""
    href: str = ""
    name: Any = ""
    note: Any = ""


@dataclass(frozen=True)
class Swatch:
    """A colour and its name."""

    css: str
    name: Any


@dataclass(frozen=True)
class Blocks:
    """The whole page."""

    form: BlocksForm
    frame: str
    swatches: list[Swatch]
    tags: list[Tag]
    steps: list[Step]
    breadcrumb: list[Link]
    sections: list[Group]
    people: list[Person]
    facts: list[Fact]
    entries: list[Entry]
    consequences: list[Line]
    links: list[Line]
    columns: list[Any]
    pager: Pager
    chart: ScoreChart


FRAMES = {"client": "frames/client.html", "public": "frames/public.html"}


def blocks(form: BlocksForm, request: HttpRequest) -> Blocks:
    """Everything the page shows."""
    today = clock.today()
    return Blocks(
        form=form,
        frame=FRAMES.get(request.GET.get("frame", ""), "frames/staff.html"),
        swatches=_swatches(),
        tags=_tags(),
        steps=_steps(today),
        breadcrumb=[Link("#", _("Cases"))],
        sections=[
            Group(_("Cases"), [Link("#", _("Overview"), current=True), Link("#", _("Timeline"))]),
            Group(
                _("Network"), [Link("#", _("Plan"), count="2"), Link("#", _("Network"), count=7)]
            ),
        ],
        people=[
            Person(
                "Örjan Åström", _("case manager"), _("Coordinator of work ability"), "+35825550142"
            ),
            Person(
                "Helena Lindqvist",
                _("pair"),
                "",
                "+358401234567",
                _("away until 2.12., Örjan answers"),
            ),
        ],
        facts=[
            Fact(_("It is about"), _("yourself"), change="#"),
            Fact(_("Name"), "Elias", change="#"),
            Fact(_("Language"), "svenska", about=_("no interpreter")),
        ],
        entries=_entries(today),
        consequences=[
            Line("eye", _("Jukka Salmela sees health and work from today.")),
            Line("eye-off", _("Mirva Kallio no longer sees anything.")),
            Line("message-circle", _("Annika is told today, in her own pages.")),
        ],
        links=[
            Line("users-round", href="#", name=_("People around me"), note=_("5 people")),
            Line("key-round", href="#", name=_("Who may see what"), note=_("you can change it")),
            Line("eye", href="#", name=_("Who has looked at my data")),
        ],
        columns=[_("Who"), _("From"), _("Came in"), _("Answer by")],
        pager=pager(request, 312),
        chart=_chart(today),
    )


def _swatches() -> list[Swatch]:
    return [
        Swatch("accent", _("Accent, deep lake")),
        Swatch("bar", _("Cloudberry, the client's voice")),
        Swatch("paper", _("Voice, ground")),
        Swatch("page", _("Page")),
        Swatch("surface", _("Surface")),
        Swatch("sunken", _("Sunken")),
        Swatch("text", _("Text")),
        Swatch("muted", _("Text, muted")),
    ]


def _tags() -> list[Tag]:
    return [
        Tag("ok", "check", _("valid")),
        Tag("ok", "play", _("running")),
        Tag("warning", "hourglass", _("waiting")),
        Tag("warning", "clock", _("today")),
        Tag("danger", "clock-alert", _("late")),
        Tag("danger", "user-x", _("nobody responsible")),
        Tag("danger", "shield", _("non-disclosure")),
        Tag("info", "pencil-line", _("draft")),
        Tag("neutral", "calendar", _("planned")),
        Tag("neutral", "archive", _("ended")),
        Tag("outline", "languages", _("Finnish")),
        Tag("outline", "hand", _("interpreter")),
        Tag("accent", "circle-question-mark", _("check this")),
    ]


def _steps(today: dt.date) -> list[Step]:
    return [
        Step(
            "Örjan Åström",
            _("sends the background paper to the doctor before the visit"),
            today,
            client_knows=_("Annika knows: told at the home visit, with interpreter"),
            deputy="Helena Lindqvist",
        ),
        Step(
            "Örjan Åström",
            _("books a time with the doctor"),
            today + dt.timedelta(days=4),
            client_does_not_know=_("Leena does not know yet."),
            tell="#",
        ),
        Step(
            "Örjan Åström", _("calls Leena"), today - dt.timedelta(days=3), overdue=_("3 days late")
        ),
        Step(
            "Timo Kangas",
            _("keeps contact every week"),
            waiting_for=_(
                "Waiting for a work try-out in a garden. Support meanwhile: Helena Lindqvist"
            ),
        ),
        Step("Petra Holm", missing=True),
    ]


def _entries(today: dt.date) -> list[Entry]:
    return [
        Entry(
            today - dt.timedelta(days=1),
            "message-circle",
            _("Annika wrote"),
            words="Jag klarade tre timmar i växthuset i går. Jag var trött men glad.",
            side="client",
        ),
        Entry(
            today - dt.timedelta(days=6),
            "house",
            _("Home visit, Örjan Åström"),
            _("Went through the questions for the doctor."),
            side="own",
            href="#",
        ),
        Entry(
            today - dt.timedelta(days=13),
            "users",
            _("Local team"),
            _("Decided: a B-statement is needed."),
        ),
    ]


def _chart(today: dt.date) -> ScoreChart:
    ago = (102, 80, 52, 31, 10)
    return score_chart(
        [
            Score(today - dt.timedelta(days=days), value)
            for days, value in zip(ago, (2, 3, 3, 4, 5), strict=True)
        ],
        [Band(0, 5, _("reduced")), Band(6, 7, _("moderate")), Band(8, 10, _("good"))],
        sentence=_("Work ability from 2 to 5 on a scale from 0 to 10."),
        columns=(_("Day"), _("Score"), _("In words")),
        today=today,
        language=dates.known_language(get_language()),
    )
