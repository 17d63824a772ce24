"""A page as a reader meets it: its elements, its visible texts, its forms."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
UNREAD = frozenset({"script", "style", "svg", "template"})


@dataclass(eq=False)
class Element:
    """An element with its attributes, its children and what stands around it."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    around: "Element | None" = None
    children: list["Element | str"] = field(default_factory=list)

    def all(self, *names: str) -> Iterator["Element"]:
        """Every element inside, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                if not names or child.name in names:
                    yield child
                yield from child.all(*names)

    def outwards(self) -> Iterator["Element"]:
        """The element and everything around it."""
        here: Element | None = self
        while here is not None:
            yield here
            here = here.around

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        pieces = [
            child if isinstance(child, str) else child.text
            for child in self.children
            if isinstance(child, str) or child.name not in UNREAD
        ]
        return " ".join(" ".join(pieces).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.here = self.page = Element("page")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        if tag not in EMPTY:
            self.here = element

    def handle_endtag(self, tag: str) -> None:
        open_ones = [element.name for element in self.here.outwards()]
        if tag not in open_ones:
            return
        while self.here.name != tag and self.here.around is not None:
            self.here = self.here.around
        self.here = self.here.around or self.page

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def read(html: str) -> Element:
    """The page as a tree."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def texts(element: Element) -> Iterator[tuple[Element, str]]:
    """Each piece of text people read, with the element it stands in."""
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                yield element, " ".join(child.split())
        elif child.name not in UNREAD:
            yield from texts(child)


# --- forms ----------------------------------------------------------------------------------

NOT_TYPED = frozenset({"submit", "button", "image", "reset", "hidden", "file"})
TEXTS = frozenset({"text", "search", "tel", "email", "url", ""})


@dataclass(frozen=True)
class Field:
    """One thing a form asks: its kind, what stands in it, what may be chosen."""

    name: str
    kind: str
    values: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    required: bool = False

    @property
    def takes_text(self) -> bool:
        return self.kind in TEXTS or self.kind == "textarea"


@dataclass(frozen=True)
class Form:
    """A form of a page, and what its fields hold."""

    action: str
    method: str
    fields: tuple[Field, ...]
    language_switch: bool = False

    @property
    def data(self) -> dict[str, list[str]]:
        """What the browser would send, nothing changed."""
        return {field.name: list(field.values) for field in self.fields if field.values}

    @property
    def asks(self) -> tuple[Field, ...]:
        """The fields people fill in."""
        return tuple(field for field in self.fields if field.kind not in {"hidden", "file"})


def forms(page: Element) -> list[Form]:
    """Every form of the page that is sent by POST; the language buttons and signing out are none."""
    found = []
    for form in page.all("form"):
        if form.attributes.get("method", "get").lower() != "post":
            continue
        fields = tuple(_fields(form))
        names = {each.name for each in fields}
        if "idempotency_key" in names or any(each.kind != "hidden" for each in fields):
            found.append(Form(form.attributes.get("action", ""), "post", fields))
    return found


def _fields(form: Element) -> Iterator[Field]:
    grouped: dict[str, list[Element]] = {}
    for element in form.all("input", "textarea", "select"):
        name = element.attributes.get("name", "")
        kind = element.attributes.get("type", "")
        if name and not (element.name == "input" and kind in {"submit", "button", "image"}):
            grouped.setdefault(name, []).append(element)
    for name, elements in grouped.items():
        yield _field(name, elements)


def _field(name: str, elements: list[Element]) -> Field:
    first = elements[0]
    required = any("required" in each.attributes for each in elements)
    if first.name == "textarea":
        text = "".join(child for child in first.children if isinstance(child, str))
        return Field(name, "textarea", (text.removeprefix("\n"),), required=required)
    if first.name == "select":
        options = list(first.all("option"))
        values = [each.attributes.get("value", each.text) for each in options]
        chosen = [v for v, e in zip(values, options, strict=True) if "selected" in e.attributes]
        held = tuple(chosen or values[:1])
        return Field(name, "select", held, tuple(values), required=required)
    kind = first.attributes.get("type", "text")
    if kind in {"radio", "checkbox"}:
        options = tuple(each.attributes.get("value", "on") for each in elements)
        chosen = tuple(
            each.attributes.get("value", "on") for each in elements if "checked" in each.attributes
        )
        return Field(name, kind, chosen, options, required=required)
    values = tuple(each.attributes.get("value", "") for each in elements)
    return Field(name, kind, values, required=required)
