"""Rules of consultations: what must be written, and by when an answer comes."""

import datetime as dt

import pytest

from kaveri.steps.consultation.domain import (
    ConsultationObstacle,
    ConsultationState,
    answer_by,
    obstacles_to_answering,
    obstacles_to_asking,
)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [("2026-11-23", "2026-11-26"), ("2026-11-25", "2026-11-30"), ("2026-11-26", "2026-11-30")],
)
def test_an_answer_never_falls_due_on_a_weekend(asked, answered):
    assert answer_by(dt.date.fromisoformat(asked)) == dt.date.fromisoformat(answered)


def test_every_reason_is_said_at_once():
    assert obstacles_to_asking(question=" ", somebody_receives=False) == [
        ConsultationObstacle.NO_QUESTION,
        ConsultationObstacle.NOBODY_RECEIVES,
    ]
    assert obstacles_to_answering(state=ConsultationState.ANSWERED, answer="") == [
        ConsultationObstacle.ALREADY_ANSWERED,
        ConsultationObstacle.NO_ANSWER,
    ]
    assert not obstacles_to_asking(question="Hur?", somebody_receives=True)
    assert not obstacles_to_answering(state=ConsultationState.OPEN, answer="Så.")
