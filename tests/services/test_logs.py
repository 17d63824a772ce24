"""An error inside a page leaves a line that tells what broke, and nothing about anybody."""

import json
import logging

from django.test import RequestFactory
from django.urls import ResolverMatch

from kaveri.config.logs import JsonLines

NAME, PHONE, SECRET = "Aino Virtanen", "040 555 0101", "key-of-a-receipt"


def a_view(request):
    typed = request.POST["name"]
    raise ValueError(f"cannot save {typed}")


def test_an_error_leaves_its_place_and_nothing_that_was_typed(monkeypatch):
    lines = []
    handler = logging.Handler()
    handler.setFormatter(JsonLines())
    handler.emit = lambda record: lines.append(handler.format(record))
    logger = logging.getLogger("django.request")
    monkeypatch.setattr(logger, "handlers", [handler])
    request = RequestFactory().post(f"/x/{SECRET}/?phone={PHONE}", {"name": NAME, "phone": PHONE})
    request.request_id = "abc123"
    request.resolver_match = ResolverMatch(a_view, (), {}, "page", namespaces=["workspace"])

    try:
        a_view(request)
    except ValueError:
        logger.exception("Internal Server Error: %s", request.path, extra={"request": request})

    (written,) = lines
    line = json.loads(written)
    assert (line["request_id"], line["exception"]) == ("abc123", "builtins.ValueError")
    assert line["view"] == "workspace:page"
    assert line["trace"][-1].endswith(" a_view")
    assert not [told for told in ("Aino", "Virtanen", "555", "0101", SECRET) if told in written]


def test_the_settings_send_errors_through_it(settings):
    assert settings.LOGGING["formatters"]["json"]["()"] == "kaveri.config.logs.JsonLines"
    assert settings.LOGGING["handlers"]["stderr"]["formatter"] == "json"
    assert settings.LOGGING["loggers"]["django"]["handlers"] == ["stderr"]


def test_what_other_packages_say_goes_the_same_way(settings):
    # Without a handler at the root Python itself would write their words as they are.
    assert settings.LOGGING["root"] == {"handlers": ["stderr"], "level": "ERROR"}
