"""Three cases on the agenda, one without ground: what the team decides comes into the plan, and the client reads it."""

import pytest
from django.urls import reverse

from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.accounts.models import Account
from kaveri.steps.planning.models import PlanRow
from kaveri.steps.teams.domain import Profession
from kaveri.steps.teams.models import AgendaItem, Decision
from tests.browser import DESKTOP, PHONE, check_accessibility, check_reflow, picture, sign_in
from tests.factories import cast
from tests.factories.casebook import a_case, a_person
from tests.factories.planning import a_plan, in_days
from tests.factories.teams import QUESTION, WORDS, a_meeting, a_seat, allowed

pytestmark = pytest.mark.journey
DECIDED = "skriver till FPA om dagpenningen"
OUTCOME = "Du kan börja i arbetsprövningen. Dagpenningen är kvar. Kalle skriver till FPA."
SEND = "#page-form button[type=submit]"


class Story:
    """Kerstin carries three cases; Mikko and Kalle sit in the team; Aino reads at home."""

    def __init__(self, page_at, width, language):
        self.page_at, self.width, self.language = page_at, width, language
        a_seat()
        a_seat(cast.mikko(), Profession.COORDINATOR)
        self.meeting = a_meeting()
        self.aino = a_case()
        self.bo = a_case(client=a_person("Bo", "Dahl"))
        self.cilla = a_case(client=a_person("Cilla", "Ek"))
        # Cilla has allowed nothing.
        allowed(self.aino)
        allowed(self.bo)
        self.plan = a_plan(case=self.aino)
        self.kerstin, self.mikko = self.of(cast.kerstin()), self.of(cast.mikko())
        self.reader = self.of(cast.aino_account())

    def of(self, account):
        Account.objects.filter(pk=account.pk).update(language=self.language)
        page = self.page_at(self.width, language=self.language)
        sign_in(page, account)
        return page

    def look(self, page, name):
        check_reflow(page)
        check_accessibility(page)
        picture(page, f"team-meeting/{self.language}-{self.width}-{name}")

    def put_on(self, case):
        page = self.kerstin
        page.goto(reverse("teams:put_on", args=[case.id]))
        page.select_option("[name=meeting_id]", value=str(self.meeting.id))
        page.fill("[name=client_words]", WORDS)
        page.locator("[name=attendance][value=sends_word]").check()
        page.fill("[name=question]", QUESTION)
        page.locator(SEND).click()
        page.wait_for_load_state()

    def when_three_cases_are_put_on(self):
        """The one without a ground is refused, and what is missing is named beside the field."""
        for case in (self.aino, self.bo):
            self.put_on(case)
            self.kerstin.wait_for_url(f"**{reverse('teams:of_case', args=[case.id])}")
        self.look(self.kerstin, "1-on-the-agenda")
        self.put_on(self.cilla)
        errors = self.kerstin.locator(".k-errors").inner_text()
        named = {"sv": "Folkpensionsanstalten", "fi": "Kansaneläkelaitos"}
        assert named[self.language] in errors or "FPA" in errors or "Kela" in errors
        assert self.kerstin.input_value("[name=question]") == QUESTION
        self.look(self.kerstin, "2-without-ground")
        assert AgendaItem.objects.count() == len((self.aino, self.bo))

    def when_the_meeting_is_opened(self):
        page = self.mikko
        page.goto(reverse("teams:meeting", args=[self.meeting.id]))
        self.look(page, "3-agenda")
        page.goto(reverse("teams:meeting_open", args=[self.meeting.id]))
        page.locator(SEND).click()
        page.wait_for_url(f"**{reverse('teams:meeting', args=[self.meeting.id])}")

    def when_the_team_decides(self):
        """The client's own words stand first; who does what by when; then what the client is told."""
        item = AgendaItem.objects.get(case=self.aino)
        page = self.mikko
        page.goto(reverse("teams:talk", args=[item.id]))
        assert WORDS in page.locator("main").inner_text()
        page.fill("[name=what]", DECIDED)
        page.select_option("[name=owner_id]", value=str(cast.kalle().id))
        page.fill("[name=due_on]", f"{in_days(10):%d.%m.%Y}")
        page.locator(SEND).click()
        page.wait_for_load_state()
        assert DECIDED in page.locator("main").inner_text()
        page.locator(f'a[href="{reverse("teams:minutes", args=[item.id])}"]').click()
        page.fill("[name=outcome]", OUTCOME)
        page.locator("[name=client_came][value=sent_word]").check()
        for account in (cast.mikko(), cast.kalle()):
            page.locator(f'[name=present][value="{account.id}"]').check()
        self.look(page, "4-minutes")
        page.locator(SEND).click()
        page.wait_for_url(f"**{reverse('teams:talk', args=[item.id])}")
        self.look(page, "5-talked-about")
        decision = Decision.objects.get()
        assert (decision.task.owner, decision.task.due_on) == (cast.kalle(), in_days(10))

    def when_it_comes_into_the_plan(self):
        page = self.kerstin
        page.goto(reverse("teams:of_case", args=[self.aino.id]))
        self.look(page, "6-what-came-of-it")
        task = Decision.objects.get().task
        page.locator(f'a[href="{reverse("planning:take", args=[self.aino.id, task.id])}"]').click()
        self.look(page, "7-into-the-plan")
        page.locator(SEND).click()
        page.wait_for_url(f"**{reverse('planning:plan', args=[self.aino.id])}*")
        assert DECIDED in page.locator("main").inner_text()
        assert PlanRow.objects.get(task=task).plan == self.plan

    def then_aino_reads_the_outcome(self):
        """And Kerstin tells her within the week; whatever happens, it stands among her tasks."""
        page = self.reader
        page.goto(reverse("portal:home_of", args=[self.aino.id]))
        page.locator(f'a[href="{reverse("teams:own", args=[self.aino.id])}"]').first.click()
        said = page.locator("main").inner_text()
        assert OUTCOME in said
        assert DECIDED in said
        self.look(page, "8-own")
        told = Task.objects.filter(kind=TaskKind.TELL_TEAM_OUTCOME)
        assert {task.case_id for task in told} == {self.aino.id, self.bo.id}
        assert {task.owner for task in told} == {cast.kerstin()}


@pytest.mark.requirement("TEAM-2", "PARTICIPATE-1")
@pytest.mark.parametrize("language", ["sv", "fi"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_what_the_team_decides_reaches_the_plan_and_the_client(
    fresh_database, page_at, width, language
):
    story = Story(page_at, width, language)

    story.when_three_cases_are_put_on()
    story.when_the_meeting_is_opened()
    story.when_the_team_decides()
    story.when_it_comes_into_the_plan()
    story.then_aino_reads_the_outcome()
