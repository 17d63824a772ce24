"""Asking the client, and taking the question back."""

import datetime as dt
import secrets
from dataclasses import dataclass
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.selectors import home_for
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.services import close_tasks_of, require_next_step, set_task
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor, Role
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.questionnaires import selectors
from kaveri.steps.questionnaires.actions import QuestionnaireAction
from kaveri.steps.questionnaires.domain.asking import (
    LINK_DAYS,
    AskingObstacle,
    Told,
    Way,
    fingerprint,
    obstacles_to_asking,
)
from kaveri.steps.questionnaires.models import Asking
from kaveri.steps.questionnaires.services.packing import keep_text

SOURCE = "questionnaires.asking"


@dataclass(frozen=True, slots=True)
class Sent:
    """What was asked, and the secret of its link where there is one: it is never shown again."""

    asking: Asking
    secret: str = ""


def ask(
    *,
    actor: Actor,
    case_id: UUID,
    key: str,
    way: Way,
    language: str,
    due_on: dt.date | None = None,
    answered_on: dt.date | None = None,
    sending: UUID | None = None,
) -> Sent:
    """The client is asked, or begins alone; whoever lets the answer come later goes through it by a day."""
    with acting(QuestionnaireAction.ASK, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases().select_related("client"), case_id)
        act.concerns(case.client_id)
        pack = selectors.pack(key)
        by_client = Role.CLIENT in actor.roles
        refuse_if(
            obstacles_to_asking(
                case_open=case.state == CaseState.OPEN,
                found=pack is not None,
                asked_already=_asked_already(case_id, key),
                way=way,
                due_on=due_on,
                has_account=case.client.account_id is not None,
                by_client=by_client,
            )
        )
        assert pack is not None  # noqa: S101 - refused above
        secret = secrets.token_urlsafe(32) if way is Way.LINK else ""
        row = Asking.objects.create(
            case_id=case.pk,
            instrument=keep_text(act, pack),
            way=way,
            language=language,
            asked_at=clock.now(),
            asked_by_id=actor.account_id,
            answered_on=answered_on,
            link_fingerprint=fingerprint(secret) if secret else None,
            link_until=clock.now() + dt.timedelta(days=LINK_DAYS) if secret else None,
            **home_for(actor, case, Category.FUNCTIONING),
        )
        if due_on is not None and not by_client:
            set_task(
                act,
                case,
                kind=TaskKind.GO_THROUGH_ANSWERS,
                owner_id=actor.person_id,
                due_on=due_on,
                source_type=SOURCE,
                source_id=row.id,
            )
        tell(act, row, Told.ASKED)
        require_next_step(case)
        act.record(row, facts={"case": str(case.id), "way": way, "key": key})
    return Sent(row, secret)


def take_back(*, actor: Actor, asking_id: UUID, sending: UUID | None = None) -> Asking:
    """The question is taken back: the link dies, and what was answered so far is not read as answers."""
    with acting(QuestionnaireAction.TAKE_BACK, actor=actor, sending=sending) as act:
        row = act.fetch(selectors.askings(), asking_id)
        act.concerns(row.case.client_id)
        refuse_if([] if selectors.is_open(row) else [AskingObstacle.IS_FINISHED])
        row.taken_back_at = clock.now()
        row.link_fingerprint, row.link_until = None, None
        row.version += 1
        row.save(update_fields=["taken_back_at", "link_fingerprint", "link_until", "version"])
        close_tasks_of(act, row.id, state=TaskState.DROPPED)
        tell(act, row, Told.TAKEN_BACK)
        require_next_step(row.case)
        act.record(row)
    return row


def tell(act: Act, row: Asking, what: Told) -> None:
    """The timeline says that questions were asked or answered; not what was answered."""
    add_entry(
        act,
        row.case,
        kind=EntryKind.EVENT,
        source=Source.CLIENT if what is Told.FINISHED else Source.OWN_OBSERVATION,
        category=Category.FUNCTIONING,
        text=getattr(row.instrument, f"name_{row.language}", row.instrument.name_sv),
        about_type=what,
        about_id=row.id,
    )


def _asked_already(case_id: UUID, key: str) -> bool:
    rows = Asking.objects.filter(selectors.open_ones(), case_id=case_id, instrument__key=key)
    return rows.exists()
