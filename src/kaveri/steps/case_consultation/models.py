"""A question about a client, and its answer."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.case_consultation.domain import AskedAs, QuestionState
from kaveri.steps.consultation.domain import Topic


class Question(Homed):
    """Somebody who carries the case asks a colleague; open until it is answered or taken back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="questions")
    topic = models.CharField(max_length=30)
    asked_as = models.CharField(max_length=20)
    question = models.TextField()
    asked = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    # Where the one who asked worked then; it is counted by this.
    from_unit = models.ForeignKey("accounts.Unit", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    answer_by = models.DateField()
    state = models.CharField(max_length=20, default=QuestionState.OPEN)
    # The answer, why there is none, or why it was taken back.
    words = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Known codes; what is over is over since a moment."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(topic__in=[topic.value for topic in Topic])
                & Q(asked_as__in=[each.value for each in AskedAs]),
                name="question_codes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(state=QuestionState.OPEN, ended_at=None)
                | Q(
                    state__in=[
                        QuestionState.ANSWERED,
                        QuestionState.NOT_ANSWERED,
                        QuestionState.TAKEN_BACK,
                    ],
                    ended_at__isnull=False,
                ),
                name="question_state_agrees",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-asked_at"], name="question_by_case"),
            models.Index(fields=["asked", "state"], name="question_by_asked"),
            models.Index(fields=["asked_at"], name="question_by_day"),
        ]
