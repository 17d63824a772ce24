"""Agreed versions, kept unchanged: the database itself refuses anything else."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.planning.domain import How, Signer
from kaveri.steps.planning.models.plans import Piece


class PlanVersion(Piece):
    """What was agreed on a day, as canonical text; the one with the highest number is current."""

    number = models.PositiveIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta(Piece.Meta):
        """Numbered from one, without two of a number."""

        constraints = [
            *Homed.Meta.constraints,
            models.UniqueConstraint(fields=["plan", "number"], name="plan_version_one_of_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="plan_version_from_one"),
        ]


class Approval(models.Model):
    """The client, or somebody for them, approves a version: signed in, or as staff wrote down."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    of = models.ForeignKey(PlanVersion, models.PROTECT, related_name="approvals")
    signer = models.CharField(max_length=20)
    by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=20)
    on = models.DateField()
    words = models.TextField(blank=True)
    recorded_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        """Once in each name; signed in means by an account."""

        constraints = [
            models.UniqueConstraint(
                fields=["of", "by"], condition=Q(by__isnull=False), name="approval_once_signed_in"
            ),
            models.UniqueConstraint(
                fields=["of", "signer", "name"], condition=Q(by=None), name="approval_once_recorded"
            ),
            models.CheckConstraint(
                condition=Q(signer__in=[signer.value for signer in Signer])
                & Q(how__in=[how.value for how in How])
                & (~Q(how=How.SIGNED_IN) | Q(by=models.F("recorded_by"))),
                name="approval_says_how",
            ),
        ]


class Confirmation(models.Model):
    """Somebody who made the plan knows this version."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    of = models.ForeignKey(PlanVersion, models.PROTECT, related_name="confirmations")
    by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=20)
    on = models.DateField()
    recorded_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        """Once each; signed in means by an account."""

        constraints = [
            models.UniqueConstraint(
                fields=["of", "by"],
                condition=Q(by__isnull=False),
                name="confirmation_once_by_account",
            ),
            models.UniqueConstraint(
                fields=["of", "name"], condition=Q(by=None), name="confirmation_once_by_name"
            ),
            models.CheckConstraint(
                condition=Q(how__in=[how.value for how in How])
                & (~Q(how=How.SIGNED_IN) | Q(by=models.F("recorded_by"))),
                name="confirmation_says_how",
            ),
        ]
