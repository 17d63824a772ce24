"""What has been asked for, and what was signed, version by version."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.statements.domain import State


class AskedStatement(Homed):
    """A statement: who asked whom for what, by when, on what ground, and where it stands."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="asked_statements")
    kind = models.CharField(max_length=30)
    question = models.TextField()
    # own, permit or consent: on what the writer knew of it when it was asked for.
    ground = models.CharField(max_length=10)
    asked_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    writer = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    due_on = models.DateField()
    state = models.CharField(max_length=10, default=State.ASKED)
    closed_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """What waits has no end yet; nothing is asked without a question."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(condition=~Q(question=""), name="statement_asks_something"),
            models.CheckConstraint(
                condition=Q(state=State.ASKED, closed_at=None)
                | (~Q(state=State.ASKED) & Q(closed_at__isnull=False)),
                name="statement_end_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in State]),
                name="statement_state_is_known",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-asked_at"], name="asked_statement_by_case"),
            models.Index(fields=["writer", "state", "due_on"], name="asked_statement_by_writer"),
        ]


class SignedVersion(models.Model):
    """What was signed, as it was signed; the next version stands beside it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    statement = models.ForeignKey(AskedStatement, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    # Which version of the kind's headings it was written by.
    kind_version = models.PositiveIntegerField()
    texts = models.JSONField()
    why = models.CharField(max_length=300, blank=True)
    signed_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        """The first has no reason; each that follows has one."""

        constraints = [
            models.UniqueConstraint(fields=["statement", "number"], name="statement_version_once"),
            models.CheckConstraint(
                condition=Q(number=1, why="") | (Q(number__gt=1) & ~Q(why="")),
                name="statement_amended_with_a_reason",
            ),
        ]
