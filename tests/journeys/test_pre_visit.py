"""Before a doctor's statement: the case manager comes in first, the client reads and says yes, the page goes along."""

import io

import pikepdf
import pytest
from django.urls import reverse

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.accounts.models import Account
from kaveri.steps.pre_visit.domain import Standing
from kaveri.steps.pre_visit.models import Background
from kaveri.steps.pre_visit.selectors import stands
from tests.browser import (
    DESKTOP,
    PHONE,
    check_accessibility,
    check_reflow,
    picture,
    sign_in,
)
from tests.factories import cast
from tests.factories.appointments import in_days
from tests.factories.assessment import a_statement
from tests.factories.casebook import a_case

pytestmark = pytest.mark.journey
SEND = "#page-form button[type=submit]"


def looked_at(page, name):
    check_reflow(page)
    check_accessibility(page)
    picture(page, f"pre-visit/{name}")


def sent_to(page, address):
    page.locator(SEND).click()
    page.wait_for_url(f"**{address}")


class Story:
    """Kerstin and Aino, each in a browser of her own."""

    def __init__(self, page_at, width, language):
        self.case = a_case()
        self.language, self.end = language, f"{width}-{language}"
        a_statement(case=self.case, heading="skills", text="Har kört truck i tolv år.")
        accounts = [cast.kerstin().pk, cast.aino_account().pk]
        Account.objects.filter(pk__in=accounts).update(language=language)
        self.kerstin, self.aino = (page_at(width, language=language) for _who in range(2))
        sign_in(self.kerstin, cast.kerstin())
        sign_in(self.aino, cast.aino_account())

    def look(self, page, name):
        looked_at(page, f"{name}-{self.end}")

    def at(self, name, *ids):
        return reverse(f"pre_visit:{name}", args=ids or [self.visit_id])

    def when_the_visit_is_agreed_on(self):
        """To prepare it is somebody's step a week before."""
        page = self.kerstin
        page.goto(reverse("appointments:book", args=[self.case.id]))
        page.fill("[name=about]", "Läkarbesök")
        page.fill("[name=on]", f"{in_days(14):%d.%m.%Y}")
        page.fill("[name=time]", "9.30")
        page.select_option("[name=visit]", "b_statement")
        page.locator("[name=way][value=phone]").check()
        sent_to(page, reverse("appointments:of_case", args=[self.case.id]))
        self.look(page, "meetings")
        self.task = Task.objects.get(kind=TaskKind.BEFORE_VISIT)
        self.visit_id = self.task.source_id
        self.own = self.at("own", self.case.id, self.visit_id)

    def when_kerstin_writes(self):
        """What is known stands there already; she adds what matters."""
        page = self.kerstin
        page.locator(f'a[href="{self.at("background")}"]').click()
        self.look(page, "empty")
        page.locator(f'a[href="{self.at("write")}"]').click()
        assert "Har kört truck" in page.input_value("[name=work]")
        page.fill("[name=goals]", "Vill köra truck igen, på deltid.")
        self.look(page, "write")
        sent_to(page, self.at("background"))
        self.look(page, "waits")

    def when_aino_wants_something_different(self):
        page = self.aino
        page.goto("/my/")
        page.locator(f'a[href="{self.own}"]').click()
        self.look(page, "own")
        page.locator("[name=answer][value=otherwise]").check()
        page.fill("[name=words]", "Skriv att jag kan börja i januari.")
        sent_to(page, self.own)
        self.look(page, "own-otherwise")

    def when_it_is_changed_and_she_says_yes(self):
        self.kerstin.reload()
        self.look(self.kerstin, "otherwise")
        self.kerstin.goto(self.at("write"))
        self.kerstin.fill("[name=goals]", "Vill köra truck igen, på deltid, från januari.")
        sent_to(self.kerstin, self.at("background"))
        self.aino.goto(self.own)
        self.aino.locator("[name=answer][value=approved]").check()
        sent_to(self.aino, self.own)
        self.look(self.aino, "own-approved")

    def then_the_page_goes_along(self, site):
        """It is printed; nothing waits to be prepared any more."""
        page, row = self.kerstin, Background.objects.get()
        page.reload()
        paper = page.request.get(site + self.at("paper", row.id, self.language))
        with pikepdf.open(io.BytesIO(paper.body())) as pdf:
            assert (len(pdf.pages), str(pdf.Root.Lang)) == (1, self.language)
        page.locator(f'a[href="{self.at("hand_on", row.id)}"]').click()
        page.locator("[name=how][value=client_takes]").check()
        self.look(page, "hand-on")
        sent_to(page, self.at("background"))
        self.look(page, "handed")
        row.refresh_from_db()
        self.task.refresh_from_db()
        assert (stands(row), self.task.state) == (Standing.HANDED, TaskState.DONE)


@pytest.mark.requirement("IDENTIFY-6", "PARTICIPATE-1")
@pytest.mark.parametrize("language", ["sv", "fi"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_page_reaches_the_doctor_when_the_client_has_said_yes(
    fresh_database, page_at, site, width, language
):
    story = Story(page_at, width, language)

    story.when_the_visit_is_agreed_on()
    story.when_kerstin_writes()
    story.when_aino_wants_something_different()
    story.when_it_is_changed_and_she_says_yes()
    story.then_the_page_goes_along(site)
