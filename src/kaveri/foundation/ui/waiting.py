"""Telling somebody to wait, with everything they wrote kept on the page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kaveri.foundation.access import limits
from kaveri.foundation.access.limits import Limit
from kaveri.foundation.base.errors import Denied

# Links that open nothing, from one address: an office with a pile of old mails never comes near it.
WRONG_LINKS = Limit("wrong-links", times=100, seconds=3600)
_A_MINUTE = 60
_NOT_KEPT = ("csrfmiddlewaretoken", "language_to")


@dataclass(frozen=True)
class WaitPage:
    """How long, and what was being sent."""

    minutes: int
    address: str
    fields: list[tuple[str, str]]


def wait_page(request: HttpRequest, seconds: int) -> HttpResponse:
    """Say how long to wait; what was sent can be sent again with one button."""
    limits.tell_to_wait(request, seconds)
    # Also when the language is switched: the middleware that makes a look of it leaves what was sent.
    sent = request.POST
    fields = [
        (name, value)
        for name in sent
        if name not in _NOT_KEPT and "password" not in name
        for value in sent.getlist(name)
    ]
    address = "/" + request.get_full_path().lstrip("/")
    page = WaitPage(limits.minutes(seconds), address, fields)
    # The language buttons take what is kept along.
    more = {"page": page, "main_form_id": "page-form" if fields else ""}
    return render(request, "ui/wait.html", more)


def too_many(request: HttpRequest) -> HttpResponse:
    """The answer of the doors that are not ours."""
    return wait_page(request, _A_MINUTE)


def by_secret(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page whose address is its key: whoever tries many wrong ones is told to wait."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        address = limits.address_of(request)
        if wait := limits.waits(WRONG_LINKS, address):
            return wait_page(request, wait)
        try:
            return view(request, *args, **kwargs)
        except Denied:
            limits.count(WRONG_LINKS, address)
            raise

    return page
