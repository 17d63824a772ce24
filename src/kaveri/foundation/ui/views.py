"""The building-blocks page, and the pages that say no."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from kaveri.foundation.ui import blocks as examples
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show


def blocks(request: HttpRequest) -> HttpResponse:
    """Every component in every state, in demo mode only."""
    if not settings.DEMO:
        raise Http404
    form = examples.BlocksForm.of(request)
    if posted(request):
        form.is_valid()
    return show(request, "ui/blocks.html", examples.blocks(form, request))


def server_error(request: HttpRequest) -> HttpResponse:
    """Something of ours broke; needs neither database nor session."""
    return HttpResponse(render_to_string("ui/server_error.html"), status=500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long, or cookies are off."""
    return HttpResponse(render_to_string("ui/csrf_failed.html"), status=403)
