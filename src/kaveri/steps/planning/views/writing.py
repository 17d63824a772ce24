"""What is written in the plan: words, goals, what is known, rows, follow-up."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.steps.assessment.domain import NextThing
from kaveri.steps.planning import selectors, services
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    FollowUpTerms,
    GoalLevel,
    GoalState,
    RowState,
    RowTerms,
    Topic,
)
from kaveri.steps.planning.forms import (
    CLIENT,
    CloseGoalForm,
    FollowUpForm,
    GoalForm,
    MarkRowForm,
    RowForm,
    StatementForm,
    WordsForm,
)
from kaveri.steps.planning.models import Plan, PlanRow
from kaveri.steps.planning.presenters.page import SITUATION
from kaveri.steps.planning.views import parts


@staff_page(PlanAction.SET_OWN_WORDS, methods=("GET", "POST"))
def words(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The client's words put otherwise; the former stay readable."""
    head, plan = parts.opened_plan(request, case_id, PlanAction.SET_FOLLOW_UP)
    held = selectors.own_words().filter(plan=plan).first()
    form = WordsForm.of(request, initial={"words": held.text if held else ""})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.set_own_words(
            actor=request.actor,
            plan_id=plan.id,
            words=form.cleaned_data["words"],
            seen=held.id if held else None,
            sending=sending,
        ),
        title=_("What the client wants"),
        send=_("Save the words"),
        receipt=_("The words are saved. The earlier ones can still be read."),
        part="words",
    )


@staff_page(PlanAction.ADD_GOAL, methods=("GET", "POST"))
def goal_new(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """A goal comes into the plan."""
    head, plan = parts.opened_plan(request, case_id, PlanAction.ADD_GOAL)
    form = GoalForm.of(request, goals=_goals(plan), initial={"level": GoalLevel.MAIN})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.add_goal(
            actor=request.actor, plan_id=plan.id, goal=form.terms(), sending=sending
        ),
        title=_("Add a goal"),
        send=_("Save the goal"),
        receipt=_("The goal is in the plan."),
        part="goals",
    )


@staff_page(PlanAction.CHANGE_GOAL, methods=("GET", "POST"))
def goal(request: PersonRequest, case_id: UUID, goal_id: UUID) -> HttpResponse:
    """The goal is put otherwise."""
    head, held = parts.opened(request, case_id, PlanAction.CHANGE_GOAL, selectors.goals(), goal_id)
    now = {
        "own_words": held.own_words,
        "level": held.level,
        "leads_to": str(held.leads_to or ""),
        "wording": held.wording,
        "version": held.version,
    }
    form = GoalForm.of(
        request, goals=_goals(held.plan, but=held.root_id, also=held.leads_to), initial=now
    )
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.change_goal(
            actor=request.actor,
            goal_id=goal_id,
            goal=form.terms(),
            version=form.cleaned_data["version"] or 0,
            sending=sending,
        ),
        title=_("Put the goal otherwise"),
        send=_("Save the goal"),
        receipt=_("The goal is saved. The earlier wording can still be read."),
        part="goals",
        now=now,
    )


@staff_page(PlanAction.CLOSE_GOAL, methods=("GET", "POST"))
def goal_close(request: PersonRequest, case_id: UUID, goal_id: UUID) -> HttpResponse:
    """The goal is attained, or given up."""
    head, held = parts.opened(request, case_id, PlanAction.CLOSE_GOAL, selectors.goals(), goal_id)
    now = {"version": held.version, "on": clock.today()}
    form = CloseGoalForm.of(request, initial=now)
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.close_goal(
            actor=request.actor,
            goal_id=goal_id,
            to=GoalState(form.cleaned_data["to"]),
            on=form.cleaned_data["on"],
            version=form.cleaned_data["version"] or 0,
            reason=form.cleaned_data["reason"],
            sending=sending,
        ),
        title=_("How did it go with the goal?"),
        lead=held.own_words,
        send=_("Save"),
        receipt=_("It is noted how it went with the goal."),
        part="goals",
        now=now,
    )


@staff_page(PlanAction.ADD_STATEMENT, methods=("GET", "POST"))
def statement_new(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Something is known of the situation."""
    head, plan = parts.opened_plan(request, case_id, PlanAction.ADD_STATEMENT)
    topic = request.GET.get("topic", Topic.LIFE_SITUATION)
    form = StatementForm.of(
        request,
        initial={
            "said_on": clock.today(),
            "topic": topic if topic in set(Topic) else Topic.LIFE_SITUATION,
        },
    )
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.add_statement(
            actor=request.actor, plan_id=plan.id, told=form.told(), sending=sending
        ),
        title=_("Add what is known"),
        send=_("Write it down"),
        receipt=_("It is written in the plan."),
        part="situation" if form["topic"].value() in SITUATION else "competence",
    )


@staff_page(PlanAction.ADD_ROW, methods=("GET", "POST"))
def row_new(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Something is to be done towards the goals."""
    head, plan = parts.opened_plan(request, case_id, PlanAction.ADD_ROW)
    form = RowForm.of(
        request,
        people=parts.people(head, somebody_else=_("Somebody else, by name")),
        services=parts.services(),
        initial={"responsible": str(head.manager_id), "kind": "service"},
    )
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.add_row(
            actor=request.actor, plan_id=plan.id, row=form.terms(), sending=sending
        ),
        title=_("Add a service or a step"),
        lead=_("The client's own view stands beside the recommendation."),
        send=_("Save the row"),
        receipt=_("The row is in the plan."),
        part="services",
    )


