"""What is written in the plan, and who said yes."""

from kaveri.steps.planning.forms.agreeing import (
    AgreeForm,
    AnswerForm,
    ApprovalForm,
    CommentForm,
    CompareForm,
    ConfirmForm,
    KnownByForm,
    MoveForm,
    YesForm,
)
from kaveri.steps.planning.forms.base import CLIENT
from kaveri.steps.planning.forms.writing import (
    CloseGoalForm,
    FollowUpForm,
    GoalForm,
    KnownForm,
    MarkRowForm,
    NoteForm,
    ReviewForm,
    RowForm,
    StatementForm,
    WordsForm,
)

__all__ = [
    "CLIENT",
    "AgreeForm",
    "AnswerForm",
    "ApprovalForm",
    "CloseGoalForm",
    "CommentForm",
    "CompareForm",
    "ConfirmForm",
    "FollowUpForm",
    "GoalForm",
    "KnownByForm",
    "KnownForm",
    "MarkRowForm",
    "MoveForm",
    "NoteForm",
    "ReviewForm",
    "RowForm",
    "StatementForm",
    "WordsForm",
    "YesForm",
]
