"""Two people write in one form: what one of them left as it stood is never put over what the other changed.

A form that is held against a version sends along what stood in its fields when it was shown. When somebody else has
saved meanwhile, each field is one of three: changed by nobody else, left alone by this writer (then it becomes what
stands now), or changed by both (then both texts are shown, and the writer decides).
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from kaveri.foundation.ui.forms import KaveriForm

STOOD = "as_it_stood"
# What a form is held against: a number that counts up, or the row that was seen.
HELD_AGAINST = ("version", "seen")


def stood_in(form: "KaveriForm") -> str:
    """What stands in the fields of an open form; nothing where the form is held against no version."""
    if form.is_bound:
        return str(form.data.get(STOOD, ""))
    if not any(name in form.fields for name in HELD_AGAINST):
        return ""
    return json.dumps({name: _sent(form, name, form[name].value()) for name in _shown(form)})


def show_both(form: "KaveriForm", now: Mapping[str, Any]) -> None:
    """Keep what was typed, take what others changed elsewhere, and hold the next sending against what stands now."""
    stood = _read(form.data.get(STOOD, ""))
    stands = {name: _sent(form, name, now[name]) for name in _shown(form) if name in now}
    left_alone = {
        name for name in stands if name in stood and _typed(form, name) == _plain(stood[name])
    }
    form.theirs = form.differences({n: v for n, v in now.items() if n not in left_alone})
    form.add_error(
        None,
        _(
            "Somebody else saved this while you wrote. Compare what stands now with what you wrote,"
            " and save once more if your text shall stand."
        ),
    )
    data = form.data.copy()  # type: ignore[attr-defined]
    for name in left_alone:
        data.setlist(form.add_prefix(name), stands[name])
    for name in HELD_AGAINST:
        if name in form.fields:
            data[form.add_prefix(name)] = str(now.get(name) or "")
    data[STOOD] = json.dumps(stood | stands)
    form.data = data


def _shown(form: "KaveriForm") -> list[str]:
    return [
        name
        for name, field in form.fields.items()
        if not field.widget.is_hidden and not isinstance(field, forms.FileField)
    ]


def _sent(form: "KaveriForm", name: str, value: Any) -> list[str]:
    """The value as a browser sends it."""
    field = form.fields[name]
    if isinstance(field.widget, forms.CheckboxInput):
        return ["on"] if value else []
    written = field.widget.format_value(field.prepare_value(value))
    several = written if isinstance(written, list | tuple) else [written]
    return [str(each) for each in several if each not in (None, "")]


def _typed(form: "KaveriForm", name: str) -> list[str]:
    return _plain(form.data.getlist(form.add_prefix(name)))  # type: ignore[attr-defined]


def _plain(several: list[str]) -> list[str]:
    """Without what browsers change on the way: ends of lines, white space around, fields left empty."""
    plain = (each.replace("\r\n", "\n").strip() for each in several)
    return sorted(each for each in plain if each)


def _read(sent: str) -> dict[str, list[str]]:
    """What the browser sent back of it; what cannot be read says nothing."""
    try:
        found = json.loads(sent)
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        str(name): [str(each) for each in several]
        for name, several in found.items()
        if isinstance(several, list)
    }
