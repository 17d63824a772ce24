"""Who acts for the client: written down on the case's network, taken up by a link, read and ended by the client."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kaveri.casebook.cases.selectors import relations_of
from kaveri.casebook.clients.domain import RepresentativeKind
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.coordination.models import Mandate
from tests.factories import cast, network
from tests.factories.casebook import a_case
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


def opened(client, account, name, *args, language="en"):
    client.force_login(account)
    client.cookies["django_language"] = language
    return client.get(reverse(f"coordination:{name}", args=args))


def sent(client, page, *args, **data):
    data.setdefault("idempotency_key", str(uuid.uuid4()))
    client.cookies["django_language"] = "en"
    return client.post(reverse(f"coordination:{page}", args=args), data)


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def written(**more):
    return {
        "kind": "authorised",
        "name": "Tarja Heikkilä",
        "email": "tarja@example.org",
        "document": "Fullmakt 3.11.2026",
        "categories": ["work_education"],
        "from_on": f"{clock.today():%d.%m.%Y}",
        "until_on": f"{clock.today().replace(year=clock.today().year + 1):%d.%m.%Y}",
        **more,
    }


@pytest.mark.requirement("TRUST-1")
def test_from_the_document_to_the_persons_own_pages(client):
    case = a_case()
    client.force_login(cast.kerstin())
    assert sent(client, "representative_new", case.id, **written()).status_code == 302
    client.logout()
    notice = Notice.objects.get(address="tarja@example.org")
    secret = notice.link.rstrip("/").rpartition("/")[2]
    page = words(client.get(reverse("coordination:mandate_link", args=[secret])))
    assert "Kerstin Sjöberg" in page
    for hidden in ("Aino", "Virtanen", case.reference, str(case.id)):
        assert hidden not in page
    good = sent(client, "mandate_link", secret, password=cast.PASSWORD, again=cast.PASSWORD)
    assert client.get(good.url).status_code == 200
    tarja = Account.objects.get(username="tarja@example.org")
    client.force_login(tarja)
    assert client.get(reverse("portal:home"), follow=True).status_code == 200
    gone = client.get(reverse("coordination:mandate_link", args=[secret]))
    wrong = client.get(reverse("coordination:mandate_link", args=["invented"]))
    assert (gone.status_code, wrong.status_code) == (404, 404)


def test_what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost(client):
    case = a_case()
    client.force_login(cast.kerstin())
    answer = words(sent(client, "representative_new", case.id, **written(until_on="")))
    assert "Write the last day. Only a guardian may act until further notice." in answer
    assert "Fullmakt 3.11.2026" in answer
    assert not Mandate.objects.exists()


@pytest.mark.requirement("TRUST-1")
def test_the_client_reads_who_acts_on_what_document_and_ends_it(client):
    case, aino = a_case(), cast.aino_account()
    found = network.added(case)
    tarja = network.taken_up(found)
    body = words(opened(client, aino, "representatives", case.id))
    for said in ("Acts for you: Tarja Heikkilä", "authorised person", "Fullmakt 3.11.2026"):
        assert said.lower() in body.lower(), said
    answer = sent(client, "representative_end", case.id, found.mandate.id)
    assert answer.status_code == 302
    assert not relations_of(tarja.id).exists()
    assert "Tarja" not in words(opened(client, cast.kerstin(), "representatives", case.id))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "You cannot remove a guardian here"),
        ("sv", "Du kan inte ta bort en intressebevakare här"),
        ("fi", "Sinä et voi poistaa edunvalvojaa täällä"),
    ],
)
def test_a_guardian_is_there_by_law_and_that_is_said_plainly(client, language, said):
    case, aino = a_case(), cast.aino_account()
    guardian = network.acting_for(kind=RepresentativeKind.GUARDIAN, until_on=None)
    found = network.added(case, guardian)
    assert said in words(opened(client, aino, "representatives", case.id, language=language))
    assert opened(client, aino, "representative_end", case.id, found.mandate.id).status_code == 404
    kerstins = opened(client, cast.kerstin(), "representative_end", case.id, found.mandate.id)
    assert kerstins.status_code == 200


def test_a_partner_in_the_network_does_not_read_who_acts_for_the_client(client):
    case, kalle = a_case(), network.kela_worker()
    network.a_consent(case, kalle.organisation)
    network.a_member(case, kalle)
    network.added(case)
    assert opened(client, kalle, "network", case.id).status_code == 200
    assert opened(client, kalle, "representatives", case.id).status_code == 404


def test_the_page_asks_no_more_however_many_act(client):
    case = a_case()
    cast.aino_account()
    network.added(case)
    client.force_login(cast.kerstin())
    page = reverse("coordination:representatives", args=[case.id])
    client.get(page)
    for number in range(4):
        network.added(case, network.acting_for(email=f"p{number}@example.org"))
    with CaptureQueriesContext(connection) as seen:
        assert "p3@" not in client.get(page).content.decode()
    assert len(asked_of_rows(seen)) <= MOST_QUERIES
