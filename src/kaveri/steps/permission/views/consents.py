"""Consents as staff see and take them down."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.consent.selectors import consents as of_all
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation import documents
from kaveri.foundation.accounts.doors import PersonRequest, signed_in_page, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Changed, Refused
from kaveri.foundation.documents.uploads import as_download
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.permission import forms, selectors, services
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.domain import ToldHow
from kaveri.steps.permission.labels import party_name
from kaveri.steps.permission.presenters import pages, words
from kaveri.steps.permission.views.common import consent_of, head_if_open, texts, what_changes


@staff_page(PermissionAction.OPEN)
def consents(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Everything the client allows and has allowed."""
    with looking(PermissionAction.OPEN, actor=request.actor) as look:
        case = look.row(cases.cases(), case_id)
        look.concerns([case.client_id])
        head = head_if_open(look, case_id)
        client = case.client_id
        page = pages.consents_page(
            case,
            head,
            look.rows(selectors.of_client(client), PermissionAction.READ),
            look.rows(selectors.permits_of(client), PermissionAction.READ_PERMITS),
            look.rows(selectors.prohibitions_of(client), PermissionAction.READ_PROHIBITIONS),
        )
    template = "permission/consents.html" if head else "permission/as_party.html"
    return show(request, template, page)


@staff_page(PermissionAction.RECORD, methods=("GET", "POST"))
def record(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """A consent given on paper or by word of mouth is taken down."""
    with looking(PermissionAction.RECORD, actor=request.actor) as look:
        head = case_head(look, case_id)
        case = look.row(cases.cases(), case_id)
        sides = selectors.sides()
        form = forms.ConsentForm.of(
            request,
            sides=sides,
            client=head.client,
            representatives=list(selectors.acting_now(head.client_id)),
            initial=forms.fresh(f"{case.controller_id}:{case.register}", head.language),
        )
    facts: dict[str, Any] = {}
    if posted(request) and form.is_valid():
        if form.to_look_at():
            found = services.obstacles(case, form.draft(), by_client=False)
            facts = _second_look(form, sides) if form.holds(found) else {}
        else:
            try:
                services.record_consent(
                    actor=request.actor,
                    case_id=case_id,
                    draft=form.draft(),
                    scan=form.scanned(),
                    sending=UUID(form.idempotency_key),
                )
            except AlreadyDone:
                return redirect("permission:consents", case_id=case_id)
            except Refused as refused:
                form.show_refusal(refused)
                if form.looking:
                    facts = _second_look(form, sides)
            else:
                messages.success(request, _("The consent is recorded."))
                return redirect("permission:consents", case_id=case_id)
    page = pages.FormPage(
        head=head,
        case_id=case_id,
        title=_("Record a consent"),
        form=form,
        send=_("Record the consent"),
        **{**texts(head.language), **facts},
    )
    return show(request, "permission/form.html", page)


def _second_look(form: Any, sides: Any, more: tuple[words.Line, ...] = ()) -> dict[str, Any]:
    """What was written, in sentences, and what follows; nothing when it is to be changed again."""
    if "change" in form.data:
        return {}
    draft = form.draft()
    known = {side.party: side for side in sides}
    form.hide()
    return {
        "looking": True,
        "facts": words.draft_facts(draft, known),
        "lines": (*more, *words.opens(draft, known, to_client=False)),
    }


@staff_page(PermissionAction.REPLACE, PermissionAction.OPEN, methods=("GET", "POST"))
def replace(request: PersonRequest, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """A newer consent in the place of this one; nothing is typed again but what changes."""
    with looking(PermissionAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        consent = consent_of(look, head, consent_id, PermissionAction.REPLACE)
        case = cases.cases().get(pk=case_id)
        sides = selectors.sides()
        form = forms.ConsentForm.of(
            request,
            sides=sides,
            client=head.client,
            representatives=list(selectors.acting_now(head.client_id)),
            initial=forms.from_consent(consent),
        )
    facts: dict[str, Any] = {}
    if posted(request) and form.is_valid():
        if form.to_look_at():
            draft = form.draft()
            found = services.obstacles_to_putting_instead(case, consent, draft, by_client=False)
            more = what_changes(case, consent, sides, reader=request.actor, instead=draft)
            facts = _second_look(form, sides, more) if form.holds(found) else {}
        else:
            try:
                services.replace_consent(
                    actor=request.actor,
                    consent_id=consent_id,
                    version=form.cleaned_data["version"] or 0,
                    draft=form.draft(),
                    scan=form.scanned(),
                    sending=UUID(form.idempotency_key),
                )
            except AlreadyDone:
                return redirect("permission:consents", case_id=case_id)
            except Refused as refused:
                form.show_refusal(refused)
                if form.looking:
                    more = what_changes(
                        case, consent, sides, reader=request.actor, instead=form.draft()
                    )
                    facts = _second_look(form, sides, more)
            except Changed:
                return changed(request, case_id)
            else:
                messages.success(request, _("The newer consent holds now."))
                return redirect("permission:consents", case_id=case_id)
    page = pages.FormPage(
        head=head,
        case_id=case_id,
        title=_("Renew or change a consent"),
        form=form,
        send=_("Record the newer consent"),
        **{**texts(head.language), **facts},
    )
    return show(request, "permission/form.html", page)


def changed(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Somebody else was first: what stands now is shown."""
    messages.warning(request, _("Somebody else has changed it meanwhile. Look at what holds now."))
    return redirect("permission:consents", case_id=case_id)


@staff_page(
    PermissionAction.RECORD_WITHDRAWAL, PermissionAction.OPEN_WITHDRAWAL, methods=("GET", "POST")
)
def withdraw(request: PersonRequest, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """The client has told us that they take it back: first what follows, then the button."""
    with looking(PermissionAction.OPEN_WITHDRAWAL, actor=request.actor) as look:
        head = head_if_open(look, case_id)
        case = look.row(cases.cases(), case_id)
        consent = consent_of(look, case, consent_id, PermissionAction.RECORD_WITHDRAWAL)
        lines = what_changes(case, consent, selectors.sides(), reader=request.actor)
        form = forms.WithdrawForm.of(request, initial={"version": consent.version})
    if posted(request) and form.is_valid():
        try:
            services.record_withdrawal(
                actor=request.actor,
                consent_id=consent_id,
                version=form.cleaned_data["version"],
                words=form.cleaned_data["words"],
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("permission:consents", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        except Changed:
            return changed(request, case_id)
        else:
            messages.success(request, _("The consent is withdrawn. It took effect at once."))
            if may_still_open(request, case_id):
                return redirect("permission:consents", case_id=case_id)
            return redirect("workspace:my_day")
    page = pages.FormPage(
        head=head,
        case_id=case_id,
        title=_("The client takes a consent back"),
        form=form,
        send=_("Record that it is withdrawn"),
        facts=words.consent_facts(consent),
        lines=lines,
    )
    template = "permission/withdraw.html" if head else "permission/withdraw_as_party.html"
    return show(request, template, page)


def may_still_open(request: PersonRequest, case_id: UUID) -> bool:
    """Whether the one who took it down still sees the page of consents."""
    with looking(PermissionAction.OPEN, actor=request.actor) as look:
        return look.rows(cases.cases()).filter(pk=case_id).exists()


@staff_page(PermissionAction.TELL, PermissionAction.OPEN, methods=("GET", "POST"))
def tell(request: PersonRequest, case_id: UUID, consent_id: UUID, party_id: UUID) -> HttpResponse:
    """It is noted that a party has been told."""
    with looking(PermissionAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        consent = consent_of(look, head, consent_id, PermissionAction.TELL)
        party = consent.parties.select_related("organisation").filter(pk=party_id).first()
        if party is None:
            raise Http404
        form = forms.TellForm.of(request)
    if posted(request) and form.is_valid():
        try:
            services.tell_party(
                actor=request.actor,
                consent_id=consent_id,
                party_id=party_id,
                how=ToldHow(form.cleaned_data["how"]),
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("permission:consents", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            messages.success(request, _("It is noted that they have been told."))
            return redirect("permission:consents", case_id=case_id)
    name = party_name(party.organisation, party.register, words.language())
    page = pages.FormPage(
        head=head,
        case_id=case_id,
        title=_("Tell %(party)s") % {"party": name},
        form=form,
        send=_("They have been told"),
        facts=words.consent_facts(consent),
    )
    return show(request, "permission/form.html", page)


@staff_page(PermissionAction.ATTACH_SCAN, PermissionAction.OPEN, methods=("GET", "POST"))
def scan_add(request: PersonRequest, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """The signed paper was scanned after the consent was taken down."""
    with looking(PermissionAction.OPEN, actor=request.actor) as look:
        head = case_head(look, case_id)
        consent = consent_of(look, head, consent_id, PermissionAction.ATTACH_SCAN)
        form = forms.ScanForm.of(request, initial={"version": consent.version})
    if posted(request) and form.is_valid():
        try:
            services.attach_scan(
                actor=request.actor,
                consent_id=consent_id,
                version=form.cleaned_data["version"],
                scan=form.scanned(),
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("permission:consents", case_id=case_id)
        except Refused as refused:
            form.show_refusal(refused)
        except Changed:
            return changed(request, case_id)
        else:
            messages.success(request, _("The scan is kept with the consent."))
            return redirect("permission:consents", case_id=case_id)
    page = pages.FormPage(
        head=head,
        case_id=case_id,
        title=_("Add the scan of the signed paper"),
        form=form,
        send=_("Keep the scan"),
        facts=words.consent_facts(consent),
    )
    return show(request, "permission/form.html", page)


@signed_in_page(PermissionAction.PRINT)
def paper(request: PersonRequest, consent_id: UUID) -> HttpResponse:
    """The consent on paper; the name of the file tells nothing."""
    made = services.print_consent(actor=request.actor, consent_id=consent_id)
    return documents.shown(made)


@signed_in_page(PermissionAction.OPEN_SCAN)
def scan(request: PersonRequest, consent_id: UUID) -> HttpResponse:
    """The signed paper as it was scanned: always as a file to keep, never inside our own pages."""
    with looking(PermissionAction.OPEN_SCAN, actor=request.actor) as look:
        consent = look.row(of_all().exclude(scan=""), consent_id)
        look.concerns([consent.client_id])
    with consent.scan.open("rb") as file:
        return as_download(file.read(), name=consent.scan_name)
