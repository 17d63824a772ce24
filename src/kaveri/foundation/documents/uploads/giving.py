"""Giving a kept file out again: as a file to save, never as a page of ours."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def as_download(content: bytes, *, name: str) -> HttpResponse:
    """The file, in a cage of its own should a browser show it after all."""
    response = HttpResponse(content, content_type="application/octet-stream")
    kept_as = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Disposition"] = kept_as or "attachment"
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
