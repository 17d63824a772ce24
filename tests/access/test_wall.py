"""The second wall: with the application's own filter off, PostgreSQL shows no foreign row and takes none."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db.models import Q

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case, Relation
from kaveri.casebook.clients.models import Client
from kaveri.casebook.contacts.models import Contact
from kaveri.config.wall import WALLED
from kaveri.foundation.access import gates
from kaveri.foundation.accounts.models import Account, Assignment
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.usecase.looking import looking, open_list, open_row
from tests.access.walls import MODELS, Look, another_case
from tests.access.world import AT_CONTACT, PERSONAL, outsider, undone
from tests.factories import casebook, cast

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db,
    pytest.mark.usefixtures("looking_at_all"),
    pytest.mark.requirement("TRUST-1"),
]


def somebody(kind: RelationKind | None) -> Account:
    """An account of the sort that stands in such a relation."""
    if kind in PERSONAL:
        return outsider("raili", Role.CLIENT)
    return outsider("elsa", Role.EXPERT) if kind is RelationKind.EXPERT else cast.petra()


# --- what is one's own, found by the models' own columns and not by the wall's list -----------


def near(account: Account) -> dict[type, set]:
    """The cases, contacts and clients of the relations in force."""
    moment = clock.now()
    mine = Relation.objects.filter(account=account, from_at__lte=moment)
    mine = mine.filter(Q(until_at=None) | Q(until_at__gt=moment))
    cases = set(mine.exclude(case=None).values_list("case_id", flat=True))
    return {
        Case: cases,
        Contact: set(mine.exclude(contact=None).values_list("contact_id", flat=True)),
        Client: set(Case.objects.filter(id__in=cases).values_list("client_id", flat=True)),
    }


def tells_of(model: type) -> Iterator[str]:
    """The paths from a row to a case, a contact or a client."""
    homes = {Case: "cases_case", Contact: "contacts_contact", Client: "clients_client"}
    if model in homes:
        yield "pk"
    keys = [field for field in model._meta.concrete_fields if field.is_relation]
    named = [field.name for field in keys if field.related_model in homes]
    if model._meta.db_table == "referral_knowncheck":
        # Who asked about a person is for those at the contact, not for those near the person found.
        named.remove("client")
    yield from named
    if not named and model not in homes:
        for field in keys:
            if field.related_model._meta.db_table in WALLED:
                yield from (f"{field.name}__{path}" for path in tells_of(field.related_model))


def own_rows(model: type, account: Account) -> set:
    """What stands near the account by its relations, or is its own by a column that names it."""
    ids, found = near(account), Q(pk__in=[])
    for path in tells_of(model):
        last, name = model, ""
        for name in path.split("__"):
            last = last if name == "pk" else last._meta.get_field(name).related_model
        found |= Q(**{f"{path}__in": ids[last]})
    for column in WALLED[model._meta.db_table].mine:
        found |= Q(**{column: account.pk})
    return set(model.objects.filter(found).values_list("pk", flat=True))


def seen_rows(model: type, account: Account) -> set:
    with looking(Look.AT_ALL, actor=cast.as_actor(account)) as look:
        return set(look.rows(model.objects.all()).values_list("pk", flat=True))


def differs(account: Account) -> dict[str, str]:
    wrong = {}
    for table in WALLED:
        own, seen = own_rows(MODELS[table], account), seen_rows(MODELS[table], account)
        if own != seen:
            wrong[table] = f"{len(seen - own)} foreign, {len(own - seen)} of one's own missing"
    return wrong


def test_with_the_filter_off_nobody_sees_a_foreign_row_and_everybody_their_own(whole, filter_off):
    case = another_case()

    assert all(MODELS[table].objects.exists() for table in WALLED)
    wrong = {}
    for kind in (None, *RelationKind):
        with undone():
            account = somebody(kind)
            if kind in AT_CONTACT:
                by = "owner" if kind is RelationKind.CONTACT_OWNER else "sender"
                casebook.a_contact(**{by: account})
            elif kind is RelationKind.CASE_MANAGER:
                Relation.objects.filter(case=case, kind=kind).update(account=account)
            elif kind:
                casebook.near(case, account, kind)
            wrong[kind] = differs(account)

    assert {kind: found for kind, found in wrong.items() if found} == {}


def test_what_is_near_is_all_there(whole, filter_off):
    wrong = {}
    for kind in (RelationKind.PAIR, RelationKind.SELF):
        with undone():
            account = somebody(kind)
            casebook.near(whole.case, account, kind)
            wrong[kind] = differs(account)
            assert seen_rows(MODELS["timeline_entry"], account)

    assert wrong == {RelationKind.PAIR: {}, RelationKind.SELF: {}}


def test_a_role_alone_opens_nothing(whole, filter_off):
    seen = {}
    for role in Role:
        account = outsider(f"only_{role}", role)
        Assignment.objects.filter(account=account).update(unit=cast.unit())
        seen |= {
            (role, table): rows for table in WALLED if (rows := seen_rows(MODELS[table], account))
        }

    assert seen == {}


def test_a_list_and_a_row_are_foreign_too(filter_off):
    case, petra = casebook.a_case(), cast.as_actor(cast.petra())

    rows, total = open_list(Look.AT_ALL, Case.objects.all(), actor=petra)

    assert (rows, total) == ([], 0)
    with pytest.raises(Denied):
        open_row(Look.AT_ALL, Case.objects.all(), case.pk, actor=petra)


def test_a_relation_closed_shuts_the_wall_at_the_next_look(filter_off):
    case, mikko = casebook.a_case(), cast.mikko()
    casebook.near(case, mikko, RelationKind.PAIR)
    assert seen_rows(Case, mikko) == {case.pk}

    Relation.objects.filter(account=mikko).update(until_at=clock.now())

    assert seen_rows(Case, mikko) == set()


def test_a_relation_past_its_day_shuts_the_wall(filter_off):
    case, mikko = casebook.a_case(), cast.mikko()
    casebook.near(case, mikko, RelationKind.PAIR)
    Relation.objects.filter(account=mikko).update(until_at=clock.now() + dt.timedelta(hours=1))
    assert seen_rows(Case, mikko) == {case.pk}

    with clock.standing_at(clock.now() + dt.timedelta(hours=2)):
        assert seen_rows(Case, mikko) == set()


# --- faults planted in it -----------------------------------------------------------------------


def test_a_gate_left_open_is_seen(whole, filter_off, monkeypatch):
    account = somebody(None)
    wide = gates.Gate(because="a fault", reads=gates.tables("timeline_entry"))
    monkeypatch.setitem(gates._TABLE, Look.AT_ALL, wide)  # noqa: SLF001

    assert set(differs(account)) == {"timeline_entry"}
