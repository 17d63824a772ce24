"""The client's pages: who sees, who has looked."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.clients.models import Client
from kaveri.casebook.records.domain import Register
from kaveri.casebook.tasks.selectors import open_tasks
from kaveri.foundation.audit import log
from kaveri.foundation.audit.models import Outcome
from kaveri.foundation.base import clock
from tests.factories import cast
from tests.factories.casebook import a_case, home, near
from tests.factories.insight import a_look, dag

pytestmark = pytest.mark.django_db
NOON = clock.start_of(clock.today() + dt.timedelta(days=1)) + dt.timedelta(hours=12, minutes=5)


@pytest.fixture(autouse=True)
def password_alone(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def aino(client, case):
    client.force_login(cast.aino_account())
    client.cookies["django_language"] = "en"
    return client


def day(after):
    return f"{NOON + dt.timedelta(days=after):%d.%m.%Y}"


def read(aino, name, case, **asked):
    answer = aino.get(reverse(f"insight:{name}", args=[case.id]), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def questions(aino, name, case):
    with CaptureQueriesContext(connection) as seen:
        read(aino, name, case)
    return [each["sql"] for each in seen if "SAVEPOINT" not in each["sql"]]


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
@pytest.mark.requirement("TRUST-1", "PARTICIPATE-1")
def test_the_client_reads_who_sees_and_who_has_looked(aino, case, language):
    aino.cookies["django_language"] = language
    a_look(case, cast.kerstin(), at=clock.now(), ground="own")

    for name in ("who_sees", "log", "own_requests", "ask_older", "ask_investigation"):
        page = read(aino, name, case)
        assert ("Kerstin Sjöberg" in page) == (name in {"who_sees", "log"})


@pytest.mark.requirement("TRUST-1")
def test_somebody_near_without_a_ground_sees_nothing_now(aino, case):
    near(case, cast.kalle(), RelationKind.MEMBER)
    page = read(aino, "who_sees", case)
    after = page.split("Kalle Korhonen")[1]
    assert "Sees nothing now." in after
    assert "Everything about you" not in after
    assert page.index("Kerstin Sjöberg") < page.index("Kalle Korhonen")


@pytest.mark.requirement("TRUST-1")
def test_looks_within_the_same_hour_are_one_line_and_own_looks_are_left_out(aino, case):
    with clock.standing_at(NOON + dt.timedelta(days=1)):
        before = read(aino, "log", case).count('class="k-card"')
        for minutes in (0, 10, 50, 60):
            a_look(case, cast.kerstin(), at=NOON + dt.timedelta(minutes=minutes))
        a_look(case, cast.kerstin(), at=NOON, action="timeline.note.write", outcome=Outcome.DONE)
        a_look(case, cast.sara(), at=NOON, outcome=Outcome.DENIED)
        a_look(case, None, at=NOON, action="referral.contact.erase", job="erasing")
        a_look(case, cast.aino_account(), at=NOON, action="portal.told.read")
        page = read(aino, "log", case)
    assert page.count('class="k-card"') - before == 4
    assert "12.00–13.00" in page or "12:00–13:00" in page
    assert "Wrote or changed: notes and documents." in page
    assert "Tried and was not shown anything: notes and documents." in page
    assert "Automatic work" in page
    assert "Aino Virtanen" not in page.split('class="k-card"', 1)[1]


@pytest.mark.requirement("TRUST-1")
def test_the_ground_is_told_in_words_when_the_log_has_one(aino, case):
    a_look(case, cast.kalle(), at=clock.now(), ground="consent")
    assert "Ground: Your consent" in read(aino, "log", case)
    # In a list each person has their own ground.
    log.write(
        cast.as_actor(cast.kerstin()),
        "workspace.cases.read",
        Outcome.SEEN,
        subjects=[case.client_id],
        grounds={case.client_id: "permit"},
    )
    assert "Ground: Your permit" in read(aino, "log", case)


@pytest.mark.requirement("TRUST-1")
def test_the_log_is_narrowed_by_person_and_by_days(aino, case):
    with clock.standing_at(NOON + dt.timedelta(days=9)):
        a_look(case, cast.kerstin(), at=NOON, action="measures.work_ability.read")
        a_look(case, cast.sara(), at=NOON + dt.timedelta(days=3), action="plan.item.read")
        sara = read(aino, "log", case, person=str(cast.sara().id))
        assert "Looked at: your plan." in sara
        assert "your answers about work ability" not in sara
        early = read(aino, "log", case, first_on=day(-1), last_on=day(1))
        assert "your answers about work ability" in early
        assert "Looked at: your plan." not in early
        # What cannot be read narrows nothing.
        odd = read(aino, "log", case, person="nobody", first_on="yesterday", page="99")
        assert "Looked at: your plan." in odd


@pytest.mark.requirement("TRUST-1")
def test_a_long_log_is_read_page_by_page_with_the_same_number_of_questions(aino, case):
    read(aino, "log", case)
    few = questions(aino, "log", case)
    with clock.standing_at(NOON + dt.timedelta(days=60)):
        for hour in range(40):
            a_look(case, cast.kerstin(), at=NOON + dt.timedelta(hours=hour))
            a_look(case, cast.sara(), at=NOON + dt.timedelta(hours=hour))
        many = questions(aino, "log", case)
        assert len(many) <= max(len(few), 15)
        assert len(many) <= 15, "\n".join(many)
        first, last = read(aino, "log", case), read(aino, "log", case, page=4)
    assert first.count('class="k-card"') == 25
    assert last.count('class="k-card"') >= 5


@pytest.mark.requirement("TRUST-1")
def test_who_sees_costs_the_same_however_many_stand_near(aino, case):
    read(aino, "who_sees", case)
    few = questions(aino, "who_sees", case)
    for number in range(12):
        near(case, cast.worker(f"w{number}", "Berg", cast.unit()), RelationKind.MEMBER)
    many = questions(aino, "who_sees", case)
    assert len(many) == len(few)
    assert len(many) <= 15, "\n".join(many)


@pytest.mark.requirement("TRUST-1")
def test_nobody_else_reads_the_clients_log(client, case):
    for account in (cast.kerstin(), cast.tove(), cast.oskar(), dag()):
        client.force_login(account)
        for name in ("who_sees", "log", "own_requests", "ask_older"):
            assert client.get(reverse(f"insight:{name}", args=[case.id])).status_code == 404


def protected(case):
    Client.objects.filter(pk=case.client_id).update(non_disclosure=True)


@pytest.mark.requirement("TRUST-1")
def test_a_protected_person_reads_who_sees_their_address(aino, case):
    near(case, cast.mikko(), RelationKind.PAIR)
    near(case, cast.petra(), RelationKind.COACH)
    assert 'id="protected"' not in read(aino, "who_sees", case)
    protected(case)

    page = read(aino, "who_sees", case)

    listed = page.split('id="protected"')[1].split("</section>")[0]
    assert "Kerstin Sjöberg" in listed
    assert "Mikko Mäkinen" in listed
    assert "Petra Holm" not in listed
    petra = page.split("<h2>Petra Holm</h2>")[1].split("</section>")[0]
    assert "Does not see your protected address or telephone number." in petra


@pytest.mark.requirement("TRUST-1")
def test_who_stands_in_sees_the_address_only_with_a_task_of_their_own(aino, case):
    protected(case)
    near(case, cast.mikko(), RelationKind.SUBSTITUTE)

    def listed():
        return read(aino, "who_sees", case).split('id="protected"')[1].split("</section>")[0]

    assert "Mikko" not in listed()
    open_tasks().filter(case=case).update(owner=cast.mikko())
    assert "Mikko" in listed()


@pytest.mark.requirement("TRUST-1")
def test_a_case_manager_without_a_ground_does_not_see_the_address(aino):
    case = a_case(manager=cast.kalle(), client=Case.objects.get().client, **home(Register.HEALTH))
    protected(case)

    page = read(aino, "who_sees", case)

    assert "Kalle" not in page.split('id="protected"')[1].split("</section>")[0]


@pytest.mark.requirement("TRUST-1")
def test_days_the_wrong_way_round_are_said_beside_the_field_and_nobody_is_told_that_none_looked(
    aino, case
):
    near(case, cast.petra(), RelationKind.PAIR)
    a_look(case, cast.petra(), at=clock.now())
    text = read(aino, "log", case, first_on="20.11.2026", last_on="1.1.2026")
    assert "The last day is before the first. Check the days." in text
    text = read(aino, "log", case, first_on="1.1.2026", last_on="2.1.2026")
    assert "Nobody has looked" not in text
    assert "Nothing fits" in text
