"""Who is responsible for a case, and its working pairs."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts import selectors as accounts
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination import presenters, selectors, services
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.forms import PairForm, RemovePairForm
from kaveri.steps.coordination.views.parts import carried_out, form_page


@staff_page(CoordinationAction.READ)
def people(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Case manager, working pairs, earlier periods, what is decided and offered."""
    with looking(CoordinationAction.READ, actor=request.actor) as look:
        head = case_head(look, case_id)
        part = CoordinationAction.READ_CASE_PARTS
        pairs = list(selectors.pairs(case_id))
        offers = look.rows(selectors.handovers().filter(case_id=case_id), part)
        decision = look.rows(selectors.decisions().filter(case_id=case_id), part).first()
        ids = [head.manager_id, *(pair.account_id for pair in pairs)]
        here = cases.cases().filter(pk=case_id)
        page = presenters.people(
            manager=accounts.accounts().get(pk=head.manager_id),
            pairs=pairs,
            periods=cases.responsibilities(case_id),
            away=accounts.substitutes(ids),
            decision=decision,
            offer=offers.filter(answered_at=None).first(),
            may_hand_over=head.is_open
            and look.rows(here, CoordinationAction.OFFER_HANDOVER).exists(),
            may_pair=head.is_open and look.rows(here, CoordinationAction.NAME_PAIR).exists(),
        )
    return show(request, "coordination/people.html", page, head=head)


@staff_page(CoordinationAction.NAME_PAIR, methods=("GET", "POST"))
def pair_new(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Name a working pair."""
    with looking(CoordinationAction.NAME_PAIR, actor=request.actor) as look:
        head = case_head(look, case_id)
        taken = {pair.account_id for pair in selectors.pairs(case_id)} | {head.manager_id}
        workers = selectors.receivers(cases.cases().get(pk=case_id), but=taken)
    form = PairForm.of(request, workers=workers)
    back = reverse("coordination:people", args=[case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.name_pair(
            actor=request.actor,
            case_id=case_id,
            account_id=form.person("account") or head.manager_id,
            sending=sending,
        ),
        receipt=_("The working pair is named."),
        to=back,
    )
    return answer or form_page(
        request,
        form,
        title=_("Name a working pair"),
        lead=_(
            "A working pair sees the case and shares the work. You can take the pair off again."
        ),
        send=_("Name the pair"),
        back=back,
        head=head,
    )


@staff_page(CoordinationAction.REMOVE_PAIR, methods=("GET", "POST"))
def pair_remove(request: PersonRequest, case_id: UUID, account_id: UUID) -> HttpResponse:
    """Take a working pair off; what they had to do is the case manager's."""
    with looking(CoordinationAction.REMOVE_PAIR, actor=request.actor) as look:
        head = case_head(look, case_id)
        pair = selectors.pairs(case_id).filter(account_id=account_id).first()
        if pair is None:
            raise Denied(CoordinationAction.REMOVE_PAIR)
    form = RemovePairForm.of(request)
    back = reverse("coordination:people", args=[case_id])
    answer = carried_out(
        request,
        form,
        lambda sending: services.remove_pair(
            actor=request.actor, case_id=case_id, account_id=account_id, sending=sending
        ),
        receipt=_("The working pair is taken off."),
        to=back,
    )
    words = {"pair": pair.account.full_name, "manager": head.manager}
    return answer or form_page(
        request,
        form,
        title=_("Take %(pair)s off the case") % words,
        lead=_(
            "%(pair)s no longer sees the case. What %(pair)s had to do goes to %(manager)s, "
            "with the same days."
        )
        % words,
        send=_("Take off"),
        back=back,
        head=head,
    )
