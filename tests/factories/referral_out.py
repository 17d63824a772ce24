"""Services, and referrals out "in this state", made the way the services make them."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.casebook.directory.models import Service
from kaveri.casebook.records.domain import Category
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.referral_out.domain import Letter, SendingGround
from kaveri.steps.referral_out.services import Sent, send_referral
from tests.factories import cast
from tests.factories.casebook import a_case


def debt_counselling() -> Service:
    """A service of another organisation that nobody has an account for: answered by a link."""
    return _service(
        "debt_counselling",
        organisation=cast.organisation("legal-aid", "Rättshjälpsbyrån"),
        discloses=Category.ECONOMY_BENEFITS,
        email="radgivning@example.org",
        name_sv="Skuldrådgivning",
        name_fi="Velkaneuvonta",
        name_en="Debt counselling",
    )


def health_check() -> Service:
    """A service of the county's health care, where Sara is on duty."""
    sara = cast.sara()
    unit = cast.unit("halsocentral")
    cast.on_duty(sara, unit)
    return _service(
        "health_check",
        organisation=cast.organisation(),
        unit=unit,
        discloses=Category.HEALTH,
        name_sv="Hälsoundersökning för arbetslösa",
        name_fi="Työttömien terveystarkastus",
        name_en="Health check for unemployed people",
    )


def a_letter(**known: Any) -> Letter:
    """A question that Aino has agreed to."""
    details: dict[str, Any] = {
        "question": "Hjälp att få ordning på skulderna.",
        "ground": SendingGround.ORAL_CONSENT,
        "ground_note": "Aino sade ja vid mötet i dag.",
        "answer_by": clock.today() + dt.timedelta(days=14),
        "tells_phone": True,
        **known,
    }
    return Letter(**details)


def a_referral(
    *, service: Service | None = None, sender: Account | None = None, case: Case | None = None
) -> Sent:
    """Kerstin has referred Aino on; with a link when the service has nobody with an account."""
    return send_referral(
        actor=cast.as_actor(sender or cast.kerstin()),
        case_id=(case or a_case()).id,
        service_id=(service or debt_counselling()).id,
        letter=a_letter(),
    )


def _service(key: str, **known: Any) -> Service:
    found, _made = Service.objects.get_or_create(key=key, defaults=known)
    return found
