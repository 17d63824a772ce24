"""Reading questions about clients, and who can be asked."""

from uuid import UUID

from django.db.models import QuerySet

from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.steps.case_consultation.domain import QuestionState
from kaveri.steps.case_consultation.models import Question
from kaveri.steps.teams import selectors as teams


def questions() -> QuerySet[Question]:
    """Every question, the newest first; narrow by permission before use."""
    return Question.objects.select_related(
        "case__client", "asked__organisation", "asked_by", "ended_by"
    ).order_by("-asked_at", "-id")


def waiting() -> QuerySet[Question]:
    """What waits for an answer, by its day; narrow by permission before use."""
    return questions().filter(state=QuestionState.OPEN).order_by("answer_by", "id")


def colleagues() -> QuerySet[Account]:
    """Every worker who can be asked, by name."""
    return people.professionals().select_related("organisation")


def sits_in_a_team(account_id: UUID) -> bool:
    """Whether the worker is a permanent member of a local team now."""
    return teams.seats().filter(account_id=account_id, left_at=None).exists()
