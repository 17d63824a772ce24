"""Tasks, and the record that the client knows of them."""

import datetime as dt

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.casebook.tasks.domain import TaskState
from kaveri.foundation.base.ids import new_id


class Task(Homed):
    """Somebody does something by a day; `what` is for the client to read, empty when the kind says it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="tasks")
    contact = models.ForeignKey("contacts.Contact", models.PROTECT, null=True, related_name="tasks")
    kind = models.CharField(max_length=30)
    what = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey("accounts.Account", models.PROTECT, related_name="tasks")
    due_on = models.DateField()
    # The client's own part: shown to the client as theirs; never answers the one question.
    client_part = models.BooleanField(default=False)
    state = models.CharField(max_length=10, default=TaskState.OPEN)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    # Since when the step stands as it does; empty while it is as it was made.
    changed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    outcome = models.TextField(blank=True)
    # What the task follows (a referral, a wait, a handover …).
    source_type = models.CharField(max_length=40, blank=True)
    source_id = models.UUIDField(null=True)
    version = models.PositiveIntegerField(default=1)

    @property
    def stands_since(self) -> dt.datetime:
        """Since when it is this very step, which the client knows of or not."""
        return self.changed_at or self.made_at

    class Meta(Homed.Meta):
        """About one case or one contact; closed means closed."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(case=None, contact__isnull=False) | Q(case__isnull=False, contact=None),
                name="task_of_case_or_contact",
            ),
            models.CheckConstraint(
                condition=Q(state=TaskState.OPEN, closed_at=None)
                | (~Q(state=TaskState.OPEN) & Q(closed_at__isnull=False)),
                name="task_state_and_closing_agree",
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "state", "due_on"], name="task_by_owner"),
            models.Index(fields=["case", "state", "due_on"], name="task_by_case"),
            models.Index(fields=["source_type", "source_id"], name="task_by_source"),
        ]


class ClientNotice(models.Model):
    """The client has been told of this version of the task: how, when, by whom."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    task = models.ForeignKey(Task, models.PROTECT, related_name="notices")
    task_version = models.PositiveIntegerField()
    how = models.CharField(max_length=20)
    on = models.DateField()
    by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
