"""The plan of a case on one page, and how it begins."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.planning import presenters, selectors
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import FollowUpTerms, PlanForm
from kaveri.steps.planning.forms import CLIENT, NoteForm
from kaveri.steps.planning.services import start_plan
from kaveri.steps.planning.views.parts import language, people, plan_at


@staff_page(PlanAction.OPEN)
def plan(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The eight parts as they stand; where there is no plan yet, how it begins."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id, besides=selectors.page_columns(request.actor))
        found = selectors.plan_head(head.besides)
        if found is None:
            may_start = head.is_open and _may(
                look, cases.cases().filter(pk=case_id), PlanAction.START
            )
            page: Any = None
        else:
            may_start = False
            page = presenters.plan_page(
                found,
                selectors.plan_parts(look, found.id),
                head,
                approvals=list(selectors.approvals([found.newest_id])) if found.newest_id else [],
                keeping=selectors.keeping_of(found.keeper, request.actor, language()),
            )
    return show(request, "planning/plan.html", page, head=head, may_start=may_start)


def _may(look: Look, rows: Any, action: PlanAction) -> bool:
    return bool(look.rows(rows, action).exists())


@staff_page(PlanAction.START, methods=("GET", "POST"))
def start(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The smallest plan: four things on one page."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        if not _may(look, cases.cases().filter(pk=case_id), PlanAction.START):
            raise Denied(PlanAction.START)
    form = NoteForm.of(
        request,
        people=people(head),
        initial={"words": head.own_words, "follow_who": str(head.manager_id)},
    )
    answer = carried_out(
        request,
        form,
        lambda sending: start_plan(
            actor=request.actor,
            case_id=case_id,
            form=PlanForm.NOTE,
            words=form.cleaned_data["words"],
            row=form.row(),
            next_step=form.cleaned_data["responsible"] != CLIENT,
            follow_up=_named(form.follow_up(), form, head.client),
            sending=sending,
        ),
        receipt=_("The plan has begun as a note. It can grow into a full plan."),
        to=plan_at(case_id),
    )
    if answer is not None:
        return answer
    page = presenters.FormPage(
        title=_("Begin a plan"),
        lead=_("A plan can be one note. It grows into a full plan without anything being retyped."),
        send=_("Save the plan"),
        back=reverse("planning:plan", args=[case_id]),
        form=form,
    )
    return show(request, "planning/form.html", page, head=head)


def _named(terms: FollowUpTerms, form: NoteForm, client: str) -> FollowUpTerms:
    """The client looks at it: named, since the client may have no sign-in."""
    if form.cleaned_data["follow_who"] != CLIENT:
        return terms
    return FollowUpTerms(what=terms.what, on=terms.on, who_name=client)
