"""Aino answers the product's own questions at home: one at a time, interrupted, with feedback she can read."""

import pytest

from kaveri.steps.questionnaires.domain.asking import Way
from kaveri.steps.questionnaires.models import Asking, ScaleResult
from tests.browser import DESKTOP, PHONE, check_accessibility, check_reflow, picture, sign_in
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.questionnaires import asked

pytestmark = [pytest.mark.journey, pytest.mark.requirement("IDENTIFY-3")]
# Choosing and pressing for eight questions; to the questions, begin, go on again, hand in.
MOST_INPUTS = 2 * 8 + 4
WORDS = {
    "sv": {
        "mine": "Frågor till dig",
        "begin": "Börja",
        "choice": "Ganska bra",
        "no": "nej",
        "on": "Spara och gå vidare",
        "later": "Spara och fortsätt senare",
        "again": "Fortsätt svara",
        "finish": "Lämna in svaren",
        "own": "Promenader",
        "feedback": "Mycket går bra för dig just nu",
    },
    "fi": {
        "mine": "Kysymyksiä sinulle",
        "begin": "Aloita",
        "choice": "Melko hyvin",
        "no": "ei",
        "on": "Tallenna ja jatka",
        "later": "Tallenna ja jatka myöhemmin",
        "again": "Jatka vastaamista",
        "finish": "Lähetä vastaukset",
        "own": "Kävelylenkit",
        "feedback": "Moni asia sujuu sinulla nyt hyvin",
    },
}


class Person:
    """Somebody at a page, whose inputs are counted and whose pages are looked at."""

    def __init__(self, page, place):
        self.page, self.place, self.inputs = page, place, 0

    def look(self, name):
        check_reflow(self.page)
        check_accessibility(self.page)
        picture(self.page, f"questions/{self.place}-{name}")

    def press(self, role, name, *, exact=True):
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role(role, name=name, exact=exact).first.click()
        self.inputs += 1

    def answer(self, words, number, look=""):
        for place in range(number):
            self.choose(words["choice"])
            if look and place == 0:
                self.look(look)
            self.press("button", words["on"])

    def choose(self, name):
        self.page.get_by_label(name, exact=True).check()
        self.inputs += 1


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize(
    ("size", "script"), [(PHONE, False), (DESKTOP, True)], ids=["phone", "desktop"]
)
def test_aino_answers_at_home_and_reads_what_it_says(page_at, language, size, script):
    words = WORDS[language]
    case = a_case()
    aino = cast.aino_account()
    page = page_at(size, language=language, javascript=script)
    sign_in(page, aino)
    person = Person(page, f"{language}-{'desktop' if script else 'phone'}")
    page.goto("/my/")
    person.press("link", words["mine"], exact=False)
    assert str(case.id) in page.url
    person.look("1-mine")
    person.press("button", words["begin"], exact=False)
    person.answer(words, 3, look="2-question")
    # The door rings; she goes on on another device, where she was.
    other = page_at(PHONE, language=language, javascript=False)
    sign_in(other, aino)
    other.goto(f"/my/{case.id}/questions/")
    person.page = other
    person.press("link", words["again"], exact=False)
    person.answer(words, 3)
    person.choose(words["no"])
    person.press("button", words["on"])
    other.locator("main textarea").fill(words["own"])
    person.press("button", words["on"])
    person.look("3-check")
    person.press("button", words["finish"])

    person.look("4-feedback")
    assert words["feedback"] in other.locator("main").inner_text()
    assert ScaleResult.objects.get().score == 18
    assert Asking.objects.get().finished_by == aino
    assert person.inputs <= MOST_INPUTS


@pytest.mark.parametrize("language", WORDS)
def test_by_a_link_on_a_narrow_phone_with_the_keyboard_alone(page_at, language):
    words = WORDS[language]
    sent = asked(a_case(), way=Way.LINK)
    page = page_at(320, language=language, javascript=False)
    page.goto(f"/q/{sent.secret}/")
    check_reflow(page)
    check_accessibility(page)
    picture(page, f"questions/{language}-link-320")
    for _number in range(6):
        tab_to(page, "input[type=radio]")
        page.keyboard.press("Space")
        tab_to(page, "main form button")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    page.goto(f"/q/{sent.secret}/?at=end")
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/q/answered/")
    check_accessibility(page)
    assert Asking.objects.get().finished_at is not None
    assert words["feedback"] not in page.locator("main").inner_text()


def tab_to(page, selector):
    """Press Tab until the focus stands on it, as somebody without a mouse does."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"The keyboard never reaches {selector}.")
