"""Sending a form to its use case: the way on, what was refused, what somebody else saved meanwhile."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.foundation.accounts.doors import PersonRequest
from kaveri.foundation.base.errors import AlreadyDone, Changed, Refused
from kaveri.foundation.ui.forms import KaveriForm, posted


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

    Somebody else may have saved meanwhile: everything typed stays beside what stands `now`, and the
    next sending holds against the version that stands now.
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
        _show_change(form, now or {})
        return None
    else:
        messages.success(request, receipt)
    return redirect(to)


def _show_change(form: KaveriForm, now: Mapping[str, Any]) -> None:
    form.theirs = form.differences(now)
    form.add_error(
        None,
        _(
            "Somebody else saved this while you wrote. Compare what stands now with what you wrote,"
            " and save once more if your text shall stand."
        ),
    )
    data = form.data.copy()  # type: ignore[attr-defined]
    data["version"] = str(now.get("version", ""))
    form.data = data
