"""One person at one browser: reads, fills in, presses, and looks at every page on the way."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from tests.browser import check_accessibility, check_reflow, picture

STRAY = ("..", " .", " ,", "None", "{{", "{%", "%(", "[[", "undefined")
KINDS = "element => element.tagName + ':' + (element.type || '')"


class Walker:
    """Somebody's own browser; every page they come to is looked at and pictured."""

    def __init__(self, page: Page, named: Callable[[str], str], problems: list[str]) -> None:
        """`named` gives each picture its place in the story; `problems` are told at its end."""
        self.page = page
        self.named = named
        self.problems = problems
        self.form: Locator | None = None

    def see(self, what: str) -> None:
        """The page is whole: one heading, no scrolling sideways, nothing against axe, no stray text.

        A page on the way, without a name in the story, is called by the last words of its address.
        """
        name = self.named(what or self._place_in_address())
        picture(self.page, name)
        for check in (check_reflow, check_accessibility, self._check_text):
            try:
                check(self.page)
            except AssertionError as found:
                self.problems.append(f"{name}: {found}")

    def text(self, where: str = "body") -> str:
        """What can be read there, on one line."""
        found = self.page.locator(where)
        return " ".join(" ".join(found.all_inner_texts()).split())

    def go(self, address: str, what: str) -> None:
        """Opens an address of one's own: the first page, or one out of a mail."""
        answer = self.page.goto(address)
        assert answer is not None and answer.ok, f"{address} answers {answer and answer.status}."
        self.see(what)

    def follow(self, part: str, what: str, text: str = "") -> None:
        """Follows the first link in the page that leads there; links in the menus are not asked."""
        within = ("main", ".k-case-head", ".k-case-band")
        links = self.page.locator(", ".join(f"{place} a[href*='{part}']" for place in within))
        if text:
            links = links.filter(has_text=text)
        seen = [link for link in links.all() if link.is_visible()]
        if not seen:
            self._open_sections()
            seen = [link for link in links.all() if link.is_visible()]
        assert seen, f"No link on {self.page.url} leads to {part}."
        self._leave(seen[0])
        self.see(what)

    def place(self, part: str, what: str) -> None:
        """Goes to one of the places at the top, on a phone through the menu."""
        link = self.page.locator(f"header a[href*='{part}']")
        if not any(each.is_visible() for each in link.all()):
            self.page.locator("header details.k-phone-only > summary").click()
        self._leave(next(each for each in link.all() if each.is_visible()))
        self.see(what)

    def fill(self, **values: Any) -> None:
        """Fills in fields by name, each as a person would: writes, chooses, ticks."""
        for name, value in values.items():
            field = self.page.locator(f"main [name='{name}']:not([type=hidden])")
            assert field.count(), f"{self.page.url} has no field {name}."
            self.form = self.page.locator(
                f"main form:has([name='{name}']:not([type=hidden]))"
            ).first
            kind = field.first.evaluate(KINDS)
            if kind.startswith("SELECT"):
                self._choose(field.first, value)
            elif kind.endswith((":radio", ":checkbox")) and value is True:
                field.first.check()
            elif kind.endswith((":radio", ":checkbox")):
                field.and_(self.page.locator(f"[value='{value}']")).check()
            else:
                field.first.fill(str(value))

    def press(self, what: str, within: str = "") -> None:
        """Sends the form that was filled in last (or the one named), and it is taken."""
        form = self.page.locator(within).first if within else self.form
        assert form is not None
        self._leave(form.locator("button[type=submit]").first)
        problems = self.text(".k-errors")
        assert not problems, f"{self.page.url} was not satisfied: {problems}"
        self.see(what)

    def reads(self, *words: str, where: str = "main") -> None:
        """All of this can be read on the page."""
        said = self.text(where)
        for word in words:
            assert word in said, f"“{word}” is not on {self.page.url}:\n{said}"

    def band(self, *words: str) -> None:
        """The one question: who does what, by when, and whether the client knows."""
        bands = self.page.locator(".k-step")
        assert bands.count() == 1, f"{self.page.url} has {bands.count()} bands."
        self.reads(*words, where=".k-step")

    def _place_in_address(self) -> str:
        words = [part for part in urlsplit(self.page.url).path.split("/") if part.isalpha()]
        return "-".join(["on-the-way", *words[-2:]])

    def _check_text(self, page: Page) -> None:
        """One heading over the page, and nothing that only the machine should see."""
        assert page.locator("h1").count() == 1, f"{page.url} has not one h1."
        said = self.text().replace("...", "…")
        for stray in STRAY:
            where = said.find(stray)
            assert where < 0, f"{page.url} says “{said[max(0, where - 60) : where + 40]}”."

    def _choose(self, field: Locator, value: Any) -> None:
        options = field.locator("option").all()
        for option in options:
            if value in (option.get_attribute("value"), (option.text_content() or "").strip()):
                field.select_option(option.get_attribute("value"))
                return
        raise AssertionError(f"{self.page.url}: {value} is not offered.")

    def _open_sections(self) -> None:
        more = self.page.locator(".k-sections summary")
        if more.count() and more.first.is_visible():
            more.first.click()

    def _leave(self, element: Locator) -> None:
        with self.page.expect_navigation():
            element.click()
