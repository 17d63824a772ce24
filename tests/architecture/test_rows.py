"""Every table has keys that tell nothing, keeps what hangs on it, and knows whose record it is."""

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from kaveri.casebook.records.models import Homed
from tests.architecture import rows

# Numbers that never leave the database.
COUNTED = {"records.Series": "the last number given in a series of references"}
# Rows that are read only through a row that knows its home.
HOME_BY_ANOTHER = {
    "cases.StateChange": "the case's own history",
    "cases.Responsibility": "the case's own history",
    "cases.Relation": "what opens records; it is none itself",
    "contacts.ContactAttempt": "the contact's own history",
}


def tables():
    return [
        table for config in apps.get_app_configs() if config.name.startswith("kaveri.")
        for table in config.get_models(include_auto_created=False)
    ]  # fmt: skip


def test_every_key_is_a_uuid():
    assert set(rows.without_uuid(tables())) - set(COUNTED) == set()


def test_no_row_takes_another_with_it():
    assert rows.deleting(tables()) == []


def test_every_row_about_somebody_knows_whose_record_it_is():
    assert set(rows.homeless(tables(), Homed)) - set(HOME_BY_ANOTHER) == set()


def test_words_for_codes_are_not_in_the_tables():
    assert rows.worded(tables()) == []


@pytest.fixture
def planted():
    with isolate_apps("kaveri.casebook.cases"):

        class Note(models.Model):
            case = models.ForeignKey("cases.Case", models.CASCADE)
            kind = models.CharField(max_length=5, choices=[("a", "A")])

            class Meta:
                app_label = "cases"

        # The planted table points at the real one.
        Note._meta.get_field("case").remote_field.model = apps.get_model("cases", "Case")
        yield Note


def test_a_careless_table_is_seen(planted):
    assert rows.without_uuid([planted]) == ["cases.Note"]
    assert rows.deleting([planted]) == ["cases.Note.case"]
    assert rows.homeless([planted], Homed) == ["cases.Note"]
    assert rows.worded([planted]) == ["cases.Note.kind"]
