"""Telephone numbers as people write and read them."""

import pytest

from kaveri.foundation.ui import phones


@pytest.mark.parametrize(
    ("kept", "language", "shown"),
    [
        ("+35825550142", "sv", "02 555 0142"),
        ("+35825550142", "fi", "02 555 0142"),
        ("+35825550142", "en", "+358 2 555 0142"),
        ("+358401234567", "sv", "040 123 4567"),
        ("025550142", "sv", "02 555 0142"),
        ("+46701740605", "sv", "+46 70 174 06 05"),
        ("anknytning 12", "sv", "anknytning 12"),
    ],
)
def test_a_number_is_shown_as_it_is_read_aloud(kept, language, shown):
    assert phones.shown_phone(kept, language).replace("\xa0", " ") == shown


@pytest.mark.parametrize(
    "written", ["040 123 4567", "0401234567", "+358 40 123 4567", "040-1234567"]
)
def test_a_number_is_kept_in_one_form(written):
    assert phones.read_phone(written) == "+358401234567"


@pytest.mark.parametrize(
    "written", ["", "ring mig", "12", "040-12", "040 12", "112", "0" * 40, "040 123 4567 \x00" * 9]
)
def test_what_cannot_be_called_is_told_apart(written):
    with pytest.raises(phones.NotANumber):
        phones.read_phone(written)
