"""The page that says whether the system is well."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection

from kaveri.config import jobs
from kaveri.foundation.base import clock
from kaveri.foundation.messaging.outbox import put


@pytest.mark.django_db
def test_a_well_system_says_so(client):
    answer = client.get("/health/")

    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert set(answer.json()) == {"status", "database", "jobs", "version"}


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_a_failure(client, monkeypatch):
    def silent(*_args, **_kwargs):
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", silent)

    answer = client.get("/health/")

    assert answer.status_code == 503
    assert answer.json()["status"] == "broken"
    assert answer.json()["jobs"] == "unknown"


@pytest.mark.django_db
def test_it_says_when_the_work_last_came_round_and_what_waits(client):
    put(address="aino@example.org", language="sv")

    assert client.get("/health/").json()["jobs"] == {"last_round": "never", "waiting": 1}

    jobs.work_round()
    after = client.get("/health/").json()["jobs"]
    assert after["waiting"] == 0
    assert dt.datetime.fromisoformat(after["last_round"]) <= clock.now()
