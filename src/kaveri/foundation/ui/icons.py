"""Icons, read once from the vendored files and put into the page as SVG."""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "icons"


@cache
def svg(name: str) -> str:
    """The drawing of one icon; hidden from screen readers, because a word always stands beside it."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        raise LookupError(f"no icon is called {name!r}")
    file = FOLDER / f"{name}.svg"
    if not file.exists():
        raise LookupError(f"no icon is called {name!r}; add it to scripts/vendor-assets")
    shapes = re.search(r"<svg[^>]*>(.*)</svg>", file.read_text(encoding="utf-8"), re.DOTALL)
    if shapes is None:
        raise LookupError(f"the file of {name!r} holds no drawing")
    drawing = re.sub(r"\s+", " ", shapes[1]).strip()
    return (
        '<svg class="k-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" '
        f'stroke-linejoin="round" aria-hidden="true" focusable="false">{drawing}</svg>'
    )
