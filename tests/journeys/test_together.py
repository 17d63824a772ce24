"""A plan made together: what the client allows decides what each of those who help her sees."""

import os

import pytest

from tests.browser import DESKTOP, PHONE
from tests.journeys import together_allowed as allowed
from tests.journeys import together_made as made
from tests.journeys.together_stage import Together

pytestmark = [pytest.mark.journey, pytest.mark.postgres]
VARIANTS = [(PHONE, "fi"), (DESKTOP, "sv")]
if os.environ.get("KAVERI_LONG"):
    VARIANTS += [(PHONE, "sv"), (DESKTOP, "fi")]


@pytest.mark.requirement("TRUST-1", "COORDINATE-7", "PLAN-5")
@pytest.mark.parametrize(("width", "language"), VARIANTS)
def test_a_plan_is_made_together_and_each_sees_what_the_client_allows(
    site, context_at, time, watch, width, language
):
    story = Together(context_at, time, width=width, language=language)

    allowed.when_aino_consents(story)
    made.when_the_network_is_asked(story)
    made.when_they_answer(story)
    made.when_the_plan_is_made(story)
    made.when_they_comment_and_agree(story)
    made.when_aino_approves(story)
    made.when_eino_approves_on_paper(story)
    made.when_the_plan_is_made_again(story)

    made.then_mirva_sees_her_part(story, health=True)
    allowed.then_aino_reads_who_sees(story)
    allowed.then_the_mother_sees_her_scope(story)
    allowed.when_aino_takes_health_out(story)
    made.then_mirva_sees_her_part(story, health=False)
    allowed.when_aino_withdraws(story)
    made.then_mirva_finds_nothing(story, watch)
    allowed.then_aino_reads_who_looked(story)

    story.then_every_page_was_whole()
