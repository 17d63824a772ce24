"""Saying yes: to a row, to the whole, for the client; and what is answered."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.selectors import case_head
from kaveri.casebook.tasks.selectors.head_words import address
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.planning import selectors, services
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import Signer
from kaveri.steps.planning.forms import (
    AgreeForm,
    AnswerForm,
    ApprovalForm,
    CommentForm,
    ConfirmForm,
    KnownByForm,
    ReviewForm,
    YesForm,
)
from kaveri.steps.planning.views import parts
from kaveri.steps.planning.views.writing import agreed_follow_up


@staff_page(PlanAction.RECORD_ROW_AGREEMENT, methods=("GET", "POST"))
def row_agreed(request: PersonRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """The responsible one told that they agree to the row."""
    head, held = parts.opened(
        request, case_id, PlanAction.RECORD_ROW_AGREEMENT, selectors.plan_rows(), row_id
    )
    form = YesForm.of(request, initial={"on": clock.today(), "version": held.version})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.record_row_agreement(
            actor=request.actor,
            row_id=row_id,
            version=form.cleaned_data["version"] or 0,
            yes=form.yes(),
            sending=sending,
        ),
        title=_("Who is responsible agrees"),
        lead=held.what,
        send=_("Write it down"),
        receipt=_("It is noted that the responsible one agrees."),
        part="roles",
        now={"version": held.version},
    )


@staff_page(PlanAction.AGREE_ROW, methods=("GET", "POST"))
def row_agree(request: PersonRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """The one who is responsible says yes to the row as it reads now."""
    head, held = parts.opened(
        request, case_id, PlanAction.AGREE_ROW, selectors.plan_rows(), row_id, seen=True
    )
    form = ConfirmForm.of(request, initial={"version": held.version})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.agree_row(
            actor=request.actor,
            row_id=row_id,
            version=form.cleaned_data["version"] or 0,
            sending=sending,
        ),
        title=_("Do you agree to this?"),
        lead="\n".join((_("Work ability support plan"), parts.in_full(held))),
        send=_("Yes, I do this"),
        receipt=_("You have agreed to it. If it is changed, you are asked again."),
        part="roles",
        now={"version": held.version},
    )


@staff_page(PlanAction.AGREE, methods=("GET", "POST"))
def agree(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What the plan says now is agreed, and kept unchanged."""
    with looking(PlanAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        plan = parts.current(look, case_id, PlanAction.AGREE)
        if plan is None:
            raise Denied(PlanAction.AGREE)
        lacking = selectors.rows_lacking(look, plan, parts.language()) if posted(request) else {}
    form = AgreeForm.of(request, lacking=lacking, initial={"version": plan.version})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.agree_plan(
            actor=request.actor,
            plan_id=plan.id,
            version=form.cleaned_data["version"] or 0,
            sending=sending,
        ),
        title=_("Agree the plan"),
        lead=_(
            "The plan as it reads now becomes a version that nobody can change. After that the client"
            " is asked to approve it. To write more later, begin a new draft."
        ),
        check=address("other_plans:contents", case_id=case_id),
        send=_("Agree the plan"),
        receipt=_("The plan is agreed. Now the client can approve it."),
        now={"version": plan.version},
    )


@staff_page(PlanAction.REVISE, methods=("GET", "POST"))
def revise(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """A new draft begins from what was agreed."""
    head, plan = parts.opened_plan(request, case_id, PlanAction.REVISE)
    form = ConfirmForm.of(request, initial={"version": plan.version})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.revise_plan(
            actor=request.actor,
            plan_id=plan.id,
            version=form.cleaned_data["version"] or 0,
            sending=sending,
        ),
        title=_("Write in the plan again"),
        lead=_("The agreed version stands until the next one is agreed."),
        send=_("Begin a new draft"),
        receipt=_("You can write in the plan again."),
        now={"version": plan.version},
    )


