"""The forms of questionnaires."""

from kaveri.steps.questionnaires.forms.answering import (
    AskForm,
    BeginForm,
    HandInForm,
    ScreenForm,
    TakeBackForm,
)
from kaveri.steps.questionnaires.forms.measures import CloseForm, ImportForm, LoadForm, RecordForm

__all__ = [
    "AskForm",
    "BeginForm",
    "CloseForm",
    "HandInForm",
    "ImportForm",
    "LoadForm",
    "RecordForm",
    "ScreenForm",
    "TakeBackForm",
]
