"""Use cases of questionnaires."""

from kaveri.steps.questionnaires.services.answering import (
    Written,
    finish,
    finish_by_link,
    keep,
    keep_by_link,
    values_on,
)
from kaveri.steps.questionnaires.services.asking import Sent, ask, take_back

__all__ = [
    "Sent",
    "Written",
    "ask",
    "finish",
    "finish_by_link",
    "keep",
    "keep_by_link",
    "take_back",
    "values_on",
]
