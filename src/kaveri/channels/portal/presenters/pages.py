"""Messages, what the client has told, and what does not fit."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.measures.domain import Answer, Change, change_between
from kaveri.casebook.measures.labels import ANSWERS
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.channels.portal.forms import DoesNotFitForm, MessageForm
from kaveri.channels.portal.presenters.words import Message, language, message_of
from kaveri.channels.portal.selectors import MessagesView, ToldView
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.paging import Pager
from kaveri.steps.assessment.selectors import headings

if TYPE_CHECKING:
    from kaveri.casebook.measures.models import WorkAbility


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """Writing, and what has been written."""

    form: MessageForm | None
    lead: str
    entries: list[Message]
    pager: Pager
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One answer about work ability, said plainly."""

    at: dt.datetime
    sentence: str
    words: list[tuple[Any, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something the client has told about their situation, under its heading."""

    heading: str
    text: str
    own: bool
    said_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the client has told."""

    wish: str
    own_words: str
    opened_on: dt.date
    own_entries: list[Message]
    # Told by the client, but in the words of whoever wrote it down.
    noted_entries: list[Message]
    scores: list[Score]
    statements: list[Statement]
    is_own: bool
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoesNotFit:
    """One question: what would suit better."""

    form: DoesNotFitForm
    sentence: str
    back: str


def messages(view: MessagesView, form: MessageForm | None, pager: Pager) -> Messages:
    """Writing first, what has been written under it."""
    head = view.head
    return Messages(
        form=form if head.is_open else None,
        lead=_("%(name)s reads your message and answers within two working days.")
        % {"name": head.manager}
        if head.is_open
        else _("The service has ended, so no new message can be sent here."),
        entries=[message_of(entry) for entry in view.entries],
        pager=pager,
        back=reverse("portal:home_of", args=[head.case_id]),
    )


def told(view: ToldView) -> Told:
    """Own words, own notes, own answers."""
    head = view.head
    entries = [message_of(entry) for entry in view.entries]
    return Told(
        wish=next((answer.wished for answer in view.answers if answer.wished), ""),
        own_words=head.own_words,
        opened_on=head.opened_on,
        own_entries=[entry for entry in entries if entry.own],
        noted_entries=[entry for entry in entries if not entry.own],
        scores=[
            score_of(answer, view.answers[place + 1 :]) for place, answer in enumerate(view.answers)
        ],
        statements=[
            Statement(
                heading=_heading(row.heading),
                text=row.text,
                own=row.in_own_words,
                said_on=row.said_on,
            )
            for row in view.statements
        ],
        is_own=RelationKind.SELF in head.relations,
        back=reverse("portal:home_of", args=[head.case_id]),
    )


def _heading(key: str) -> str:
    heading = headings().get(key)
    return heading.name[language()] if heading else ""


def does_not_fit(head: CaseHead, form: DoesNotFitForm) -> DoesNotFit:
    """What does not fit, and the one question."""
    step = head.step
    sentence = ""
    if step is not None:
        day = dates.due_long(step.due_on, clock.today(), language())
        sentence = _("%(who)s %(what)s, %(day)s") % {
            "who": step.who,
            "what": step.what.rstrip("."),
            "day": day,
        }
    return DoesNotFit(
        form=form, sentence=sentence, back=reverse("portal:home_of", args=[head.case_id])
    )


def score_of(answer: "WorkAbility", earlier: "list[WorkAbility]") -> Score:
    """One answer, said plainly."""
    words = [
        (_("Last in work:"), answer.last_work),
        (_("Now:"), answer.now_words),
        (_("Wish:"), answer.wished),
    ]
    return Score(
        at=answer.answered_at,
        sentence=_score_sentence(answer, earlier),
        words=[(label, said) for label, said in words if said],
    )


def _score_sentence(answer: "WorkAbility", earlier: "list[WorkAbility]") -> str:
    if answer.score is None:
        return str(ANSWERS[Answer(answer.answer)])
    before = next((row.score for row in earlier if row.score is not None), None)
    said = {"score": answer.score, "before": before}
    # The number stays the client's own; what bands are called is for those who know what they rest on.
    match change_between(before, answer.score):
        case Change.FIRST:
            return _("You gave %(score)d of 10.") % said
        case Change.UP:
            return (
                _("You gave %(score)d of 10. Before it was %(before)d, so it has gone up.") % said
            )
        case Change.DOWN:
            return _("You gave %(score)d of 10. Before it was %(before)d.") % said
    return _("You gave %(score)d of 10. That is no sure change from %(before)d.") % said
