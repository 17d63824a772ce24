"""A first draft of the summary from what is known, in the client's language; people write the rest."""

from dataclasses import dataclass
from typing import Any

from django.utils import translation

from kaveri.casebook.measures.domain import Answer
from kaveri.casebook.measures.selectors import answers
from kaveri.casebook.tasks.labels import step_words
from kaveri.casebook.timeline.domain import EntryKind, Reached
from kaveri.casebook.timeline.domain import Way as ContactWay
from kaveri.casebook.timeline.selectors import entries
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.phones import shown_phone
from kaveri.steps.ending import labels
from kaveri.steps.ending.domain import Continues, Fate
from kaveri.steps.ending.models import Ending, Summary
from kaveri.steps.ending.selectors import loose_tasks
from kaveri.steps.participation.domain import PeerAnswer
from kaveri.steps.participation.selectors import peer_support
from kaveri.steps.referral_out.selectors import of_case

_MEETINGS = [ContactWay.MEETING, ContactWay.HOME_VISIT, ContactWay.VIDEO]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The parts of a summary."""

    language: str
    own_words: str
    done: str
    came_of_it: str
    continues: str
    come_back: str


def draft_for(case: Any, ending: Ending | None, language: str) -> Draft:
    """What is known, as sentences to the client; the client's own words come first."""
    with translation.override(language):
        return Draft(
            language=language,
            own_words=case.own_words,
            done=_done(case, language),
            came_of_it=_came_of_it(case, ending),
            continues=_continues(case, ending, language) if ending else "",
            come_back=_come_back(case, language),
        )


def _done(case: Any, language: str) -> str:
    began = dates.plain_date(case.opened_at.astimezone(clock.HELSINKI).date(), language)
    lines = [labels.SUMMARY_BEGAN % {"day": began, "manager": case.case_manager.full_name}]
    met = entries().filter(
        case_id=case.id, kind=EntryKind.CONTACT, reached=Reached.REACHED, way__in=_MEETINGS
    )
    if count := met.count():
        lines.append(
            str(labels.SUMMARY_MEETING)
            if count == 1
            else labels.SUMMARY_MEETINGS % {"count": count}
        )
    names = {getattr(row.service, f"name_{language}") for row in of_case(case.id)}
    if names:
        lines.append(labels.SUMMARY_SERVICES % {"services": ", ".join(sorted(names))})
    arranged = peer_support().filter(case_id=case.id, answer=PeerAnswer.ARRANGED).first()
    if arranged:
        lines.append(labels.SUMMARY_PEER % {"with_whom": arranged.with_whom})
    return "\n".join(lines)


def _came_of_it(case: Any, ending: Ending | None) -> str:
    lines = [ending.outcome] if ending and ending.outcome else []
    scored = answers().filter(case_id=case.id, answer=Answer.SCORE)
    scores = list(scored.order_by("answered_at", "id").values_list("score", flat=True))
    if len(scores) > 1:
        lines.append(labels.SUMMARY_SCORES % {"first": scores[0], "last": scores[-1]})
    elif scores:
        lines.append(labels.SUMMARY_SCORE % {"score": scores[0]})
    return "\n".join(lines)


def _continues(case: Any, ending: Ending, language: str) -> str:
    lines = []
    if ending.continues == Continues.SOMEBODY:
        known = {
            "who": ending.who_continues,
            "phone": shown_phone(ending.continues_phone, language),
        }
        sentence = labels.SUMMARY_CARRIES_ON_NO_PHONE
        if ending.continues_phone:
            sentence = labels.SUMMARY_CARRIES_ON
        lines.append(sentence % known)
        moving = [
            step_words(task.kind, task.what)
            for task in loose_tasks(case.id)
            if ending.tasks.get(str(task.id)) == Fate.MOVES_ON
        ]
        if moving:
            lines.append(labels.SUMMARY_MOVES_ON % {"tasks": ", ".join(moving)})
    elif ending.continues == Continues.NOBODY:
        lines.append(labels.SUMMARY_NOBODY % {"why": ending.why_nobody})
    if ending.after_care_on and ending.after_care_owner:
        day = dates.long_date(ending.after_care_on, language)
        lines.append(
            labels.SUMMARY_AFTER_CARE % {"who": ending.after_care_owner.full_name, "day": day}
        )
    return "\n".join(lines)


def _come_back(case: Any, language: str) -> str:
    unit = getattr(case.unit, f"name_{language}")
    phone = case.unit.phone
    if not phone:
        return labels.SUMMARY_COME_BACK_NO_PHONE % {"unit": unit}
    return labels.SUMMARY_COME_BACK % {"unit": unit, "phone": shown_phone(phone, language)}


def on_paper(summary: Summary) -> dict[str, Any]:
    """What the paper shows, in the client's language."""
    case, language = summary.case, summary.language
    assert summary.given_at is not None  # noqa: S101 - only what is given is put on paper
    first = dates.plain_date(case.opened_at.astimezone(clock.HELSINKI).date(), language)
    last = dates.plain_date(summary.given_at.astimezone(clock.HELSINKI).date(), language)
    with translation.override(language):
        parts = [
            {
                "heading": str(labels.SUMMARY_PARTS[name]),
                "text": getattr(summary, name),
                "own_words": name == "own_words",
                "label": str(labels.SUMMARY_YOUR_WORDS),
            }
            for name in ("own_words", "done", "came_of_it", "continues")
            if getattr(summary, name)
        ]
        return {
            "title": str(labels.SUMMARY_TITLE),
            "sender": getattr(case.controller, f"name_{language}"),
            "secrecy": str(labels.SUMMARY_SECRET),
            "foot": labels.SUMMARY_GIVEN % {"day": last},
            "page": str(labels.SUMMARY_PAGE),
            "lang": language,
            "person": case.client.full_name,
            "when": labels.SUMMARY_PERIOD
            % {"first": first, "last": last, "reference": case.reference},
            "parts": parts,
            "back": {
                "heading": str(labels.SUMMARY_PARTS["come_back"]),
                "text": summary.come_back,
            },
        }
