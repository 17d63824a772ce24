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
from kaveri.steps.questionnaires.services.loading import (
    Loaded,
    close_instrument,
    load_instrument,
)
from kaveri.steps.questionnaires.services.results import Report, import_results, record_results

__all__ = [
    "Loaded",
    "Report",
    "Sent",
    "Written",
    "ask",
    "close_instrument",
    "finish",
    "finish_by_link",
    "import_results",
    "keep",
    "keep_by_link",
    "load_instrument",
    "record_results",
    "take_back",
    "values_on",
]
