"""An activation plan: its holder takes the support plan into it; the client reads where both stand."""

import pytest
from django.urls import reverse

from kaveri.casebook.records.domain import Category
from kaveri.foundation.accounts.models import Account
from kaveri.steps.other_plans.models import OtherPlan
from tests.browser import (
    DESKTOP,
    PHONE,
    check_accessibility,
    check_reflow,
    picture,
    sign_in,
)
from tests.factories import cast, network, planning
from tests.factories.permission import a_consent, county, of

pytestmark = pytest.mark.journey
SEND = "#page-form button[type=submit]"


def sent_to(page, address):
    page.locator(SEND).click()
    page.wait_for_url(f"**{address}")


class Story:
    """Kerstin, the holder of the activation plan, and Aino, each in a browser of their own."""

    def __init__(self, page_at, width, language):
        self.case = planning.a_plan().case
        self.end = f"{width}-{language}"
        self.worker = network.job_worker()
        parties = county(), of(self.worker)
        a_consent(self.case, *parties, categories=frozenset(Category))
        network.a_member(self.case, self.worker)
        accounts = [cast.kerstin(), self.worker, cast.aino_account()]
        Account.objects.filter(pk__in=[each.pk for each in accounts]).update(language=language)
        self.kerstin, self.holder, self.aino = (page_at(width, language=language) for _ in accounts)
        for page, account in zip((self.kerstin, self.holder, self.aino), accounts, strict=True):
            sign_in(page, account)

    def look(self, page, name):
        check_reflow(page)
        check_accessibility(page)
        picture(page, f"activation-plan/{name}-{self.end}")

    def at(self, name, row=None):
        return reverse(f"other_plans:{name}", args=[row.pk if row else self.case.pk])

    def when_kerstin_notes_who_holds_it(self):
        page = self.kerstin
        page.goto(self.at("of_case"))
        self.look(page, "empty")
        page.locator(f'a[href="{self.at("add")}"]').click()
        page.select_option("[name=kind]", "activation")
        page.select_option("[name=holder_id]", str(self.worker.pk))
        page.fill("[name=kept_in]", "Klientregistret")
        page.fill("[name=valid_until]", "31.12.2027")
        self.look(page, "add")
        sent_to(page, self.at("of_case"))
        self.look(page, "noted")
        self.row = OtherPlan.objects.get()

    def when_the_holder_takes_the_support_plan_into_it(self):
        page = self.holder
        page.goto(self.at("of_case"))
        assert page.locator(f'a[href="{self.at("add")}"]').count() == 0
        page.locator(f'a[href="{self.at("plan", self.row)}"]').first.click()
        self.look(page, "holder")
        page.locator(f'a[href="{self.at("put_in", self.row)}"]').click()
        self.look(page, "put-in")
        sent_to(page, self.at("plan", self.row))
        self.look(page, "put-in-done")

    def when_its_contents_are_gone_through(self):
        page = self.holder
        page.locator(f'a[href="{self.at("tick", self.row)}"]').click()
        page.locator("[name=held][value=earlier_plans]").check()
        self.look(page, "contents")
        sent_to(page, self.at("plan", self.row))
        self.look(page, "contents-done")

    def then_both_read_where_it_stands(self):
        self.kerstin.reload()
        self.look(self.kerstin, "register")
        self.aino.goto("/my/")
        self.aino.locator(f'a[href="{self.at("own")}"]').click()
        self.look(self.aino, "own")
        self.row.refresh_from_db()
        assert (self.row.holds_support, self.row.put_in_by) == (True, self.worker)
        for page in (self.kerstin, self.aino):
            assert page.locator(".k-node-support").count() == 1


@pytest.mark.requirement("PLAN-11", "PLAN-12", "PARTICIPATE-1")
@pytest.mark.parametrize("language", ["sv", "fi"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_holder_takes_the_support_plan_into_theirs(fresh_database, page_at, width, language):
    story = Story(page_at, width, language)

    story.when_kerstin_notes_who_holds_it()
    story.when_the_holder_takes_the_support_plan_into_it()
    story.when_its_contents_are_gone_through()
    story.then_both_read_where_it_stands()
