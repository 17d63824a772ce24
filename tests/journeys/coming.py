"""Coming in: the person writes, and somebody owns it from that second."""

from tests.factories.casebook import AINO_CODE
from tests.journeys.story import Story


def when_aino_writes(story: Story) -> None:
    """Five things on the public form, and a receipt that says who answers by when."""
    aino = story.at(None)
    aino.go("/", "first-page")
    aino.follow("/ask/", "public-form")
    aino.fill(
        name="Aino Virtanen",
        ways="040 555 0101",
        municipality=story.words["turku"],
        language=story.language,
        message=story.words["asks"],
    )
    aino.press("receipt")


def then_the_receipt_says_who_answers(story: Story) -> None:
    """Name and day stand in the one band."""
    story.at(None).band("Kerstin Sjöberg", story.due(3))


def when_kerstin_finds_it_on_her_day(story: Story) -> None:
    """It stands among the new contacts with the day to answer by."""
    kerstin = story.at(story.county.kerstin)
    kerstin.go("/my-day/", "my-day-new-contact")
    kerstin.reads("Aino Virtanen", where="#contacts")
    kerstin.follow("/contacts/", "contact", text="Aino Virtanen")
    kerstin.reads(story.words["asks"])
    kerstin.band("Kerstin Sjöberg", story.due(3))


def when_kerstin_asks_whether_aino_is_known(story: Story, what: str = "known") -> None:
    """Once by code; the answer is only whom to contact."""
    kerstin = story.at(story.county.kerstin)
    kerstin.follow("/known/", f"{what}-question")
    kerstin.fill(code=AINO_CODE)
    kerstin.press(f"{what}-answer")


def when_kerstin_takes_it_on(story: Story) -> None:
    """Aino becomes a client, with a first meeting on Thursday that she has been told of."""
    kerstin = story.at(story.county.kerstin)
    story.back_to_the_contact(kerstin, "contact-checked")
    kerstin.follow("/take-on/", "take-on")
    kerstin.fill(first_meeting_on=story.day(3), told="phone")
    story.time.minutes_pass()
    kerstin.press("case-taken-on")
    story.county.aino_gets_a_sign_in(story.case)


def then_kerstin_meets_aino_by_thursday(story: Story) -> None:
    """The case page, my day and the client's own page answer the one question alike."""
    kerstin = story.at(story.county.kerstin)
    kerstin.band("Kerstin Sjöberg", story.due(3), story.words["knows"])
    kerstin.reads(story.words["asks"])
    kerstin.place("/my-day/", "my-day-first-meeting")
    kerstin.reads("Aino Virtanen", where="#steps, #first")
    story.client_reads("portal-first-meeting", "Kerstin Sjöberg", story.due(3))


def when_aino_comes_back_after_a_year(story: Story) -> None:
    """She writes again; the register knows her, and the earlier work is offered."""
    aino = story.at(None, "a year later")
    aino.go("/ask/", "")
    aino.fill(
        name="Aino Virtanen",
        ways="040 555 0101",
        municipality=story.words["turku"],
        language=story.language,
        message=story.words["comes_back"],
    )
    aino.press("a-year-later-receipt")
    kerstin = story.at(story.county.kerstin)
    kerstin.go("/my-day/", "a-year-later-my-day")
    kerstin.follow("/contacts/", "", text="Aino Virtanen")
    when_kerstin_asks_whether_aino_is_known(story, "a-year-later-known")
    kerstin.reads("Timo Kangas")
    story.back_to_the_contact(kerstin, "")
    kerstin.follow("/take-on/", "a-year-later-take-on")
    kerstin.fill(goes_on="yes", first_meeting_on=story.day(2), told="phone")
    story.time.minutes_pass()
    kerstin.press("a-year-later-case")


def then_she_need_not_tell_it_all_again(story: Story) -> None:
    """What was known before is offered, and what still holds is carried over with source and day."""
    kerstin = story.at(story.county.kerstin)
    kerstin.band("Kerstin Sjöberg", story.due(2), story.words["knows"])
    kerstin.reads(story.words["comes_back"])
    kerstin.follow("/earlier/", "a-year-later-earlier-closed")
    kerstin.press("a-year-later-earlier", within="main form[action$='/earlier/ask/']")
    kerstin.reads(story.words["skills"], story.words["health"])
    for box in kerstin.page.locator("main [name=statements], main [name=answers]").all():
        box.check()
    kerstin.press("a-year-later-carried-over", within="main form:has([name=statements])")
    kerstin.page.wait_for_url("**/mapping/**")
    kerstin.reads(story.words["skills"], story.words["health"])
    story.client_reads("a-year-later-portal", "Kerstin Sjöberg", story.due(2))
