"""The pages of consultations."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.directory.selectors import worker_on_duty
from kaveri.foundation.access import policy
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import PAGE_SIZE, asked_page, pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.consultation import presenters, selectors, services
from kaveri.steps.consultation.actions import ConsultationAction
from kaveri.steps.consultation.forms import (
    AskForm,
    ConsultationsFilter,
    FiguresFilter,
    NoteForm,
    ReplyForm,
)


@staff_page(ConsultationAction.LIST)
def consultations(request: PersonRequest) -> HttpResponse:
    """What I have asked and what my unit is asked, what waits first."""
    form = ConsultationsFilter(request.GET)
    asked = form.chosen()
    first = (asked_page(request) - 1) * PAGE_SIZE
    with looking(ConsultationAction.LIST, actor=request.actor) as look:
        look.allow()
        found = look.rows(selectors.wanted_consultations(request.actor, **asked))
        total = found.count()
        first = min(first, max(0, (total - 1) // PAGE_SIZE * PAGE_SIZE))
        rows = list(found[first : first + PAGE_SIZE])
    page = presenters.consultations_page(
        form, rows, pager(request, total), narrowed=any(asked.values())
    )
    return show(request, "consultation/consultations.html", page)


@staff_page(ConsultationAction.NOTE, methods=("GET", "POST"))
def note(request: PersonRequest) -> HttpResponse:
    """A colleague asked, and was answered."""
    with looking(ConsultationAction.NOTE, actor=request.actor) as look:
        look.allow()
        form = NoteForm.of(request)
    done = carried_out(
        request,
        form,
        lambda key: services.note_consultation(
            actor=request.actor, sending=key, **form.cleaned_data
        ),
        receipt=_("The consultation is noted and counted."),
        to=reverse("consultation:consultations"),
    )
    return done or show(request, "consultation/note.html", {"form": form})


@staff_page(ConsultationAction.ASK, methods=("GET", "POST"))
def ask(request: PersonRequest) -> HttpResponse:
    """A question in writing."""
    with looking(ConsultationAction.ASK, actor=request.actor) as look:
        look.allow()
        form = AskForm.of(request)
    done = carried_out(
        request,
        form,
        lambda key: services.ask_colleague(actor=request.actor, sending=key, **form.cleaned_data),
        receipt=_("Your question is sent. The answer comes here."),
        to=reverse("consultation:consultations"),
    )
    return done or show(request, "consultation/ask.html", {"form": form})


@staff_page(ConsultationAction.READ, ConsultationAction.ANSWER, methods=("GET", "POST"))
def consultation(request: PersonRequest, consultation_id: UUID) -> HttpResponse:
    """One question, and the form for those who may answer it."""
    with looking(ConsultationAction.READ, actor=request.actor) as look:
        row = look.row(selectors.consultations(), consultation_id)
        may_answer = (
            policy.permitted(selectors.consultations(), ConsultationAction.ANSWER, request.actor)
            .filter(pk=row.pk)
            .exists()
        )
        on_duty_id = worker_on_duty(row.asked_unit_id) if row.answered_at is None else None
        on_duty = people.accounts().filter(pk=on_duty_id).first() if on_duty_id else None
    form = ReplyForm.of(request, initial={"version": row.version})
    done = carried_out(
        request,
        form,
        lambda key: services.answer_colleague(
            actor=request.actor,
            consultation_id=consultation_id,
            sending=key,
            **form.cleaned_data,
        ),
        receipt=_("Your answer is sent."),
        to=reverse("consultation:consultation", args=[consultation_id]),
        now={"version": row.version, "answer": row.answer},
    )
    page = presenters.consultation_page(
        row, form if may_answer and row.answered_at is None else None, on_duty
    )
    return done or show(request, "consultation/consultation.html", page)


@staff_page(ConsultationAction.FIGURES)
def figures(request: PersonRequest) -> HttpResponse:
    """How many consultations there were, about what and from where."""
    form = FiguresFilter(request.GET)
    first_on, last_on = form.period()
    mine = request.actor.unit_ids | request.actor.managed_unit_ids
    with looking(ConsultationAction.FIGURES, actor=request.actor) as look:
        look.allow()
        counted = selectors.counted(first_on, last_on, mine if form.ours else None)
    return show(
        request,
        "consultation/figures.html",
        presenters.figures_page(form, first_on, last_on, counted),
    )
