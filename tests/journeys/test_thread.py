"""One thread through the whole house: from a contact to a good ending, and back after a year."""

import os

import pytest

from tests.browser import DESKTOP, PHONE
from tests.journeys import carrying, coming, ending_well
from tests.journeys.story import Story
from tests.lot import lot

pytestmark = pytest.mark.journey
OTHERS = [(PHONE, "fi"), (DESKTOP, "sv"), (DESKTOP, "fi"), (PHONE, "en"), (DESKTOP, "en")]
# The first on both databases every time; of the others two, another pair every day, and in the long run all.
DRAWN = OTHERS if os.environ.get("KAVERI_LONG") == "1" else lot("thread").sample(OTHERS, 2)
VARIANTS = [
    pytest.param(PHONE, "sv", marks=pytest.mark.smoke),
    *(pytest.param(*each, marks=pytest.mark.postgres) for each in DRAWN),
]


@pytest.mark.requirement("ACCESS-1", "COORDINATE-13", "COORDINATE-14")
@pytest.mark.parametrize(("width", "language"), VARIANTS)
def test_a_person_is_carried_from_a_contact_to_a_good_ending(
    site, context_at, time, width, language
):
    story = Story(context_at, time, width=width, language=language)

    coming.when_aino_writes(story)
    coming.then_the_receipt_says_who_answers(story)
    coming.when_kerstin_finds_it_on_her_day(story)
    coming.when_kerstin_asks_whether_aino_is_known(story)
    coming.when_kerstin_takes_it_on(story)
    coming.then_kerstin_meets_aino_by_thursday(story)

    carrying.when_they_meet_for_the_first_time(story)
    carrying.when_the_meeting_is_done(story)
    carrying.when_kerstin_refers_on(
        story, "debt_counselling", "asks_debt", address="radgivning@example.org"
    )
    carrying.when_kerstin_refers_on(story, "health_check_unemployed", "asks_health")
    carrying.when_the_debt_counsellor_answers_by_link(story)
    carrying.then_silence_rises(story)
    carrying.when_kerstin_reminds_and_anneli_answers(story)

    carrying.when_an_assessment_is_asked_for(story)
    carrying.when_kerstin_falls_ill(story)
    carrying.then_mikko_carries_on(story)
    carrying.when_kerstin_is_back_and_hands_over(story)
    carrying.when_timo_accepts_and_tells_aino(story)

    ending_well.when_aino_writes_to_timo(story)
    ending_well.when_timo_answers(story)
    ending_well.when_the_result_comes(story)
    ending_well.when_they_agree_to_end(story)
    ending_well.when_the_support_ends(story)
    ending_well.then_aino_has_the_summary(story)

    story.days_pass(365)
    coming.when_aino_comes_back_after_a_year(story)
    coming.then_she_need_not_tell_it_all_again(story)

    story.then_every_page_was_whole()
