"""What the tests of the second wall share: a look at everything, and the switch that turns the filter off."""

import pytest
from django.apps import apps

from kaveri.casebook.cases.models import Case
from kaveri.casebook.clients.models import Client
from kaveri.casebook.clients.services import add_client
from kaveri.config.wall import WALLED
from kaveri.foundation.access import policy
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from tests.factories import casebook, cast
from tests.whole import Whole

MODELS = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
# What a column must hold, where not anything goes.
CODES = {
    "how": "paper",
    "profession": "coordinator",
    "signer": "client",
    "source": "client",
    "topic": "life_situation",
    "way": "agreed",
}


class Look(policy.Action):
    """A look of the tests' own: everybody may, at everything."""

    AT_ALL = "tests.all.read"


@pytest.fixture
def looking_at_all():
    policy.declare({Look.AT_ALL: [policy.anyone()]})
    yield
    policy.forget(Look.AT_ALL)


@pytest.fixture
def filter_off(monkeypatch):
    """The test switch: the application's own filter lets everything through."""
    monkeypatch.setattr(policy, "_allowed", lambda _action, _actor: None)


@pytest.fixture
def whole():
    """Something of everything, about people the lookers do not stand near; no walled table is empty."""
    found = Whole().everything()
    _besides = found.asking, found.background, found.other_plan
    for table in WALLED:
        if not MODELS[table].objects.exists():
            filled(MODELS[table], found.case)
    return found


def another_case() -> Case:
    berta = add_client(casebook.an_act(), first_name="Berta", last_name="Ek", **casebook.home())
    return casebook.a_case(client=berta, manager=cast.worker("dan", "Holm", cast.unit()))


def filled(model: type, case: Case) -> None:
    """A row of the model about this case, as plain as its columns allow."""
    model.objects.create(**dict(_plain(field, case) for field in _needed(model)))


def _needed(model):
    for field in model._meta.concrete_fields:
        is_about = field.is_relation and field.related_model in (Case, Client)
        if is_about or not (field.null or field.has_default() or field.blank):
            yield field


def _plain(field, case):
    if field.is_relation:
        known = {Case: case, Client: case.client, Account: case.case_manager}
        found = known.get(field.related_model) or field.related_model.objects.first()
        return field.name, found or case
    kinds = {
        "DateField": clock.today(),
        "DateTimeField": clock.now(),
        "JSONField": {},
        "UUIDField": case.pk,
        "BooleanField": False,
    }
    number = 1 if field.get_internal_type().endswith("IntegerField") else None
    known = casebook.home() | CODES
    return field.name, known.get(field.name, kinds.get(field.get_internal_type(), number or "x"))
