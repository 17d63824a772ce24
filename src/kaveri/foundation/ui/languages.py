"""Switching language on any page without losing what was typed, and without a script.

The language buttons in the header belong, by their `form` attribute, to the page's own form and
send it to the page's own address with `language_to`. That sending is never acted on: this
middleware turns it into a look at the same page, and `KaveriForm.of(request)` puts what was typed
back. It stands after the CSRF middleware, so that nobody else's page can fill our forms.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation

FIELD = "language_to"
_NOT_TYPED = {FIELD, "csrfmiddlewaretoken", "idempotency_key", "written_by"}
A_YEAR = 365 * 24 * 3600


class LanguageSwitch:
    """See the module's own words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand in the row of middleware."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Remember the choice in a cookie when there was one."""
        request.typed = None  # type: ignore[attr-defined]
        response = self.get_response(request)
        # A page that is not there has no view; the words that say so can still be read in another language.
        if response.status_code == 404 and self.chosen(request):
            response = self.back(request)
        if chosen := self.chosen(request):
            response.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                chosen,
                max_age=A_YEAR,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Turn the sending into a look."""
        chosen = self.chosen(request)
        if chosen is None:
            return None
        if not set(request.POST) - _NOT_TYPED:
            return self.back(request)
        translation.activate(chosen)
        request.LANGUAGE_CODE = chosen
        request.typed = request.POST  # type: ignore[attr-defined]
        request.method = "GET"
        return None

    @staticmethod
    def back(request: HttpRequest) -> HttpResponse:
        """The same page, asked for anew, so that reloading it sends nothing."""
        return HttpResponseRedirect(request.get_full_path().replace("//", "/"), status=303)

    @staticmethod
    def chosen(request: HttpRequest) -> str | None:
        """The language asked for, when it is one of ours."""
        if "POST" not in (request.method, request.META.get("REQUEST_METHOD")):
            return None
        chosen = request.POST.get(FIELD)
        return chosen if chosen in dict(settings.LANGUAGES) else None
