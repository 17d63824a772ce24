"""The six local teams of the invented county: who sits in them, when they meet, how they work."""

from datetime import datetime, time

from kaveri.demo.staff import SINCE, WEIGHTS, Staff
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.teams.domain import Profession, Rhythm, Weekday
from kaveri.steps.teams.models import Seat, Ways

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
