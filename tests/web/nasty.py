"""Fifty strings that have broken systems before, and how a form is filled in otherwise."""

# ruff: noqa: RUF001 - the strings are nasty on purpose

import datetime as dt
import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from kaveri.foundation.base import clock
from tests.factories.papers import PDF
from tests.pages import STANDS_ON
from tests.reading import Field, Form, forms, read
from tests.web.wanted import TRAPS

NASTY = [
    "",
    " ",
    "\u00a0\u2003\u200b",
    "\t\r\n",
    "a\x00b",
    "\x07\x08\x1b[31mred",
    "\u202etxet desrever\u202c",
    "\u2066isolated\u2069",
    "\ufeffbyte order mark",
    "\ufffd\ufffe\uffff",
    "Z\u0351\u036b\u0343\u036a\u0302a\u0334l\u0335g\u0336o\u0337" * 40,
    "👩‍👩‍👧‍👦 🇫🇮 👍🏿",
    "𝕬𝖎𝖓𝖔 𐐷 𠜎",
    "Å + A\u030a",
    "ﬁﬂ Ⅷ ①",
    "مرحبا بالعالم",
    "שלום עולם",
    "Здравствуйте",
    "こんにちは、元気ですか",
    "ไม่เป็นไร",
    "İstanbul ıssız ß ẞ ﬀ",
    'O’Brien-Åström d\'Öst "quoted" `tick`',
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea></form><h1>mine</h1>",
    "&lt;b&gt; &amp; &#x27; &nbsp",
    "javascript:alert(1)",
    "{{ settings.SECRET_KEY }}",
    "{% load static %}{% csrf_token %}",
    "%(name)s %s %d %% %n",
    "{0} {name} ${HOME} $(id) `id`",
    "'; DROP TABLE cases_case; --",
    "' OR '1'='1",
    "1; SELECT pg_sleep(0)",
    "\\' \\\" \\\\ \\n \\u0000",
    "../../../../etc/passwd",
    "C:\\Windows\\system32\\con",
    "=HYPERLINK('http://example.org')",
    "-1+1@SUM(1)",
    "NaN",
    "Infinity",
    "-0",
    "1e309",
    "99999999999999999999999999999999",
    "٣٤٥ ४५ Ⅻ",
    "null undefined None true",
    "31.2.2026",
    "0000-00-00",
    "x" * 10_001,
    "å" * 100_000,
]


def filled(form: Form, known: dict[str, str | bytes]) -> dict[str, list[Any]]:
    """The form as a careful person sends it; `known` has what only this page wants."""
    return {
        field.name: [_given(known[field.name])] if field.name in known else _filled(field)
        for field in form.fields
    }


def _given(value: str | bytes) -> Any:
    return SimpleUploadedFile("table.csv", value, "text/csv") if isinstance(value, bytes) else value


def _filled(field: Field) -> list[Any]:
    if field.kind == "file":
        return [SimpleUploadedFile("paper.pdf", PDF, "application/pdf")]
    if field.kind in {"select", "radio"}:
        return [value for value in (*field.values, *field.options) if value][:1]
    if field.kind == "checkbox" and field.options != ("on",) and not field.values:
        return list(field.options[:1])
    if field.kind in {"checkbox", "hidden"} or any(field.values):
        return list(field.values)
    if field.name in TRAPS:
        return [""]
    return [
        next(text() for pattern, text in _BY_NAME if pattern.search(f"{field.kind} {field.name}"))
    ]


def _day(ahead: int) -> str:
    return f"{clock.today() + dt.timedelta(days=ahead):%d.%m.%Y}"


# What a text field is filled with, by its kind and name; the last one fits all.
_BY_NAME = [
    (re.compile(r"(next|due)\w*_(on|by)$"), lambda: _day(7)),
    (re.compile(r"(_| )(on|by|from|until)$"), lambda: _day(0)),
    (re.compile("email"), lambda: "minna@example.org"),
    (re.compile("phone|^tel"), lambda: "040 555 0102"),
    (re.compile("number|score"), lambda: "5"),
    (re.compile(""), lambda: "Ett ord eller två."),
]


def forms_of(answer):
    """The forms of the page itself, the frame's search apart."""
    return [form for main in read(answer.content.decode()).all("main") for form in forms(main)]


def forms_sent_to(page, rows, browser):
    """The forms that are sent to this page, wherever they stand."""
    answer = browser.get(page.forms_at(rows))
    if answer.status_code != 200 or answer.streaming or "html" not in answer["Content-Type"]:
        return []
    here = page.at(rows)
    return [form for form in forms_of(answer) if page.name not in STANDS_ON or form.action == here]


def as_shown(text: str) -> str:
    """What a page can show of a text: line ends are one, and what is no sign is away."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd").strip()
