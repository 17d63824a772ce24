"""The client's network on a phone and on a desk: looked at, narrowed, and somebody taken out."""

import pytest
from django.urls import reverse

from kaveri.casebook.records.domain import Category
from kaveri.steps.coordination.domain import MemberState
from kaveri.steps.coordination.models import Member
from tests.browser import (
    DESKTOP,
    PHONE,
    check_accessibility,
    check_reflow,
    picture,
    sign_in,
)
from tests.factories import cast, network
from tests.factories.casebook import a_case

pytestmark = pytest.mark.journey


def around_aino():
    """Aino has a full network: Kela, a clinic, an association, a sister, somebody who has not answered."""
    case = a_case()
    kalle, ritva = network.kela_worker(), network.clinic_worker()
    network.a_consent(
        case,
        kalle.organisation,
        ritva.organisation,
        categories=(
            Category.IDENTITY_CONTACT,
            Category.WORK_EDUCATION,
            Category.ECONOMY_BENEFITS,
        ),
    )
    network.a_member(case, kalle, role="sakkunnig vid FPA")
    network.a_member(case, ritva, role="terapeut")
    network.a_member(case, cast.petra(), role="socialhandledare")
    network.invited(case, network.an_invitation(network.job_worker(), role="jobbrådgivare"))
    network.invited(case, network.for_a_sister(has_said_yes=True))
    network.invited(case, network.for_a_partner())
    return case


def looked_at(page, name):
    check_reflow(page)
    check_accessibility(page)
    picture(page, f"network/{name}")


@pytest.mark.requirement("COORDINATE-7")
@pytest.mark.smoke
def test_aino_takes_somebody_out_on_her_phone(fresh_database, page_at, site):
    case = around_aino()
    page = page_at(PHONE)
    sign_in(page, cast.aino_account())
    page.goto(reverse("coordination:network", args=[case.id]))
    looked_at(page, "aino-1")
    member = Member.objects.get(account=cast.kalle())
    page.locator(f'a[href="{reverse("coordination:member", args=[case.id, member.id])}"]').click()
    looked_at(page, "aino-2")
    page.locator('a[href$="/remove/"]').click()
    looked_at(page, "aino-3")
    page.locator("#page-form button[type=submit]").click()
    page.wait_for_url(f"**{reverse('coordination:network', args=[case.id])}")
    assert not page.locator("main h2", has_text="Kalle").count()
    assert Member.objects.get(pk=member.pk).state is MemberState.GONE


@pytest.mark.requirement("COORDINATE-7")
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_staff_and_the_invited_see_their_pages(fresh_database, page_at, site, width):
    case = around_aino()
    page = page_at(width)
    sign_in(page, cast.kerstin())
    page.goto(reverse("coordination:network", args=[case.id]))
    looked_at(page, f"kerstin-{width}")
    clinic = network.clinic_worker().organisation
    page.goto(reverse("coordination:partner_new", args=[case.id]) + f"?organisation={clinic.key}")
    looked_at(page, f"invite-{width}")
    job = page_at(width)
    sign_in(job, network.job_worker())
    job.goto(reverse("coordination:invitations"))
    looked_at(job, f"invited-{width}")
    job.locator('main a[href*="/invitations/"]').first.click()
    job.locator("#page-form button[type=submit], #yes button[type=submit]").first.click()
    job.wait_for_load_state()
    looked_at(job, f"member-{width}")
