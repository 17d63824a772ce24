"""Small questionnaires for tests."""

import json

from kaveri.steps.questionnaires.domain import Asked, read_questionnaire


def question(link_id, kind="string", **more):
    return {"linkId": link_id, "type": kind, "text": f"Fråga {link_id}", **more}


def file(items, **more):
    return {"resourceType": "Questionnaire", "status": "active", "item": items, **more}


def asking(items, answers=None, **more):
    return Asked(read_questionnaire(json.dumps(file(items, **more))), answers or {})
