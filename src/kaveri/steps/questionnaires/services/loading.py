"""The county loads a questionnaire it has permission for, and takes it out of use."""

from dataclasses import dataclass
from uuid import UUID

from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Refused, refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.questionnaires import selectors
from kaveri.steps.questionnaires.actions import QuestionnaireAction
from kaveri.steps.questionnaires.domain import (
    CannotBeAsked,
    CannotScore,
    read_declared,
    read_questionnaire,
)
from kaveri.steps.questionnaires.domain.loading import (
    LoadingObstacle,
    Permission,
    obstacles_to_loading,
)
from kaveri.steps.questionnaires.models import Instrument
from kaveri.steps.questionnaires.services.packing import next_number, sum_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What the administrator brings: the files, their names, and the permission."""

    key: str
    questionnaire: str
    declared: str
    name: dict[str, str]
    permission: Permission
    who_may_use: str = ""
    link: str = ""


def load_instrument(*, actor: Actor, loaded: Loaded, sending: UUID | None = None) -> Instrument:
    """A questionnaire is asked from now on; without a permission note, or when it cannot be asked, it is refused."""
    with acting(QuestionnaireAction.LOAD, actor=actor, sending=sending) as act:
        act.allow()
        refuse_if(
            obstacles_to_loading(
                loaded.permission,
                today=clock.today(),
                ships=loaded.key in selectors.shipped(),
                named=all(name.strip() for name in loaded.name.values()),
                same_text=_stands(loaded),
            )
        )
        _read(loaded)
        row = Instrument.objects.create(
            key=loaded.key,
            number=next_number(loaded.key),
            questionnaire=loaded.questionnaire,
            declared=loaded.declared or "{}",
            sha256=sum_of(loaded.questionnaire, loaded.declared or "{}"),
            permission_from=loaded.permission.given_by.strip(),
            permission_on=loaded.permission.given_on,
            permission_for=loaded.permission.given_for.strip(),
            who_may_use=loaded.who_may_use.strip(),
            link=loaded.link.strip(),
            loaded_at=clock.now(),
            loaded_by_id=actor.person_id,
            **{f"name_{language}": name.strip() for language, name in loaded.name.items()},
        )
        act.record(row, facts={"key": row.key, "number": row.number})
    return row


def close_instrument(
    *, actor: Actor, instrument_id: UUID, sending: UUID | None = None
) -> Instrument:
    """It is not asked any more; what has been answered stays readable."""
    with acting(QuestionnaireAction.CLOSE, actor=actor, sending=sending) as act:
        row = act.fetch(selectors.instruments(), instrument_id)
        refuse_if([] if row.closed_at is None else [LoadingObstacle.CLOSED_ALREADY])
        now = clock.now()
        Instrument.objects.filter(key=row.key, shipped=False, closed_at=None).update(closed_at=now)
        row.closed_at = now
        act.record(row, facts={"key": row.key})
    return row


def _stands(loaded: Loaded) -> bool:
    sha256 = sum_of(loaded.questionnaire, loaded.declared or "{}")
    rows = Instrument.objects.filter(key=loaded.key, sha256=sha256, closed_at=None)
    return rows.exists()


def _read(loaded: Loaded) -> None:
    """Every reason why the files cannot be asked or scored, and where."""
    try:
        questions = read_questionnaire(loaded.questionnaire)
    except CannotBeAsked as no:
        raise Refused([problem.reason for problem in no.problems]) from no
    try:
        read_declared(loaded.declared or "{}", questions)
    except CannotScore as no:
        raise Refused(list(no.reasons)) from no
