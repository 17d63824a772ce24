"""Forms of coordination: good input does it once, bad input says what to do and keeps what was typed."""

import uuid

import pytest
from django.urls import reverse
from django.utils import translation

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import create_task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.accounts.models import Absence
from kaveri.steps.coordination.forms import OfferForm
from kaveri.steps.coordination.models import CoordinatingDecision, Handover, Wait
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import a_wait, an_offer, in_days
from tests.reading import forms, read

pytestmark = pytest.mark.django_db
NASTY = "<script>alert(1)</script> ' OR 1=1 -- {{ 7*7 }} ÅÄÖ 😀"


@pytest.fixture
def kerstin(client):
    client.force_login(cast.kerstin())
    return client


def send(client, name, *args, language="en", **data):
    data.setdefault("idempotency_key", str(uuid.uuid4()))
    client.cookies["django_language"] = language
    return client.post(reverse(f"coordination:{name}", args=args), data)


def day(days):
    return in_days(days).isoformat()


def offer_data(**known):
    return {
        "to": str(cast.mikko().id),
        "step": "ringer dig",
        "due_on": day(4),
        "supports_on": "en skötare",
        "plan": "valid",
        "agreed": "Som förut.",
        "version": 1,
        **known,
    }


@pytest.mark.requirement("COORDINATE-5")
def test_a_handover_from_the_form_to_the_answer(kerstin, client):
    case = a_case()
    assert send(kerstin, "handover", case.id, **offer_data()).status_code == 302
    offer = Handover.objects.get()
    client.force_login(cast.mikko())
    answer = send(client, "handover_answer", offer.id, told="phone", due_on=day(4))
    assert answer.status_code == 302
    assert Case.objects.get().case_manager == cast.mikko()
    client.force_login(cast.kerstin())
    people = client.get(reverse("coordination:people", args=[case.id]))
    assert "Mikko Mäkinen" in people.content.decode()


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_an_empty_handover_says_what_is_missing_and_keeps_the_rest(kerstin, language):
    case = a_case()
    answer = send(
        kerstin,
        "handover",
        case.id,
        language=language,
        **offer_data(to="", step="", agreed=NASTY, due_on="31.2.2027"),
    )
    body = answer.content.decode()
    assert answer.status_code == 200
    assert "k-errors" in body
    assert "&lt;script&gt;" in body
    assert "<script>alert" not in body
    assert "31.2.2027" in body
    assert not Handover.objects.exists()


def test_the_same_sending_twice_makes_one(kerstin):
    case = a_case()
    key = str(uuid.uuid4())
    for _again in range(2):
        answer = send(
            kerstin,
            "wait_new",
            case.id,
            idempotency_key=key,
            what="undersökning",
            category="health",
            since_on=day(0),
            supporter=str(cast.kerstin().id),
            every_days=14,
        )
        assert answer.status_code == 302
    assert Wait.objects.count() == 1


@pytest.mark.parametrize("every", ["0", "91", "-1", "often", "", "1e9", "14.5"])
def test_a_rhythm_that_cannot_be_kept_is_refused(kerstin, every):
    case = a_case()
    answer = send(
        kerstin,
        "wait_new",
        case.id,
        what=NASTY,
        since_on=day(0),
        supporter=str(cast.kerstin().id),
        every_days=every,
    )
    assert answer.status_code == 200
    assert "k-errors" in answer.content.decode()
    assert "&lt;script&gt;" in answer.content.decode()
    assert not Wait.objects.exists()


@pytest.mark.requirement("COORDINATE-6")
def test_a_contact_by_the_form_sets_the_next_day(kerstin):
    case = a_case(next_in_days=60)
    a_wait(case, every_days=7)
    Task.objects.filter(kind=TaskKind.KEEP_CONTACT).update(due_on=in_days(0))
    answer = send(
        kerstin, "keep_contact", case.id, way="phone", reached="reached", on=day(0), text=NASTY
    )
    assert answer.status_code == 302
    task = Task.objects.get(kind=TaskKind.KEEP_CONTACT, state=TaskState.OPEN)
    assert task.due_on == in_days(7)
    assert Entry.objects.filter(kind="contact", text=NASTY).exists()


