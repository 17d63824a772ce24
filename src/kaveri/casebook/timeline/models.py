"""Entries of the timeline."""

from django.db import models

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id


class Entry(Homed):
    """Something that was said, written, sent or done; never changed, only added to."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    written_at = models.DateTimeField()
    author = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=30)
    text = models.TextField(blank=True)
    # The client's own words, shown in their own letter.
    in_own_words = models.BooleanField(default=False)
    # The writer's mark "not to others": only the writer, the case manager and the client see it.
    not_to_others = models.BooleanField(default=False)
    way = models.CharField(max_length=20, blank=True)
    reached = models.CharField(max_length=20, blank=True)
    # What the entry tells of (a referral, a handover …), for events written by a use case.
    about_type = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True)
    document = models.FileField(upload_to="entries/%Y/", blank=True)
    document_name = models.CharField(max_length=200, blank=True)

    class Meta(Homed.Meta):
        """Read by case, newest first."""

        constraints = Homed.Meta.constraints
        indexes = [models.Index(fields=["case", "-at"], name="entry_by_case")]
