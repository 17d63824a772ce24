"""A consultation: who asked whom about which topic. No column leads to a client, and none may."""

from django.db import models
from django.db.models import Q

from kaveri.foundation.base.ids import new_id
from kaveri.steps.consultation.domain import ConsultationState, Topic, Way


class Consultation(models.Model):
    """Noted after a call, or asked and answered in writing; counted by topic and by who asked."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    topic = models.CharField(max_length=30)
    way = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    asked_at = models.DateTimeField()
    # The colleague, when they have an account and asked in Kaveri.
    asked_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    # Where the colleague works: a unit, an organisation, or neither when it is not in the directory.
    from_unit = models.ForeignKey("accounts.Unit", models.PROTECT, null=True, related_name="+")
    from_organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, related_name="+"
    )
    asked_unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+")
    question = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answer_by = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """An open question has words and a day; an answered one has somebody who answered."""

        constraints = [
            models.CheckConstraint(
                condition=Q(topic__in=[topic.value for topic in Topic]),
                name="consultation_topic_is_known",
            ),
            models.CheckConstraint(
                condition=Q(way__in=[way.value for way in Way]), name="consultation_way_is_known"
            ),
            models.CheckConstraint(
                condition=(
                    Q(state=ConsultationState.OPEN, answered_at=None, answered_by=None)
                    & Q(answer_by__isnull=False, asked_by__isnull=False)
                    & ~Q(question="")
                )
                | Q(
                    state=ConsultationState.ANSWERED,
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                ),
                name="consultation_state_agrees",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_unit", "state", "asked_at"], name="consultation_of_unit"),
            models.Index(fields=["asked_by", "asked_at"], name="consultation_of_asker"),
            models.Index(fields=["asked_at"], name="consultation_by_day"),
        ]
