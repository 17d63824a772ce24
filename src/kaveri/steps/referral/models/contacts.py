"""An offer of a contact to a named receiver, and a check whether the person is known."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.referral.domain.contacts import OfferState


class ContactOffer(Homed):
    """A contact passed on to somebody by name; until they accept, the sender owns it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    contact = models.ForeignKey("contacts.Contact", models.PROTECT, related_name="offers")
    by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    to = models.ForeignKey("accounts.Account", models.PROTECT, related_name="contact_offers")
    # What the receiver needs to know to answer; who the person is, is not among it.
    why = models.TextField()
    offered_at = models.DateTimeField()
    state = models.CharField(max_length=12, default=OfferState.OPEN)
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta(Homed.Meta):
        """One open offer for a contact; an answered one has its moment."""

        constraints = [
            *Homed.Meta.constraints,
            models.UniqueConstraint(
                fields=["contact"],
                condition=Q(state=OfferState.OPEN),
                name="contact_offer_one_open",
            ),
            models.CheckConstraint(
                condition=Q(state=OfferState.OPEN, answered_at=None)
                | (~Q(state=OfferState.OPEN) & Q(answered_at__isnull=False)),
                name="contact_offer_state_and_answer_agree",
            ),
        ]
        indexes = [models.Index(fields=["to", "state"], name="contact_offer_by_receiver")]


class KnownCheck(Homed):
    """The register was asked once about this contact, in this way; `contacts` are those to turn to."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    contact = models.ForeignKey("contacts.Contact", models.PROTECT, related_name="known_checks")
    by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    asked_by = models.CharField(max_length=10)
    at = models.DateTimeField()
    # Typed once: kept sealed until the contact is taken on, so that it need not be typed again.
    code_sealed = models.TextField(blank=True)
    # The earlier record that may be offered for reuse; never a protected or a foreign one.
    client = models.ForeignKey("clients.Client", models.PROTECT, null=True, related_name="+")
    whom_to_contact = models.ManyToManyField("accounts.Account", related_name="+", blank=True)

    class Meta(Homed.Meta):
        """Once in each way."""

        constraints = [
            *Homed.Meta.constraints,
            models.UniqueConstraint(
                fields=["contact", "asked_by"], name="known_check_once_each_way"
            ),
        ]
        indexes = [models.Index(fields=["by", "at"], name="known_check_by_worker")]
