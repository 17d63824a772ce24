"""Carrying: the first meeting, the referrals, silence, waiting, absence and a handover."""

from kaveri.casebook.directory.models import Service
from tests.journeys.story import Story


def when_they_meet_for_the_first_time(story: Story) -> None:
    """Score 3, in her own words, and what is known under the handbook's headings."""
    story.days_pass(3, hour=13)
    kerstin = story.case_page(story.county.kerstin, "")
    kerstin.follow("/contact/", "note-contact")
    kerstin.fill(way="meeting", reached="reached", text=story.words["met"])
    kerstin.press("contact-noted")
    kerstin.follow("/work-ability/", "work-ability-ask")
    kerstin.fill(
        answer="3",
        last_work=story.words["last_work"],
        now_words=story.words["now"],
        wished=story.words["wished"],
    )
    kerstin.press("work-ability-answered")
    kerstin.reads("3", story.words["wished"])
    kerstin.follow("/mapping/", "mapping-empty")
    for heading, words in (
        ("skills", "skills"),
        ("health", "health"),
        ("social_situation", "economy"),
    ):
        kerstin.follow(f"?add={heading}", "")
        kerstin.fill(text=story.words[words], source="client", said_on=story.day())
        kerstin.press(f"mapping-{heading}-written")
    kerstin.reads(story.words["skills"], story.words["health"])


def when_the_meeting_is_done(story: Story) -> None:
    """The first meeting is done, and the next step is said at once."""
    kerstin = story.case_page(story.county.kerstin, "")
    kerstin.follow("/done/", "meeting-done")
    kerstin.fill(
        outcome=story.words["met"],
        next_what=story.words["goes_on"],
        next_due_on=story.day(20),
        told="meeting",
    )
    kerstin.press("meeting-done-and-next")
    kerstin = story.case_page(story.county.kerstin, "case-next-step")
    kerstin.band("Kerstin Sjöberg", story.words["goes_on"], story.due(20), story.words["knows"])


def when_kerstin_refers_on(story: Story, service: str, question: str, **more: str) -> None:
    """To a service, on Aino's word, with a day to answer by."""
    found = Service.objects.get(key=service)
    kerstin = story.case_page(story.county.kerstin, "")
    kerstin.follow("/referrals/", "")
    kerstin.follow("/referrals/new/", f"choose-{service}")
    kerstin.follow(f"/new/{found.id}/", f"send-{service}")
    kerstin.fill(
        question=story.words[question],
        ground="oral_consent",
        ground_note=story.words["consent"],
        answer_by=story.day(14),
        told="meeting",
        **more,
    )
    kerstin.press(f"sent-{service}")
    kerstin.reads(story.name_of(found))


def when_the_debt_counsellor_answers_by_link(story: Story) -> None:
    """No account: the link out of the mail opens the one question."""
    story.days_pass(4)
    receiver = story.at(None, "debt counsellor")
    receiver.go(story.mailed_link(), "link-question")
    receiver.reads(story.words["asks_debt"])
    receiver.fill(answer="first_date", on=story.day(24), text=story.words["debt_answer"])
    receiver.press("link-answered")


def then_silence_rises(story: Story) -> None:
    """The health check has not answered: the task is late and stands first on Kerstin's day."""
    story.days_pass(14)
    kerstin = story.at(story.county.kerstin)
    kerstin.go("/my-day/", "my-day-unanswered")
    kerstin.reads("Aino Virtanen", story.words["unanswered"], where="#first")
    kerstin.follow("/case/", "")
    kerstin = story.case_page(story.county.kerstin, "case-unanswered")
    kerstin.band("Kerstin Sjöberg")


def when_kerstin_reminds_and_anneli_answers(story: Story) -> None:
    """The reminder sets a new day; the nurse answers with her account."""
    kerstin = story.at(story.county.kerstin)
    kerstin.follow("/referrals/", "referrals-silent")
    service = Service.objects.get(key="health_check_unemployed")
    line = kerstin.page.get_by_role("link", name=story.name_of(service))
    with kerstin.page.expect_navigation():
        line.first.click()
    kerstin.see("referral-silent")
    kerstin.follow("/remind/", "remind")
    kerstin.fill(answer_by=story.day(7), note=story.words["reminder"])
    kerstin.press("reminded")
    anneli = story.at(story.county.anneli)
    anneli.go("/referrals/", "receiver-list")
    anneli.follow("/referrals/", "receiver-letter")
    anneli.reads(story.words["asks_health"])
    anneli.fill(answer="first_date", on=story.day(5))
    anneli.press("receiver-answered")


