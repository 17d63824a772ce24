"""Page decorators: every page names its use case; a visitor is sent to sign in, alike for all addresses."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse

from kaveri.foundation.access.policy import Action
from kaveri.foundation.accounts.carried import FIELD, carry
from kaveri.foundation.accounts.forms import SignInForm
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.accounts.selectors import actor_of
from kaveri.foundation.base.actor import VISITOR, Actor, Role
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.usecase.context import signed_in

View = Callable[..., HttpResponseBase]


class PersonRequest(HttpRequest):
    """A request whose sender is known as an actor."""

    actor: Actor
    # Set behind the doors that ask for a sign-in.
    account: Account


def staff_page(*actions: Action, methods: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """A page for workers; the actions are the use cases it opens."""
    return _door("staff", actions, methods, lambda actor: bool(actor.roles - {Role.CLIENT}))


def client_page(*actions: Action, methods: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """A page for the client and those who represent them."""
    return _door("client", actions, methods, lambda actor: Role.CLIENT in actor.roles)


def signed_in_page(*actions: Action, methods: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """A page that client and worker open alike, each as far as their relation goes."""
    return _door("signed_in", actions, methods, lambda actor: bool(actor.roles))


def public_page(*actions: Action, methods: tuple[str, ...] = ("GET",)) -> Callable[[View], View]:
    """A page anyone opens; it still names its use case."""

    def decorate(view: View) -> View:
        @wraps(view)
        def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in (*methods, "HEAD"):
                return HttpResponseNotAllowed(methods)
            request.actor = (
                actor_of(request.user, request_id=_request_id(request))
                if request.user.is_authenticated
                else VISITOR
            )
            return _answer(view, request, args, kwargs)

        page.actions = actions  # type: ignore[attr-defined]
        page.door = "public"  # type: ignore[attr-defined]
        return page

    return decorate


def _door(
    name: str,
    actions: tuple[Action, ...],
    methods: tuple[str, ...],
    welcome: Callable[[Actor], bool],
) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def page(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return sign_in_first(request)
            if request.method not in (*methods, "HEAD"):
                return HttpResponseNotAllowed(methods)
            request.actor = actor_of(request.user, request_id=_request_id(request))
            request.account = request.user
            if not welcome(request.actor):
                raise Http404
            if request.user.password_is_given:
                return redirect("account_change_password")
            works = name != "client" and bool(request.actor.roles - {Role.CLIENT})
            if works and settings.SECOND_FACTOR and not is_mfa_enabled(request.user):
                return redirect("mfa_activate_totp")
            return _answer(view, request, args, kwargs)

        page.actions = actions  # type: ignore[attr-defined]
        page.door = name  # type: ignore[attr-defined]
        return page

    return decorate


def _answer(view: View, request: Any, args: Any, kwargs: Any) -> HttpResponseBase:
    try:
        with signed_in(request.actor):
            return view(request, *args, **kwargs)
    except Denied as denied:
        raise Http404 from denied


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back again; what was being written comes along, sealed."""
    writing = carry(request) if request.method == "POST" else ""
    if not writing:
        return redirect(
            reverse("account_login") + "?" + urlencode({"next": request.get_full_path()})
        )
    form = SignInForm(initial={FIELD: writing})
    return render(
        request,
        "account/login.html",
        {
            "form": form,
            "redirect_field_name": "next",
            "redirect_field_value": reverse("accounts:written"),
            "was_writing": True,
        },
        status=401,
    )


def _request_id(request: HttpRequest) -> str:
    return getattr(request, "request_id", "")
