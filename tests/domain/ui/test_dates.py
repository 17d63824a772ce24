"""Days, times and ages as people read and write them."""

import datetime as dt

import pytest

from kaveri.foundation.ui import dates

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "language", "written"),
    [
        (dt.date(2026, 11, 23), "sv", "i dag"),
        (dt.date(2026, 11, 23), "fi", "tänään"),
        (dt.date(2026, 11, 23), "en", "today"),
        (dt.date(2026, 11, 24), "sv", "i morgon"),
        (dt.date(2026, 11, 22), "fi", "eilen"),
        (dt.date(2026, 12, 14), "sv", "mån 14.12."),
        (dt.date(2026, 12, 14), "fi", "ma 14.12."),
        (dt.date(2026, 12, 14), "en", "Mon 14 Dec"),
        (dt.date(2027, 2, 28), "sv", "sön 28.2.2027"),
        (dt.date(2027, 2, 28), "en", "Sun 28 Feb 2027"),
    ],
)
def test_a_day_in_a_list_says_what_is_near_by_name(day, language, written):
    assert dates.weekday_date(day, TODAY, language) == written


def test_paper_never_says_today():
    assert dates.short_date(TODAY, TODAY, "sv") == "mån 23.11."


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("sv", "måndag 14.12.2026 kl.\xa013"),
        ("fi", "maanantaina 14.12.2026 kello\xa013"),
        ("en", "Monday 14 December 2026 at\xa013:00"),
    ],
)
def test_a_meeting_in_running_text_keeps_its_hour_together(language, written):
    assert dates.date_and_time(dt.datetime(2026, 12, 14, 13, 0), language) == written  # noqa: DTZ001


@pytest.mark.parametrize(
    ("language", "in_a_list", "in_the_band"),
    [
        ("sv", "senast fre 27.11.", "senast fredag 27.11."),
        ("fi", "viimeistään pe 27.11.", "viimeistään perjantaina 27.11."),
        ("en", "by Fri 27 Nov", "by Friday 27 November"),
    ],
)
def test_what_is_due_gives_weekday_and_date(language, in_a_list, in_the_band):
    friday = dt.date(2026, 11, 27)
    assert dates.due(friday, TODAY, language) == in_a_list
    assert dates.due_long(friday, TODAY, language) == in_the_band


@pytest.mark.parametrize(("language", "written"), [("sv", "9.05"), ("fi", "9.05"), ("en", "9:05")])
def test_the_clock_has_twenty_four_hours(language, written):
    assert dates.clock_time(dt.time(9, 5), language) == written
    assert dates.list_time(dt.time(9, 5), language) == written


@pytest.mark.parametrize(
    ("years", "language", "written"),
    [
        (43, "sv", "43\xa0år"),
        (43, "fi", "43\xa0vuotta"),
        (1, "fi", "1\xa0vuosi"),
        (43, "en", "43\xa0years"),
        (1, "en", "1\xa0year"),
    ],
)
def test_an_age_is_a_word_in_each_language(years, language, written):
    assert dates.in_years(years, language) == written


def test_a_birthday_counts_from_its_day():
    born = dt.date(1983, 11, 24)
    assert dates.years_between(born, dt.date(2026, 11, 23)) == 42
    assert dates.years_between(born, dt.date(2026, 11, 24)) == 43


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("22.11.2026", dt.date(2026, 11, 22)),
        (" 22. 11. 2026 ", dt.date(2026, 11, 22)),
        ("22.11.26", dt.date(2026, 11, 22)),
        ("2026-11-22", dt.date(2026, 11, 22)),
        ("22/11/2026", dt.date(2026, 11, 22)),
        ("22.11.", dt.date(2026, 11, 22)),
        ("14.12", dt.date(2026, 12, 14)),
        ("5.1.", dt.date(2027, 1, 5)),
        ("29.2.", dt.date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_write_it(written, day):
    assert dates.read_date(written, TODAY) == day


@pytest.mark.parametrize(
    "written",
    ["", "i morgon", "31.2.2026", "30.2.", "0.0.", "22.13.2026", "9999999", "1.1.20266", "²².1."],
)
def test_what_is_no_day_is_told_apart(written):
    with pytest.raises(dates.NotADay):
        dates.read_date(written, TODAY)


@pytest.mark.parametrize(
    ("code", "language"), [("sv", "sv"), ("sv-fi", "sv"), ("de", "en"), (None, "en"), ("", "en")]
)
def test_a_language_without_words_reads_english(code, language):
    assert dates.known_language(code) == language
