"""The pages of a case: overview, timeline, writing, details."""

import uuid
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.clients.services import change_client
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.selectors.head_words import GROUPS, pages
from kaveri.casebook.tasks.selectors.head_words import PAGES as CASE_PAGES
from kaveri.casebook.timeline import selectors as timeline
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.audit.models import Event
from tests.factories import cast
from tests.factories.casebook import AINO_CODE, a_case, aino, an_act, near
from tests.factories.coordination import a_wait
from tests.factories.papers import PDF
from tests.web.budget import asked_of_rows

pytestmark = pytest.mark.django_db
PAGES = [
    "",
    "timeline/",
    "timeline/note/",
    "timeline/message/",
    "timeline/document/",
    "person/",
    "person/change/",
]


@pytest.fixture
def sign_in(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"

    def enter(account):
        client.force_login(account)
        return client

    return enter


@pytest.fixture
def case():
    return a_case()


def sent(**fields):
    return {"idempotency_key": str(uuid.uuid4()), **fields}


@pytest.mark.parametrize("page", PAGES)
def test_the_case_manager_opens_every_page(sign_in, case, page):
    assert sign_in(cast.kerstin()).get(f"/case/{case.id}/{page}").status_code == 200


@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", [cast.mikko, cast.petra, cast.sara, cast.kalle, cast.tove])
def test_foreign_and_invented_cases_look_alike(sign_in, case, page, who):
    client = sign_in(who())
    assert client.get(f"/case/{case.id}/{page}").status_code == 404
    assert client.get(f"/case/{uuid.uuid4()}/{page}").status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_sent_to_sign_in_alike(client, case, page):
    for case_id in (case.id, uuid.uuid4()):
        answer = client.get(f"/case/{case_id}/{page}")
        assert answer.status_code == 302
        assert "/account/login/" in answer["Location"]


def test_the_overview_begins_with_the_one_question_and_the_clients_words(sign_in, case):
    page = sign_in(cast.kerstin()).get(f"/case/{case.id}/").content.decode()
    assert page.index("ringer dig") < page.index("Jag vill jobba igen.")
    assert "Aino does not know yet." in page
    assert page.count("<h1>") == 1


@pytest.mark.requirement("PARTICIPATE-4")
def test_peer_support_is_asked_from_the_start_until_there_is_an_answer(sign_in, case):
    kerstin = sign_in(cast.kerstin())
    asks = "Peer support has not been offered yet."
    assert asks in kerstin.get(f"/case/{case.id}/").content.decode()
    kerstin.post(f"/case/{case.id}/peer-support/", {"answer": "not_now"})
    answered = kerstin.get(f"/case/{case.id}/").content.decode()
    assert asks not in answered
    assert "not now, ask again later" in answered


def test_a_predecessor_reads_but_is_offered_no_writing(sign_in, case):
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    client = sign_in(cast.mikko())
    page = client.get(f"/case/{case.id}/").content.decode()
    assert "timeline/note/" not in page
    assert client.get(f"/case/{case.id}/timeline/note/").status_code == 404


def test_a_note_is_written_once_however_often_it_is_sent(sign_in, case):
    client = sign_in(cast.kerstin())
    fields = sent(text="Aino orkar mera.", source="client", category="life_situation")
    for _time in range(2):
        client.post(f"/case/{case.id}/timeline/note/", fields)
    assert timeline.entries().filter(case_id=case.id).count() == 1
    assert "Aino orkar mera." in client.get(f"/case/{case.id}/timeline/").content.decode()


def test_a_document_is_kept_outside_and_given_only_as_a_file(sign_in, case, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client = sign_in(cast.kerstin())
    file = SimpleUploadedFile("B-utlåtande.pdf", PDF, content_type="application/pdf")
    fields = sent(document=file, source="health_care", category="health")
    client.post(f"/case/{case.id}/timeline/document/", fields)
    entry = timeline.entries().get(case_id=case.id)
    assert "utl" not in entry.document.name
    answer = client.get(f"/case/{case.id}/document/{entry.id}/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].endswith("; sandbox")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer.content == PDF
    assert Event.objects.filter(action="timeline.document.open").count() == 1
    assert sign_in(cast.mikko()).get(f"/case/{case.id}/document/{entry.id}/").status_code == 404


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("sida.html", b"<script>", "not taken in"),
        ("skript.pdf", b"<script>", "not taken in"),
        ("tom.pdf", b"", "empty"),
        ("stor.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024), "too large"),
    ],
)
def test_other_files_are_refused_with_what_to_do(sign_in, case, name, content, words):
    file = SimpleUploadedFile(name, content)
    fields = sent(document=file, source="client", category="health")
    page = sign_in(cast.kerstin()).post(f"/case/{case.id}/timeline/document/", fields)
    assert words in page.content.decode()
    assert not timeline.entries().filter(case_id=case.id).exists()


def test_the_answer_to_a_message_is_read_by_the_client(sign_in, case):
    client = sign_in(cast.aino_account())
    client.post(f"/my/{case.id}/messages/", sent(text="När ringer du?"))
    client = sign_in(cast.kerstin())
    client.post(f"/case/{case.id}/timeline/message/", sent(text="I morgon kl. 9."))
    assert not tasks.open_tasks().filter(case_id=case.id, kind="answer_message").exists()
    assert "I morgon kl. 9." in sign_in(cast.aino_account()).get("/my/").content.decode()


def test_the_code_is_hidden_until_it_is_asked_for_and_that_is_logged(sign_in, case):
    change_client(an_act(), case.client, code=AINO_CODE)
    client = sign_in(cast.kerstin())
    assert AINO_CODE not in client.get(f"/case/{case.id}/person/").content.decode()
    answer = client.post(f"/case/{case.id}/person/code/", sent())
    assert AINO_CODE in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    assert Event.objects.filter(action="workspace.identity_code.show", outcome="done").exists()
    assert client.get(f"/case/{case.id}/person/code/").status_code == 405


def test_the_place_of_a_protected_person_is_shown_only_to_the_nearest(sign_in, case):
    change_client(an_act(), case.client, non_disclosure=True, street="Gömda gatan 1")
    near(case, cast.mikko(), RelationKind.MEMBER)
    near(case, cast.petra(), RelationKind.SUBSTITUTE)
    for account, sees in [(cast.kerstin(), True), (cast.mikko(), False), (cast.petra(), False)]:
        page = sign_in(account).get(f"/case/{case.id}/person/").content.decode()
        assert ("Gömda gatan" in page) is sees
        assert ("0101" in page) is sees


def test_two_who_change_at_once_both_see_both_texts(sign_in, case):
    client = sign_in(cast.kerstin())
    first = aino()
    fields = {
        "first_name": "Aino",
        "last_name": "Virtanen",
        "phone": "040 555 0999",
        "language": "fi",
        "interpreter": "none",
        "version": first.version,
    }
    change_client(an_act(), first, last_name="Virtanen-Ek")
    page = client.post(f"/case/{case.id}/person/change/", sent(**fields)).content.decode()
    assert "Somebody else changed the details" in page
    assert "Virtanen-Ek" in page
    assert "040 555 0999" in page
    first.refresh_from_db()
    assert first.last_name == "Virtanen-Ek"


@pytest.mark.parametrize("page", ["", "timeline/", "person/"])
def test_a_case_page_is_read_in_at_most_fifteen_questions(
    sign_in, case, page, django_assert_max_num_queries
):
    a_wait(case=case)
    client = sign_in(cast.kerstin())
    client.get(f"/case/{case.id}/")
    with django_assert_max_num_queries(30) as seen:
        client.get(f"/case/{case.id}/{page}")
    asked = asked_of_rows(seen)
    assert len(asked) <= 15, asked


@pytest.mark.requirement("COORDINATE-10")
def test_a_message_from_the_public_form_stands_as_the_clients_own_on_the_timeline(sign_in):
    case = a_case()
    add_entry(
        an_act(),
        case,
        kind=EntryKind.MESSAGE,
        source=Source.CLIENT,
        text="Jag orkar inte.",
        in_own_words=True,
        author_id=None,
    )

    html = sign_in(cast.kerstin()).get(f"/case/{case.id}/timeline/").content.decode()
    assert f"{case.client.full_name}, through the public form" in html


@pytest.mark.requirement("TRUST-2")
@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (None, "only the nearest workers see address, phone and places"),
        (RelationKind.PAIR, "only the nearest workers see address, phone and places"),
        (RelationKind.COACH, "address, phone and places are not shown to you"),
    ],
)
def test_non_disclosure_says_from_whom_the_place_is_hidden(sign_in, case, kind, said):
    change_client(an_act(), case.client, non_disclosure=True)
    who = cast.kerstin()
    if kind:
        who = cast.mikko()
        near(case, who, kind)
    assert f"Non-disclosure: {said}" in sign_in(who).get(f"/case/{case.id}/").content.decode()


def test_every_page_of_a_case_stands_in_one_group():
    grouped = [view for _name, views in GROUPS for view in views]
    assert sorted(grouped) == sorted(view for view, _name, _act in CASE_PAGES)


def test_the_pages_are_grouped_and_the_one_that_is_open_is_marked(sign_in, case):
    page = sign_in(cast.kerstin()).get(f"/case/{case.id}/timeline/note/").content.decode()
    shown = page[page.index('<nav class="k-sections"') :].partition("</nav>")[0]
    assert shown.count('class="k-section-group"') == len(GROUPS)
    assert shown.count("aria-current") == 1
    current = shown.partition('aria-current="page">')[2]
    assert current.startswith("Timeline")
    # The folded menu of a phone is named after the page that is open.
    assert shown.partition("<summary>")[2].strip().startswith("Timeline")


def test_a_group_without_a_page_that_one_may_open_is_not_shown():
    receiver = SimpleNamespace(case_id=uuid.uuid4(), relations=frozenset({RelationKind.RECEIVER}))
    named = [str(group.name) for group in pages(receiver)]
    assert named
    assert "Client and network" not in named
