"""The client's side of the story: what she allows, narrows and takes back, and what she reads about it."""

from kaveri.casebook.consent.models import Consent
from kaveri.casebook.records.domain import Category, Register
from kaveri.foundation.accounts.models import Organisation
from kaveri.foundation.audit.models import Event
from kaveri.steps.insight.actions import InsightAction
from tests.journeys.together_stage import Together

TICKED = (Category.WORK_EDUCATION, Category.ECONOMY_BENEFITS, Category.FUNCTIONING)


def when_aino_consents(story: Together) -> None:
    """Kela, the employment authority and the health centre; health is ticked, substance use is not."""
    aino = story.client_reads("aino-home")
    aino.follow("/consents/", "consents-none")
    aino.follow("/consents/new/", "consent-form")
    for key, register in (
        ("kela", Register.OWN),
        ("employment_turku", Register.OWN),
        ("county", Register.HEALTH),
    ):
        aino.fill(authorities=f"{Organisation.objects.get(key=key).id}:{register}")
    aino.press("consent-which", within="#page-form")
    for category in (*TICKED, Category.LIFE_SITUATION, Category.SOCIAL_CARE):
        aino.fill(categories=category)
    aino.press("consent-sensitive", within="#page-form")
    aino.fill(health=True)
    aino.press("consent-what-for", within="#page-form")
    aino.fill(purposes="plan")
    aino.press("consent-how-long", within="#page-form")
    aino.press("consent-second-look", within="#page-form")
    aino.press("consent-given", within="#page-form")

    consent = Consent.objects.get()
    assert Category.HEALTH in consent.categories.split()
    assert Category.SUBSTANCE_USE not in consent.categories.split()
    assert consent.parties.count() == 4


def when_aino_takes_health_out(story: Together) -> None:
    """She changes the consent: the same parties, without health."""
    aino = story.at(story.county.aino)
    aino.go(f"/my/{story.aino.id}/consents/", "consents-before-change")
    aino.follow("/change/", "consent-change-form")
    aino.press("consent-change-which", within="#page-form")
    aino.press("consent-change-sensitive", within="#page-form")
    aino.page.locator("main [name=health]").uncheck()
    aino.press("consent-change-what-for", within="#page-form")
    aino.press("consent-change-how-long", within="#page-form")
    aino.press("consent-change-second-look", within="#page-form")
    aino.press("consent-changed", within="#page-form")
    held = Consent.objects.get(replaced_at=None)
    assert Category.HEALTH not in held.categories.split()


def when_aino_withdraws(story: Together) -> None:
    """One page with what follows, and one button."""
    aino = story.at(story.county.aino)
    aino.follow("/withdraw/", "consent-withdraw")
    aino.press("consent-withdrawn", within="#page-form")


def then_aino_reads_who_sees(story: Together) -> None:
    """Her own page tells who sees what: nobody is told the clinic's matters but the clinic."""
    aino = story.at(story.county.aino)
    aino.go(f"/my/{story.aino.id}/who-sees/", "who-sees")
    aino.reads("Mirva Kallio", "Sara Ekholm", "Ritva Alm")


def then_aino_reads_who_looked(story: Together) -> None:
    """The log says who looked, on which ground; the report comes as a file, and is itself an act."""
    aino = story.at(story.county.aino)
    aino.go(f"/my/{story.aino.id}/log/", "log")
    aino.reads("Mirva Kallio", "Kerstin Sjöberg")
    with aino.page.expect_download() as loading:
        aino.page.locator("form[action$='/log/report/'] button").click()
    assert loading.value.path().read_bytes().startswith(b"%PDF-")
    assert Event.objects.filter(action=InsightAction.ORDER_REPORT, outcome="done").count() == 1


def then_the_mother_sees_her_scope(story: Together) -> None:
    """Work and money, nothing of health and nothing of the clinic."""
    words = story.words
    mother = story.at(story.mother)
    mother.go(f"/my/{story.aino.id}/", "mother-home")
    mother.go(f"/my/{story.aino.id}/plan/", "mother-plan")
    mother.follow("/plan/whole/", "mother-plan-whole")
    mother.reads(words["later"], words["row_kela"])
    for place in ("plan/whole/", "who-sees/", "log/"):
        if place not in mother.page.url:
            mother.go(f"/my/{story.aino.id}/{place}", f"mother-{place.strip('/')}")
        said = mother.text()
        for kept in (words["row_clinic"], words["clinic"], words["row_nurse"], "Ritva"):
            assert kept not in said, f"The mother reads “{kept}” on {place}."
