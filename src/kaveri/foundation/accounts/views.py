"""After signing in again: send what was written, or leave it; and the doors that are closed."""

from typing import Never

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kaveri.foundation.accounts.carried import FIELD, opened
from kaveri.foundation.accounts.models import Account


@never_cache
@require_safe
def written(request: HttpRequest) -> HttpResponse:
    """Show the person what they had written, ready to be sent again; nobody else ever sees it."""
    sealed = request.session.pop(FIELD, "")
    if not sealed or not isinstance(request.user, Account):
        return redirect("/")
    writing = opened(sealed, request.user.id)
    if writing is None:
        return redirect("/")
    return render(request, "accounts/written.html", {"writing": writing})


def closed(_request: HttpRequest, **_arguments: object) -> Never:
    """A door of another package that the product does not offer: nothing is there."""
    raise Http404