@staff_page(PlanAction.GROW, methods=("GET", "POST"))
def grow(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The note becomes the full form."""
    head, plan = parts.opened_plan(request, case_id, PlanAction.GROW)
    form = ConfirmForm.of(request, initial={"version": plan.version})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.grow_plan(
            actor=request.actor,
            plan_id=plan.id,
            version=form.cleaned_data["version"] or 0,
            sending=sending,
        ),
        title=_("Make it a full plan"),
        lead=_("All that is written stays. A full plan needs a career goal before it is agreed."),
        send=_("Make it a full plan"),
        receipt=_("The plan has its eight parts now."),
        now={"version": plan.version},
    )


@staff_page(PlanAction.RECORD_APPROVAL, methods=("GET", "POST"))
def approval(request: PersonRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    """The client approved on paper, in the meeting or over the phone."""
    head, held = parts.opened(
        request, case_id, PlanAction.RECORD_APPROVAL, selectors.versions(), version_id
    )
    form = ApprovalForm.of(request, initial={"on": clock.today(), "signer": Signer.CLIENT})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.record_approval(
            actor=request.actor,
            version_id=version_id,
            yes=form.yes(),
            signer=Signer(form.cleaned_data["signer"]),
            sending=sending,
        ),
        title=_("The client approves the plan"),
        lead=_("Version %(number)s. For approval on paper, in the meeting or over the phone.")
        % {"number": held.number},
        send=_("Write it down"),
        receipt=_("The approval is written down."),
    )


@staff_page(PlanAction.REVIEW, methods=("GET", "POST"))
def review(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The follow-up is done, and the next one agreed."""
    head, plan = parts.opened_plan(request, case_id, PlanAction.REVIEW)
    form = ReviewForm.of(
        request,
        people=parts.people(head),
        initial={
            "on": clock.today(),
            "follow_who": str(head.manager_id),
            "version": plan.version,
        },
    )
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.review_plan(
            actor=request.actor,
            plan_id=plan.id,
            on=form.cleaned_data["on"],
            next_=agreed_follow_up(form, head.client),
            words=form.cleaned_data["words"],
            version=form.cleaned_data["version"],
            sending=sending,
        ),
        title=_("Follow up the plan"),
        lead=_("What was seen, and when it is looked at again."),
        send=_("Save the follow-up"),
        receipt=_("The follow-up is written down."),
        part="follow-up",
        now={"version": plan.version},
    )


@staff_page(PlanAction.COMMENT, methods=("GET", "POST"))
def comment(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Somebody near the case says something about the plan."""
    head, plan = parts.opened_plan(request, case_id, PlanAction.COMMENT)
    form = CommentForm.of(request)
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.comment_plan(
            actor=request.actor, plan_id=plan.id, text=form.cleaned_data["text"], sending=sending
        ),
        title=_("Comment on the plan"),
        send=_("Send the comment"),
        receipt=_("The comment is in the plan."),
        part="comments",
    )


@staff_page(PlanAction.ANSWER_COMMENT, methods=("GET", "POST"))
def comment_answer(request: PersonRequest, case_id: UUID, comment_id: UUID) -> HttpResponse:
    """A comment or a proposal is answered in words."""
    head, held = parts.opened(
        request, case_id, PlanAction.ANSWER_COMMENT, selectors.comments(), comment_id
    )
    form = AnswerForm.of(request, initial={"version": held.version})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.answer_comment(
            actor=request.actor,
            comment_id=comment_id,
            taken=form.cleaned_data["taken"],
            words=form.cleaned_data["words"],
            version=form.cleaned_data["version"] or 0,
            sending=sending,
        ),
        title=_("Answer the comment"),
        lead=held.text,
        send=_("Send the answer"),
        receipt=_("The answer is in the plan."),
        part="comments",
        now={"version": held.version},
    )


@staff_page(PlanAction.CONFIRM, methods=("GET", "POST"))
def confirm(request: PersonRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    """Somebody who made the plan says that they know it."""
    head, held = parts.opened(
        request, case_id, PlanAction.CONFIRM, selectors.versions(), version_id
    )
    form = ConfirmForm.of(request)
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.confirm_plan(
            actor=request.actor, version_id=version_id, sending=sending
        ),
        title=_("I know the plan"),
        lead=_("You have taken part in making version %(number)s, and you know what it says.")
        % {"number": held.number},
        send=_("I know the plan"),
        receipt=_("It is noted that you know the plan."),
        back=reverse("planning:version", args=[case_id, version_id]),
    )


@staff_page(PlanAction.RECORD_CONFIRMATION, methods=("GET", "POST"))
def confirmation(request: PersonRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    """Somebody without an account, who made the plan, has said that they know it."""
    head, held = parts.opened(
        request, case_id, PlanAction.RECORD_CONFIRMATION, selectors.versions(), version_id
    )
    names = [maker["name"] for maker in selectors.unconfirmed(held) if not maker["account"]]
    form = KnownByForm.of(request, names=names, initial={"on": clock.today()})
    return parts.one_form(
        request,
        head,
        form,
        lambda sending: services.record_confirmation(
            actor=request.actor, version_id=version_id, yes=form.yes(), sending=sending
        ),
        title=_("They know the plan"),
        lead=_("For those who made version %(number)s and do not sign in here.")
        % {"number": held.number},
        send=_("Write it down"),
        receipt=_("It is noted that they know the plan."),
        back=reverse("planning:version", args=[case_id, version_id]),
    )
