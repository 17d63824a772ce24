"""What clients have asked the privacy officer about who has looked, and what was answered."""

from django.db import models
from django.db.models import F, Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.insight.domain.requests import RequestKind, RequestState


class LogRequest(Homed):
    """A request with a day by which it is answered; answered or refused in writing, and kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=20, unique=True)
    client = models.ForeignKey("clients.Client", models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="log_requests")
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=20, default=RequestState.OPEN)
    asked_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    # In the person's own words: why, or how the suspicion arose.
    reason = models.TextField()
    # Older rows: which days.
    first_on = models.DateField(null=True, blank=True)
    last_on = models.DateField(null=True, blank=True)
    # An investigation: when, whom it is about, which information.
    when = models.CharField(max_length=300, blank=True)
    whom = models.CharField(max_length=300, blank=True)
    what_data = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Of a known kind; open means no answer, and an answer has words, a day and somebody."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in RequestKind]),
                name="log_request_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=RequestState.OPEN.value,
                    answer="",
                    answered_at=None,
                    answered_by=None,
                )
                | (
                    Q(
                        state__in=[RequestState.ANSWERED.value, RequestState.REFUSED.value],
                        answered_at__isnull=False,
                        answered_by__isnull=False,
                    )
                    & ~Q(answer="")
                ),
                name="log_request_answer_agrees_with_state",
            ),
            models.CheckConstraint(
                condition=Q(kind=RequestKind.INVESTIGATION.value)
                | Q(first_on__isnull=False, last_on__gte=F("first_on")),
                name="log_request_older_has_days",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="log_request_has_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="log_request_by_day"),
            models.Index(fields=["client", "-asked_at"], name="log_request_by_client"),
        ]
