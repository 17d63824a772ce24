"""Long lists, 25 to a page, with counts and with the filters kept."""

from dataclasses import dataclass

from django.http import HttpRequest

PAGE_SIZE = 25


@dataclass(frozen=True)
class PageLink:
    """A number in the pager; without address it is a gap."""

    number: int
    href: str = ""
    current: bool = False


@dataclass(frozen=True)
class Pager:
    """Where in a list the reader is: `offset` and `size` are for the selector, the rest for the page."""

    number: int
    total: int
    size: int
    previous: str
    next: str
    links: list[PageLink]

    @property
    def offset(self) -> int:
        """How many rows stand before this page."""
        return (self.number - 1) * self.size

    @property
    def first(self) -> int:
        """The number of the first row shown."""
        return self.offset + 1 if self.total else 0

    @property
    def last(self) -> int:
        """The number of the last row shown."""
        return min(self.offset + self.size, self.total)


def asked_page(request: HttpRequest) -> int:
    """The page asked for; the first when it is no number."""
    asked = request.GET.get("page", "")
    return max(1, int(asked)) if asked.isdecimal() and len(asked) < 7 else 1


def pager(request: HttpRequest, total: int, size: int = PAGE_SIZE) -> Pager:
    """The pager of a list of so many rows; a page past the end is the last one."""
    pages = max(1, -(-total // size))
    number = min(asked_page(request), pages)

    def href(to: int) -> str:
        asked = request.GET.copy()
        asked["page"] = str(to)
        return f"?{asked.urlencode()}"

    near = sorted({1, pages, *range(max(1, number - 2), min(pages, number + 2) + 1)})
    links: list[PageLink] = []
    for to in near:
        if links and to - links[-1].number > 1:
            links.append(PageLink(to - 1))
        links.append(PageLink(to, href(to), to == number))
    return Pager(
        number=number,
        total=total,
        size=size,
        previous=href(number - 1) if number > 1 else "",
        next=href(number + 1) if number < pages else "",
        links=links if pages > 1 else [],
    )
