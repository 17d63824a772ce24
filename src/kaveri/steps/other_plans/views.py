"""The plan among other plans: what the law asks, the register, and the support plan's place in it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts.doors import PersonRequest, client_page, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import Look, looking
from kaveri.steps.coordination import selectors as coordination
from kaveri.steps.other_plans import presenters, selectors, services
from kaveri.steps.other_plans.actions import OtherPlansAction
from kaveri.steps.other_plans.domain import PlanKind, category_of
from kaveri.steps.other_plans.forms import EndForm, PlanForm, SureForm, TickForm
from kaveri.steps.other_plans.models import OtherPlan
from kaveri.steps.planning import selectors as planning
from kaveri.steps.planning.actions import PlanAction


@staff_page(OtherPlansAction.CHECK)
def contents(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The support plan checked, and what each other kind of plan holds."""
    with looking(OtherPlansAction.CHECK, actor=request.actor) as look:
        head = case_head(look, case_id, besides=planning.page_columns(request.actor))
        plan = planning.plan_head(head.besides)
        parts = planning.plan_parts(look, plan.id) if plan else None
        whole = plan is None or parts is None or planning.shows_all(plan.id, parts)
    page = presenters.contents_page(plan, parts, whole=whole, has_coordinator=bool(head.manager_id))
    return show(request, "other_plans/contents.html", page, head=head)


