"""Reading endings and summaries, and what is true of a case that somebody wants to end."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.selectors import open_tasks
from kaveri.casebook.timeline.domain import EntryKind, Reached
from kaveri.casebook.timeline.selectors import entries
from kaveri.foundation.base import clock
from kaveri.steps.ending.domain import EndingState, Situation, days_tried
from kaveri.steps.ending.models import Ending, Summary

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.tasks.models import Task

# Whatever is open has its task: the kind says what is open.
FOLLOWS = {
    TaskKind.REFERRAL_ANSWER: "referrals",
    TaskKind.KEEP_CONTACT: "waits",
    TaskKind.HANDOVER_ANSWER: "handovers",
    TaskKind.ASSESSMENT: "assessments",
}
# What an ending closes by itself.
CLOSED_WITH_IT = frozenset(
    {
        TaskKind.ANSWER_END_WISH,
        TaskKind.SECOND_LOOK,
        TaskKind.PEER_SUPPORT,
        TaskKind.APPOINTMENT,
        TaskKind.WRITE_STATEMENT,
    }
)


def endings() -> QuerySet[Ending]:
    """Every ending, newest first; narrow by permission before use."""
    return Ending.objects.select_related(
        "case", "prepared_by", "looked_by", "ended_by", "after_care_owner"
    ).order_by("-prepared_at", "-id")


def prepared_ending(case_id: UUID) -> Ending | None:
    """The ending that is prepared and not yet done."""
    return endings().filter(case_id=case_id, state=EndingState.PREPARED).first()


def summaries() -> QuerySet[Summary]:
    """Every summary, newest first; narrow by permission before use."""
    return Summary.objects.select_related("case", "case__client", "written_by").order_by(
        "-written_at", "-id"
    )


def given_summaries() -> QuerySet[Summary]:
    """The summaries that clients have been given."""
    return summaries().filter(given_at__isnull=False).order_by("-given_at", "-id")


def draft_summary(case_id: UUID) -> Summary | None:
    """The summary that is being written."""
    return summaries().filter(case_id=case_id, given_at=None).first()


def loose_tasks(case_id: UUID) -> "list[Task]":
    """Open tasks of which somebody must say what becomes of them."""
    kinds = [*FOLLOWS, *CLOSED_WITH_IT, TaskKind.AFTER_CARE]
    return list(
        open_tasks().filter(case_id=case_id).exclude(kind__in=kinds).order_by("due_on", "made_at")
    )


def tries(case_id: UUID) -> list[dt.date]:
    """The days on which somebody tried in vain to reach the client, since they were last in touch."""
    contacts = entries().filter(case_id=case_id, kind=EntryKind.CONTACT)
    rows = list(contacts.values_list("reached", "at"))
    in_touch = [_day(at) for reached, at in rows if reached == Reached.REACHED]
    unanswered = [_day(at) for reached, at in rows if reached == Reached.NO_ANSWER]
    return days_tried(unanswered, last_in_touch=max(in_touch, default=None))


def situation(case: "Case", ending: Ending) -> Situation:
    """What is true of the case today, beside what was prepared."""
    kinds = list(open_tasks().filter(case_id=case.id).values_list("kind", flat=True))
    return Situation(
        case_open=case.state == CaseState.OPEN,
        prepared_by_id=ending.prepared_by_id,
        prepared_on=_day(ending.prepared_at),
        looked_by_id=ending.looked_by_id,
        tasks_left=len(_undecided(loose_tasks(case.id), ending.tasks)),
        summary_ready=draft_summary(case.id) is not None,
        attempts=len(tries(case.id)),
        **{name: kinds.count(kind) for kind, name in FOLLOWS.items()},
    )


def _undecided(tasks: "Iterable[Task]", decided: dict[str, str]) -> "list[Task]":
    return [task for task in tasks if str(task.id) not in decided]


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(clock.HELSINKI).date()
