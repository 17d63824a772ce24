"""A real browser for the journeys: pages on a phone and on a desk, axe, pictures, no silent errors."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from weakref import WeakSet

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.test import Client
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

PHONE = 390
DESKTOP = 1280
HEIGHTS = {PHONE: 844, DESKTOP: 900}
LOCALES = {"sv": "sv-FI", "fi": "fi-FI", "en": "en-GB"}
PICTURES = Path(__file__).resolve().parent.parent / "pictures"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCRIPTLESS: WeakSet[BrowserContext] = WeakSet()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


# --- the site and the browser ---------------------------------------------------------------


@pytest.fixture
def site(fresh_database):
    """The product, answering on localhost from the worker's own database; its address."""
    server = LiveServerThread("localhost", StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://localhost:{server.port}"
    server.terminate()
    connections.close_all()


@pytest.fixture(scope="session")
def browser():
    """Chromium, one for each worker."""
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
    if program is None:
        pytest.fail("There is no Chromium here, which the journeys need.")
    # Playwright keeps an event loop in this thread; the ORM must be told that this is meant.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


class Watch:
    """What went wrong in the browser: script errors, console errors, pages that broke."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.expected: list[str] = []

    def expect(self, part: str) -> None:
        """Says that an error with this in it belongs to the test (a page that is not found, say)."""
        self.expected.append(part)

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.errors.append(f"script: {error.error}"))
        context.on("response", self._response)

    def _console(self, message) -> None:
        # A refused script or style (the content security policy) is reported here as well.
        if message.type in ("error", "warning"):
            where = message.location.get("url", "")
            self.errors.append(f"console: {message.text} ({where})")

    def _response(self, response) -> None:
        if response.status >= 500:
            self.errors.append(f"server: {response.status} {response.url}")

    def unexpected(self) -> list[str]:
        return [error for error in self.errors if not any(part in error for part in self.expected)]


@pytest.fixture
def watch():
    """Fails the test on every error of the browser that the test did not say it expects."""
    watch = Watch()
    yield watch
    assert not watch.unexpected(), "The browser reported:\n" + "\n".join(watch.unexpected())


@pytest.fixture
def context_at(browser: Browser, site: str, watch: Watch, request):
    """Opens a browser of one's own: `context_at(PHONE, language="fi", javascript=False)`."""
    opened: list[BrowserContext] = []

    def open_context(
        width: int = DESKTOP, *, language: str | None = None, javascript: bool = True, **more
    ):
        phone = width < 600
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": HEIGHTS.get(width, 844 if phone else 900)},
            locale=LOCALES[language or "sv"],
            timezone_id="Europe/Helsinki",
            java_script_enabled=javascript,
            is_mobile=phone,
            has_touch=phone,
            reduced_motion="reduce",
            **more,
        )
        if language:
            # Chosen in this browser: whoever signs in reads it so, whatever their account says.
            chosen = {"name": settings.LANGUAGE_COOKIE_NAME, "value": language}
            context.add_cookies([{**chosen, "domain": "localhost", "path": "/"}])
        # A limit for hanging, not a measure of speed: a busy machine may take its time.
        context.set_default_timeout(60_000)
        if not javascript:
            SCRIPTLESS.add(context)
        watch.follow(context)
        opened.append(context)
        return context

    yield open_context
    if request.node.stash.get(FAILED, False):
        keep_last_pictures(request.node.nodeid, opened)
    for context in opened:
        context.close()


@pytest.fixture
def page_at(context_at):
    """A page in a browser of its own: `page_at(DESKTOP)`, `page_at(PHONE, language="fi")`."""

    def open_page(width: int = DESKTOP, **more) -> Page:
        return context_at(width, **more).new_page()

    return open_page


# --- what a journey does --------------------------------------------------------------------


def sign_in(page: Page, account) -> None:
    """Signs the account in without the sign-in page, which has journeys of its own."""
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/"}]
    )


def check_accessibility(page: Page) -> None:
    """Fails when axe finds anything against WCAG 2.0–2.2 A and AA or its best practice."""
    if page.context in SCRIPTLESS:
        with seen_with_scripts_on(page) as same:
            check_accessibility(same)
        return
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    lines = [
        f"{rule['id']} ({rule['impact']}): {rule['help']}\n"
        + "\n".join(f"    {node['html'][:200]}" for node in rule["nodes"])
        for rule in found
    ]
    assert not found, f"{page.url} is not accessible:\n" + "\n".join(lines)


@contextmanager
def seen_with_scripts_on(page: Page) -> Iterator[Page]:
    """The same document where axe, a script itself, can run; the product's own scripts stay away."""
    context = page.context.browser.new_context(viewport=page.viewport_size)
    same = context.new_page()
    same.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    same.route(page.url, lambda route: route.fulfill(body=page.content(), content_type="text/html"))
    same.goto(page.url)
    yield same
    context.close()


def check_reflow(page: Page) -> None:
    """Fails when the page must be scrolled sideways to be read."""
    wide, seen = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= seen, f"{page.url} is {wide} px wide on a screen of {seen} px."


def picture(page: Page, name: str) -> None:
    """Keeps what the whole page looks like in `pictures/`, for eyes to judge, when KAVERI_TEST_PICTURES is set."""
    if "KAVERI_TEST_PICTURES" in os.environ:
        keep_picture(page, name)


def keep_picture(page: Page, name: str) -> None:
    """The page as it looks, whole, in a file of that name under `pictures/`."""
    path = PICTURES / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, full_page=True)


# --- when a journey fails -------------------------------------------------------------------

FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call" and report.failed:
        item.stash[FAILED] = True
    return report


def keep_last_pictures(test: str, contexts: list[BrowserContext]) -> None:
    """The last thing seen before a test failed, one picture for each open page."""
    name = "".join(c if c.isalnum() else "-" for c in test)
    pages = [page for context in contexts for page in context.pages]
    for number, page in enumerate(pages, 1):
        with suppress(PlaywrightError):  # a page that cannot be pictured must not hide what failed
            keep_picture(page, f"failed/{name}-{number}")