@staff_page(PlanAction.CHANGE_ROW, methods=("GET", "POST"))
def row(request: PersonRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """The row reads otherwise; it has to be agreed again."""
    head, held = parts.opened(
        request, case_id, PlanAction.CHANGE_ROW, selectors.plan_rows(), row_id
    )
    now = _as_written(held)
    form = RowForm.of(
        request,
        people=parts.people(head, somebody_else=_("Somebody else, by name")),
        services=parts.services(),
        initial=now,
    )
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.change_row(
            actor=request.actor,
            row_id=row_id,
            version=form.cleaned_data["version"] or 0,
            row=_kept_organisation(form.terms(), held),
            next_step=held.task_id is not None,
            sending=sending,
        ),
        title=_("Change the row"),
        lead=_("Whoever is responsible agrees to it again after the change."),
        send=_("Save the row"),
        receipt=_("The row is saved."),
        part="services",
        now=now,
    )


def _kept_organisation(terms: RowTerms, held: PlanRow) -> RowTerms:
    """The form asks for a name only: the organisation stays with the one who is responsible."""
    same = terms.responsible_id is not None and terms.responsible_id == held.responsible_id
    return replace(terms, organisation_id=held.organisation_id) if same else terms


@staff_page(PlanAction.MARK_ROW, methods=("GET", "POST"))
def row_mark(request: PersonRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """It has begun, is done, or was left undone."""
    head, held = parts.opened(request, case_id, PlanAction.MARK_ROW, selectors.plan_rows(), row_id)
    form = MarkRowForm.of(request, initial={"version": held.version})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.mark_row(
            actor=request.actor,
            row_id=row_id,
            version=form.cleaned_data["version"] or 0,
            state=RowState(form.cleaned_data["state"]),
            reason=form.cleaned_data["reason"],
            next_=_next(form),
            sending=sending,
        ),
        title=_("How far has it come?"),
        lead=selectors.row_words(held, parts.language()),
        send=_("Save"),
        receipt=_("It is noted how far it has come."),
        part="timetable",
        now={"version": held.version},
    )


@staff_page(PlanAction.SET_FOLLOW_UP, methods=("GET", "POST"))
def follow_up(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Who looks at what, on which day."""
    head, plan = parts.opened_plan(request, case_id, PlanAction.SET_FOLLOW_UP)
    held = selectors.follow_ups().filter(plan=plan).first()
    initial: dict[str, object] = {"follow_who": str(head.manager_id)}
    if held is not None:
        initial |= {"follow_what": held.what, "follow_on": held.on}
        if held.who_id:
            initial["follow_who"] = str(held.who_id)
    form = FollowUpForm.of(request, people=parts.people(head), initial=initial)
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.set_follow_up(
            actor=request.actor,
            plan_id=plan.id,
            terms=agreed_follow_up(form, head.client),
            seen=held.id if held else None,
            sending=sending,
        ),
        title=_("Agree on the follow-up"),
        send=_("Save the follow-up"),
        receipt=_("The follow-up is agreed."),
        part="follow-up",
    )


def agreed_follow_up(form: FollowUpForm, client: str) -> FollowUpTerms:
    """The client looks at it: by name, since the client may have no sign-in."""
    terms = form.follow_up()
    if form.cleaned_data["follow_who"] != CLIENT:
        return terms
    return FollowUpTerms(what=terms.what, on=terms.on, who_name=client)


def _next(form: MarkRowForm) -> NextThing | None:
    given = form.cleaned_data
    if not given["next_what"]:
        return None
    return NextThing(what=given["next_what"], due_on=given["next_due_on"])


def _goals(
    plan: Plan, *, but: UUID | None = None, also: UUID | None = None
) -> list[tuple[str, str]]:
    """The goals another can lead to: those ahead, and the one it leads to already."""
    return [
        (str(row.root_id), row.own_words[:80])
        for row in selectors.goals().filter(plan=plan)
        if row.root_id != but and (row.state == GoalState.AHEAD or row.root_id == also)
    ]


def _as_written(held: PlanRow) -> dict[str, object]:
    who = CLIENT if held.by_client else str(held.responsible_id or "")
    return {
        "kind": held.kind,
        "service": str(held.service_id or ""),
        "what": held.what,
        "wish": held.wish,
        "client_words": held.client_words,
        "recommendation": held.recommendation,
        "responsible": who,
        "responsible_name": held.responsible_name,
        "organisation_name": held.organisation_name,
        "client_part": held.client_part,
        "from_on": held.from_on,
        "until_on": held.until_on,
        "due_on": selectors.day_of(held),
        "category": held.category,
        "version": held.version,
    }
