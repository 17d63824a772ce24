"""The case, its states and responsible periods, and the one relation table."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id


class Case(Homed):
    """One period of support for a person, with exactly one case manager at every moment."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=20, unique=True)
    client = models.ForeignKey("clients.Client", models.PROTECT, related_name="cases")
    state = models.CharField(max_length=20, default=CaseState.OPEN)
    case_manager = models.ForeignKey("accounts.Account", models.PROTECT, related_name="manages")
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="cases")
    # What the person asked for, in their own words.
    own_words = models.TextField(blank=True)
    came_by = models.CharField(max_length=40, blank=True)
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Ended means ended: state and date agree, and dates stand in order."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(state=CaseState.OPEN, ended_at=None)
                | Q(state=CaseState.ENDED, ended_at__gte=models.F("opened_at")),
                name="case_state_and_end_agree",
            ),
            models.UniqueConstraint(
                fields=["client", "controller", "register"],
                condition=Q(state=CaseState.OPEN),
                name="case_one_open_per_person_and_register",
            ),
        ]
        indexes = [
            models.Index(fields=["case_manager", "state"], name="case_by_manager"),
            models.Index(fields=["unit", "state"], name="case_by_unit"),
        ]


class StateChange(models.Model):
    """When a case changed state, by whom and why: history that people read."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="state_changes")
    state = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=60, blank=True)


class Responsibility(models.Model):
    """A period during which somebody was the case manager; periods meet without gap or overlap."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, related_name="responsibilities")
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One open period at most; dates stand in order."""

        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(until_at=None), name="responsibility_one_open"
            ),
            models.CheckConstraint(
                condition=Q(until_at=None) | Q(until_at__gte=models.F("from_at")),
                name="responsibility_dates_in_order",
            ),
        ]


class Relation(models.Model):
    """Who stands how to a case or a contact, from when until when, and by which use case."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="relations")
    contact = models.ForeignKey(
        "contacts.Contact", models.PROTECT, null=True, related_name="relations"
    )
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="relations")
    kind = models.CharField(max_length=20)
    # Categories a representative or an expert is limited to, each between spaces; empty means all.
    scope = models.CharField(max_length=300, blank=True)
    # What opened it (a referral, an absence …), so that the same thing closes it.
    source_type = models.CharField(max_length=40, blank=True)
    source_id = models.UUIDField(null=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """About one case or one contact, of a known kind; asked for by account and by case."""

        constraints = [
            models.CheckConstraint(
                condition=Q(case=None, contact__isnull=False) | Q(case__isnull=False, contact=None),
                name="relation_to_case_or_contact",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in RelationKind]),
                name="relation_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(until_at=None) | Q(until_at__gte=models.F("from_at")),
                name="relation_dates_in_order",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(kind=RelationKind.CASE_MANAGER, until_at=None),
                name="relation_one_case_manager",
            ),
        ]
        indexes = [
            models.Index(fields=["account", "case", "kind"], name="relation_of_account_to_case"),
            models.Index(
                fields=["account", "contact", "kind"], name="relation_of_account_to_contact"
            ),
        ]
