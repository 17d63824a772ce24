"""Ending a support."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.casebook.tasks.services import set_task
from kaveri.casebook.timeline.domain import Reached
from kaveri.foundation.audit.models import Event, Outcome, Subject
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.ending.domain import EndObstacle, Way
from kaveri.steps.ending.models import Ending, Summary
from kaveri.steps.ending.services import end_support, prepare_ending
from kaveri.steps.referral_out.domain import ReferralState, Reply
from kaveri.steps.referral_out.services import answer_referral
from tests.factories import cast
from tests.factories.casebook import a_case, aino, an_act, near
from tests.factories.coordination import a_wait
from tests.factories.ending import a_plan, a_try, an_ended_case, end, prepare, with_summary
from tests.factories.referral_out import a_referral, health_check

pytestmark = pytest.mark.django_db


def later(days):
    return clock.standing_at(clock.now() + dt.timedelta(days=days))


@pytest.mark.requirement("COORDINATE-13")
def test_an_agreed_ending_leaves_a_summary_and_a_promise_that_outlives_the_case():
    case = a_case()
    ending = an_ended_case(case)
    case.refresh_from_db()
    assert (case.state, ending.state) == ("ended", "done")
    summary = Summary.objects.get(case=case)
    assert (summary.given_how, summary.ending_id) == ("letter", ending.id)
    open_tasks = Task.objects.filter(case=case, state="open")
    promise = open_tasks.get()
    assert promise.kind == TaskKind.AFTER_CARE
    assert promise.owner == cast.kerstin()
    assert promise.due_on == clock.today() + dt.timedelta(days=30)
    assert ClientNotice.objects.filter(task=promise, how="letter").exists()
    event = Event.objects.get(action="ending.ending.end")
    assert event.outcome == Outcome.DONE
    assert Subject.objects.filter(event_id=event.id, client_id=case.client_id).exists()


@pytest.mark.requirement("COORDINATE-13")
def test_the_pair_stands_down_and_members_read_for_four_weeks_more():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PAIR)
    near(case, cast.petra(), RelationKind.MEMBER)
    an_ended_case(case)
    alive = Relation.objects.filter(case=case, until_at=None).values_list("kind", flat=True)
    assert set(alive) == {RelationKind.CASE_MANAGER, RelationKind.SELF}
    member = Relation.objects.get(case=case, kind=RelationKind.MEMBER)
    assert abs(member.until_at - clock.now() - dt.timedelta(days=28)) < dt.timedelta(minutes=5)


@pytest.mark.requirement("COORDINATE-13")
def test_the_pair_that_promised_to_get_in_touch_stays_until_then():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PAIR)
    prepare(case, after_care_owner_id=cast.mikko().id)
    with_summary(case)
    end(case)
    assert Task.objects.get(case=case, state="open").owner == cast.mikko()
    assert Relation.objects.filter(case=case, kind=RelationKind.PAIR, until_at=None).exists()


@pytest.mark.requirement("COORDINATE-13")
def test_nothing_ends_without_its_summary_or_over_a_new_task():
    case = a_case()
    prepare(case)
    set_task(
        an_act(),
        case,
        kind=TaskKind.NEXT_STEP,
        what="ringer",
        owner_id=cast.kerstin().id,
        due_on=clock.today(),
    )
    with pytest.raises(Refused) as refused:
        end(case)
    assert refused.value.obstacles == [EndObstacle.TASKS_OPEN, EndObstacle.SUMMARY_MISSING]
    assert Event.objects.get(action="ending.ending.end").outcome == Outcome.REFUSED
    case.refresh_from_db()
    assert case.state == "open"


@pytest.mark.parametrize(
    ("kind", "obstacle"),
    [
        (TaskKind.REFERRAL_ANSWER, EndObstacle.REFERRAL_UNANSWERED),
        (TaskKind.KEEP_CONTACT, EndObstacle.WAIT_OPEN),
        (TaskKind.HANDOVER_ANSWER, EndObstacle.HANDOVER_OPEN),
        (TaskKind.ASSESSMENT, EndObstacle.ASSESSMENT_OPEN),
    ],
)
@pytest.mark.requirement("COORDINATE-13")
def test_what_waits_for_somebody_elses_word_is_settled_first(kind, obstacle):
    case = a_case()
    set_task(an_act(), case, kind=kind, what="x", owner_id=cast.kerstin().id, due_on=clock.today())
    prepare(case)
    with_summary(case)
    with pytest.raises(Refused) as refused:
        end(case)
    assert refused.value.obstacles == [obstacle]


@pytest.mark.requirement("COORDINATE-13")
def test_the_client_ends_it_and_declines_to_be_called():
    case = a_case()
    prepare(case, Way.BY_CLIENT)
    with_summary(case)
    assert end(case).way == Way.BY_CLIENT
    assert not Task.objects.filter(case=case, state="open").exists()


@pytest.mark.requirement("COORDINATE-13")
def test_who_cannot_be_reached_is_tried_on_three_days_and_waited_for():
    case = a_case()
    type(case).objects.filter(pk=case.pk).update(opened_at=clock.now() - dt.timedelta(days=60))
    case.refresh_from_db()
    for days_ago in (20, 20, 10):
        a_try(case, days_ago)
    a_try(case, 5, Reached.MISSED)
    prepare(case, Way.UNREACHABLE)
    with_summary(case)
    with pytest.raises(Refused) as refused:
        end(case)
    assert refused.value.obstacles == [
        EndObstacle.TOO_FEW_ATTEMPTS,
        EndObstacle.SECOND_LOOK_MISSING,
    ]
    a_try(case, 1)
    with later(14):
        assert end(case).way == Way.UNREACHABLE


@pytest.mark.requirement("COORDINATE-13")
def test_of_the_dead_the_day_is_kept_and_nothing_is_sent():
    case = a_case()
    prepare(case, Way.DIED, agreed_on=clock.today())
    with later(14):
        end(case)
    assert aino().died_on == clock.today()
    assert not Summary.objects.filter(case=case).exists()
    assert not Task.objects.filter(case=case, state="open").exists()


@pytest.mark.requirement("COORDINATE-13", "COORDINATE-14")
@pytest.mark.parametrize("said", [(), ("accepted",), ("accepted", "begun")], ids=len)
def test_of_the_dead_no_service_is_asked_or_followed_any_longer(said):
    case = a_case()
    referral = a_referral(case=case, service=health_check()).referral
    for answer in said:
        answer_referral(
            actor=cast.as_actor(referral.receiver),
            referral_id=referral.id,
            reply=Reply(answer=ReferralState(answer), text="Vi ordnar det."),
        )
    prepare(case, Way.DIED, agreed_on=clock.today())
    with later(14):
        end(case)
    referral.refresh_from_db()
    assert referral.state == ReferralState.WITHDRAWN
    assert not Relation.objects.filter(source_type="referral_out", until_at=None).exists()
    assert not Task.objects.filter(case=case, state="open").exists()


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_only_the_case_manager_and_the_substitute_end_a_support():
    case = a_case()
    ending = prepare(case)
    with_summary(case)
    near(case, cast.mikko(), RelationKind.PAIR)
    for account in (cast.mikko(), cast.petra(), cast.tove(), cast.aino_account()):
        with pytest.raises(Denied):
            end_support(
                actor=cast.as_actor(account),
                case_id=case.id,
                version=ending.version,
                given_how="letter",
            )
    assert Event.objects.filter(action="ending.ending.end", outcome=Outcome.DENIED).count() == 4
    near(case, cast.petra(), RelationKind.SUBSTITUTE)
    assert end(case, by=cast.petra()).ended_by == cast.petra()


@pytest.mark.requirement("COORDINATE-13")
def test_what_was_prepared_anew_by_another_is_not_ended_unseen():
    case = a_case()
    ending = prepare(case)
    with_summary(case)
    Ending.objects.filter(pk=ending.pk).update(version=ending.version + 1)
    with pytest.raises(Changed):
        end_support(
            actor=cast.as_actor(cast.kerstin()),
            case_id=case.id,
            version=ending.version,
            given_how="letter",
        )


@pytest.mark.requirement("COORDINATE-13")
def test_tasks_that_move_on_say_to_whom():
    case = a_case()
    task = Task.objects.get(case=case, state="open")
    prepare_ending(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        plan=a_plan(),
        tasks={str(task.id): "moves_on"},
    )
    with_summary(case)
    end(case)
    task.refresh_from_db()
    assert (task.state, task.outcome) == ("dropped", "Liisa Laine, vuxensocialarbete")


@pytest.mark.requirement("COORDINATE-13")
def test_the_waits_of_the_dead_fall_away():
    case = a_case()
    wait = a_wait(case)
    prepare(case, Way.DIED)
    with later(14):
        end(case)
    wait.refresh_from_db()
    assert wait.ended_at
    assert not Task.objects.filter(case=case, state="open").exists()
