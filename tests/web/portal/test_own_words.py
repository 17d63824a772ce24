"""What stands as the client's own is the client's own, and what they gave is not judged."""

import datetime as dt

import pytest

from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.services import record_work_ability
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base import clock
from tests.factories import cast
from tests.factories.casebook import a_case, an_act
from tests.factories.coordination import a_wait

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def aino(client, case):
    client.cookies["django_language"] = "en"
    client.force_login(cast.aino_account())
    return client


def answered(case, score, **known):
    record_work_ability(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        answer=Answer.SCORE,
        score=score,
        asked_by=AskedBy.PHONE,
        language="sv",
        **known,
    )


def page_of(aino, case, name=""):
    return aino.get(f"/my/{case.id}/{name}").content.decode()


@pytest.mark.requirement("PARTICIPATE-1")
def test_who_waits_reads_by_which_day_they_hear_next(aino, case):
    a_wait(case, every_days=14)
    page = page_of(aino, case)
    assert "You hear from us next time by" in page
    with clock.standing_at(clock.now() + dt.timedelta(days=20)):
        assert "Call if you have not heard anything." in page_of(aino, case)


@pytest.mark.requirement("PARTICIPATE-1")
def test_what_you_want_is_the_wish_and_the_first_message_is_called_what_it_is(aino, case):
    page = page_of(aino, case)
    assert "What you want" not in page
    assert "What you said when you came to us" in page
    answered(case, 5, wished="Jag vill bli trädgårdsmästare.")
    answered(case, 6)
    for name in ("", "told/"):
        page = page_of(aino, case, name)
        assert "What you want" in page
        assert "Jag vill bli trädgårdsmästare." in page


@pytest.mark.parametrize(("score", "band"), [(3, "poor"), (6, "moderate"), (9, "good")])
def test_a_number_is_said_back_without_a_grade(aino, case, score, band):
    answered(case, score)
    page = page_of(aino, case, "told/")
    assert f"You gave {score} of 10." in page
    assert band not in page.casefold()
    assert "nothing is decided by it alone" in page


@pytest.mark.requirement("TRUST-1")
def test_what_a_worker_wrote_down_does_not_stand_as_what_the_client_wrote(aino, case):
    for text, own in [("Jag sover illa.", True), ("Sover illa enligt egen uppgift.", False)]:
        add_entry(
            an_act(),
            case,
            kind=EntryKind.NOTE,
            source=Source.CLIENT,
            text=text,
            in_own_words=own,
            author_id=cast.kerstin().id,
        )
    page = page_of(aino, case, "told/")
    others = page.index("What others have written down when you talked")
    assert page.index("Jag sover illa.") < others < page.index("Sover illa enligt egen uppgift.")


def test_peer_support_is_found_from_the_first_page(aino, case):
    page = page_of(aino, case)
    assert "Peer support" in page
    assert "Write to Kerstin Sjöberg and ask." in page
