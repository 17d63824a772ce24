"""Building a FHIR R4 QuestionnaireResponse from what was answered (hl7.org/fhir/R4/questionnaireresponse.html)."""

import datetime as dt
from typing import Any

from kaveri.steps.questionnaires.domain.enabling import Asked, Turns
from kaveri.steps.questionnaires.domain.items import Item, ItemType, Value


def build_response(
    asked: Asked,
    *,
    response_id: str,
    finished: bool,
    authored: dt.datetime,
    subject: str = "",
    language: str = "",
) -> dict[str, Any]:
    """The response: only what is asked, in the order of the questionnaire; nobody's name stands in it."""
    questionnaire = asked.questionnaire
    built: dict[str, Any] = {
        "resourceType": "QuestionnaireResponse",
        "id": response_id,
        "status": "completed" if finished else "in-progress",
        "authored": authored.isoformat(timespec="seconds"),
    }
    if language:
        built["language"] = language
    if questionnaire.canonical:
        built["questionnaire"] = questionnaire.canonical
    if subject:
        # Known by its reference here; the person's own particulars stand in no response.
        built["subject"] = {"type": "Patient", "identifier": {"value": subject}}
    items = _items(asked, questionnaire.items, (), language)
    if items:
        built["item"] = items
    return built


def _items(
    asked: Asked, items: tuple[Item, ...], turns: Turns, language: str
) -> list[dict[str, Any]]:
    found = []
    for item in items:
        if item.type is ItemType.DISPLAY or not asked.is_asked(item.link_id, turns):
            continue
        if item.type is ItemType.GROUP:
            found += _group(asked, item, turns, language)
        else:
            found += _question(asked, item, turns, language)
    return found


def _head(item: Item, language: str) -> dict[str, Any]:
    head: dict[str, Any] = {"linkId": item.link_id}
    if text := item.words.in_language(language):
        head["text"] = text
    if item.definition:
        head["definition"] = item.definition
    return head


def _group(asked: Asked, item: Item, turns: Turns, language: str) -> list[dict[str, Any]]:
    every = (
        [(*turns, turn) for turn in range(asked.times(item, turns))] if item.repeats else [turns]
    )
    built = []
    for each in every:
        inner = _items(asked, item.items, each, language)
        if inner:
            built.append({**_head(item, language), "item": inner})
    return built


def _question(asked: Asked, item: Item, turns: Turns, language: str) -> list[dict[str, Any]]:
    answers = [_answer(value) for value in asked.values(item.link_id, turns)]
    inner = _items(asked, item.items, turns, language)
    if not answers and not inner:
        return []
    built = _head(item, language)
    if answers:
        # What stands under a question belongs to its answer, and never to both (qrs-1).
        if inner:
            answers[0]["item"] = inner
        built["answer"] = answers
    else:
        built["item"] = inner
    return [built]


def _answer(value: Value) -> dict[str, Any]:
    return dict(value)
