"""What the pages of the plan share: opening it, one form on a page, and going on after it is sent."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts.doors import PersonRequest
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.planning import selectors
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.forms import CLIENT
from kaveri.steps.planning.presenters import FormPage

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kaveri.steps.planning.models import Plan, PlanRow


def language() -> str:
    """The reader's language."""
    return dates.known_language(get_language())


def opened(
    request: PersonRequest,
    case_id: UUID,
    action: PlanAction,
    rows: "QuerySet[Any]",
    pk: UUID,
    *,
    seen: bool = False,
) -> tuple[CaseHead, Any]:
    """The head of the case and the row the form is about, when the reader may carry out the action."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        here = look.rows(rows.filter(case_id=case_id, pk=pk), action)
        # What is kept from somebody in the plan they do not meet here either.
        row = (look.rows(here, PlanAction.READ) if seen else here).first()
        if row is None:
            raise Denied(action)
    return head, row


def opened_plan(
    request: PersonRequest, case_id: UUID, action: PlanAction
) -> tuple[CaseHead, "Plan"]:
    """The same for the current plan of the case."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        plan = current(look, case_id, action)
        if plan is None:
            raise Denied(action)
    return head, plan


def current(look: Look, case_id: UUID, action: PlanAction) -> "Plan | None":
    """The current plan, when the reader may carry out the action on it."""
    rows = selectors.plans().filter(case_id=case_id, closed_at=None)
    return look.rows(rows, action).first()


def people(head: CaseHead, *, somebody_else: str = "") -> list[tuple[str, str]]:
    """Those who can be chosen for something: who works on the case, and the client."""
    found: dict[str, str] = {}
    for near in head.people:
        if near.kind not in {"self", "representative", "predecessor"}:
            found[str(near.account_id)] = ", ".join(
                words for words in (near.name, near.title) if words
            )
    last = [("", somebody_else)] if somebody_else else []
    return [*found.items(), (CLIENT, head.client), *last]


def services() -> list[tuple[str, str]]:
    """The services of the directory by name."""
    name = f"name_{language()}"
    rows = directory.services().filter(is_offered=True)
    return sorted(
        ((str(row.id), str(getattr(row, name))) for row in rows), key=lambda pair: pair[1]
    )


def in_full(row: "PlanRow") -> str:
    """What is done by when, and what the client does: what somebody says yes to."""
    day = selectors.day_of(row)
    period = [
        dates.plain_date(each, language()) if each else "" for each in (row.from_on, row.until_on)
    ]
    when = "–".join(period) if any(period) else dates.plain_date(day, language()) if day else ""
    return "\n".join(
        each for each in (selectors.row_words(row, language()), when, row.client_part) if each
    )


def plan_at(case_id: UUID, part: str = "") -> str:
    """The page of the plan, at one of its parts."""
    return reverse("planning:plan", args=[case_id]) + (f"#{part}" if part else "")


def one_form(
    request: PersonRequest,
    head: CaseHead,
    form: KaveriForm,
    use_case: Callable[[UUID], Any],
    *,
    title: str,
    send: str,
    receipt: str,
    part: str = "",
    back: str = "",
    lead: str = "",
    check: str = "",
    now: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """A page that is one form: sent, it leads back to its part of the plan, or where else it stood."""
    back = back or plan_at(head.case_id, part)
    answer = carried_out(request, form, use_case, receipt=receipt, to=back, now=now)
    if answer is not None:
        return answer
    page = FormPage(title=title, lead=lead, check=check, send=send, back=back, form=form)
    return show(request, "planning/form.html", page, head=head)
