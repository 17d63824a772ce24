"""One event per act, look or denial, with the people it touched. No foreign keys in or out."""

from enum import StrEnum

from django.db import models

from kaveri.foundation.base.ids import new_id


class Outcome(StrEnum):
    """How it went."""

    DONE = "done"
    SEEN = "seen"
    DENIED = "denied"
    REFUSED = "refused"


class Event(models.Model):
    """Who did what, when, to which row, on which ground: ids and codes only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField(db_index=True)
    action = models.CharField(max_length=80)
    outcome = models.CharField(max_length=10)
    account_id = models.UUIDField(null=True)
    job = models.CharField(max_length=60, blank=True)
    organisation_id = models.UUIDField(null=True)
    register = models.CharField(max_length=20, blank=True)
    object_type = models.CharField(max_length=60, blank=True)
    object_id = models.UUIDField(null=True)
    ground = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict)
    request_id = models.CharField(max_length=40, blank=True)

    class Meta:
        """Indexes for the two readers: the investigator and the client."""

        indexes = [
            models.Index(fields=["account_id", "at"], name="audit_event_by_account"),
            models.Index(fields=["object_id", "at"], name="audit_event_by_object"),
        ]


class Subject(models.Model):
    """A person the event touched: a list of forty is one event with forty of these."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event_id = models.UUIDField(db_index=True)
    client_id = models.UUIDField()
    # On which ground this person's data was seen or touched.
    ground = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()

    class Meta:
        """The client's own log reads by person and time."""

        indexes = [models.Index(fields=["client_id", "at"], name="audit_subject_by_client")]
