"""Reading, taking down, giving and taking back what the client allows."""

import datetime as dt
import uuid

from django.urls import reverse

from kaveri.casebook.cases.domain import Act, Grant, RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.consent.domain import Given, Purpose
from kaveri.casebook.consent.models import Consent
from kaveri.casebook.records.domain import Category
from kaveri.foundation.base import clock
from kaveri.steps.permission.actions import PermissionAction
from tests.access import table
from tests.access.cells import Drive, Knock
from tests.access.world import AT_CONTACT, PERSONAL, World
from tests.factories import permission as allowed

# A contact has no client yet, so there is nobody whose consent it would be: docs/adr/0026.
NO_CLIENT_YET = "what a contact's sender allows is the ground written on the contact itself"


def consent(world: World) -> Consent:
    """Between two associations that nobody here works for; `own` names the looker's side as well.

    One that names the looker is over, so that it opens nothing besides itself.
    """
    row = allowed.a_consent(world.case, allowed.association(), allowed.another())
    if world.own and table.expected()[Act.CONSENT_READ].get(world.kind) is Grant.OWN:
        allowed.add_party(row, world.account)
        Consent.objects.filter(pk=row.pk).update(withdrawn_at=clock.now())
    return row


def row_of(action):
    return lambda world: (action, Consent.objects.all(), consent(world).pk)


def of_case(action):
    return lambda world: (action, Case.objects.all(), world.case.pk)


def read(world: World) -> Knock:
    row = consent(world)
    if world.kind in PERSONAL:
        return Knock(reverse("permission:own", args=[world.case.id]), shows=str(row.pk))
    return Knock(reverse("permission:consents", args=[world.case.id]), shows=str(row.pk))


def _sent(world: World) -> dict[str, object]:
    today = clock.today()
    here = f"{world.case.controller_id}:{world.case.register}"
    other = allowed.association()
    return {
        "authorities": [here],
        "organisations": [f"{other.organisation_id}:{other.register}"],
        "categories": [Category.FUNCTIONING],
        "purposes": [Purpose.SUPPORT],
        "from_on": f"{today:%d.%m.%Y}",
        "until_on": f"{today + dt.timedelta(days=90):%d.%m.%Y}",
        "seen": "on",
        "idempotency_key": str(uuid.uuid4()),
    }


def record(world: World) -> Knock:
    today = f"{clock.today():%d.%m.%Y}"
    how = {"given": Given.PAPER, "given_on": today, "stored_where": "Mapp 12", "language": "sv"}
    path = reverse("permission:record", args=[world.case.id])
    return Knock(path, {**_sent(world), **how})


def give(world: World) -> Knock:
    if world.kind is RelationKind.REPRESENTATIVE:
        allowed.represents(world.account, world.client)
    return Knock(reverse("permission:give", args=[world.case.id]), _sent(world))


def withdraw(world: World) -> Knock:
    row = consent(world)
    sent = {"version": row.version, "idempotency_key": str(uuid.uuid4())}
    return Knock(reverse("permission:withdraw_own", args=[world.case.id, row.pk]), sent)


def record_withdrawal(world: World) -> Knock:
    row = consent(world)
    sent = {"version": row.version, "idempotency_key": str(uuid.uuid4())}
    return Knock(reverse("permission:withdraw", args=[world.case.id, row.pk]), sent)


DRIVES = [
    Drive(Act.CONSENT_READ, row_of(PermissionAction.READ), staff=read, personal=read),
    Drive(
        Act.CONSENT_RECORD,
        of_case(PermissionAction.RECORD),
        staff=record,
        personal=record,
        not_yet=dict.fromkeys(AT_CONTACT, NO_CLIENT_YET),
    ),
    Drive(Act.CONSENT_GIVE, of_case(PermissionAction.GIVE), staff=give, personal=give),
    Drive(
        Act.CONSENT_WITHDRAW,
        row_of(PermissionAction.WITHDRAW),
        staff=withdraw,
        personal=withdraw,
    ),
    Drive(
        Act.CONSENT_WITHDRAWAL_RECORD,
        row_of(PermissionAction.RECORD_WITHDRAWAL),
        staff=record_withdrawal,
        personal=record_withdrawal,
        not_yet=dict.fromkeys(AT_CONTACT, NO_CLIENT_YET),
    ),
]
