"""What the pages of questionnaires show."""

from kaveri.steps.questionnaires.presenters.measures import import_page, register_page
from kaveri.steps.questionnaires.presenters.pages import (
    END,
    LANGUAGES,
    AskingLine,
    Beginning,
    ListPage,
    MinePage,
    asking_line,
    at,
    beginnings,
    end_page,
    name_of,
    result_page,
    screen_page,
)
from kaveri.steps.questionnaires.presenters.scores import ScoreLine, language, of_asking, over_time

__all__ = [
    "END",
    "LANGUAGES",
    "AskingLine",
    "Beginning",
    "ListPage",
    "MinePage",
    "ScoreLine",
    "asking_line",
    "at",
    "beginnings",
    "end_page",
    "import_page",
    "language",
    "name_of",
    "of_asking",
    "over_time",
    "register_page",
    "result_page",
    "screen_page",
]
