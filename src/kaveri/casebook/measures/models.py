"""Answers about work ability."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.measures.domain import HIGHEST, LOWEST, Answer
from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id


class WorkAbility(Homed):
    """One answering: score against lifetime best, and the three points of the timeline in own words."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="work_ability")
    contact = models.ForeignKey(
        "contacts.Contact", models.PROTECT, null=True, related_name="work_ability"
    )
    answered_at = models.DateTimeField()
    answer = models.CharField(max_length=20)
    score = models.SmallIntegerField(null=True)
    asked_by = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    last_work = models.CharField(max_length=300, blank=True)
    now_words = models.CharField(max_length=300, blank=True)
    wished = models.CharField(max_length=300, blank=True)
    # How sure the person is of the wish, 0–10.
    how_sure = models.SmallIntegerField(null=True)
    recorded_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")

    class Meta(Homed.Meta):
        """A score exactly when one was given, within 0–10."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=(
                    Q(answer=Answer.SCORE, score__gte=LOWEST, score__lte=HIGHEST)
                    | (~Q(answer=Answer.SCORE) & Q(score=None))
                ),
                name="work_ability_score_when_given",
            ),
            models.CheckConstraint(
                condition=Q(case=None, contact__isnull=False) | Q(case__isnull=False),
                name="work_ability_of_case_or_contact",
            ),
        ]
        indexes = [models.Index(fields=["case", "answered_at"], name="work_ability_by_case")]