def when_an_assessment_is_asked_for(story: Story) -> None:
    """The question, who examines and by when; then the waiting begins, with a rhythm."""
    kerstin = story.case_page(story.county.kerstin, "")
    kerstin.follow("/assessments/", "")
    kerstin.follow("/assessments/new/", "assessment-ask")
    kerstin.fill(
        question=story.words["question"],
        asked_for=True,
        examiner=story.words["examiner"],
        due_on=story.day(90),
        told="phone",
    )
    kerstin.press("assessment-asked")
    kerstin = story.case_page(story.county.kerstin, "")
    kerstin.follow("/waiting/", "waiting-empty")
    kerstin.follow("/waiting/new/", "wait-new")
    kerstin.fill(what=story.words["waits"], every_days="14", told="phone")
    kerstin.press("waiting")
    kerstin = story.case_page(story.county.kerstin, "")
    kerstin.follow("/done/", "")
    kerstin.press("", within="main form")
    kerstin = story.case_page(story.county.kerstin, "case-waiting")
    kerstin.band("Kerstin Sjöberg", story.words["does_not_know"])
    kerstin.follow("/tell/", "tell")
    kerstin.fill(how="phone", on=story.day())
    kerstin.press("told-by-phone")
    kerstin = story.case_page(story.county.kerstin, "case-waiting-told")
    kerstin.band("Kerstin Sjöberg", story.due(7), story.words["knows"])
    story.client_reads("portal-waiting", "Kerstin Sjöberg")


def when_kerstin_falls_ill(story: Story) -> None:
    """The manager notes it; Mikko stands in from the same second."""
    story.days_pass(14)
    tove = story.at(story.county.tove)
    tove.go("/absences/", "")
    tove.follow("/absences/new/", "absence-new")
    tove.fill(account="Kerstin Sjöberg", from_on=story.day(), substitute="Mikko Mäkinen")
    tove.press("absence-noted")
    tove.reads("Kerstin Sjöberg", "Mikko Mäkinen")


def then_mikko_carries_on(story: Story) -> None:
    """It stands on Mikko's day; the client sees who comes instead; the contact is kept."""
    mikko = story.at(story.county.mikko)
    mikko.go("/my-day/", "substitute-my-day")
    mikko.reads("Aino Virtanen", where="#first, #steps")
    mikko = story.case_page(story.county.mikko, "substitute-case")
    mikko.band("Mikko Mäkinen")
    story.client_reads("portal-substitute", "Mikko Mäkinen")
    mikko.follow("/contact/", "substitute-note-contact")
    mikko.fill(way="phone", reached="reached", text=story.words["rang"], told_next=True)
    mikko.press("substitute-contact-noted")
    for service in ("health-check", "debt-counselling"):
        mikko = story.case_page(story.county.mikko, "")
        mikko.follow("/done/", "")
        mikko.follow("/progress/", f"substitute-asks-{service}")
        mikko.fill(answer="begun", text=story.words["begun"])
        mikko.press(f"substitute-after-{service}")
    mikko = story.case_page(story.county.mikko, "substitute-case-in-order")
    mikko.band("Mikko Mäkinen", story.due(14), story.words["knows"])


def when_kerstin_is_back_and_hands_over(story: Story) -> None:
    """The three questions, asked of herself before Timo is asked."""
    story.days_pass(7)
    kerstin = story.at(story.county.kerstin)
    kerstin.go("/absences/", "")
    kerstin.follow("/end/", "absence-end")
    kerstin.press("absence-ended", within="main form")
    kerstin = story.case_page(story.county.kerstin, "")
    kerstin.follow("/handover/", "handover-form")
    kerstin.fill(
        to="Timo Kangas",
        step=story.words["step"],
        due_on=story.day(21),
        supports_on=story.words["supports"],
        plan="no_plan",
        agreed=story.words["agreed"],
    )
    kerstin.press("handover-asked")


def when_timo_accepts_and_tells_aino(story: Story) -> None:
    """He reads what is agreed before he knows who it is, and tells her by phone."""
    timo = story.at(story.county.timo)
    timo.go("/my-day/", "receiver-my-day")
    timo.follow("/handover/", "handover-offer")
    timo.reads(story.words["step"], story.words["supports"], story.words["agreed"])
    timo.fill(told="phone")
    timo.press("handover-accepted")
    timo = story.case_page(story.county.timo, "case-handed-over")
    timo.reads("Timo Kangas", where="#people")
    home = story.client_reads("portal-handed-over")
    home.reads("Timo Kangas")