def test_the_last_step_cannot_be_done_without_a_next_one(kerstin):
    case = a_case()
    task = Task.objects.get()
    answer = send(kerstin, "step_done", task.id, outcome=NASTY)
    assert answer.status_code == 200
    assert "Write what happens, so that the client understands it." in answer.content.decode()
    assert "&lt;script&gt;" in answer.content.decode()
    answer = send(
        kerstin,
        "step_done",
        task.id,
        outcome=NASTY,
        next_what="ringer",
        next_due_on=day(2),
        next_owner=str(cast.kerstin().id),
    )
    assert answer.status_code == 302
    assert Task.objects.get(case=case, state=TaskState.OPEN).what == "ringer"


def test_what_happens_next_is_called_optional_only_when_another_step_stands(kerstin):
    kerstin.cookies["django_language"] = "en"
    case = a_case()
    task = Task.objects.get()
    page = kerstin.get(reverse("coordination:step_done", args=[task.id])).content.decode()
    assert page.count("Optional") == 2  # what came of it, and whether the client has been told
    create_task(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        what="ringer",
        owner_id=cast.kerstin().id,
        due_on=in_days(3),
    )
    page = kerstin.get(reverse("coordination:step_done", args=[task.id])).content.decode()
    assert page.count("Optional") == 5


def test_two_who_change_the_same_step_lose_nothing(kerstin):
    a_case()
    task = Task.objects.get()
    data = {"owner": str(cast.kerstin().id), "due_on": day(3), "version": task.version}
    assert send(kerstin, "step_change", task.id, what="först", **data).status_code == 302
    answer = send(kerstin, "step_change", task.id, what="sedan", **data)
    body = answer.content.decode()
    assert answer.status_code == 200
    assert "sedan" in body
    assert "Somebody else saved" in body
    both = body[body.index('class="k-conflict"') :]
    assert both.index("först") < both.index("sedan")
    assert body.count('class="k-conflict"') == 1
    task.refresh_from_db()
    assert task.what == "först"
    data["version"] = task.version
    assert send(kerstin, "step_change", task.id, what="sedan", **data).status_code == 302


def test_what_one_left_as_it_stood_is_not_put_over_what_another_changed(kerstin):
    a_case()
    task = Task.objects.get()
    page = read(kerstin.get(reverse("coordination:step_change", args=[task.id])).content.decode())
    opened = {name: values[0] for name, values in forms(page)[-1].data.items()}
    moved = {"owner": opened["owner"], "due_on": day(5), "version": task.version}
    assert send(kerstin, "step_change", task.id, what=opened["what"], **moved).status_code == 302

    late = opened | {"what": "ringer och frågar", "idempotency_key": str(uuid.uuid4())}
    body = kerstin.post(reverse("coordination:step_change", args=[task.id]), late).content.decode()
    assert "Somebody else saved" in body
    shown = {name: values[0] for name, values in forms(read(body))[-1].data.items()}
    moved_to = f"{in_days(5):%-d.%-m.%Y}"
    assert (shown["what"], shown["due_on"]) == ("ringer och frågar", moved_to)
    # Nothing of what only the other touched is asked about.
    assert body.count('class="k-conflict"') == 1
    assert (
        kerstin.post(reverse("coordination:step_change", args=[task.id]), shown).status_code == 302
    )
    task.refresh_from_db()
    assert (task.what, task.due_on) == ("ringer och frågar", in_days(5))


@pytest.mark.parametrize("sent", ["", "{", "[]", '{"what": 1}', '{"what": ["x"], "no": ["y"]}'])
def test_what_stood_is_believed_only_where_it_can_be_read(kerstin, sent):
    a_case()
    task = Task.objects.get()
    data = {"owner": str(cast.kerstin().id), "due_on": day(3), "version": task.version}
    send(kerstin, "step_change", task.id, what="först", **data)
    answer = send(kerstin, "step_change", task.id, what="sedan", as_it_stood=sent, **data)
    assert "sedan" in answer.content.decode()


