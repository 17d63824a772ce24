"""The six local teams of the invented county: who sits in them, when they meet, how they work."""

from datetime import datetime, time, timedelta

from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.models import Case
from kaveri.demo.histories import on_a_weekday
from kaveri.demo.staff import SINCE, WEIGHTS, Staff
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.accounts.selectors import actor_of
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.steps.teams.domain import Attendance, Profession, Rhythm, Weekday
from kaveri.steps.teams.models import Meeting, Seat, Ways
from kaveri.steps.teams.services import put_on_agenda, set_meeting

# Who goes round the county's teams besides the coordinators of each.
_MEMBERS = {
    "jukka": Profession.DOCTOR,
    "anneli": Profession.PUBLIC_HEALTH_NURSE,
    "mirva": Profession.KELA_EXPERT,
    "sara": Profession.EMPLOYMENT_EXPERT,
}
_WAYS = {
    "sv": (
        "Den som känner personen bäst föredrar ärendet. Personens egen fråga läses först."
        " Samtycket kontrolleras innan ärendet sätts på listan."
        " Den kundansvariga berättar för personen inom tre vardagar vad vi kom fram till."
    ),
    "fi": (
        "Asian esittelee se, joka tuntee ihmisen parhaiten. Ihmisen oma kysymys luetaan ensin."
        " Suostumus tarkistetaan ennen kuin asia otetaan listalle."
        " Asiakasvastaava kertoo ihmiselle kolmen arkipäivän kuluessa, mihin päädyttiin."
    ),
}
_RHYTHMS = (
    (Rhythm.WEEKLY, Weekday.MONDAY),
    (Rhythm.EVERY_OTHER_WEEK, Weekday.TUESDAY),
    (Rhythm.MONTHLY, Weekday.THURSDAY),
    (Rhythm.BY_NEED, ""),
)
# How many cases a meeting takes, and how many are asked before it is left with fewer.
_CASES, _TRIED = 3, 40
_QUESTIONS = {
    "sv": "Vad behövs för att arbetsprövningen ska kunna börja?",
    "fi": "Mitä tarvitaan, jotta työkokeilu voi alkaa?",
}
_ROOMS = {"sv": "Rum 2, eller på distans", "fi": "Huone 2 tai etänä"}


def make_teams(staff: Staff, coordinators: dict[str, list[Account]]) -> None:
    """Each team once; the same county always has the same teams."""
    moment = datetime.combine(SINCE, time(9), clock.HELSINKI)
    cast = Account.objects.in_bulk(list(_MEMBERS), field_name="username")
    for order, key in enumerate(WEIGHTS):
        unit, carriers = staff.units[key], coordinators[key]
        if Ways.objects.filter(unit=unit).exists():
            continue
        sits = {carriers[0]: Profession.COORDINATOR}
        sits |= {cast[name]: profession for name, profession in _MEMBERS.items()}
        Seat.objects.bulk_create(
            Seat(unit=unit, account=account, profession=profession, taken_at=moment)
            for account, profession in sits.items()
        )
        rhythm, weekday = _RHYTHMS[order % len(_RHYTHMS)]
        writer = carriers[0]
        Ways.objects.create(
            unit=unit,
            number=1,
            rhythm=rhythm,
            weekday=weekday,
            place="9.00–10.30" if weekday else "",
            text=_WAYS[writer.language],
            written_at=moment,
            written_by=writer,
        )


def make_meetings(staff: Staff, coordinators: dict[str, list[Account]]) -> None:
    """Each team meets within two weeks; on its agenda stand cases whose consent covers all who sit there."""
    for order, key in enumerate(WEIGHTS):
        unit, carrier = staff.units[key], coordinators[key][0]
        if Meeting.objects.filter(unit=unit).exists():
            continue
        day = on_a_weekday(clock.today() + timedelta(days=3 + order))
        meeting = set_meeting(
            actor=actor_of(carrier),
            unit_id=unit.pk,
            starts_at=datetime.combine(day, time(9), clock.HELSINKI),
            place=_ROOMS[carrier.language],
        )
        _put_on(meeting)


def _put_on(meeting: Meeting) -> None:
    open_ones = Case.objects.filter(unit_id=meeting.unit_id, state=CaseState.OPEN)
    put = 0
    for case in open_ones.select_related("case_manager").order_by("reference")[:_TRIED]:
        try:
            put_on_agenda(
                actor=actor_of(case.case_manager),
                case_id=case.pk,
                meeting_id=meeting.pk,
                presenter_id=case.case_manager_id,
                question=_QUESTIONS[case.case_manager.language],
                client_words=case.own_words,
                attendance=Attendance.ATTENDS if put % 2 else Attendance.STAYS_AWAY,
            )
        except Refused:
            continue
        put += 1
        if put == _CASES:
            return
