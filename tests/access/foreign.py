"""Two lots of people in one database: those who knock, and those whose matters are none of their business.

Both are made by the same factories: first the foreign ones, whose workers, units and people then get
other keys, so that the factories make everything once more for those who knock. They share
organisations and registers: what keeps them apart is that nobody stands in any relation to the others.
"""

import random
import re
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.test import Client as Browser
from django.urls import reverse
from django.urls.converters import UUIDConverter

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.clients.models import Client
from kaveri.casebook.directory.models import Municipality, Service
from kaveri.casebook.records.models import Homed
from kaveri.foundation.accounts.models import Account, Unit
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.ids import new_id
from kaveri.steps.ending.models import Summary
from tests.access.sweep import sending
from tests.access.world import outsider, undone
from tests.factories import cast, ending, network
from tests.factories.casebook import near
from tests.pages import Page, pages
from tests.whole import Whole

CANARY = "frammandekanarie"
# Kept in a form of its own: what is looked up, counted, sealed or offered as a code.
NOT_WRITTEN = {
    "search_name", "sort_name", "reference", "scope", "categories", "purposes", "needs", "content", "held", "without",
    "identity_code_sealed", "temporary_code_sealed", "code_sealed",
}  # fmt: skip
# A table that stands for ever; its next row is made of what has been tainted.
STANDS = {"planning.PlanVersion"}
# What every request may write: the log, the session, and who has tried how often.
LOGGED = {"audit_event", "audit_subject", "django_session", "shared_cache"}
# What stands in place of one's own id, and how often.
KINDS = {"foreign": 5, "foreign, wrong kind": 3, "own, wrong kind": 1, "invented": 1}
# Ids that are no person's row.
OF_NOBODY = {"service_id"}
# Sign-ins and duty lists of every unit are the administrator's own business (access.md §4): none there is foreign.
ADMINISTERED, ADMINISTRATOR = "directory:", "oskar"
# Pages of a team that every worker reads: its members, its ways, its times. What they show of
# anybody is narrowed row by row (tests/web/teams). Who changes a team is still asked.
OPEN_TO_WORKERS = {"teams:team", "teams:versions", "teams:meetings", "teams:meeting"}


def about_people() -> list[type[models.Model]]:
    """Every table with a home: what is kept about people."""
    return [model for model in apps.get_models() if issubclass(model, Homed)]


def free_texts(model: type[models.Model]) -> list[str]:
    """The fields of a table in which somebody writes what they like."""
    return [
        each.name
        for each in model._meta.concrete_fields
        if isinstance(each, models.TextField | models.CharField)
        and not isinstance(each, models.EmailField)
        and (each.max_length or 1000) >= 100
        and each.name not in NOT_WRITTEN
    ]


def taint() -> None:
    """Wherever somebody has written something, the canary stands."""
    for model in about_people():
        for name in free_texts(model) if model._meta.label not in STANDS else ():
            model.objects.exclude(**{name: ""}).update(**{name: CANARY})


def a_county(*, foreign: bool) -> Whole:
    """Everything has happened to somebody, and all of it can be found by its id."""
    whole = Whole()
    _before = whole.case_again, whole.code
    whole.everything()
    _more = whole.absence, whole.unreached
    ending.with_summary(whole.case)
    if foreign:
        taint()
        assert CANARY in whole.plan_version_again.content
    known = vars(whole)
    known["ended"] = known["prepared"] = whole.unreached
    known["summary"] = Summary.objects.get(case=whole.earlier)
    return whole


def step_aside() -> None:
    """The foreign rows are found under other keys from here on, so that the factories begin anew."""
    for model, name in ((Account, "username"), (Unit, "key"), (Municipality, "key")):
        for row in model.objects.all():
            model.objects.filter(pk=row.pk).update(**{name: f"f-{getattr(row, name)}"})
    for service in Service.objects.all():
        Service.objects.filter(pk=service.pk).update(key=f"f-{service.key}")
    Municipality.objects.update(code="999")
    Client.objects.update(identity_code_index=None, temporary_code_index=None)


