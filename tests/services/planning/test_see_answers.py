"""Reading what came of what one has said about the plan."""

import pytest

from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.planning.domain import Taken
from kaveri.steps.planning.selectors import unread_answers
from kaveri.steps.planning.services import answer_comment, comment_plan, see_answers
from tests.factories import cast
from tests.factories.planning import a_plan, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10")]


def answered(plan, by):
    row = comment_plan(actor=by, plan_id=plan.id, text="Hellre deltid.")
    return answer_comment(
        actor=kerstin(),
        comment_id=row.id,
        taken=Taken.TAKEN,
        words="Vi skriver om det.",
        version=row.version,
    )


def test_an_answer_is_new_until_it_is_read_and_stays_read():
    Account.objects.filter(pk=cast.aino_account().pk).update(email="aino@example.org")
    plan, aino = a_plan(), cast.as_actor(cast.aino_account())
    row = answered(plan, aino)
    assert list(unread_answers(aino)) == [row]
    assert see_answers(actor=aino, plan_id=plan.id) == 1
    assert not unread_answers(aino).exists()
    row.refresh_from_db()
    first = row.answer_seen_at
    assert see_answers(actor=aino, plan_id=plan.id) == 0
    row.refresh_from_db()
    assert row.answer_seen_at == first


def test_the_client_gets_a_mail_that_says_nothing_and_none_without_an_address():
    plan, aino = a_plan(), cast.aino_account()
    Notice.objects.all().delete()
    answered(plan, cast.as_actor(aino))
    assert not Notice.objects.exists()
    Account.objects.filter(pk=aino.pk).update(email="aino@example.org")
    answered(plan, cast.as_actor(aino))
    assert [(notice.address, notice.link) for notice in Notice.objects.all()] == [
        ("aino@example.org", "")
    ]


def test_a_workers_reading_does_not_make_the_clients_answer_read():
    plan, aino = a_plan(), cast.as_actor(cast.aino_account())
    answered(plan, aino)
    assert see_answers(actor=kerstin(), plan_id=plan.id) == 0
    assert unread_answers(aino).exists()


def test_others_read_nothing():
    plan = a_plan()
    with pytest.raises(Denied):
        see_answers(actor=cast.as_actor(cast.petra()), plan_id=plan.id)