def test_the_client_gets_an_own_part(kerstin):
    case = a_case()
    answer = send(
        kerstin, "step_new", case.id, what="ringer läkaren", owner="client", due_on=day(3)
    )
    assert answer.status_code == 302
    part = Task.objects.get(client_part=True)
    assert part.owner == case.client.account


def test_telling_is_noted(kerstin):
    a_case()
    task = Task.objects.get()
    assert send(kerstin, "step_tell", task.id, how="phone", on=day(0)).status_code == 302
    assert send(kerstin, "step_tell", task.id, how="receipt", on=day(0)).status_code == 200
    assert send(kerstin, "step_tell", task.id, how="phone", on=day(1)).status_code == 200


@pytest.mark.requirement("COORDINATE-1")
def test_every_rule_that_fits_is_shown_and_a_person_decides(kerstin):
    case = a_case()
    address = reverse("coordination:coordinating", args=[case.id])
    kerstin.cookies["django_language"] = "en"
    body = kerstin.get(
        address + "?asked=1&needs=multisectoral_client&needs=social_client&needs=nonsense"
    ).content.decode()
    assert "the multisectoral support model" in body
    assert "own contact person" in body
    assert "section 42" in body
    assert "check this" in body
    data = {"needs": ["social_client"], "chosen": "coordinator", "version": case.version}
    answer = send(kerstin, "coordinating", case.id, **data)
    assert "Write why another" in answer.content.decode()
    answer = send(kerstin, "coordinating", case.id, reason=NASTY, **data)
    assert answer.status_code == 302
    assert CoordinatingDecision.objects.get().deviates_from_social_welfare_act
    body = kerstin.get(address).content.decode()
    assert "&lt;script&gt;" in body


def test_a_pair_is_named_and_taken_off(kerstin):
    case = a_case()
    cast.petra()
    assert send(kerstin, "pair_new", case.id, account=str(cast.petra().id)).status_code == 302
    assert has_relation(cast.petra().id, case.id, RelationKind.PAIR)
    assert send(kerstin, "pair_remove", case.id, cast.petra().id).status_code == 302
    assert not has_relation(cast.petra().id, case.id, RelationKind.PAIR)
    assert send(kerstin, "pair_new", case.id, account=str(cast.kalle().id)).status_code == 200


@pytest.mark.requirement("COORDINATE-9")
def test_an_absence_from_the_form(kerstin):
    a_case()
    data = {"account": str(cast.kerstin().id), "substitute": str(cast.mikko().id)}
    answer = send(kerstin, "absence_new", from_on=day(2), until_on=day(1), **data)
    assert "The last day is before the first" in answer.content.decode()
    assert send(kerstin, "absence_new", from_on=day(0), until_on=day(5), **data).status_code == 302
    absence = Absence.objects.get()
    assert send(kerstin, "absence_end", absence.id).status_code == 302


def test_an_account_nobody_offered_is_no_choice(kerstin):
    case = a_case()
    answer = send(kerstin, "handover", case.id, **offer_data(to=str(uuid.uuid4())))
    assert answer.status_code == 200
    assert not Handover.objects.exists()


def test_saying_no_needs_a_reason(client):
    offer = an_offer(a_case())
    client.force_login(cast.mikko())
    assert send(client, "handover_decline", offer.id, reason="  ").status_code == 200
    assert send(client, "handover_decline", offer.id, reason=NASTY).status_code == 302


@pytest.mark.parametrize("field", ["step", "supports_on", "agreed"])
def test_beside_what_the_asked_one_reads_first_it_says_to_write_no_names(field):
    with translation.override("en"):
        assert "o names" in str(OfferForm.base_fields[field].help_text)


def test_what_cannot_be_sent_is_given_back_as_it_was_written_and_nothing_else(kerstin):
    a_case()
    address = reverse("coordination:step_change", args=[uuid.uuid4()])
    sent = {"what": "ringer och frågar", "as_it_stood": '{"what": ["något annat"]}'}
    body = kerstin.post(address, sent).content.decode()
    assert "ringer och frågar" in body
    assert "något annat" not in body
