"""Every table stands behind the second wall or says why not; every gate opens what there is, and says why."""

import pytest
from django.apps import apps
from django.db import models

from kaveri.config.wall import EXEMPT, WALLED
from kaveri.foundation.access import gates, policy

# Tables that no model has.
BY_HAND = {"django_migrations", "shared_cache"}


def tables():
    found = apps.get_models(include_auto_created=True)
    return {model._meta.db_table: model for model in found if not model._meta.proxy}


def unsaid(found):
    """The tables that nobody has thought of."""
    return found - set(WALLED) - set(EXEMPT)


def careless(table, gate):
    """What is wrong with a gate."""
    known = {str(action) for action in policy.table()}
    opened = gate.reads | gate.writes
    if "." in table and table not in known:
        yield f"{table} is no use case"
    if opened - set(WALLED) - gates.EVERYTHING:
        yield f"{table} opens what has no wall"
    if len(gate.because.split()) < 4:
        yield f"{table} does not say why"


def test_every_table_is_walled_or_says_why_not():
    assert unsaid(set(tables())) == set()
    assert set(WALLED) & set(EXEMPT) == set()
    assert set(WALLED) | set(EXEMPT) == set(tables()) | BY_HAND
    assert all(reason.strip() for reason in EXEMPT.values())


def test_a_table_nobody_thought_of_is_seen():
    assert unsaid({*tables(), "steps_new"}) == {"steps_new"}


def test_what_tells_of_a_client_is_walled():
    """Whatever leads to a client, a case or a contact by its own columns is no exemption."""
    about = {"clients_client", "cases_case", "contacts_contact"}
    leads = {
        table
        for table, model in tables().items()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model._meta.db_table in about
    }

    assert leads - set(WALLED) == set()


def test_every_gate_is_of_a_use_case_and_opens_walled_tables():
    wrong = [word for name, gate in gates.table().items() for word in careless(name, gate)]

    assert wrong == []


def test_only_two_commands_open_everything():
    wide = {n for n, gate in gates.table().items() if gates.EVERYTHING & (gate.reads | gate.writes)}

    assert wide <= {"check_data", "demo_county"}


@pytest.mark.parametrize(
    ("name", "gate"),
    [
        ("steps.nobody.read", gates.Gate(because="a reason that is long enough")),
        ("job", gates.Gate(because="a reason of some words", reads=gates.tables("accounts_unit"))),
        ("job", gates.Gate(because="so", reads=gates.tables("cases_case"))),
    ],
)
def test_a_careless_gate_is_seen(name, gate):
    assert list(careless(name, gate))
