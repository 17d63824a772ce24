"""The day before, a mail that says nothing of the service."""

import datetime as dt

import pytest
from django.core import mail

from kaveri.casebook.cases.models import Relation
from kaveri.config import jobs
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.appointments.domain import State
from kaveri.steps.appointments.jobs import remind_of_tomorrow
from kaveri.steps.appointments.models import Appointment, Calendar
from kaveri.steps.appointments.services import choose_reminders, note_outcome, remind
from tests.factories import cast
from tests.factories.appointments import a_meeting, in_days
from tests.factories.casebook import a_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_case()


@pytest.fixture
def asked(case):
    """Aino and Kerstin wish to be reminded; both have an address for mail."""
    for account in (cast.aino_account(), cast.kerstin()):
        account.email = f"{account.username}@example.org"
        account.save(update_fields=["email"])
        choose_reminders(actor=cast.as_actor(account), wanted=True)
    Notice.objects.all().delete()
    return case


@pytest.mark.requirement("COORDINATE-11")
def test_each_who_wishes_is_reminded_once_however_many_meetings_there_are(asked):
    a_meeting(asked, starts_at=in_days(1))
    a_meeting(asked, starts_at=in_days(1, 14))
    assert remind_of_tomorrow() == 2
    assert remind_of_tomorrow() == 0
    assert Notice.objects.filter(about="tomorrow").count() == 2


@pytest.mark.requirement("COORDINATE-11")
def test_nobody_is_reminded_of_another_day_or_of_what_is_called_off(asked):
    a_meeting(asked, starts_at=in_days(2))
    row = a_meeting(asked, starts_at=in_days(1))
    note_outcome(
        actor=cast.as_actor(cast.kerstin()),
        appointment_id=row.id,
        version=row.version,
        outcome=State.CANCELLED,
    )
    assert remind_of_tomorrow() == 0


@pytest.mark.requirement("COORDINATE-11")
def test_who_has_not_asked_gets_nothing(case):
    a_meeting(case, starts_at=in_days(1))
    assert remind_of_tomorrow() == 0


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
def test_who_no_longer_stands_near_is_not_reminded(asked):
    a_meeting(asked, starts_at=in_days(1))
    Relation.objects.filter(account=cast.kerstin()).update(until_at=clock.now())
    assert remind_of_tomorrow() == 1


@pytest.mark.requirement("COORDINATE-11", "TRUST-1")
@pytest.mark.parametrize(
    ("language", "subject"), [("sv", "Påminnelse"), ("fi", "Muistutus"), ("en", "Reminder")]
)
def test_the_mail_says_nothing_but_that_there_is_a_time(asked, language, subject, settings):
    aino = cast.aino_account()
    aino.language = language
    aino.save(update_fields=["language"])
    row = a_meeting(asked, starts_at=in_days(1), about="Knarkavvänjning", others="Doktor Ek")
    with clock.standing_at(clock.start_of(clock.today()) + dt.timedelta(hours=9)):
        jobs.work_round()
        jobs.work_round()
    sent = [letter for letter in mail.outbox if letter.to == [aino.email]]
    assert [letter.subject for letter in sent] == [subject]
    text = sent[0].body
    assert settings.PUBLIC_ADDRESS in text
    told = (row.about, row.place, row.others, "Aino", "Kerstin", "10")
    assert [word for word in told if word in text.replace(settings.PUBLIC_ADDRESS, "")] == []


@pytest.mark.requirement("COORDINATE-11")
def test_nobody_is_reminded_in_the_middle_of_the_night(asked):
    a_meeting(asked, starts_at=in_days(1))
    with clock.standing_at(clock.start_of(clock.today()) + dt.timedelta(hours=1)):
        jobs.work_round()
    assert not Notice.objects.filter(about="tomorrow").exists()


@pytest.mark.requirement("TRUST-1")
def test_only_the_job_reminds(asked):
    assert Appointment.objects.count() == 0
    row = Calendar.objects.first()
    with pytest.raises(Denied):
        remind(actor=cast.as_actor(cast.kerstin()), calendar_id=row.pk, day=clock.today())
