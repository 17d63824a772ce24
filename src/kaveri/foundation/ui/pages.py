"""Showing a page, or only the part of it that htmx asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from django.forms.formsets import BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from kaveri.foundation.ui.forms import KaveriForm


def show(
    request: HttpRequest,
    template: str,
    page: Any = None,
    *,
    part: str | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Render a page with its presenter as `page`; `part` is the include that an htmx request gets alone."""
    htmx = getattr(request, "htmx", None)
    only_part = bool(part and htmx and not htmx.boosted)
    forms = [*_forms_in(page), *_forms_in(more)]
    context = {
        "page": page,
        # The head of a case, for frames/case.html: given by itself or as a part of the page.
        "head": page.get("head") if isinstance(page, Mapping) else getattr(page, "head", None),
        **more,
        "forms_with_errors": [form for form in forms if form.sends == "post" and form.problems],
        "forms_to_read_again": [form for form in forms if form.only_to_read_again],
        "main_form_id": next((form.form_id for form in forms if form.sends == "post"), ""),
    }
    response = render(request, part if only_part and part else template, context, status=status)
    if part:
        patch_vary_headers(response, ["HX-Request"])
    return response


def _forms_in(held: Any) -> Iterator[KaveriForm]:
    """The forms a page holds, in its own order; not those of the parts it is made of."""
    for value in _values(held):
        for each in value if isinstance(value, tuple | list | BaseFormSet) else (value,):
            if isinstance(each, KaveriForm):
                yield each


def _values(held: Any) -> Iterator[Any]:
    if isinstance(held, Mapping):
        yield from held.values()
    elif is_dataclass(held):
        yield from (getattr(held, field.name) for field in fields(held))
    else:
        yield held
