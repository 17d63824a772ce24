"""Sending a form to its use case: the way on, what was refused, what somebody else saved meanwhile."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from kaveri.foundation.accounts.doors import PersonRequest
from kaveri.foundation.base.errors import AlreadyDone, Changed, Refused
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.saved_meanwhile import show_both


def carried_out(
    request: PersonRequest,
    form: KaveriForm,
    use_case: Callable[[UUID], Any],
    *,
    receipt: str,
    to: str,
    now: Mapping[str, Any] | None = None,
) -> HttpResponse | None:
    """Send a valid form to its use case: the way on, or None when the form is to be shown.

    Somebody else may have saved meanwhile: everything typed stays beside what stands `now`, what was not
    touched becomes what stands now, and the next sending holds against the version that stands now.
    """
    if not (posted(request) and form.is_valid()):
        return None
    try:
        use_case(UUID(form.idempotency_key))
    except AlreadyDone:
        pass
    except Refused as refused:
        form.show_refusal(refused)
        return None
    except Changed:
        show_both(form, now or {})
        return None
    else:
        messages.success(request, receipt)
    return redirect(to)
