"""The record of somebody asking for help."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.contacts.domain import OPEN_STATES, ContactState
from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.foundation.base.names import folded


class Contact(Homed):
    """Who asks, for whom, what for; a person owns it and a day stands from the first second."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=20, unique=True)
    channel = models.CharField(max_length=30)
    state = models.CharField(max_length=20, default=ContactState.OPEN)
    arrived_at = models.DateTimeField()
    owner = models.ForeignKey("accounts.Account", models.PROTECT, related_name="owned_contacts")
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="contacts")
    due_on = models.DateField()
    # The person it is about, as given; never an identity code.
    name = models.CharField(max_length=200)
    search_name = models.CharField(max_length=220, db_index=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    municipality = models.ForeignKey(
        "directory.Municipality", models.PROTECT, null=True, related_name="+"
    )
    language = models.CharField(max_length=10)
    born_on = models.DateField(null=True, blank=True)
    message = models.TextField(blank=True)
    # Somebody else writes: who, from where, on which ground, what has been tried.
    sender = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, related_name="sent_contacts"
    )
    sender_name = models.CharField(max_length=200, blank=True)
    sender_organisation = models.CharField(max_length=200, blank=True)
    sender_phone = models.CharField(max_length=40, blank=True)
    sender_email = models.EmailField(blank=True)
    sending_ground = models.TextField(blank=True)
    tried = models.TextField(blank=True)
    on_behalf = models.BooleanField(default=False)
    # What the writer says: whether the person knows and agrees.
    person_knows = models.CharField(max_length=20, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    # How it went.
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="contacts")
    closed_at = models.DateTimeField(null=True, blank=True)
    closing_reason = models.CharField(max_length=30, blank=True)
    answer = models.TextField(blank=True)
    # The keys of the receipts, folded to fingerprints: the person's own, and the writer's.
    receipt_fingerprint = models.CharField(max_length=64, blank=True, db_index=True)
    sender_fingerprint = models.CharField(max_length=64, blank=True, db_index=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """A contact is open or closed, and one taken on has its case."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state__in=sorted(OPEN_STATES), closed_at=None)
                | (~Q(state__in=sorted(OPEN_STATES)) & Q(closed_at__isnull=False)),
                name="contact_state_and_closing_agree",
            ),
            models.CheckConstraint(
                condition=~Q(state=ContactState.TAKEN_ON) | Q(case__isnull=False),
                name="contact_taken_on_has_case",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "state", "due_on"], name="contact_by_owner"),
            models.Index(fields=["unit", "state", "due_on"], name="contact_by_unit"),
        ]

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the folded name beside the written one."""
        self.search_name = folded(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class ContactAttempt(models.Model):
    """A dated try to reach the person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="attempts")
    at = models.DateTimeField()
    how = models.CharField(max_length=20)
    reached = models.BooleanField()
    note = models.TextField(blank=True)
    by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
