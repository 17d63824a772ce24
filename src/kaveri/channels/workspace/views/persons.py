"""The client's details, their code, and putting them right."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from kaveri.casebook.directory import selectors as directory
from kaveri.channels.workspace import services
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.channels.workspace.forms.persons import NewPasswordForm, PersonForm, SignInForm
from kaveri.channels.workspace.presenters import persons as shown
from kaveri.channels.workspace.presenters.words import language
from kaveri.channels.workspace.selectors.persons import PersonView, person_view
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import AlreadyDone, Changed, Denied, Refused
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show


@staff_page(WorkspaceAction.PERSON)
def person(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Who the client is, and how to reach and meet them."""
    view = person_view(request.actor, case_id)
    return show(request, "workspace/person.html", shown.person_page(view))


@staff_page(WorkspaceAction.CODE_SHOW, methods=("POST",))
def code_show(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The identity code, for once: an act that the client's log tells of."""
    code = services.show_code(actor=request.actor, case_id=case_id)
    view = person_view(request.actor, case_id)
    response = show(request, "workspace/person.html", shown.person_page(view, code))
    response["Cache-Control"] = "no-store"
    return response


@never_cache
@staff_page(WorkspaceAction.SIGN_IN_MAKE, WorkspaceAction.SIGN_IN_RENEW, methods=("GET", "POST"))
def sign_in(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The client gets a sign-in, or a new first password to the one they have; it is shown once."""
    view = person_view(request.actor, case_id)
    if not view.may_change:
        raise Denied(WorkspaceAction.SIGN_IN_MAKE)
    has_one = view.client.account_id is not None
    start = {"version": view.client.version}
    form = NewPasswordForm.of(request) if has_one else SignInForm.of(request, initial=start)
    password, username = "", view.client.account.username if view.client.account else ""
    if posted(request) and form.is_valid():
        key = UUID(form.idempotency_key)
        try:
            if has_one:
                password = services.renew_sign_in(actor=request.actor, case_id=case_id, sending=key)
            else:
                username = form.cleaned_data["username"]
                password = services.make_sign_in(
                    actor=request.actor, case_id=case_id, sending=key, **form.cleaned_data
                )
        except Refused as refused:
            form.show_refusal(refused)
        except (AlreadyDone, Changed):
            return redirect("workspace:sign_in", case_id=case_id)
    page = shown.sign_in_page(view, form, username=username, password=password, had_one=has_one)
    return show(request, "workspace/sign_in.html", page)


@staff_page(WorkspaceAction.PERSON_CHANGE, methods=("GET", "POST"))
def person_change(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """The details are put right; two who write at once both keep their text."""
    view = person_view(request.actor, case_id)
    if not view.may_change:
        raise Denied(WorkspaceAction.PERSON_CHANGE)
    form = PersonForm.of(request, initial=shown.initial_of(view.client), places=_places())
    conflict = False
    if posted(request) and form.is_valid():
        try:
            services.change_person(
                actor=request.actor,
                case_id=case_id,
                version=form.cleaned_data["version"],
                known=form.known,
                sending=UUID(form.idempotency_key),
            )
        except Changed:
            conflict = True
            form = _anew(form, view)
        except AlreadyDone:
            return redirect("workspace:person", case_id=case_id)
        else:
            messages.success(request, _("The details were changed."))
            return redirect("workspace:person", case_id=case_id)
    page = shown.person_change(view, form, conflict=conflict)
    return show(request, "workspace/person_change.html", page)


def _anew(form: PersonForm, view: PersonView) -> PersonForm:
    """The same text against what is saved now; sending again saves it knowingly."""
    data = form.data.copy()  # type: ignore[attr-defined]
    data["version"] = view.client.version
    again = PersonForm(data, initial=shown.initial_of(view.client), places=_places())
    again.is_valid()
    return again


def _places() -> list[tuple[str, str]]:
    return [
        (str(place.id), getattr(place, f"name_{language()}"))
        for place in directory.municipalities()
    ]
