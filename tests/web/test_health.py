"""The page that says whether the system is well."""

import pytest
from django.db import DatabaseError, connection


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
