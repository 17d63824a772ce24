"""What every request gets: an id for the log, the language of the person, a status for who must wait."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from kaveri.foundation.access import limits
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base.ids import new_id

Answer = Callable[[HttpRequest], HttpResponse]


class RequestId:
    """An id that joins a request's rows in the log; it says nothing of anybody."""

    def __init__(self, get_response: Answer) -> None:
        """Stand in the row of middleware."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give the request its id."""
        request.request_id = new_id().hex  # type: ignore[attr-defined]
        return self.get_response(request)


class ToldToWait:
    """Whoever was told to wait gets the status that says so, and how long."""

    def __init__(self, get_response: Answer) -> None:
        """Stand in the row of middleware."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark the page; what stands on it is the view's."""
        response = self.get_response(request)
        if seconds := limits.told_to_wait(request):
            response.status_code = HTTPStatus.TOO_MANY_REQUESTS
            response["Retry-After"] = str(seconds)
        return response


class PersonLanguage:
    """A person who has not chosen a language in this browser gets the one of their account."""

    def __init__(self, get_response: Answer) -> None:
        """Stand in the row of middleware, after sign-in is known."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Read in the person's language."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen not in dict(settings.LANGUAGES) and isinstance(request.user, Account):
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)
