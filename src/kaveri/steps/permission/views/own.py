"""The client's own consents: what holds, give, change, take back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.actions import within_scope
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent.selectors import kept_back
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, client_page
from kaveri.foundation.base.errors import AlreadyDone, Changed, Refused
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.permission import forms, selectors, services
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.presenters import pages, words
from kaveri.steps.permission.views.common import consent_of, texts, what_changes


@client_page(PermissionAction.OPEN_OWN)
def own(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What holds, between whom, which information, until when."""
    with looking(PermissionAction.OPEN_OWN, actor=request.actor) as look:
        head = case_head(look, case_id)
        client = head.client_id
        page = pages.own_page(
            head,
            look.rows(selectors.of_client(client), PermissionAction.READ),
            look.rows(selectors.permits_of(client), PermissionAction.READ_PERMITS),
            look.rows(selectors.prohibitions_of(client), PermissionAction.READ_PROHIBITIONS),
            kept_back=RelationKind.SELF not in head.relations
            and kept_back(client, within_scope(request.actor)),
        )
    return show(request, "permission/own.html", page)


@client_page(PermissionAction.GIVE, methods=("GET", "POST"))
def give(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The client lets parties tell each other something."""
    with looking(PermissionAction.GIVE, actor=request.actor) as look:
        head = case_head(look, case_id)
        case = look.row(cases.cases(), case_id)
        sides = selectors.sides()
        initial = forms.fresh(f"{case.controller_id}:{case.register}", words.language())
        form = forms.OwnConsentForm.of(
            request, sides=sides, initial=initial, scope=selectors.scope_of(request.actor, case)
        )
    facts: dict[str, Any] = {}
    if posted(request):
        if form.to_look_at():
            by = request.actor.account_id
            if not form.asks_more(lambda: services.obstacles_to_giving(case, form.draft(), by=by)):
                facts = second_look(form, sides)
        elif form.is_valid() and (
            answer := _sent(
                request,
                case_id,
                form,
                lambda sending: services.give_consent(
                    actor=request.actor, case_id=case_id, draft=form.draft(), sending=sending
                ),
                _("You have given the consent. You can take it back at any time."),
            )
        ):
            return answer
    page = pages.FormPage(
        head=head,
        case_id=case_id,
        title=_("Give a consent"),
        form=form,
        send=_("I give this consent"),
        **{**texts(words.language()), **facts},
    )
    return show(request, "permission/own_form.html", page)


def second_look(form: Any, sides: Any, more: tuple[words.Line, ...] = ()) -> dict[str, Any]:
    """What was chosen, in sentences, and what follows from it."""
    draft = form.draft()
    known = {side.party: side for side in sides}
    form.hide()
    return {
        "looking": True,
        "facts": words.draft_facts(draft, known),
        "lines": (*more, *words.opens(draft, known, to_client=True)),
    }


@client_page(PermissionAction.CHANGE, PermissionAction.OPEN_OWN, methods=("GET", "POST"))
def change(request: PersonRequest, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """The client narrows, widens or prolongs a consent."""
    with looking(PermissionAction.OPEN_OWN, actor=request.actor) as look:
        head = case_head(look, case_id)
        consent = consent_of(look, head, consent_id, PermissionAction.CHANGE)
        case = cases.cases().get(pk=case_id)
        sides = selectors.sides()
        form = forms.OwnConsentForm.of(
            request,
            sides=sides,
            initial=forms.from_consent(consent),
            scope=selectors.scope_of(request.actor, case),
        )
    facts: dict[str, Any] = {}
    if posted(request):
        if form.to_look_at():
            by = request.actor.account_id
            if not form.asks_more(
                lambda: services.obstacles_to_changing(case, consent, form.draft(), by=by)
            ):
                draft = form.draft()
                more = what_changes(case, consent, sides, reader=request.actor, instead=draft)
                facts = second_look(form, sides, more)
        elif form.is_valid() and (
            answer := _sent(
                request,
                case_id,
                form,
                lambda sending: services.change_consent(
                    actor=request.actor,
                    consent_id=consent_id,
                    version=form.cleaned_data["version"] or 0,
                    draft=form.draft(),
                    sending=sending,
                ),
                _("Your consent is changed. It holds like this now."),
            )
        ):
            return answer
    page = pages.FormPage(
        head=head,
        case_id=case_id,
        title=_("Change a consent"),
        form=form,
        send=_("Change it like this"),
        **{**texts(words.language()), **facts},
    )
    return show(request, "permission/own_form.html", page)


@client_page(PermissionAction.WITHDRAW, PermissionAction.OPEN_OWN, methods=("GET", "POST"))
def withdraw_own(request: PersonRequest, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """The client takes a consent back: first what follows, then one button."""
    with looking(PermissionAction.OPEN_OWN, actor=request.actor) as look:
        head = case_head(look, case_id)
        consent = consent_of(look, head, consent_id, PermissionAction.WITHDRAW)
        case = cases.cases().get(pk=case_id)
        lines = what_changes(case, consent, selectors.sides(), reader=request.actor)
        form = forms.OwnWithdrawForm.of(request, initial={"version": consent.version})
    if posted(request) and form.is_valid():
        answer = _sent(
            request,
            case_id,
            form,
            lambda sending: services.withdraw_consent(
                actor=request.actor,
                consent_id=consent_id,
                version=form.cleaned_data["version"],
                words=form.cleaned_data["words"],
                sending=sending,
            ),
            _("You have taken the consent back. It took effect at once."),
        )
        if answer:
            return answer
    page = pages.FormPage(
        head=head,
        case_id=case_id,
        title=_("Take a consent back"),
        form=form,
        send=_("Take it back"),
        facts=words.consent_facts(consent),
        lines=lines,
    )
    return show(request, "permission/own_withdraw.html", page)


def _sent(
    request: PersonRequest,
    case_id: UUID,
    form: KaveriForm,
    use_case: Callable[[UUID], object],
    receipt: str,
) -> HttpResponse | None:
    """On to what holds now, also when somebody was faster; None when something stands in the way."""
    try:
        use_case(UUID(form.idempotency_key))
    except Refused as refused:
        form.show_refusal(refused)
        return None
    except Changed:
        messages.warning(request, _("It has been changed meanwhile. Look at what holds now."))
    except AlreadyDone:
        pass
    else:
        messages.success(request, receipt)
    return redirect("permission:own", case_id=case_id)
