"""The sender's pages, the receiver's pages, and the page behind a link."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.doors import PersonRequest, public_page, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.ui.waiting import by_secret
from kaveri.foundation.usecase.looking import Look, looking, still_looking
from kaveri.steps.referral_out import presenters, selectors, services
from kaveri.steps.referral_out.actions import ReferralOutAction
from kaveri.steps.referral_out.domain import ANSWER_WITHIN, OPEN_STATES, ReferralState
from kaveri.steps.referral_out.forms import (
    AnswerForm,
    LetterForm,
    LinkForm,
    ProgressForm,
    RemindForm,
    ServiceFilter,
    WithdrawForm,
)
from kaveri.steps.referral_out.models import ReferralOut
from kaveri.steps.referral_out.services.loop import in_working_days

# --- the sender ---------------------------------------------------------------------------------


@staff_page(ReferralOutAction.LIST)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The referrals of a case."""
    with looking(ReferralOutAction.LIST, actor=request.actor) as look:
        head = case_head(look, case_id)
        rows = list(look.rows(selectors.of_case(case_id), ReferralOutAction.READ))
        page = presenters.OfCase(
            lines=[presenters.line(row) for row in rows], may_send=_may_send(look, head)
        )
    return show(request, "referral_out/of_case.html", page, head=head)


