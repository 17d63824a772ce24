"""Ending a support: choose the way, write it down, look a second time, end."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts.doors import PersonRequest, signed_in_page, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import AlreadyDone, Changed, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.ending import presenters, services
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.ending.domain import (
    WITHOUT_AGREEMENT,
    EndingState,
    Way,
    needs_summary,
    obstacles_to_ending,
)
from kaveri.steps.ending.forms import AskForm, ConfirmForm, SecondLookForm, WayForm
from kaveri.steps.ending.models import Ending
from kaveri.steps.ending.selectors import (
    draft_summary,
    endings,
    given_summaries,
    loose_tasks,
    prepared_ending,
    situation,
)

_AFTER_CARE_KINDS = (RelationKind.CASE_MANAGER, RelationKind.PAIR, RelationKind.COACH)


@staff_page(EndingAction.OPEN)
def ending(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Where the ending stands, and what can be done."""
    with looking(EndingAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        here = cases.cases().filter(pk=case_id)
        rows = list(look.rows(endings().filter(case_id=case_id), EndingAction.READ))
        now = next((row for row in rows if row.state == EndingState.PREPARED), None)
        page = presenters.EndingPage(
            head=head,
            may_end=head.is_open and look.rows(here, EndingAction.END).exists(),
            may_reopen=not head.is_open and look.rows(here, EndingAction.REOPEN).exists(),
            may_look=now is not None
            and now.way in WITHOUT_AGREEMENT
            and now.prepared_by_id != request.actor.account_id,
            ways=presenters.ways(),
            prepared=presenters.prepared(now) if now else None,
            obstacles=_obstacles(here.get(), now) if now else (),
            needs_summary=now is not None and needs_summary(Way(now.way)),
            has_draft=draft_summary(case_id) is not None,
            has_summary=look.rows(
                given_summaries().filter(case_id=case_id), EndingAction.READ_SUMMARY
            ).exists(),
            history=tuple(presenters.prepared(row) for row in rows if row is not now),
        )
    return show(request, "ending/ending.html", page)


def _obstacles(case: Any, now: Ending) -> tuple[Any, ...]:
    found = obstacles_to_ending(Way(now.way), situation(case, now), today=clock.today())
    return presenters.obstacle_words(found)


@staff_page(EndingAction.PREPARE, methods=("GET", "POST"))
def way(request: PersonRequest, case_id: UUID, part: int) -> HttpResponse:
    """What this way of ending needs, with what happens said first.

    The address counts the ways, so that it does not tell what has happened to somebody.
    """
    way = presenters.way_at(part)
    if way is None:
        raise Http404
    with looking(EndingAction.PREPARE, actor=request.actor) as look:
        head = case_head(look, case_id)
        now = prepared_ending(case_id)
        form = WayForm.of(
            request,
            way=way,
            workers=_workers(case_id),
            tasks=presenters.task_sentences(loose_tasks(case_id)),
            initial=_initial(now, head),
        )
    theirs: tuple[presenters.Fact, ...] = ()
    if posted(request) and form.is_valid():
        try:
            services.prepare_ending(
                actor=request.actor,
                case_id=case_id,
                plan=form.plan,
                tasks=form.fates,
                version=form.cleaned_data["version"],
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("ending:ending", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        except Changed:
            theirs = presenters.facts(now) if now else ()
            take_version(form, now.version if now else None)
        else:
            messages.success(request, _("The ending is prepared. Nothing has ended yet."))
            nowhere_left = not needs_summary(way)
            return redirect("ending:ending" if nowhere_left else "ending:draft", case_id=case_id)
    page = presenters.FormPage(
        head=head,
        title=presenters.way_name(way),
        form=form,
        consequences=presenters.consequences(way, head),
        theirs=theirs,
    )
    return show(request, "ending/way.html", page)


def take_version(form: Any, version: int | None) -> None:
    """The next sending is held against what somebody else has saved; what was typed stays."""
    form.data = form.data.copy()
    form.data["version"] = "" if version is None else version


def _workers(case_id: UUID) -> list[tuple[str, str]]:
    near = cases.relations().filter(case_id=case_id, kind__in=_AFTER_CARE_KINDS)
    return [(str(row.account_id), row.account.full_name) for row in near.order_by("from_at")]


def _initial(now: Ending | None, head: CaseHead) -> dict[str, Any]:
    if now is None:
        return {"after_care_owner": str(head.manager_id)}
    names = [*WayForm.base_fields]
    known = {name: getattr(now, name) for name in names if hasattr(now, name)}
    known["after_care_owner"] = str(now.after_care_owner_id or head.manager_id)
    return {**known, **{f"task_{task}": fate for task, fate in now.tasks.items()}}


@staff_page(EndingAction.END, methods=("GET", "POST"))
def confirm(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The last look: what happens, what stands in the way, one button."""
    with looking(EndingAction.END, actor=request.actor) as look:
        head = case_head(look, case_id)
        now = prepared_ending(case_id)
        case = cases.cases().get(pk=case_id)
        words = _obstacles(case, now) if now else ()
    if now is None:
        return redirect("ending:ending", case_id=case_id)
    form = ConfirmForm.of(
        request, with_summary=needs_summary(Way(now.way)), initial={"version": now.version}
    )
    if posted(request) and form.is_valid():
        try:
            services.end_support(
                actor=request.actor,
                case_id=case_id,
                version=form.cleaned_data["version"],
                given_how=form.cleaned_data.get("given_how", ""),
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("ending:ending", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
            words = ()
        except Changed:
            messages.warning(request, _("Somebody else has changed what was prepared. Look again."))
            return redirect("ending:confirm", case_id=case_id)
        else:
            messages.success(request, _("The support has ended."))
            return redirect("ending:ending", case_id=case_id)
    page = presenters.FormPage(
        head=head,
        title=_("Look once more and end"),
        form=form,
        consequences=presenters.consequences(Way(now.way), head)[1:],
        obstacles=words,
        prepared=presenters.prepared(now),
    )
    return show(request, "ending/confirm.html", page)


@staff_page(EndingAction.WITHDRAW, methods=("POST",))
def withdraw(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The support does not end after all."""
    try:
        services.withdraw_ending(actor=request.actor, case_id=case_id)
    except Refused:
        messages.warning(request, _("No ending was prepared."))
    else:
        messages.success(request, _("The support goes on. What was prepared can still be read."))
    return redirect("ending:ending", case_id=case_id)


@staff_page(EndingAction.READ, EndingAction.SECOND_LOOK, methods=("GET", "POST"))
def second_look(request: PersonRequest, case_id: UUID, ending_id: UUID) -> HttpResponse:
    """A colleague reads what was prepared and says what they looked at."""
    with looking(EndingAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        found = look.rows(endings().filter(case_id=case_id, pk=ending_id), EndingAction.READ)
        row = found.first()
    if row is None:
        raise Http404
    form = SecondLookForm.of(request, initial={"version": row.version})
    if posted(request) and form.is_valid():
        try:
            services.take_second_look(
                actor=request.actor,
                ending_id=ending_id,
                version=form.cleaned_data["version"],
                words=form.cleaned_data["words"],
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("ending:ending", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        except Changed:
            take_version(form, row.version)
            form.add_error(None, _("What was prepared has changed. Read it again before you send."))
        else:
            messages.success(request, _("The second look is noted."))
            return redirect("ending:ending", case_id=case_id)
    page = presenters.FormPage(
        head=head, title=_("Take a second look"), form=form, prepared=presenters.prepared(row)
    )
    return show(request, "ending/second_look.html", page)


@signed_in_page(EndingAction.ASK, methods=("GET", "POST"))
def ask(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """A wish that the support ends, by the client or by somebody near the case."""
    form = AskForm.of(request)
    if posted(request) and form.is_valid():
        try:
            services.ask_to_end(
                actor=request.actor,
                case_id=case_id,
                words=form.cleaned_data["words"],
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("ending:ask", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(request, _("The wish is sent. You will talk about it first."))
            return redirect("ending:ask", case_id=case_id)
    with looking(EndingAction.ASK, actor=request.actor) as look:
        head = case_head(look, case_id)
    page = presenters.FormPage(head=head, title=_("Ask to end the support"), form=form)
    by_client = request.actor.roles <= {Role.CLIENT}
    return show(request, "ending/ask_client.html" if by_client else "ending/ask.html", page)
