"""Two-step sign-in from the first square to the last reserve code, as people see it."""

import pytest
from django.conf import settings as product
from django.urls import reverse

from tests.browser import DESKTOP, PHONE, check_accessibility, check_reflow, picture
from tests.factories import cast
from tests.web.accounts.test_doors_of_sign_in import PASSWORD, code_of

pytestmark = pytest.mark.journey
ERRORS_HAVE_FOCUS = "document.activeElement.classList.contains('k-errors')"
LATER = (
    "mfa_index",
    "mfa_generate_recovery_codes",
    "mfa_reauthenticate",
    "mfa_deactivate_totp",
    "account_change_password",
)


class Worker:
    """Somebody at their browser, who looks at every page on the way."""

    def __init__(self, page, site, folder):
        self.page, self.site, self.folder = page, site, folder

    def look(self, name):
        check_reflow(self.page)
        check_accessibility(self.page)
        assert self.page.locator("h1").count() == 1
        picture(self.page, f"two-steps/{name}-{self.folder}")

    def send(self, name, **typed):
        """Fill in, send, and look at what comes."""
        for field, text in typed.items():
            self.page.fill(f"#id_{field}", text)
        with self.page.expect_navigation():
            self.page.locator("main .k-form-actions button").first.click()
        self.look(name)

    def come_in(self, username, name):
        self.page.goto(f"{self.site}{reverse('account_login')}?next=/my-day/")
        self.send(name, login=username, password=PASSWORD)


@pytest.fixture
def account(site, settings):
    # Here the second step is asked for, as it is outside the demo.
    settings.SECOND_FACTOR = True
    found = cast.kerstin()
    found.set_password(PASSWORD)
    found.save()
    return found


@pytest.mark.requirement("TRUST-4")
@pytest.mark.parametrize(("width", "language"), [(PHONE, "sv"), (DESKTOP, "fi")])
def test_a_worker_begins_with_two_steps_and_comes_in_with_them(
    site, page_at, account, width, language
):
    account.language = language
    account.save()
    page = page_at(width, language=language)
    page.emulate_media(color_scheme="dark" if width == PHONE else "light")
    worker = Worker(page, site, f"{language}-{width}")

    worker.come_in(account.username, "1-password-again")
    worker.send("2-password-missing")
    assert page.evaluate(ERRORS_HAVE_FOCUS)
    worker.send("3-begin", password=PASSWORD)
    secret = page.locator(".k-secret").inner_text().strip()
    worker.send("4-mistake", code="12")
    worker.send("5-reserve-codes", code=code_of(secret))
    reserve = page.locator(".k-codes li").first.inner_text()
    for door in LATER:
        page.goto(site + reverse(door))
        worker.look(f"6-{door}")
    page.context.clear_cookies(name=product.SESSION_COOKIE_NAME)

    worker.come_in(account.username, "7-code")
    worker.send("8-code-wrong", code="000000")
    worker.send("9-in", code=reserve)
    assert page.url.endswith("/my-day/")
