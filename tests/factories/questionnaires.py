"""Questions asked of clients, and their answers."""

import json

from kaveri.foundation.base import clock
from kaveri.steps.questionnaires import selectors
from kaveri.steps.questionnaires.domain import key_of, screens_of
from kaveri.steps.questionnaires.domain.asking import Way
from kaveri.steps.questionnaires.domain.loading import Permission
from kaveri.steps.questionnaires.services import (
    Loaded,
    Written,
    ask,
    finish,
    keep,
    load_instrument,
    values_on,
)
from tests.domain.questionnaires.filling import writings
from tests.domain.questionnaires.making import file, question
from tests.factories import cast
from tests.factories.assessment import in_days

OWN_VIEW = "own-view"


def asked(case, account=None, **known):
    """The product's own questions, asked by Kerstin; together unless something else is said."""
    known = {"key": OWN_VIEW, "way": Way.TOGETHER, "language": "sv", **known}
    if known["way"] in {Way.HOME, Way.LINK}:
        known.setdefault("due_on", in_days(7))
    actor = cast.as_actor(account or cast.kerstin())
    return ask(actor=actor, case_id=case.id, **known)


def written(row, place=0, text=None, **known):
    """What is written on one screen: the last option of each question, unless something else is said."""
    now = selectors.asked_of(row)
    screen = screens_of(now)[place]
    stands = values_on(screen, now.answers)
    known.setdefault("seen", selectors.seen_of(stands))
    answers = {
        item.link_id: [writings(item)[-1] if text is None else text] for item in screen.questions
    }
    return Written(screen=screen.key, answers=answers, **known)


def answered(row, account=None, point=-1):
    """Everything answered and handed in; `point` says which option is chosen."""
    actor = cast.as_actor(account or cast.kerstin())
    place = 0
    while True:
        row.refresh_from_db()
        screens = screens_of(selectors.asked_of(row))
        if place >= len(screens):
            break
        answers = {item.link_id: [writings(item)[point]] for item in screens[place].questions}
        seen = selectors.seen_of(values_on(screens[place], selectors.asked_of(row).answers))
        keep(
            actor=actor,
            asking_id=row.id,
            written=Written(screen=screens[place].key, answers=answers, seen=seen),
        )
        place += 1
    return finish(actor=actor, asking_id=row.id)


def value(row, link_id):
    """What stands for one question."""
    row.refresh_from_db()
    return row.answers.get(key_of(link_id))


def loaded(**changed):
    """Two questions from elsewhere, with a permission, unless something else is said."""
    questions = [question("a", "integer"), question("b", "string")]
    known = {
        "key": "two-questions",
        "questionnaire": json.dumps(file(questions)),
        "declared": "{}",
        "name": {"sv": "Två frågor", "fi": "Kaksi kysymystä", "en": "Two questions"},
        "permission": Permission(
            given_by="Institutet", given_on=clock.today(), given_for="Åboregionen, 2026"
        ),
    }
    return Loaded(**known | changed)


def an_instrument(**changed):
    """Loaded by Oskar, the administrator."""
    return load_instrument(actor=cast.as_actor(cast.oskar()), loaded=loaded(**changed))
