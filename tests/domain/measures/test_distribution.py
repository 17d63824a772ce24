"""The statistics of perceived work ability, held against counts that were published."""

import pytest

from kaveri.casebook.measures.domain import Band, Distribution
from kaveri.steps.identification.selectors import reference

# 7,282 answers, tyoelamatieto.fi, 12.3.2019.
PUBLISHED = Distribution((197, 200, 366, 523, 539, 894, 808, 1166, 1286, 770, 533))
FUNCTIONING = Distribution((12, 42, 174, 387, 504, 828, 804, 1253, 1563, 1013, 702))


@pytest.mark.requirement("IDENTIFY-1")
@pytest.mark.parametrize(
    ("answers", "mean", "deviation", "bands"),
    [
        (PUBLISHED, 6.14, 2.55, (2719, 1974, 2056, 533)),
        (FUNCTIONING, 6.86, 2.13, (1947, 2057, 2576, 702)),
    ],
    ids=["work ability", "functioning"],
)
def test_the_published_counts_come_out_as_published(answers, mean, deviation, bands):
    assert answers.total == 7282
    assert round(answers.mean, 2) == mean
    assert round(answers.deviation, 2) == deviation
    assert answers.middle == 7
    assert tuple(answers.by_band[band] for band in Band) == bands


@pytest.mark.requirement("IDENTIFY-1")
def test_the_share_of_those_who_gave_so_much_or_less():
    assert round(PUBLISHED.share_up_to(5), 3) == 0.373
    assert round(PUBLISHED.share_up_to(0), 3) == 0.027
    assert PUBLISHED.share_up_to(10) == 1


@pytest.mark.requirement("IDENTIFY-1")
def test_what_the_product_shows_is_what_was_published():
    shown = reference()
    assert shown.answers == PUBLISHED
    assert (shown.limit.sensitivity, shown.limit.specificity) == (41.9, 85.0)
    assert shown.source
    assert shown.published_on.isoformat() == "2019-03-12"