@staff_page(OtherPlansAction.OF_CASE)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The client's other plans as a picture and a list."""
    with looking(OtherPlansAction.OF_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = list(look.rows(selectors.of_case(case_id), OtherPlansAction.READ))
        here = cases.cases().filter(pk=case_id)
        may_add = head.is_open and look.rows(here, OtherPlansAction.ADD).exists()
        has_plan = _has_plan(look, case_id)
    page = presenters.of_case(rows, case_id, has_plan=has_plan, may_add=may_add)
    return show(request, "other_plans/of_case.html", page, head=head)


@staff_page(OtherPlansAction.ADD, methods=("GET", "POST"))
def add(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """A plan that somebody holds is noted."""
    with looking(OtherPlansAction.ADD, actor=request.actor) as look:
        head = case_head(look, case_id)
        holders = coordination.workers_near(case_id)
    form = PlanForm.of(request, holders=holders)
    return _form_page(
        request,
        form,
        lambda sending: services.add_plan(
            actor=request.actor, case_id=case_id, terms=form.terms(), sending=sending
        ),
        head=head,
        receipt=_("The plan is noted."),
        title=_("Note a plan"),
        lead=_("A plan that somebody holds for the client, here or elsewhere."),
        send=_("Note the plan"),
        back=reverse("other_plans:of_case", args=[case_id]),
    )


@staff_page(OtherPlansAction.READ, OtherPlansAction.OF_CASE)
def plan(request: PersonRequest, other_plan_id: UUID) -> HttpResponse:
    """One plan: who holds it, until when, what it holds of its contents."""
    with looking(OtherPlansAction.READ, actor=request.actor) as look:
        row, head = _opened(look, other_plan_id)
        here = selectors.plans().filter(pk=row.pk, ended_on=None)
        goes_on = head.is_open and look.rows(here, OtherPlansAction.CHANGE).exists()
        alone = not selectors.holding_support(row.case_id).exists()
        may = {
            "change": goes_on,
            "end": goes_on,
            "put_in": goes_on and alone and _has_plan(look, row.case_id),
            "take_out": goes_on and row.holds_support,
            "tick": goes_on,
        }
    return show(request, "other_plans/plan.html", presenters.one_page(row, may=may), head=head)


@staff_page(OtherPlansAction.CHANGE, OtherPlansAction.OF_CASE, methods=("GET", "POST"))
def change(request: PersonRequest, other_plan_id: UUID) -> HttpResponse:
    """What is known of the plan has changed."""
    with looking(OtherPlansAction.CHANGE, actor=request.actor) as look:
        row, head = _opened(look, other_plan_id)
        here = cases.cases().filter(pk=row.case_id)
        carries = look.rows(here, OtherPlansAction.ADD).exists()
        # Who holds a plan is not shown the whole network for it.
        holders = coordination.workers_near(row.case_id) if carries else []
    if row.holder and row.holder not in holders:
        holders = [row.holder, *holders]
    plain = row.category == category_of(PlanKind(row.kind))
    now = {
        "holder_id": str(row.holder_id or ""),
        "holder_name": row.holder_name,
        "organisation": row.organisation,
        "kept_in": row.kept_in,
        "valid_until": row.valid_until,
        "review_on": row.review_on,
        "guarded": "" if plain else Category(row.category),
        "version": row.version,
    }
    form = PlanForm.of(request, holders=holders, kind=row.kind, initial=now)
    return _form_page(
        request,
        form,
        lambda sending: services.change_plan(
            actor=request.actor,
            other_plan_id=other_plan_id,
            terms=form.terms(),
            version=form.cleaned_data["version"] or 0,
            sending=sending,
        ),
        head=head,
        receipt=_("The change is saved."),
        title=presenters.plan_name(row.kind),
        send=_("Save the change"),
        back=_at(row),
        now=now,
    )


@staff_page(OtherPlansAction.END, OtherPlansAction.OF_CASE, methods=("GET", "POST"))
def end(request: PersonRequest, other_plan_id: UUID) -> HttpResponse:
    """The plan is over."""
    with looking(OtherPlansAction.END, actor=request.actor) as look:
        row, head = _opened(look, other_plan_id)
    form = EndForm.of(request, initial={"version": row.version})
    return _form_page(
        request,
        form,
        lambda sending: services.end_plan(
            actor=request.actor,
            other_plan_id=other_plan_id,
            reason=form.cleaned_data["reason"],
            version=form.cleaned_data["version"],
            sending=sending,
        ),
        head=head,
        receipt=_("It is noted that the plan has ended."),
        title=_("End the plan"),
        lead=presenters.plan_name(row.kind),
        more=_("If the support plan is a part of it, the support plan goes on alone."),
        send=_("End the plan"),
        back=_at(row),
        now={"version": row.version},
    )


@staff_page(OtherPlansAction.PUT_IN, OtherPlansAction.OF_CASE, methods=("GET", "POST"))
def put_in(request: PersonRequest, other_plan_id: UUID) -> HttpResponse:
    """The support plan becomes a part of this plan."""
    with looking(OtherPlansAction.PUT_IN, actor=request.actor) as look:
        row, head = _opened(look, other_plan_id)
    form = SureForm.of(request, initial={"version": row.version})
    return _form_page(
        request,
        form,
        lambda sending: services.put_in(
            actor=request.actor,
            other_plan_id=other_plan_id,
            version=form.cleaned_data["version"],
            sending=sending,
        ),
        head=head,
        receipt=_("The support plan is a part of this plan now."),
        title=_("Make the support plan a part of this plan"),
        lead=presenters.plan_name(row.kind),
        more=_(
            "Nothing is copied: both show the same support plan, and everybody goes on seeing only what they may."
            " The client reads where it stands."
        ),
        send=_("Make it a part"),
        back=_at(row),
        now={"version": row.version},
    )


@staff_page(OtherPlansAction.TAKE_OUT, OtherPlansAction.OF_CASE, methods=("GET", "POST"))
def take_out(request: PersonRequest, other_plan_id: UUID) -> HttpResponse:
    """The support plan stands alone again."""
    with looking(OtherPlansAction.TAKE_OUT, actor=request.actor) as look:
        row, head = _opened(look, other_plan_id)
    form = SureForm.of(request, initial={"version": row.version})
    return _form_page(
        request,
        form,
        lambda sending: services.take_out(
            actor=request.actor,
            other_plan_id=other_plan_id,
            version=form.cleaned_data["version"],
            sending=sending,
        ),
        head=head,
        receipt=_("The support plan stands alone now."),
        title=_("Take the support plan out of this plan"),
        lead=presenters.plan_name(row.kind),
        more=_("Nothing is lost: the support plan goes on as a document of its own."),
        send=_("Take it out"),
        back=_at(row),
        now={"version": row.version},
    )


@staff_page(OtherPlansAction.TICK, OtherPlansAction.OF_CASE, methods=("GET", "POST"))
def tick(request: PersonRequest, other_plan_id: UUID) -> HttpResponse:
    """The contents of the kind are gone through."""
    with looking(OtherPlansAction.TICK, actor=request.actor) as look:
        row, head = _opened(look, other_plan_id)
    known = selectors.contents_of(row.kind, on=clock.today())
    now = {"held": row.held.split(), "without": row.without.split(), "version": row.version}
    form = TickForm.of(request, known=known, initial=now)
    return _form_page(
        request,
        form,
        lambda sending: services.tick_contents(
            actor=request.actor,
            other_plan_id=other_plan_id,
            held=form.cleaned_data["held"],
            without=form.cleaned_data.get("without", []),
            version=form.cleaned_data["version"],
            sending=sending,
        ),
        head=head,
        receipt=_("The contents are gone through."),
        title=_("Go through the contents"),
        lead=presenters.plan_name(row.kind),
        more=_("This is information for those who make the plan: a plan holds all the same."),
        send=_("Save what it holds"),
        back=_at(row),
        now=now,
    )


@client_page(OtherPlansAction.OWN)
def own(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """My plans: who holds which, and until when."""
    with looking(OtherPlansAction.OWN, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = list(look.rows(selectors.of_case(case_id), OtherPlansAction.READ))
        has_plan = _has_plan(look, case_id)
    page = presenters.own_page(rows, head, has_plan=has_plan)
    return show(request, "other_plans/own.html", page)


def _has_plan(look: Look, case_id: UUID) -> bool:
    """Whether there is a support plan that the one who looks may read."""
    here = planning.plans().filter(case_id=case_id, closed_at=None)
    return look.rows(here, PlanAction.READ).exists()


def _at(row: OtherPlan) -> str:
    return reverse("other_plans:plan", args=[row.pk])


def _opened(look: Look, other_plan_id: UUID) -> tuple[OtherPlan, CaseHead]:
    """The plan by its own rule, then the head of its case."""
    row = look.rows(selectors.plans().filter(pk=other_plan_id)).first()
    if row is None:
        raise Denied(look.action)
    look.action = OtherPlansAction.OF_CASE
    return row, case_head(look, row.case_id)


def _form_page(
    request: PersonRequest,
    form: KaveriForm,
    use_case: Callable[[UUID], Any],
    *,
    head: CaseHead,
    receipt: str,
    title: str,
    send: str,
    back: str,
    lead: str = "",
    more: str = "",
    now: dict[str, Any] | None = None,
) -> HttpResponse:
    carried = carried_out(request, form, use_case, receipt=receipt, to=back, now=now)
    if carried:
        return carried
    page = presenters.FormPage(title=title, lead=lead, more=more, send=send, back=back, form=form)
    return show(request, "other_plans/case_form.html", page, head=head)
