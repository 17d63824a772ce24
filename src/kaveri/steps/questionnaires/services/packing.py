"""Keeping the text of a questionnaire as it is asked."""

import hashlib

from kaveri.foundation.base import clock
from kaveri.foundation.usecase.acting import Act
from kaveri.steps.questionnaires.models import Instrument
from kaveri.steps.questionnaires.selectors import Pack


def keep_text(_act: Act, pack: Pack) -> Instrument:
    """The row of what is asked; of what ships, one is made when a text is asked the first time."""
    if pack.row is not None:
        return pack.row
    sha256 = sum_of(pack.questionnaire, pack.declared)
    kept = Instrument.objects.filter(key=pack.key, shipped=True, sha256=sha256).first()
    if kept is not None:
        return kept
    return Instrument.objects.create(
        key=pack.key,
        number=next_number(pack.key),
        questionnaire=pack.questionnaire,
        declared=pack.declared,
        sha256=sha256,
        shipped=True,
        loaded_at=clock.now(),
        **{f"name_{language}": name for language, name in pack.name.items()},
    )


def next_number(key: str) -> int:
    """Versions of one questionnaire are counted from one."""
    last = Instrument.objects.filter(key=key).order_by("-number").first()
    return last.number + 1 if last else 1


def sum_of(questionnaire: str, declared: str) -> str:
    """The same texts have the same sum."""
    return hashlib.sha256(f"{questionnaire}\0{declared}".encode()).hexdigest()
