"""What the forms of the plan share: where an obstacle stands, and the words for codes."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import (
    PlanObstacle,
)

# In a list of people: the client, and somebody who is not in the list.
CLIENT, SOMEBODY_ELSE = "client", ""


def choices(words: Mapping[Any, Any], *, but: Iterable[Any] = ()) -> list[tuple[str, Any]]:
    return [(str(code), word) for code, word in words.items() if code not in set(but)]


class PlanningForm(KaveriForm):
    """A form of the plan: an obstacle stands beside the field that mends it."""

    obstacle_words: ClassVar[Mapping[Any, Any]] = {**labels.OBSTACLES, **TASK_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        PlanObstacle.NO_OWN_WORDS: "words",
        PlanObstacle.NO_GOAL_WORDS: "own_words",
        PlanObstacle.LEADS_TO_NO_GOAL: "leads_to",
        PlanObstacle.LEADS_TO_ITSELF: "leads_to",
        PlanObstacle.NO_REASON: "reason",
        PlanObstacle.NOTHING_SAID: "text",
        PlanObstacle.SAID_IN_THE_FUTURE: "said_on",
        PlanObstacle.ROW_SAYS_NOTHING: "what",
        PlanObstacle.ROW_WITHOUT_RESPONSIBLE: "responsible",
        PlanObstacle.ROW_WITHOUT_DAY: "due_on",
        PlanObstacle.ROW_WISH_NOT_ASKED: "wish",
        PlanObstacle.DATES_OUT_OF_ORDER: "until_on",
        PlanObstacle.NEXT_STEP_NEEDS_OWNER: "responsible",
        PlanObstacle.NEXT_STEP_NEEDS_DAY: "due_on",
        PlanObstacle.NEXT_STEP_NEEDS_WORDS: "what",
        PlanObstacle.FOLLOW_UP_WITHOUT_WHAT: "follow_what",
        PlanObstacle.FOLLOW_UP_WITHOUT_WHO: "follow_who",
        PlanObstacle.NO_FOLLOW_UP: "follow_on",
        PlanObstacle.DAY_HAS_PASSED: "follow_on",
        PlanObstacle.DAY_NOT_COME: "on",
        PlanObstacle.BEFORE_IT_WAS_AGREED: "on",
        PlanObstacle.NO_ANSWER_WORDS: "words",
        PlanObstacle.NO_COMMENT: "text",
        PlanObstacle.NOTHING_CHOSEN: "statements",
    }

    def show_refusal(self, refused: Any) -> None:
        """An obstacle whose field this form does not have stands at the top."""
        fields = self.obstacle_fields
        known = {code: name for code, name in fields.items() if name in self.fields}
        self.obstacle_fields = known  # type: ignore[misc]
        super().show_refusal(refused)
