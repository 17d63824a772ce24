"""Around the plan: one question at a time, approving, what has changed, my tasks, my answers."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.measures.domain import Answer
from kaveri.casebook.measures.labels import ANSWERS
from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.channels.portal.presenters.home import Carer, carer_of
from kaveri.channels.portal.presenters.pages import Score, score_of
from kaveri.channels.portal.presenters.plan import (
    AHEAD,
    approver,
    at,
    day_of_moment,
    voice_label,
    what_of,
    when_of,
)
from kaveri.channels.portal.presenters.words import address, language
from kaveri.channels.portal.selectors import (
    AnswersView,
    ApprovalView,
    ChangesView,
    KeepingView,
    TasksView,
)
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.pictures import Score as ChartScore
from kaveri.foundation.ui.pictures import ScoreChart, score_chart
from kaveri.steps.planning.domain import Item, Part, RowState
from kaveri.steps.planning.labels import HOW, TOPICS
from kaveri.steps.planning.selectors import ChangeLine, change_lines

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task
    from kaveri.steps.planning.models import PlanRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of what happens."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question on a page: what it is about, and the form."""

    title: str
    lead: str
    # What stands in the plan now: quoted above the question.
    about: str
    about_label: str
    about_own: bool
    lines: Sequence[Line]
    form: KaveriForm
    send: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approving:
    """What is approved, and what approving means."""

    title: str
    number: int
    agreed_on: str
    words: str
    words_label: str
    goals: list[str]
    rows: list[Line]
    about_me: list[Line]
    follow_up: str
    lines: list[Line]
    form: KaveriForm | None
    approved: list[str]
    in_part: bool
    is_own: bool
    propose: str
    changes: str
    pdf: str
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is otherwise than in the version approved before."""

    lead: str
    lines: list[ChangeLine]
    voice: str
    back: str
    pdf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Who may see the plan."""

    lines: list[str]
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyTask:
    """Something I do: done or not, and the button that says so."""

    what: str
    when: str
    done: bool
    late: bool
    mark: str
    hidden: tuple[tuple[str, str], ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyTasks:
    """What I do, and what I have done."""

    back: str
    acting_for: str
    open: list[MyTask]
    done: list[MyTask]
    with_others: list[Line]
    carer: Carer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """My answers over time."""

    back: str
    lead: str
    chart: ScoreChart | None
    scores: list[Score]
    answer: str


def question(
    head: CaseHead,
    form: KaveriForm,
    *,
    title: str,
    send: str,
    back: str,
    lead: str = "",
    about: str = "",
    about_own: bool = False,
    lines: Sequence[Line] = (),
) -> Question:
    """One question on a page."""
    return Question(
        title=title,
        lead=lead,
        about=about,
        about_label=voice_label(head),
        about_own=about_own,
        lines=lines,
        form=form,
        send=send,
        back=at(back, head),
    )


def approving(view: ApprovalView, form: KaveriForm | None) -> Approving:
    """The second look at a version: what it says, what a yes means, and that a no is welcome."""
    head, version = view.head, view.version
    of = {part: [item for item in view.items if item["part"] == part] for part in Part}
    rows = sorted(of[Part.ROW], key=lambda row: row["place"])
    ahead = [row for row in rows if row["state"] in AHEAD]
    own = RelationKind.SELF in head.relations
    return Approving(
        title=_("Is the plan right?") if form else _("You have approved the plan"),
        number=version.number,
        agreed_on=day_of_moment(version.written_at),
        words="\n\n".join(item["text"] for item in of[Part.WORDS]),
        words_label=voice_label(head),
        goals=[goal["own_words"] for goal in of[Part.GOAL]],
        rows=[Line(icon="circle-dashed", text=_row_sentence(row, head, own=own)) for row in ahead],
        about_me=[
            Line(
                icon="message-circle",
                text=f"{capfirst(str(TOPICS[item['topic']]))}: {item['text']}",
            )
            for item in of[Part.STATEMENT]
        ],
        follow_up="".join(_looked_at(item) for item in of[Part.FOLLOW_UP]),
        lines=_what_a_yes_means(own=own),
        form=form,
        approved=[
            _("%(name)s, %(day)s, %(how)s")
            % {
                "name": approver(row, head),
                "day": dates.plain_date(row.on, language()),
                "how": HOW[row.how],  # type: ignore[index]
            }
            for row in view.approvals
        ],
        in_part=view.in_part,
        is_own=own,
        propose=at("plan_say", head, "proposal"),
        changes=at("plan_changes", head, version.pk) if view.has_former else "",
        pdf=at("plan_pdf", head, version.pk),
        back=at("plan", head),
    )


def _what_a_yes_means(*, own: bool) -> list[Line]:
    first = (
        _("Your yes is kept with this version of the plan. Nobody can change the version.")
        if own
        else _(
            "Your yes, as representative, is kept with this version. Nobody can change the version."
        )
    )
    return [
        Line(icon="check", text=first),
        Line(
            icon="pencil-line",
            text=_("You may say no or ask for a change. Nothing you have is taken away for that."),
        ),
        Line(
            icon="scale",
            text=_(
                "This plan does not in itself give a right to services. The rights follow from"
                " the laws on each service."
            ),
        ),
        Line(icon="repeat", text=_("The plan can be changed later, together with you.")),
    ]


def _row_sentence(row: Item, head: CaseHead, *, own: bool) -> str:
    what = ", ".join(words for words in (row["service"], row["what"]) if words)
    who = row["responsible"] or row["responsible_name"]
    if row["by_client"]:
        who = _("you") if own else head.client
    day = row["due_on"] or row["from_on"] or row["until_on"]
    known = {"what": what.rstrip("."), "who": who, "day": _written_day(day)}
    if who and day:
        return _("%(what)s: %(who)s, %(day)s") % known
    return _("%(what)s: %(who)s") % known if who else what


def _looked_at(item: Item) -> str:
    return _("%(day)s: %(what)s") % {"day": _written_day(item["on"]), "what": item["what"]}


def _written_day(day: str | None) -> str:
    return dates.plain_date(dt.date.fromisoformat(day), language()) if day else ""


def changes(view: ChangesView) -> Changes:
    """A sentence for each change."""
    head, version, former = view.head, view.version, view.former
    lines = change_lines(view.changes, language())
    if former is None:
        lead = _("You have not approved any version before this one.")
    else:
        lead = ngettext(
            "One thing is otherwise than in version %(former)d, which was approved before.",
            "%(number)d things are otherwise than in version %(former)d, which was approved before.",
            len(lines),
        ) % {"number": len(lines), "former": former.number}
        if not lines:
            lead = _("Nothing you see is otherwise than in the version approved before.")
    return Changes(
        lead=lead,
        lines=lines,
        voice=voice_label(head),
        back=at("plan", head),
        pdf=at("plan_pdf", head, version.pk),
    )


def keeping(view: KeepingView) -> Keeping:
    """A sentence for each thing that holds now."""
    return Keeping(lines=view.keeping, back=at("plan", view.head))


def my_tasks(view: TasksView) -> MyTasks:
    """Tasks and rows of the plan in one list; what is done under it."""
    head = view.head
    linked = {row.task_id for row in view.rows if row.task_id}
    found = [_task(task, head) for task in view.tasks if task.pk not in linked]
    mine = [row for row in view.rows if row.by_client or _is_clients(row)]
    found += [_row(row, view) for row in mine if row.state != RowState.LEFT]
    return MyTasks(
        back=reverse("portal:home_of", args=[head.case_id]),
        acting_for=""
        if RelationKind.SELF in head.relations
        else _("You act for %(name)s. You see what your authorisation covers.")
        % {"name": head.client},
        open=[task for task in found if not task.done],
        done=[task for task in found if task.done],
        with_others=[
            Line(
                icon="users",
                text=_("%(part)s (%(what)s)") % {"part": row.client_part, "what": what_of(row)},
            )
            for row in view.rows
            if row.client_part and row.state in AHEAD and row not in mine
        ],
        carer=carer_of(head) if head.is_open else None,
    )


def _is_clients(row: "PlanRow") -> bool:
    account_id = row.case.client.account_id
    return account_id is not None and row.responsible_id == account_id


def _task(task: "Task", head: CaseHead) -> MyTask:
    done = task.state != TaskState.OPEN
    return MyTask(
        what=task.what,
        when=capfirst(dates.due(task.due_on, clock.today(), language())),
        done=done,
        late=not done and task.due_on < clock.today(),
        mark="" if done or not head.is_open else at("do_part", head, task.pk),
        hidden=(("back", "tasks"),),
        source=_("Agreed with %(name)s") % {"name": head.manager},
    )


def _row(row: "PlanRow", view: TasksView) -> MyTask:
    head, done = view.head, row.state == RowState.DONE
    may = head.is_open and row.pk in view.to_mark
    return MyTask(
        what=what_of(row),
        when=when_of(row),
        done=done,
        late=False,
        mark=at("plan_row_mark", head, row.pk) if may else "",
        hidden=(
            ("version", str(row.version)),
            ("state", RowState.PLANNED if done else RowState.DONE),
        ),
        source=_("In your plan"),
    )


def answers(view: AnswersView) -> Answers:
    """The number over time, without a grade: it is a start for talking."""
    head, rows = view.head, view.answers
    scores = [score_of(row, rows[place + 1 :]) for place, row in enumerate(rows)]
    if scores:
        lead = scores[0].sentence
    elif RelationKind.SELF in head.relations:
        lead = _("You have not been asked about your work ability yet.")
    else:
        lead = _("Nothing is written here, or it is not shown to you.")
    return Answers(
        back=reverse("portal:home_of", args=[head.case_id]),
        lead=lead,
        chart=_chart(rows, lead) if rows else None,
        scores=scores,
        answer=address("identification:own_answer", case_id=head.case_id) if head.is_open else "",
    )


def _chart(rows: Sequence[Any], sentence: str) -> ScoreChart:
    return score_chart(
        [
            ChartScore(
                row.answered_at.astimezone(clock.HELSINKI).date(),
                row.score,
                row.now_words or ("" if row.score is not None else ANSWERS[Answer(row.answer)]),
            )
            for row in rows
        ],
        [],
        sentence=sentence,
        columns=(_("Day"), _("Score"), _("In own words")),
        today=clock.today(),
        language=language(),
    )
