"""A good ending: the result, the agreement, the summary on page and paper."""

from kaveri.steps.assessment.models import Assessment
from kaveri.steps.coordination.models import Wait
from tests.journeys.story import Story


def when_aino_writes_to_timo(story: Story) -> None:
    """A message on her own page; it stands there with what happens to it."""
    aino = story.client_reads("")
    aino.follow("/messages/", "portal-messages")
    aino.fill(text=story.words["message"])
    aino.press("portal-message-sent")
    aino.reads(story.words["message"])
    aino.go("/my/", "")
    aino.follow("/told/", "portal-told")
    aino.reads(story.words["skills"])


def when_timo_answers(story: Story) -> None:
    """The message is answered within two working days, and Aino reads it first of all."""
    story.days_pass(1)
    timo = story.case_page(story.county.timo, "")
    timo.go(f"/case/{story.case.id}/timeline/message/", "answer-message")
    timo.fill(text=story.words["answer"])
    timo.press("message-answered")
    aino = story.client_reads("portal-answered")
    aino.reads(story.words["answer"])


def when_the_result_comes(story: Story) -> None:
    """The wait ends, and the result says what Aino can do."""
    story.days_pass(6)
    timo = story.at(story.county.timo)
    timo.go("/my-day/", "")
    timo = story.case_page(story.county.timo, "")
    timo.follow("/waiting/", "")
    timo.follow(f"/wait/{Wait.objects.latest('begun_at').id}/end/", "wait-end")
    timo.fill(
        result="result_came",
        next_what=story.words["tells_result"],
        next_due_on=story.day(3),
        told="phone",
    )
    timo.press("wait-ended")
    timo = story.case_page(story.county.timo, "")
    assessment = Assessment.objects.latest("asked_at")
    timo.follow(f"/assessments/{assessment.id}/", "assessment")
    timo.follow("/result/", "result-form")
    timo.fill(
        can_do=story.words["can_do"],
        result=story.words["result"],
        told="phone",
    )
    timo.press("result-recorded")
    timo.reads(story.words["can_do"])


def when_they_agree_to_end(story: Story) -> None:
    """Why, what came of it, who carries on, and when somebody asks how it goes."""
    story.days_pass(2)
    timo = story.case_page(story.county.timo, "")
    timo.follow("/end/", "ending-ways")
    timo.follow("/end/way/", "ending-agreed")
    timo.fill(
        reason="work",
        outcome=story.words["outcome"],
        agreed_how="meeting",
        agreed_on=story.day(),
        network_told=True,
        continues="somebody",
        who_continues=story.words["carries_on"],
        continues_phone="050 555 0103",
        after_care_on=story.day(30),
        after_care_owner="Timo Kangas",
    )
    for task in timo.page.locator("main input[type=radio][name^='task_'][value='done']").all():
        task.check()
    timo.press("summary-draft")
    timo.fill(own_words=story.words["wished"])
    timo.press("summary-saved")


def when_the_support_ends(story: Story) -> None:
    """One more look, one button."""
    timo = story.at(story.county.timo)
    timo.go(f"/case/{story.case.id}/end/", "ending-prepared")
    timo.reads(story.words["outcome"], story.words["carries_on"])
    timo.follow("/end/confirm/", "ending-confirm")
    timo.fill(given_how="portal")
    timo.press("ended")
    story.case_page(story.county.timo, "case-ended")


def then_aino_has_the_summary(story: Story) -> None:
    """On her own page, and on paper."""
    aino = story.client_reads("portal-ended")
    aino.follow("/summary/", "portal-summary")
    aino.reads(story.words["outcome"], "Liisa Laine", story.words["wished"])
    link = aino.page.locator("main a[href*='/paper/']").first
    paper = aino.page.request.get(str(link.get_attribute("href")))
    assert paper.headers["content-type"] == "application/pdf"
    assert paper.body().startswith(b"%PDF")
    assert len(paper.body()) > 5_000
