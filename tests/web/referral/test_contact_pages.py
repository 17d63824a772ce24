"""The inbox and everything a contact's owner does there."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from kaveri.casebook.cases.models import Case
from kaveri.casebook.contacts.models import Contact
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.steps.referral.models import ContactOffer
from tests.factories import cast
from tests.factories import referral as given
from tests.factories.casebook import a_case
from tests.services.referral.test_take_on_contact import take_on

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.SECOND_FACTOR = False


def as_(client, account):
    client.force_login(account)
    return client


def page(client, address, *args, **query):
    return client.get(reverse(f"referral:{address}", args=args), query)


def send(client, name, pk, **typed):
    contact = Contact.objects.filter(pk=pk).first()
    version = {"version": contact.version} if contact else {}
    return client.post(
        reverse(f"referral:{name}", args=[pk]),
        {"idempotency_key": str(uuid.uuid4()), **version, **typed},
    )


PAGES = ("contact", "check_known", "take_on", "pass_on", "advise", "close", "attempt")


@pytest.mark.parametrize("name", PAGES)
def test_the_owner_opens_every_page_and_nobody_else_does(client, name):
    contact = given.from_the_form()
    assert page(as_(client, cast.kerstin()), name, contact.id).status_code == 200
    for other in (cast.mikko(), cast.tove(), cast.sara(), cast.oskar()):
        assert page(as_(client, other), name, contact.id).status_code == 404
        assert page(client, name, uuid.uuid4()).status_code == 404
    client.logout()
    here = page(client, name, contact.id)
    nowhere = page(client, name, uuid.uuid4())
    assert here.status_code == nowhere.status_code == 302


def test_the_sender_reads_their_own_message_and_nothing_else(client):
    contact = given.sent_by_kalle()
    as_(client, cast.kalle())
    html = page(client, "contact", contact.id).content.decode()

    assert "Rehabilitering 2024" in html
    assert "attempt/" not in html
    for name in PAGES[1:]:
        assert page(client, name, contact.id).status_code == 404
    assert "Minna Rautio" in page(client, "inbox", whose="sent").content.decode()
    assert "Minna Rautio" not in page(client, "inbox").content.decode()


@pytest.mark.requirement("ACCESS-3")
def test_the_inbox_puts_first_what_is_most_urgent_and_logs_one_look(client):
    with clock.standing_at(clock.now() - dt.timedelta(days=20)):
        given.from_the_form(name="Örjan Sen")
    given.from_the_form(name="Aino Ny")
    given.kept_by(cast.mikko(), name="Mikko Annans")
    as_(client, cast.kerstin())
    html = page(client, "inbox").content.decode()

    assert html.index("Örjan Sen") < html.index("Aino Ny")
    assert "Mikko Annans" not in html
    assert Event.objects.filter(action="referral.inbox.read").count() == 1
    overdue = page(client, "inbox", overdue="on").content.decode()
    assert ("Örjan Sen" in overdue, "Aino Ny" in overdue) == (True, False)
    named = page(client, "inbox", name="orjan").content.decode()
    assert ("Örjan Sen" in named, "Aino Ny" in named) == (True, False)
    assert page(client, "inbox", page="x", state="?", channel="?").status_code == 200


def test_the_inbox_turns_pages_with_few_questions(client, django_assert_max_num_queries):
    for number in range(30):
        given.from_the_form(name=f"Person {number:02}")
    as_(client, cast.kerstin())
    with django_assert_max_num_queries(15):
        first = page(client, "inbox").content.decode()
    second = page(client, "inbox", page=2).content.decode()

    assert "Person 24" in first
    assert "Person 25" not in first
    assert "Person 25" in second


@pytest.mark.requirement("ACCESS-1", "ACCESS-4")
def test_a_new_contact_leads_to_the_question_whether_the_person_is_known(client):
    cast.abo()
    as_(client, cast.kerstin())
    typed = {
        "channel": "self_phone",
        "name": "Minna Rautio",
        "phone": "040 555 0102",
        "municipality": str(cast.abo().id),
        "language": "sv",
        "agrees": "yes",
        "keeps": "yes",
        "message": "Vill prata",
    }
    wrong = client.post(reverse("referral:new"), {**typed, "agrees": "", "born_on": "32.1.1979"})
    assert wrong.status_code == 200
    assert "Vill prata" in wrong.content.decode()
    assert "32.1.1979" in wrong.content.decode()
    response = client.post(reverse("referral:new"), {**typed, "idempotency_key": str(uuid.uuid4())})

    contact = Contact.objects.get()
    assert response.url == reverse("referral:check_known", args=[contact.id])


@pytest.mark.requirement("ACCESS-1")
def test_who_answers_is_chosen_from_the_duty_list_unless_the_worker_does(client):
    cast.abo()
    as_(client, cast.kerstin())
    asked = client.get(reverse("referral:new")).content.decode()
    field = asked[asked.index('name="keeps"') - 900 : asked.index('name="keeps"') + 900]
    assert "turlistan" in field
    assert "(frivilligt)" not in field
    assert 'name="keeps" value="no"' in " ".join(field.split())

    as_(client, cast.sara())
    told = client.get(reverse("referral:new")).content.decode()
    assert 'name="keeps"' not in told
    assert "Den som är i tur där personen bor svarar." in told


@pytest.mark.requirement("ACCESS-4")
def test_a_hit_and_no_hit_have_the_same_form(client):
    a_case(manager=cast.petra())
    as_(client, cast.kerstin())

    def shape(name):
        contact = given.from_the_form(name=name)
        asked = send(client, "check_known", contact.id, by="name", born_on="1.1.1983")
        html = client.get(asked.url).content.decode()
        begins = html.index('<ul class="k-bullets">')
        return html[begins : html.index("</ul>", begins)]

    hit, none = shape("Aino Virtanen"), shape("Minna Rautio")
    assert "Petra Holm" in hit
    assert "Petra Holm" not in none
    assert hit.count("<li>") == none.count("<li>") == 1
    assert "K-20" not in hit


def test_the_owner_records_a_try_and_what_cannot_be_right_is_told(client):
    contact = given.from_the_form()
    as_(client, cast.kerstin())
    today = f"{clock.today():%d.%m.%Y}"
    wrong = send(client, "attempt", contact.id, how="phone", day=today, time="25.00", note="Hej")
    assert "Hej" in wrong.content.decode()
    assert wrong.status_code == 200

    moment = clock.now().astimezone(clock.HELSINKI)
    right = send(
        client,
        "attempt",
        contact.id,
        how="phone",
        day=today,
        time=f"{moment:%H.%M}",
        reached="no",
        note="Svarade inte",
    )
    assert right.status_code == 302
    assert "Svarade inte" in client.get(right.url).content.decode()


@pytest.mark.requirement("ACCESS-3")
def test_passing_on_and_taking_over(client):
    contact = given.from_the_form()
    as_(client, cast.kerstin())
    assert send(client, "pass_on", contact.id, to="", why="Varför").status_code == 200
    assert (
        send(client, "pass_on", contact.id, to=str(cast.petra().id), why="Bor i Reso").status_code
        == 302
    )
    offer = ContactOffer.objects.get()

    as_(client, cast.petra())
    inbox = page(client, "inbox").content.decode()
    assert offer.contact.reference in inbox
    asked = page(client, "answer_offer", offer.id).content.decode()
    assert "Bor i Reso" in asked
    assert "Minna" not in inbox + asked
    assert send(client, "answer_offer", offer.id, answer="no").status_code == 200
    done = send(client, "answer_offer", offer.id, answer="yes")
    assert "Minna Rautio" in client.get(done.url).content.decode()


@pytest.mark.requirement("ACCESS-3")
def test_taking_on_makes_a_case(client):
    contact = given.from_the_form()
    as_(client, cast.kerstin())
    html = page(client, "take_on", contact.id).content.decode()
    assert 'value="Minna"' in html
    typed = {
        "first_name": "Minna",
        "last_name": "Rautio",
        "manager": str(cast.kerstin().id),
        "told": "phone",
    }
    past = clock.today() - dt.timedelta(days=1)
    assert (
        send(
            client, "take_on", contact.id, first_meeting_on=f"{past:%d.%m.%Y}", **typed
        ).status_code
        == 200
    )
    day = clock.today() + dt.timedelta(days=3)
    assert (
        send(client, "take_on", contact.id, first_meeting_on=f"{day:%d.%m.%Y}", **typed).status_code
        == 302
    )
    assert Case.objects.get().case_manager == cast.kerstin()


def test_somebody_was_first_and_the_text_is_kept(client):
    contact = given.from_the_form()
    as_(client, cast.kerstin())
    response = client.post(
        reverse("referral:advise", args=[contact.id]),
        {
            "version": contact.version - 1,
            "answer": "Mitt svar",
            "told": "phone",
            "idempotency_key": str(uuid.uuid4()),
        },
    )

    html = response.content.decode()
    assert response.status_code == 200
    assert "Mitt svar" in html
    assert f'value="{contact.version}"' in html
    contact.refresh_from_db()
    assert contact.state == "open"


@pytest.mark.requirement("ACCESS-1")
def test_the_persons_own_word_is_recorded(client):
    contact = given.by_a_sister()
    as_(client, cast.kerstin())
    assert "confirm/" in page(client, "contact", contact.id).content.decode()
    assert page(client, "confirm", contact.id).status_code == 200
    assert send(client, "confirm", contact.id).status_code == 200
    assert send(client, "confirm", contact.id, agrees="yes", told="phone").status_code == 302
    contact.refresh_from_db()
    assert contact.state == "open"


def test_closing_needs_a_reason_that_holds(client):
    contact = given.from_the_form()
    as_(client, cast.kerstin())
    assert send(client, "close", contact.id, reason="not_reached").status_code == 200
    assert send(client, "close", contact.id, reason="does_not_want").status_code == 302
    # Whoever closed it is told that it is dealt with, and nothing of what it said.
    assert contact.message not in page(client, "contact", contact.id).content.decode()


@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("name", ["contact", "take_on", "pass_on", "close"])
def test_going_back_to_a_contact_one_has_taken_on_says_so_and_leads_to_the_case(client, name):
    contact = given.from_the_form()
    case = take_on(contact)
    client.cookies["django_language"] = "en"
    html = page(as_(client, cast.kerstin()), name, contact.id).content.decode()
    assert "This contact has already been taken on" in html
    assert f"/case/{case.id}/" in html
    assert '<a href="/contacts/">' in html
    assert contact.message not in html
    assert contact.name not in html
    for other in (cast.mikko(), cast.tove(), cast.sara(), cast.oskar()):
        assert page(as_(client, other), name, contact.id).status_code == 404


def test_sending_the_old_form_again_changes_nothing_and_says_so(client):
    contact = given.from_the_form()
    take_on(contact)
    client.cookies["django_language"] = "en"
    answer = send(as_(client, cast.kerstin()), "close", contact.id, reason="not_reached")
    assert "Nothing was changed now." in answer.content.decode()
    contact.refresh_from_db()
    assert contact.state == "taken_on"
