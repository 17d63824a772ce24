import pytest

from kaveri.steps.referral.domain.texts import ways_in


@pytest.mark.parametrize(
    ("text", "email", "rest"),
    [
        ("040 123 4567", "", "040 123 4567"),
        ("minna@example.fi", "minna@example.fi", ""),
        ("040 123 4567, minna@example.fi", "minna@example.fi", "040 123 4567"),
        ("minna@example.fi / 040 123 4567", "minna@example.fi", "040 123 4567"),
        ("  ", "", ""),
    ],
)
def test_phone_and_mail_are_taken_apart(text, email, rest):
    assert (ways_in(text).email, ways_in(text).rest) == (email, rest)
