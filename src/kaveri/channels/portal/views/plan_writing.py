"""My plan, written: one question on a page, and nothing typed is lost."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any
from uuid import UUID

from django.contrib import messages as notes
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.channels.portal import presenters as shown
from kaveri.channels.portal import selectors
from kaveri.channels.portal.forms import (
    PlanGoalForm,
    PlanProposeForm,
    PlanSayForm,
    PlanViewForm,
    PlanWordsForm,
    PlanYesForm,
)
from kaveri.foundation.accounts.doors import PersonRequest, client_page
from kaveri.foundation.base.errors import AlreadyDone, Changed, Refused
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.saved_meanwhile import show_both
from kaveri.steps.planning import services as planning
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    CommentKind,
    GoalLevel,
    GoalTerms,
    Part,
    PlanState,
    RowTerms,
    Wish,
)
from kaveri.steps.planning.selectors import day_of


@client_page(PlanAction.SET_OWN_WORDS, methods=("GET", "POST"))
def plan_words(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What do you want? Where the plan stands as agreed, it becomes a proposal."""
    view = selectors.plan_part(PlanAction.SET_OWN_WORDS, request.actor, case_id, part=Part.WORDS)
    now = view.item
    text = now.text if now else ""
    form = PlanWordsForm.of(request, initial={"words": text, "seen": now.pk if now else None})
    draft = view.plan.state == PlanState.DRAFT

    def save(key: UUID) -> None:
        words = form.cleaned_data["words"]
        if draft:
            planning.set_own_words(
                actor=request.actor,
                plan_id=view.plan.pk,
                words=words,
                seen=form.cleaned_data["seen"],
                sending=key,
            )
        else:
            planning.comment_plan(
                actor=request.actor,
                plan_id=view.plan.pk,
                text=words,
                kind=CommentKind.PROPOSAL,
                part=Part.WORDS,
                item_id=now.pk if now else None,
                sending=key,
            )

    done = _sent(
        request,
        form,
        save,
        receipt=_("Your words are in the plan.")
        if draft
        else _("Your proposal is sent. You get an answer here."),
        to="portal:plan",
        case_id=case_id,
        now={"words": text, "seen": now.pk if now else None},
    )
    lead = (
        ""
        if draft
        else _("The plan stands as agreed. What you write is taken up when it is changed.")
    )
    return done or _asked(
        request, view, form, title=_("What I want"), send=_("Save my words"), lead=lead
    )


