"""The colours can be read: every pair of the table, in light and in dark."""

import re
from pathlib import Path

import pytest

import kaveri

TOKENS = Path(kaveri.__file__).parent / "foundation/ui/static/kaveri/tokens.css"
TEXT, GRAPHICS = 4.5, 3.0
KINDS = ("ok", "warning", "danger", "info", "neutral")

# Foreground, background, least contrast.
PAIRS = [
    *[("text", ground, TEXT) for ground in ("page", "surface", "sunken", "tint", "voice-paper")],
    *[("text", f"{kind}-paper", TEXT) for kind in KINDS],
    *[("muted", ground, TEXT) for ground in ("page", "surface", "sunken")],
    *[("line-strong", ground, GRAPHICS) for ground in ("page", "surface")],
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-hover", TEXT),
    *[("accent", ground, GRAPHICS) for ground in ("page", "surface")],
    *[("link", ground, TEXT) for ground in ("page", "surface", "sunken", "tint")],
    *[("on-step", ground, TEXT) for ground in ("step", "step-hover")],
    ("step-label", "step", TEXT),
    ("voice-text", "voice-paper", TEXT),
    *[("voice-label", ground, TEXT) for ground in ("voice-paper", "surface", "page")],
    *[("voice-bar", ground, GRAPHICS) for ground in ("voice-paper", "surface", "page")],
    *[(kind, ground, TEXT) for kind in KINDS for ground in (f"{kind}-paper", "surface", "page")],
    ("danger", "voice-paper", GRAPHICS),
    *[("on-danger", ground, TEXT) for ground in ("danger-fill", "danger-fill-hover")],
]


def _tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--k-([a-z-]+): (#[0-9A-Fa-f]{6});", css))


def _schemes() -> dict[str, dict[str, str]]:
    before, dark_and_rest = TOKENS.read_text().split("prefers-color-scheme: dark")
    light = _tokens(before)
    return {"light": light, "dark": light | _tokens(dark_and_rest)}


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_every_pair_of_colours_can_be_read(scheme, front, ground, least):
    tokens = _schemes()[scheme]

    assert contrast(tokens[front], tokens[ground]) >= least


def test_black_on_white_is_twenty_one_to_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_dark_has_its_own_colour_for_every_light_one():
    light, dark = _schemes().values()
    shared = {"on-step", "on-danger", "danger-fill", "danger-fill-hover"}

    assert {name for name in light if light[name] == dark[name]} == shared
