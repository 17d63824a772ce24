# ruff: noqa: T201 - the figures are what the test is for
"""How well the rules find what was planted, and how seldom they find what was not."""

import pytest

from kaveri.foundation.careful import Known, findings_in
from tests.domain.careful.corpus import corpus

SEED, EACH = 20261123, 250
GOAL = 0.9


def kinds_in(text):
    return {finding.kind for finding in findings_in(text, Known())}


def figures(texts, find):
    """Precision, recall, and the texts that were not read rightly."""
    right = wrong = missed = 0
    misses = []
    for text in texts:
        found = find(text.words)
        right += len(found & text.planted)
        wrong += len(found - text.planted)
        missed += len(text.planted - found)
        if found != text.planted:
            misses.append((sorted(text.planted), sorted(found), text.words))
    return right / max(1, right + wrong), right / max(1, right + missed), misses


@pytest.mark.requirement("COORDINATE-1")
@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_what_was_planted_is_found_and_little_else(language, capsys):
    texts = [text for text in corpus(SEED, EACH) if text.language == language]

    precision, recall, misses = figures(texts, kinds_in)

    with capsys.disabled():
        print(
            f"\ncareful text {language}: {len(texts)} texts, {sum(bool(t.planted) for t in texts)} planted,"
        )
        print(f"  precision {precision:.3f}, recall {recall:.3f}, {len(misses)} misread")
        for planted, found, words in misses:
            print(f"  planted {planted} found {found}: {words}")
    assert len(texts) >= 150
    assert precision >= GOAL
    assert recall >= GOAL


def test_rules_that_find_nothing_or_everything_fall_short():
    texts = corpus(SEED, EACH)
    everything = frozenset(kind for text in texts for kind in text.planted)

    assert figures(texts, lambda _words: set())[1] < GOAL
    assert figures(texts, lambda _words: set(everything))[0] < GOAL
