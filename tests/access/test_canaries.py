"""What is protected is met by nobody outside the permitted, on any way out of the house.

The ways out: every page looked at, what is sent to every page and comes back with its mistakes, the
papers, the search with its counts, mail, the page and the log line of an error, the audit trail.
"""

import json
import logging
import os
import random
import re

import pytest
from django.core import mail
from django.test import Client as Browser
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.config.logs import JsonLines
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.documents import paper
from kaveri.foundation.messaging.outbox import send_waiting
from tests.access.canaries import CANARY, Looker, Planting, lookers
from tests.access.counting import CANARIES
from tests.access.test_doors import said
from tests.access.world import PERSONAL, Side, undone
from tests.pages import pages

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-1")]
LONG = os.environ.get("KAVERI_LONG") == "1"
SHARES = 30 if LONG else 4
# Where the names of services and organisations are read by everybody.
DIRECTORY = ("directory:", "referral_out:send", "referral_out:choose")
# What a form offers to choose from, and the fields that give back what was sent.
OFFERED = re.compile(r"<(select|option|label)\b.*?</\1>", re.DOTALL)


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


@pytest.fixture
def written(monkeypatch):
    """Every text that is put on a paper meanwhile."""
    seen = []
    real = paper.showable

    def noting(data):
        seen.append(json.dumps(data, ensure_ascii=False))
        return real(data)

    monkeypatch.setattr(paper, "showable", noting)
    return seen


@pytest.fixture
def logged():
    """Every line that the house writes in its log, in its own form."""
    lines = []
    handler = logging.Handler()
    handler.setFormatter(JsonLines())
    handler.emit = lambda record: lines.append(handler.format(record))
    loggers = [logging.getLogger(name) for name in ("", "django", "django.request", "kaveri")]
    for each in loggers:
        each.addHandler(handler)
    yield lines
    for each in loggers:
        each.removeHandler(handler)


def of_today(share):
    """All lookers in the long run, else one for each share, others every day."""
    mine = lookers()[share::SHARES]
    if LONG:
        return mine
    return [random.Random(f"{clock.today()} canaries {share}").choice(mine)]  # noqa: S311


# A consent says who gave it, to those whom it names (access.csv: consent.read, own).
GIVER = {"GET permission:consents", "paper"}


class Walk:
    """One looker goes through the whole house."""

    def __init__(self, planting, papers, log):
        self.planting, self.papers, self.log = planting, papers, log
        self.browser = Browser(raise_request_exception=False)
        self.browser.force_login(planting.world.account)
        self.met, self.wrong, self.looks = set(), [], 0

    def take(self, channel, text, *, offers=False):
        """What has come out here; whoever may not meet it must not."""
        if offers:
            text = OFFERED.sub("", text)
        self.looks += 1
        for canary in set(CANARY.findall(text)) & set(self.planting.canaries):
            planted = self.planting.canaries[canary]
            if planted.offered and channel.partition(" ")[2].startswith(DIRECTORY):
                continue
            self.met.add(canary)
            if planted.where == "Client.last_name" and channel in GIVER:
                continue
            if not self.planting.looker.may_meet(planted):
                self.wrong.append(f"{channel}: {planted.where} ({planted.category})")

    def pages(self):
        """Every page whose rows are there, looked at and sent to with nothing."""
        for page in pages():
            if page.door == "public" and page.address.converters:
                # Whoever has the secret is who it was sent to.
                continue
            with undone():
                rows = rows_of(page, self.planting.whole)
                if rows is None:
                    continue
                for method in page.methods:
                    answer = getattr(self.browser, method.lower())(page.at(rows))
                    body = b"".join(answer) if answer.streaming else answer.content
                    text = f"{body.decode('utf-8', 'replace')} {answer.headers}"
                    self.take(f"{method} {page.name}", text, offers=True)
        for each in self.papers:
            self.take("paper", each)

    def search(self, lot):
        """A name, a street or a telephone finds as much as what nobody is called."""
        hidden = [
            text
            for text, planted in self.planting.canaries.items()
            if not self.planting.looker.may_meet(planted)
        ]
        path, nonsense = reverse("workspace:search"), "kna9999z"
        for text in lot.sample(hidden, min(3, len(hidden))):
            found, none = (self.browser.post(path, {"q": each}) for each in (text, nonsense))
            self.looks += 1
            if said(found, path)[3].replace(text, nonsense) != said(none, path)[3]:
                self.wrong.append(f"search {self.planting.canaries[text].where}")

    def an_error(self, monkeypatch):
        """A page breaks with what somebody wrote in its hands."""
        words = next(iter(self.planting.canaries))

        def breaks(*_args, **_known):
            raise ValueError(words)

        with monkeypatch.context() as planted, undone():
            planted.setattr("kaveri.channels.workspace.views.lists.day_of", breaks)
            answer = self.browser.get(reverse("workspace:my_day"))
        self.nobody("an error", answer.content.decode())

    def nobody(self, channel, text):
        """Where nobody at all may meet anything."""
        self.looks += 1
        self.wrong += [
            f"{channel}: {self.planting.canaries[canary].where}"
            for canary in set(CANARY.findall(text)) & set(self.planting.canaries)
        ]

    def elsewhere(self):
        """Mail, log lines, and the audit trail."""
        send_waiting(limit=1000)
        for message in mail.outbox:
            self.nobody("mail", f"{message.subject} {message.body} {message.extra_headers}")
        self.nobody("log", "\n".join(self.log))
        self.nobody("audit", "\n".join(map(str, Event.objects.values_list())))


def rows_of(page, whole):
    """The rows of the page, when they are there already."""
    there = set(vars(whole))
    try:
        with undone():
            rows = {name: page.meaning(name)(whole) for name in page.address.converters}
    except Exception:  # noqa: BLE001 - what cannot be made beside everything else is no page here
        rows = None
    for name in set(vars(whole)) - there:
        del vars(whole)[name]
        rows = None
    return rows


@pytest.mark.parametrize("share", range(SHARES))
def test_nobody_outside_the_permitted_meets_a_canary(
    share, written, logged, monkeypatch, record_property
):
    lot = random.Random(f"{clock.today()} canaries {share}")  # noqa: S311
    wrong, looks, canaries = [], 0, 0
    for looker in of_today(share):
        with undone():
            written.clear()
            logged.clear()
            walk = Walk(Planting(looker), written, logged)
            walk.pages()
            if looker.kind not in PERSONAL:
                walk.search(lot)
                walk.an_error(monkeypatch)
            walk.elsewhere()
            wrong += [f"{looker}: {fault}" for fault in dict.fromkeys(walk.wrong)]
            looks, canaries = looks + walk.looks, canaries + len(walk.planting.canaries)

    record_property(CANARIES, (looks, canaries, len(wrong)))
    assert not wrong, "\n".join(wrong)


def test_the_client_meets_what_is_written_about_them(written, logged):
    walk = Walk(Planting(Looker(RelationKind.SELF, Side.OWN)), written, logged)

    walk.pages()

    where = {walk.planting.canaries[each].where.partition(".")[0] for each in walk.met}
    assert {"PlanRow", "Goal", "PlanStatement", "Client"} <= where