@staff_page(ReferralOutAction.SEND)
def choose(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Choose the service to refer to."""
    form = ServiceFilter(request.GET)
    wanted = form.cleaned_data["q"] if form.is_valid() else ""
    with looking(ReferralOutAction.SEND, actor=request.actor) as look:
        head = case_head(look, case_id)
        page = presenters.choosing(form, directory.services(), wanted)
    return show(request, "referral_out/choose.html", page, head=head)


@staff_page(ReferralOutAction.SEND, methods=("GET", "POST"))
def send(request: PersonRequest, case_id: UUID, service_id: UUID) -> HttpResponse:
    """Write the referral and send it."""
    with looking(ReferralOutAction.SEND, actor=request.actor) as look:
        head = case_head(look, case_id)
        service = directory.services().filter(pk=service_id).first()
        if service is None:
            raise Denied(ReferralOutAction.SEND)
        on_duty = directory.worker_on_duty(service.unit_id) if service.unit_id else None
        receiver = people.accounts().filter(pk=on_duty).first() if on_duty else None
        under_way = selectors.under_way(case_id, service_id)
    known = service.email or (service.unit.email if service.unit else "")
    form = LetterForm.of(
        request,
        initial={"answer_by": in_working_days(ANSWER_WITHIN)},
        under_way=under_way is not None,
        needs_address=receiver is None and not known,
        phone_hidden=head.non_disclosure,
    )
    if posted(request) and form.is_valid():
        done = _carry_out(
            form,
            lambda: services.send_referral(
                actor=request.actor,
                case_id=case_id,
                service_id=service_id,
                letter=form.letter(),
                told=form.told_how,
                sending=UUID(form.idempotency_key),
            ),
        )
        if done:
            name = presenters.name_of(service)
            messages.success(request, _("The referral to %(service)s is sent.") % {"service": name})
            return redirect("referral_out:of_case", case_id)
    page = presenters.writing(
        form, service, under_way=under_way, receiver=receiver, phone_hidden=head.non_disclosure
    )
    return show(request, "referral_out/send.html", page, head=head)


@staff_page(ReferralOutAction.READ)
def follow(request: PersonRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    """One referral with its whole loop."""
    with looking(ReferralOutAction.LIST, actor=request.actor) as look:
        head, referral = _of_case(look, case_id, referral_id)
        events = list(selectors.history(referral.id))
        page = presenters.followed(referral, events, may_act=_may_send(look, head))
    return show(request, "referral_out/follow.html", page, head=head)


@staff_page(ReferralOutAction.REMIND, methods=("GET", "POST"))
def remind(request: PersonRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    """Remind the service and set a new day."""
    head, referral = _open_for(request, ReferralOutAction.REMIND, case_id, referral_id)
    form = RemindForm.of(request, initial={"answer_by": in_working_days(5)})
    if posted(request) and form.is_valid():
        done = _carry_out(
            form,
            lambda: services.remind(
                actor=request.actor,
                referral_id=referral_id,
                sending=UUID(form.idempotency_key),
                **form.cleaned_data,
            ),
        )
        if done:
            messages.success(request, _("The reminder is recorded."))
            return redirect("referral_out:follow", case_id, referral_id)
    page = presenters.Acting(paper=presenters.paper(referral), form=form)
    return show(request, "referral_out/remind.html", page, head=head)


@staff_page(ReferralOutAction.NOTE_PROGRESS, methods=("GET", "POST"))
def progress(request: PersonRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    """Note what was heard when the sender asked."""
    head, referral = _open_for(request, ReferralOutAction.NOTE_PROGRESS, case_id, referral_id)
    form = ProgressForm.of(request, state=referral.state)
    if posted(request) and form.is_valid():
        done = _carry_out(
            form,
            lambda: services.note_progress(
                actor=request.actor,
                referral_id=referral_id,
                reply=form.reply(),
                text=form.cleaned_data["text"],
                ask_again_on=form.cleaned_data["ask_again_on"],
                sending=UUID(form.idempotency_key),
            ),
        )
        if done:
            messages.success(request, _("What you heard is written down."))
            return redirect("referral_out:follow", case_id, referral_id)
    page = presenters.Acting(paper=presenters.paper(referral), form=form)
    return show(request, "referral_out/progress.html", page, head=head)


@staff_page(ReferralOutAction.WITHDRAW, methods=("GET", "POST"))
def withdraw(request: PersonRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    """Take the referral back."""
    head, referral = _open_for(request, ReferralOutAction.WITHDRAW, case_id, referral_id)
    form = WithdrawForm.of(request)
    if posted(request) and form.is_valid():
        done = _carry_out(
            form,
            lambda: services.withdraw(
                actor=request.actor,
                referral_id=referral_id,
                sending=UUID(form.idempotency_key),
                **form.cleaned_data,
            ),
        )
        if done:
            messages.success(request, _("The referral is withdrawn."))
            return redirect("referral_out:follow", case_id, referral_id)
    page = presenters.Acting(paper=presenters.paper(referral), form=form)
    return show(request, "referral_out/withdraw.html", page, head=head)


@staff_page(ReferralOutAction.RENEW_LINK, methods=("POST",))
def renew_link(request: PersonRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    """Send a new link; the old one dies."""
    form = LinkForm(request.POST)
    done = _carry_out(
        form,
        lambda: services.renew_link(
            actor=request.actor,
            case_id=case_id,
            referral_id=referral_id,
            sending=UUID(form.idempotency_key),
        ),
    )
    if done:
        messages.success(request, _("A new link is sent. The old one no longer opens."))
    else:
        messages.warning(request, _("No new link was sent: the referral is no longer open."))
    return redirect("referral_out:follow", case_id, referral_id)


# --- the receiver -------------------------------------------------------------------------------


@staff_page(ReferralOutAction.MINE)
def mine(request: PersonRequest) -> HttpResponse:
    """What is asked of the one who looks."""
    asked = selectors.referrals().filter(state__in=sorted(OPEN_STATES))
    with looking(ReferralOutAction.MINE, actor=request.actor) as look:
        rows = look.listed(asked.order_by("answer_by", "id"))
        pages = pager(request, rows.count())
        shown = list(rows[pages.offset : pages.last])
        look.shows(shown, "case.client_id")
    page = presenters.Mine(lines=[presenters.line(row) for row in shown], pager=pages)
    return show(request, "referral_out/mine.html", page)


@staff_page(ReferralOutAction.ANSWER, ReferralOutAction.SEE, methods=("GET", "POST"))
def received(request: PersonRequest, referral_id: UUID) -> HttpResponse:
    """Read what is asked and answer it."""
    with looking(ReferralOutAction.ANSWER, actor=request.actor) as look:
        referral = look.row(selectors.referrals(), referral_id)
        look.concerns([referral.case.client_id])
    if referral.state == ReferralState.SENT:
        referral = services.mark_seen(actor=request.actor, referral_id=referral_id)
    form = AnswerForm.of(request, state=referral.state)
    if posted(request) and form.is_valid():
        done = _carry_out(
            form,
            lambda: services.answer_referral(
                actor=request.actor,
                referral_id=referral_id,
                reply=form.reply(),
                sending=UUID(form.idempotency_key),
            ),
        )
        if done:
            messages.success(request, _("Your answer is sent."))
            return redirect("referral_out:mine")
    page = _received(referral, form)
    return show(request, "referral_out/received.html", page)


# --- by the link --------------------------------------------------------------------------------


@never_cache
@public_page(
    ReferralOutAction.READ_BY_LINK,
    ReferralOutAction.SEE_BY_LINK,
    ReferralOutAction.ANSWER_BY_LINK,
    methods=("GET", "POST"),
)
def by_link(request: PersonRequest, secret: str) -> HttpResponse:
    """The question and the answer, for whoever holds the link; nothing else opens with it."""
    try:
        return _by_link(request, secret)
    except Denied:
        return show(request, "referral_out/link_gone.html", status=404)


@by_secret
def _by_link(request: PersonRequest, secret: str) -> HttpResponse:
    with looking(ReferralOutAction.READ_BY_LINK, actor=request.actor) as look:
        found = selectors.referrals().filter(selectors.behind(secret)).first()
        if found is None:
            raise Denied(ReferralOutAction.READ_BY_LINK)
        referral = found
        look.about = (referral._meta.label_lower, referral.pk)
        look.concerns([referral.case.client_id])
    if referral.state == ReferralState.SENT and request.method != "HEAD":
        referral = services.mark_seen_by_link(actor=request.actor, secret=secret)
    form = AnswerForm.of(request, state=referral.state)
    if posted(request) and form.is_valid():
        done = _carry_out(
            form,
            lambda: services.answer_by_link(
                actor=request.actor,
                secret=secret,
                reply=form.reply(),
                sending=UUID(form.idempotency_key),
            ),
        )
        if done:
            return redirect("referral_out:answered")
    with still_looking(look):
        page = _received(referral, form, by_link=True)
    return show(request, "referral_out/by_link.html", page)


@public_page(ReferralOutAction.READ_BY_LINK)
def answered(request: PersonRequest) -> HttpResponse:
    """The receipt of an answer; it knows nothing of what was answered."""
    return show(request, "referral_out/answered.html")


# --- parts --------------------------------------------------------------------------------------


def _carry_out(form: KaveriForm, use_case: Callable[[], object]) -> bool:
    """Whether it is done, also when it already was; a refusal is put on the form."""
    try:
        use_case()
    except AlreadyDone:
        return True
    except Refused as refused:
        form.show_refusal(refused)
        return False
    return True


def _may_send(look: Look, head: CaseHead) -> bool:
    """Whether the one who looks may refer on from this case."""
    return (
        head.is_open
        and look.rows(cases.cases().filter(pk=head.case_id), ReferralOutAction.SEND).exists()
    )


def _of_case(look: Look, case_id: UUID, referral_id: UUID) -> tuple[CaseHead, ReferralOut]:
    head = case_head(look, case_id)
    found = (
        look.rows(selectors.of_case(case_id), ReferralOutAction.READ).filter(pk=referral_id).first()
    )
    if found is None:
        raise Denied(ReferralOutAction.READ)
    return head, found


def _open_for(
    request: PersonRequest, action: ReferralOutAction, case_id: UUID, referral_id: UUID
) -> tuple[CaseHead, ReferralOut]:
    with looking(ReferralOutAction.LIST, actor=request.actor) as look:
        head, referral = _of_case(look, case_id, referral_id)
        if not look.rows(selectors.of_case(case_id), action).filter(pk=referral_id).exists():
            raise Denied(action)
    return head, referral


def _received(
    referral: ReferralOut, form: AnswerForm, *, by_link: bool = False
) -> presenters.Received:
    events = list(selectors.history(referral.id))
    return presenters.Received(
        paper=presenters.paper(referral),
        form=form,
        steps=presenters.steps(events, inside=False),
        by_link=by_link,
    )
