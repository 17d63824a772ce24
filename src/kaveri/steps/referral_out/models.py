"""A referral out, its history, and the fingerprint of its link."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.referral_out.domain import (
    EventKind,
    ReferralState,
    SendingGround,
)


class ReferralOut(Homed):
    """A service is asked for something for a client; the loop is open until it has ended."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="referrals_out")
    service = models.ForeignKey("directory.Service", models.PROTECT, related_name="+")
    sender = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    # Somebody with an account, else the service answers by a link.
    receiver = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, related_name="received_referrals"
    )
    question = models.TextField()
    ground = models.CharField(max_length=20)
    ground_note = models.TextField(blank=True)
    tells_name = models.BooleanField(default=True)
    tells_phone = models.BooleanField(default=False)
    overlap_reason = models.TextField(blank=True)
    state = models.CharField(max_length=20, default=ReferralState.SENT)
    sent_at = models.DateTimeField()
    answer_by = models.DateField()
    first_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # Where the link is sent; the link itself is known only to its holder.
    address = models.EmailField(blank=True)
    link_fingerprint = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 unique
    link_until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """A known state and ground; an agreed first time has its day; a link has its last day."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in ReferralState])
                & Q(ground__in=[ground.value for ground in SendingGround]),
                name="referral_out_codes_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReferralState.FIRST_DATE) | Q(first_on__isnull=False),
                name="referral_out_first_time_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(link_fingerprint=None) | Q(link_until__isnull=False),
                name="referral_out_link_has_an_end",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "state"], name="referral_out_by_case"),
            models.Index(fields=["receiver", "state"], name="referral_out_by_receiver"),
        ]


class ReferralEvent(models.Model):
    """Something that happened in the loop; never changed, only added to."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    referral = models.ForeignKey(ReferralOut, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    by_link = models.BooleanField(default=False)
    # The day agreed on: of the first time, or a new day to answer by.
    on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        """A known kind; by somebody with an account or by the link's holder."""

        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in EventKind]),
                name="referral_event_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(by__isnull=False) | Q(by_link=True),
                name="referral_event_has_somebody_behind_it",
            ),
        ]
        indexes = [models.Index(fields=["referral", "at"], name="referral_event_by_time")]
