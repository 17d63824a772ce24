"""The pages of the network: each sees as far as they may, in as many questions however many there are."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.services import create_task
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.coordination.domain import MemberState
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.services import decline_invitation, limit_member
from tests.factories import cast, network
from tests.factories.casebook import a_case
from tests.factories.coordination import in_days
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


def opened(client, account, name, *args, language="en"):
    client.force_login(account)
    client.cookies["django_language"] = language
    return client.get(reverse(f"coordination:{name}", args=args))


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def sent(client, name, *args, **data):
    data.setdefault("idempotency_key", str(uuid.uuid4()))
    client.cookies["django_language"] = "en"
    return client.post(reverse(f"coordination:{name}", args=args), data)


def _told(answer):
    """What the page says, without the keys of its forms and its own address."""
    return re.sub(r"<[^>]*>", " ", words(answer))


@pytest.fixture
def five():
    """Five are asked: Kela, an addiction clinic, an employment authority, a sister; one says no."""
    case = a_case()
    kalle, ritva = network.kela_worker(), network.clinic_worker()
    job = network.worker_at("sysselsattning", Category.WORK_EDUCATION)
    debt = network.worker_at("skuld", Category.ECONOMY_BENEFITS)
    network.a_consent(
        case,
        kalle.organisation,
        ritva.organisation,
        job.organisation,
        categories=(
            Category.IDENTITY_CONTACT,
            Category.LIFE_SITUATION,
            Category.WORK_EDUCATION,
            Category.ECONOMY_BENEFITS,
        ),
    )
    network.a_member(case, kalle)
    network.a_member(case, ritva, role="terapeut")
    network.a_member(case, job)
    no = network.invited(case, network.an_invitation(debt)).member
    decline_invitation(actor=cast.as_actor(debt), member_id=no.id, reason="Vi har kö till maj.")
    network.invited(case, network.for_a_sister(has_said_yes=True))
    return case


@pytest.mark.requirement("COORDINATE-7")
def test_the_kela_members_page_has_neither_the_clinic_nor_its_worker(five, client):
    body = words(opened(client, cast.kalle(), "network", five.id))
    for name in ("Kerstin Sjöberg", "tel:+358", "Kalle Korhonen", "Sysselsattning", "Liisa"):
        assert name in body, name
    for hidden in ("Ritva", "Alm", "Strandklockan", "terapeut", "Skuld", "kö till maj"):
        assert hidden not in body, hidden


@pytest.mark.requirement("COORDINATE-7")
def test_the_client_and_the_case_manager_see_everybody_and_on_what_ground(five, client):
    for account in (cast.aino_account(), cast.kerstin()):
        body = words(opened(client, account, "network", five.id))
        assert "Ritva Alm" in body
        assert "missbruksklinik" in body
        assert "By consent, until it is withdrawn" in body
        listed, said_no = body.split("Have said no")
        assert "Skuld" not in listed
        assert "Skuld" in said_no
        assert "Vi har kö till maj." in said_no


def test_the_clinics_worker_sees_the_own_row_without_its_category_in_the_consent(five, client):
    body = words(opened(client, network.clinic_worker(), "network", five.id))
    assert "Ritva Alm" in body
    assert "Kalle Korhonen" in body


@pytest.mark.requirement("CONSENT-2")
def test_without_consent_the_network_is_not_there_but_the_case_manager_is(client):
    case, kalle = a_case(), network.kela_worker()
    member = network.a_member(case, kalle)
    assert opened(client, kalle, "network", case.id).status_code == 404
    body = words(opened(client, kalle, "invitation", member.id))
    assert "Kerstin Sjöberg" in body
    assert "Virtanen" not in body
    assert "Nothing: no consent" in body


@pytest.mark.requirement("COORDINATE-7")
def test_before_the_yes_nothing_tells_who_the_client_is(client):
    case, kalle = a_case(), network.kela_worker()
    network.a_consent(case, kalle.organisation, categories=tuple(Category))
    member = network.invited(case).member
    body = words(opened(client, kalle, "invitation", member.id))
    assert "Kerstin Sjöberg" in body
    for hidden in ("Aino", "Virtanen", case.reference, str(case.id)):
        assert hidden not in body
    assert sent(client, "invitation", member.id).status_code == 302
    assert has_relation(kalle.id, case.id, RelationKind.MEMBER)
    assert "Aino" in words(opened(client, kalle, "invitation", member.id))
    assert opened(client, kalle, "network", case.id).status_code == 200


def test_an_invitation_stands_on_my_day(client):
    kalle = network.kela_worker()
    member = network.invited(a_case()).member
    client.force_login(kalle)
    body = client.get(reverse("workspace:my_day")).content.decode()
    assert reverse("coordination:invitation", args=[member.id]) in body
    assert "Aino" not in body


@pytest.mark.parametrize("who", [cast.kerstin, cast.aino_account, cast.kalle])
def test_a_network_of_twelve_asks_no_more_than_a_network_of_three(client, who):
    case, kalle = a_case(), network.kela_worker()
    network.a_consent(case, kalle.organisation, categories=tuple(Category))
    network.a_member(case, kalle)
    for number in range(2):
        network.invited(case, network.for_a_sister(first_name=f"Vän{number}"))
    opened(client, who(), "network", case.id)
    with CaptureQueriesContext(connection) as few:
        opened(client, who(), "network", case.id)
    for number in range(9):
        network.a_member(case, network.worker_at(f"org{number}", Category.WORK_EDUCATION))
    with CaptureQueriesContext(connection) as many:
        answer = client.get(reverse("coordination:network", args=[case.id]))
    assert "Org8" in answer.content.decode()
    asked = asked_of_rows(many)
    assert len(asked) <= MOST_QUERIES, asked
    assert len(asked) <= len(asked_of_rows(few))


@pytest.mark.requirement("COORDINATE-7")
def test_the_client_sees_what_happens_before_taking_somebody_out(client):
    case, kalle = a_case(), network.kela_worker()
    network.a_consent(case, kalle.organisation)
    member = network.a_member(case, kalle)
    create_task(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        what="räknar ut dagpenningen",
        owner_id=kalle.id,
        due_on=in_days(9),
    )
    body = words(opened(client, cast.aino_account(), "member_remove", case.id, member.id))
    assert "no longer sees" in body
    assert "räknar ut dagpenningen" in body
    assert "Kerstin Sjöberg takes over from Kalle Korhonen" in body
    assert Member.objects.get().state is MemberState.ACCEPTED
    assert sent(client, "member_remove", case.id, member.id).status_code == 302
    assert Member.objects.get().state is MemberState.GONE
    assert opened(client, kalle, "network", case.id).status_code == 404


def test_the_client_keeps_something_and_lets_it_be_seen_again(client):
    case, kalle = a_case(), network.kela_worker()
    network.a_consent(case, kalle.organisation)
    member = network.a_member(case, kalle)
    client.force_login(cast.aino_account())
    answer = sent(
        client, "member_limit", case.id, member.id, categories=[Category.ECONOMY_BENEFITS]
    )
    assert answer.status_code == 302
    body = words(opened(client, cast.aino_account(), "member", case.id, member.id))
    assert "Agreed not to be seen: economy and benefits." in body
    assert sent(client, "limit_lift", case.id, member.id).status_code == 302
    body = words(opened(client, cast.aino_account(), "member", case.id, member.id))
    assert "Agreed not to be seen" not in body


def a_link(client, case):
    """Kerstin has invited Signe from the form; what the mail leads to."""
    client.force_login(cast.kerstin())
    clinic = network.clinic_worker().organisation
    asked = f"?organisation={clinic.key}"
    client.cookies["django_language"] = "en"
    workers = client.get(reverse("coordination:member_new", args=[case.id]) + asked)
    assert "Ritva Alm" in words(workers)
    path = reverse("coordination:partner_new", args=[case.id]) + asked
    assert path in workers.content.decode()
    typed = {
        "first_name": "Signe",
        "last_name": "Ek",
        "email": "signe@example.org",
        "role": "skötare",
        "wish_told": "meeting",
        "idempotency_key": str(uuid.uuid4()),
    }
    assert client.post(path, typed).status_code == 302
    client.logout()
    return Notice.objects.get().link.rstrip("/").rpartition("/")[2]


@pytest.mark.requirement("COORDINATE-7")
def test_from_the_link_to_the_yes(client):
    case = a_case()
    secret = a_link(client, case)
    page = words(client.get(reverse("coordination:invitation_link", args=[secret])))
    assert "Kerstin Sjöberg" in page
    for hidden in ("Aino", "Virtanen", case.reference, str(case.id)):
        assert hidden not in page
    good = sent(client, "invitation_link", secret, password=cast.PASSWORD, again=cast.PASSWORD)
    assert client.get(good.url).status_code == 200
    signe = Account.objects.get(username="signe@example.org")
    member = Member.objects.get()
    assert opened(client, signe, "invitation", member.id).status_code == 200
    assert sent(client, "invitation", member.id).status_code == 302
    assert has_relation(signe.id, case.id, RelationKind.MEMBER)


def test_a_used_link_and_a_wrong_one_say_the_same(client):
    secret = a_link(client, a_case())
    sent(client, "invitation_link", secret, password=cast.PASSWORD, again=cast.PASSWORD)
    gone = client.get(reverse("coordination:invitation_link", args=[secret]))
    wrong = client.get(reverse("coordination:invitation_link", args=["invented"]))
    assert (gone.status_code, wrong.status_code) == (404, 404)
    assert _told(gone) == _told(wrong)


@pytest.mark.parametrize(
    ("password", "again"), [("password1234", "password1234"), (cast.PASSWORD, "x"), ("", "")]
)
def test_a_weak_or_mistyped_password_makes_no_account(client, password, again):
    secret = a_link(client, a_case())
    answer = sent(client, "invitation_link", secret, password=password, again=again)
    assert answer.status_code == 200
    assert "k-errors" in answer.content.decode()
    assert password == "" or password not in answer.content.decode()
    assert not Account.objects.filter(username="signe@example.org").exists()


def test_a_worker_from_a_partner_has_a_second_factor_outside_the_demo(client, settings):
    member = network.invited(a_case()).member
    settings.SECOND_FACTOR = True
    answer = opened(client, cast.kalle(), "invitation", member.id)
    assert answer.status_code == 302
    assert "2fa" in answer.url or "totp" in answer.url


def test_a_limit_hides_a_row_at_the_next_request(five, client):
    kalle = cast.kalle()
    assert "Sysselsattning" in words(opened(client, kalle, "network", five.id))
    limit_member(
        actor=cast.as_actor(cast.aino_account()),
        member_id=Member.objects.get(account=kalle).id,
        categories=[Category.WORK_EDUCATION],
    )
    assert "Sysselsattning" not in words(opened(client, kalle, "network", five.id))


def test_long_names_and_forty_members_make_a_page(client):
    case = a_case()
    for number in range(40):
        network.invited(
            case,
            network.for_a_sister(first_name="Maria-Kristiina " * 6, last_name=f"Ö{number}"),
        )
    for account in (cast.kerstin(), cast.aino_account()):
        assert opened(client, account, "network", case.id).status_code == 200
