"""Answers a questionnaire screen by screen, as somebody at a form does."""

import datetime as dt

from hypothesis import strategies as st

from kaveri.steps.questionnaires.domain import (
    Asked,
    ItemType,
    build_response,
    code_of,
    key_of,
    read_answers,
    screens_of,
)

NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
_WRITTEN = {
    ItemType.BOOLEAN: ["true", "false"],
    ItemType.INTEGER: ["0", "7"],
    ItemType.DECIMAL: ["3,5", "41"],
    ItemType.QUANTITY: ["2,25", "12"],
    ItemType.DATE: ["22.11.2026"],
    ItemType.DATE_TIME: ["22.11.2026 9.05", "1.2.2026"],
    ItemType.TIME: ["9.05"],
    ItemType.URL: ["https://example.org/a"],
    ItemType.STRING: ["några ord"],
    ItemType.TEXT: ["några ord\npå två rader"],
}


def writings(item):
    """What can be written or chosen for one question."""
    if item.options:
        return [code_of(option) for option in item.options]
    return _WRITTEN.get(item.type, ["own"])


def fill(questionnaire, choose=lambda options: options[0]):
    """Answer every screen in turn until nothing is left; `choose` picks what is written."""
    answers = {}
    seen = set()
    while True:
        asked = Asked(questionnaire, answers)
        ahead = [screen for screen in screens_of(asked) if screen.key not in seen]
        if not ahead:
            return asked
        screen = ahead[0]
        seen.add(screen.key)
        for item in screen.questions:
            own = "egna ord" if item.type is ItemType.OPEN_CHOICE and not item.options else ""
            found = read_answers(item, [choose(writings(item))], own)
            answers[key_of(item.link_id, screen.turns)] = found


def response_of(asked):
    return build_response(
        asked,
        response_id="svar-1",
        finished=True,
        authored=NOON,
        subject="K-2026-00001",
        language="sv",
    )


@st.composite
def filled(draw, questionnaire):
    return fill(questionnaire, lambda options: draw(st.sampled_from(options)))