@client_page(PlanAction.ADD_GOAL, methods=("GET", "POST"))
def plan_goal(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What is your goal?"""
    view = selectors.plan_part(PlanAction.ADD_GOAL, request.actor, case_id)
    form = PlanGoalForm.of(request)

    def save(key: UUID) -> None:
        level = GoalLevel.CAREER if form.cleaned_data["about_work"] else GoalLevel.SUB
        planning.add_goal(
            actor=request.actor,
            plan_id=view.plan.pk,
            goal=GoalTerms(own_words=form.cleaned_data["own_words"], level=level),
            sending=key,
        )

    done = _sent(
        request,
        form,
        save,
        receipt=_("Your goal is in the plan."),
        to="portal:plan_whole",
        case_id=case_id,
    )
    return done or _asked(
        request, view, form, title=_("A new goal"), send=_("Save the goal"), back="plan_whole"
    )


@client_page(PlanAction.COMMENT, methods=("GET", "POST"))
def plan_say(
    request: PersonRequest, case_id: UUID, kind: str, part: str = "", item_id: UUID | None = None
) -> HttpResponse:
    """Say something about the plan or one part of it, or wish it otherwise."""
    if kind not in set(CommentKind) or (part and part not in _QUOTED):
        raise Http404
    about = Part(part) if part else None
    view = selectors.plan_part(
        PlanAction.COMMENT,
        request.actor,
        case_id,
        part=about,
        item_id=item_id,
        change=PlanAction.READ,
    )
    wished = kind == CommentKind.PROPOSAL
    form = (PlanProposeForm if wished else PlanSayForm).of(request)

    def save(key: UUID) -> None:
        planning.comment_plan(
            actor=request.actor,
            plan_id=view.plan.pk,
            text=form.cleaned_data["text"],
            kind=CommentKind(kind),
            part=about,
            item_id=item_id,
            sending=key,
        )

    back = "plan_whole" if about else "plan"
    done = _sent(
        request,
        form,
        save,
        receipt=_("Your proposal is sent. You get an answer here.")
        if wished
        else _("What you said is in the plan."),
        # Where what was said stands, and the answer to it.
        to="portal:plan_whole",
        case_id=case_id,
    )
    return done or _asked(
        request,
        view,
        form,
        title=_("I want to change something") if wished else _("I want to say something"),
        send=_("Send"),
        about=_QUOTED[about](view.item) if about else "",
        about_own=about in {Part.WORDS, Part.GOAL},
        lead=_("%(name)s and the others who make the plan with you read it.")
        % {"name": view.head.manager},
        back=back,
    )


@client_page(PlanAction.COMMENT, methods=("GET", "POST"))
def plan_row_view(request: PersonRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """What do you think about this? In one's own row it is written, else it is proposed."""
    view = selectors.plan_part(
        PlanAction.COMMENT,
        request.actor,
        case_id,
        part=Part.ROW,
        item_id=row_id,
        change=PlanAction.CHANGE_ROW,
    )
    row = view.item
    known = {"wish": row.wish, "client_words": row.client_words, "version": row.version}
    form = PlanViewForm.of(request, initial=known)
    direct = view.may_change and view.plan.state == PlanState.DRAFT and row.task_id is None

    def save(key: UUID) -> None:
        wish, words = Wish(form.cleaned_data["wish"]), form.cleaned_data["client_words"]
        if direct:
            planning.change_row(
                actor=request.actor,
                row_id=row_id,
                version=form.cleaned_data["version"] or 0,
                row=_terms(row, wish=wish, client_words=words),
                sending=key,
            )
        else:
            planning.comment_plan(
                actor=request.actor,
                plan_id=view.plan.pk,
                text="\n".join(filter(None, (_said_of(wish), words))),
                kind=CommentKind.PROPOSAL,
                part=Part.ROW,
                item_id=row_id,
                sending=key,
            )

    done = _sent(
        request,
        form,
        save,
        receipt=_("What you think stands in the plan.")
        if direct
        else _("Your proposal is sent. You get an answer here."),
        to="portal:plan_whole",
        case_id=case_id,
        now=known,
    )
    return done or _asked(
        request,
        view,
        form,
        title=_("What you think"),
        send=_("Save what I think"),
        about=shown.what_of(row),
        back="plan_whole",
    )


@client_page(PlanAction.AGREE_ROW, methods=("GET", "POST"))
def plan_row_agree(request: PersonRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """I say yes to what stands in the plan as mine, as it reads now."""
    view = selectors.plan_part(
        PlanAction.AGREE_ROW, request.actor, case_id, part=Part.ROW, item_id=row_id
    )
    row = view.item
    form = PlanYesForm.of(request, initial={"version": row.version})

    def save(key: UUID) -> None:
        planning.agree_row(
            actor=request.actor,
            row_id=row_id,
            version=form.cleaned_data["version"] or 0,
            sending=key,
        )

    done = _sent(
        request,
        form,
        save,
        receipt=_("You have said yes to this."),
        to="portal:plan_whole",
        case_id=case_id,
        now={"version": row.version},
    )
    return done or _asked(
        request,
        view,
        form,
        title=_("Is this what you do?"),
        send=_("Yes, I do this"),
        about=shown.what_of(row),
        lines=[
            shown.Line(icon="check", text=_("Your yes holds for this as it reads now.")),
            shown.Line(icon="pencil-line", text=_("If it is changed, you are asked again.")),
        ],
        back="plan_whole",
    )


@client_page(PlanAction.APPROVE, methods=("GET", "POST"))
def plan_approve(request: PersonRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    """The second look at a version, then yes; a no or a change is as near."""
    view = selectors.approval(PlanAction.APPROVE, request.actor, case_id, version_id)
    if not view.is_newest:
        notes.info(request, _("There is a newer version. Look at it first."))
        return redirect("portal:plan", case_id=case_id)
    form = PlanYesForm.of(request)

    def save(key: UUID) -> None:
        planning.approve_plan(actor=request.actor, version_id=version_id, sending=key)

    if posted(request) and form.is_valid():
        try:
            save(UUID(form.idempotency_key))
        except AlreadyDone:
            pass
        except Refused as refused:
            form.show_refusal(refused)
            return show(request, "portal/plan_approve.html", shown.approving(view, form))
        return redirect("portal:plan_receipt", case_id=case_id, version_id=version_id)
    return show(request, "portal/plan_approve.html", shown.approving(view, form))


def _sent(
    request: PersonRequest,
    form: KaveriForm,
    use_case: Callable[[UUID], None],
    *,
    receipt: str,
    to: str,
    case_id: UUID,
    now: dict[str, Any] | None = None,
) -> HttpResponse | None:
    """Send a valid form to its use case: the way on, or None when the form is to be shown again."""
    if not (posted(request) and form.is_valid()):
        return None
    try:
        use_case(UUID(form.idempotency_key))
    except AlreadyDone:
        pass
    except Refused as refused:
        form.show_refusal(refused)
        return None
    except Changed:
        show_both(form, now or {})
        return None
    else:
        notes.success(request, receipt)
    return redirect(to, case_id=case_id)


def _asked(
    request: PersonRequest,
    view: selectors.WritingView,
    form: KaveriForm,
    *,
    title: str,
    send: str,
    back: str = "plan",
    **known: Any,
) -> HttpResponse:
    page = shown.question(view.head, form, title=title, send=send, back=back, **known)
    return show(request, "portal/plan_question.html", page)


def _terms(row: Any, **changed: Any) -> RowTerms:
    """The row as it is, but for what the client says."""
    known = {
        field.name: getattr(row, field.name)
        for field in fields(RowTerms)
        if field.name not in {"category", "due_on"}
    }
    return RowTerms(**{**known, "due_on": day_of(row), **changed})


def _said_of(wish: Wish) -> str:
    return {
        Wish.NOT_ASKED: "",
        Wish.WANTS: _("I want this."),
        Wish.UNSURE: _("I am unsure."),
        Wish.DOES_NOT_WANT: _("I do not want this."),
    }[wish]


_QUOTED: dict[Any, Callable[[Any], str]] = {
    Part.WORDS: lambda row: row.text,
    Part.GOAL: lambda row: row.own_words,
    Part.STATEMENT: lambda row: row.text,
    Part.ROW: shown.what_of,
    Part.FOLLOW_UP: lambda row: row.what,
}