def who_knock(whole: Whole) -> dict[str, Account]:
    """Everybody who has something to do here with their own, and somebody who has nothing."""
    case = whole.case
    kalle, raili, maria = (
        cast.kalle(),
        outsider("raili", Role.CLIENT),
        outsider("maria", Role.CLIENT),
    )
    network.a_consent(case, kalle.organisation)
    near(case, kalle, RelationKind.MEMBER)
    near(case, maria, RelationKind.REPRESENTATIVE)
    workers = (cast.kerstin, cast.mikko, cast.petra, cast.tove, cast.sara, cast.viola, cast.oskar)
    known = [*(each() for each in workers), kalle, network.clinic_worker(), network.job_worker()]
    return {each.username: each for each in [*known, cast.aino_account(), raili, maria]}


@dataclass(frozen=True)
class Try:
    """One request with at least one id that is not the looker's own."""

    page: Page
    who: str
    method: str
    path: str
    # The same for rows that nobody ever made.
    nobodys: str
    sent: Mapping[str, Any] = field(hash=False)
    said: str

    def __str__(self) -> str:
        return f"{self.who}: {self.method} {self.page.name} ({self.said})"


class TwoCounties:
    """The two of them, what each page's forms hold, and how everything stood before anybody knocked."""

    def __init__(self) -> None:
        self.pages = [page for page in pages() if _ids_in(page)]
        self.foreign = a_county(foreign=True)
        self.foreign_rows = {page.name: self._rows(page, self.foreign) for page in self.pages}
        self.foreign_forms = self._forms(self.foreign_rows)
        self.foreign_ids = self._ids()
        step_aside()
        self.own = a_county(foreign=False)
        self.accounts = who_knock(self.own)
        self.own_rows = {page.name: self._rows(page, self.own) for page in self.pages}
        self.own_forms = self._forms(self.own_rows)
        self.own_ids = [each for each in self._ids() if each not in self.foreign_ids]
        self.browsers = {who: Browser() for who in self.accounts}
        for who, browser in self.browsers.items():
            browser.force_login(self.accounts[who])
        self.nobodys: dict[tuple[str, str, str], Any] = {}
        self.stood = {table: _stands(table) for table in connection.introspection.table_names()}

    @staticmethod
    def _rows(page: Page, whole: Whole) -> dict[str, Any]:
        return {name: page.meaning(name)(whole) for name in page.address.converters}

    def _forms(self, rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
        """What somebody who may would send to each page."""
        forms: dict[str, Mapping[str, Any]] = {}
        for page in self.pages:
            if "POST" in page.methods and page.door != "public":
                with undone():
                    forms[page.name] = sending(page, rows[page.name])
        return forms

    @staticmethod
    def _ids() -> list[tuple[uuid.UUID, str]]:
        """Every row about somebody: its id, and in which table it is."""
        return [
            (pk, model._meta.label)
            for model in about_people()
            for pk in model.objects.order_by("pk").values_list("pk", flat=True)
        ]

    # --- what is tried ------------------------------------------------------------------------

    def tries(self, lot: random.Random, count: int) -> Iterator[Try]:
        """So many, dealt evenly over the pages."""
        order = lot.sample(self.pages, len(self.pages))
        for number in range(count):
            yield self._one(order[number % len(order)], lot)

    def _one(self, page: Page, lot: random.Random) -> Try:
        knock = set(self.accounts)
        if page.name.startswith(ADMINISTERED):
            knock.remove(ADMINISTRATOR)
        who = lot.choice(sorted(knock))
        method = lot.choice(page.methods)
        own, foreign = self.own_rows[page.name], self.foreign_rows[page.name]
        ids = _ids_in(page)
        keeps = lot.sample(ids, lot.randrange(len(ids)))
        named: dict[str, Any] = {}
        nobodys: dict[str, Any] = {}
        said = []
        for name, converter in page.address.converters.items():
            value, kind = getattr(own[name], "pk", own[name]), "own"
            if name in ids and name not in keeps:
                value, kind = self._id(converter, foreign[name], lot)
                nobodys[name] = _like(value)
            named[name] = value
            said.append(f"{name}: {kind}")
        sent: Mapping[str, Any] = {}
        if method == "POST":
            forms = lot.choice([self.foreign_forms, self.own_forms, {}])
            sent = dict(forms.get(page.name, {}))
            if "idempotency_key" in sent:
                sent["idempotency_key"] = [str(new_id())]
        return Try(
            page, who, method, reverse(page.name, kwargs=named),
            reverse(page.name, kwargs={**named, **nobodys}), sent, ", ".join(said),
        )  # fmt: skip

    def _id(self, converter: Any, page_row: Any, lot: random.Random) -> tuple[Any, str]:
        if not isinstance(converter, UUIDConverter):
            # A secret opens to whoever has it; this one is the id of somebody's row.
            return str(lot.choice(self.foreign_ids)[0]), "no such word"
        kind = lot.choices([*KINDS], [*KINDS.values()])[0]
        if kind == "foreign":
            return getattr(page_row, "pk", page_row), kind
        if kind == "invented":
            return uuid.UUID(int=lot.getrandbits(128), version=4), kind
        of = self.own_ids if kind.startswith("own") else self.foreign_ids
        table = type(page_row)._meta.label if isinstance(page_row, models.Model) else ""
        return lot.choice([pk for pk, label in of if label != table]), kind

    def buttons(self) -> Iterator[Try]:
        """Pages that only take a sending: one's own row, sent under somebody else's case."""
        for page in self.pages:
            if "GET" not in page.methods and len(_ids_in(page)) > 1:
                named = {
                    name: getattr(row, "pk", row) for name, row in self.own_rows[page.name].items()
                }
                sent, who = self.own_forms[page.name], page.opener
                assert sent and who, page.name
                yield Try(
                    page, who.username, "POST",
                    reverse(page.name, kwargs={**named, "case_id": self.foreign.case.pk}),
                    reverse(page.name, kwargs={**named, "case_id": new_id()}),
                    sent, "case_id: foreign",
                )  # fmt: skip

    # --- what came of it ----------------------------------------------------------------------

    def send(self, one: Try, path: str) -> Any:
        """Send it from everywhere, so that nobody is held back for having tried too often."""
        browser = self.browsers[one.who]
        address = f"10.{random.randrange(256)}.{random.randrange(256)}.{random.randrange(256)}"  # noqa: S311
        send = browser.post if one.method == "POST" else browser.get
        return send(path, one.sent, REMOTE_ADDR=address)

    @contextmanager
    def noticing(self) -> Iterator[set[str]]:
        """The tables that are written in meanwhile, the log apart."""
        written: set[str] = set()

        def note(execute: Any, sql: str, *rest: Any) -> Any:
            found = re.match(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)"?', sql)
            if found and found.group(1) not in LOGGED:
                written.add(found.group(1))
            return execute(sql, *rest)

        with connection.execute_wrapper(note):
            yield written

    def changed(self, tables: set[str]) -> list[str]:
        """Which of these tables is not as it was before anybody knocked."""
        return [table for table in sorted(tables) if _stands(table) != self.stood.get(table)]


def _ids_in(page: Page) -> list[str]:
    """What in the address names a row; a secret does, a word of the address does not."""
    return [
        name
        for name, converter in page.address.converters.items()
        if (
            isinstance(converter, UUIDConverter)
            and name not in OF_NOBODY
            and page.name not in OPEN_TO_WORKERS
        )
        or name == "secret"
        or (name == "key" and page.door == "public")
    ]


def _like(value: Any) -> Any:
    """Of the same form, and nobody's."""
    return new_id() if isinstance(value, uuid.UUID) else str(new_id())


def _stands(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name the database gave
        rows = sorted(repr(row) for row in cursor.fetchall())
    return sha256("\n".join(rows).encode()).hexdigest()
