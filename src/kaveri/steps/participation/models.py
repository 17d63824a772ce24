"""What a client has answered about peer support, and what was arranged."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.participation.domain import PeerAnswer


class PeerSupport(Homed):
    """One answer or arrangement; never changed, the newest one holds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="peer_support")
    answer = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    # The client's own words about it, when there are any.
    words = models.CharField(max_length=300, blank=True)
    with_whom = models.CharField(max_length=200, blank=True)
    first_on = models.DateField(null=True, blank=True)

    class Meta(Homed.Meta):
        """What is arranged has somebody and a day."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(answer=PeerAnswer.ARRANGED)
                | (~Q(with_whom="") & Q(first_on__isnull=False)),
                name="peer_support_arranged_has_whom_and_day",
            ),
        ]
        indexes = [models.Index(fields=["case", "-at"], name="peer_support_by_case")]
