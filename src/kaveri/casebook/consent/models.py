"""Consents, permits, prohibitions and limits: each row is given, may be replaced or withdrawn, and stays."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.consent.domain import Given, LimitSource
from kaveri.casebook.records.domain import Register
from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id


class Allowance(Homed):
    """What consents, permits and prohibitions share: who said it, how, from when until when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    client = models.ForeignKey("clients.Client", models.PROTECT, related_name="+")
    # The one who acted for the client, when somebody did.
    representative = models.ForeignKey(
        "clients.Representative", models.PROTECT, null=True, blank=True, related_name="+"
    )
    given = models.CharField(max_length=20)
    given_on = models.DateField()
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    stored_where = models.CharField(max_length=300, blank=True)
    scan = models.FileField(upload_to="consents/%Y/", blank=True)
    scan_name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10)
    recorded_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    # Withdrawn: from this moment, said to whom, recorded by whom.
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_to = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawal_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawal_words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Given in a declared way; the days stand in order."""

        abstract = True
        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(given__in=[way.value for way in Given]),
                name="%(app_label)s_%(class)s_given_is_known",
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
                name="%(app_label)s_%(class)s_days_in_order",
            ),
        ]


class Consent(Allowance):
    """Consent (suostumus, samtycke): between which parties, which information, what for, until when."""

    # Each between spaces, as Relation.scope.
    categories = models.CharField(max_length=300)
    purposes = models.CharField(max_length=120)
    purpose_words = models.TextField(blank=True)
    # Which text the client read (casebook/consent/texts.toml).
    text_version = models.CharField(max_length=20)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    replaced_at = models.DateTimeField(null=True, blank=True)
    # When what follows from its last day having passed was seen to.
    ran_out_at = models.DateTimeField(null=True, blank=True)

    class Meta(Allowance.Meta):
        """Asked for by person."""

        constraints = Allowance.Meta.constraints
        indexes = [models.Index(fields=["client", "from_on"], name="consent_by_client")]


class ConsentParty(models.Model):
    """One of those between whom information may pass: a controller and its register."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    consent = models.ForeignKey(Consent, models.PROTECT, related_name="parties")
    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    register = models.CharField(max_length=20)
    # When and how this party was told that the consent is withdrawn.
    told_at = models.DateTimeField(null=True, blank=True)
    told_how = models.CharField(max_length=20, blank=True)

    class Meta:
        """A party stands once in a consent."""

        constraints = [
            models.UniqueConstraint(
                fields=["consent", "organisation", "register"], name="consent_party_once"
            ),
            models.CheckConstraint(
                condition=Q(register__in=[code.value for code in Register]),
                name="consent_party_register_is_known",
            ),
        ]


class Permit(Allowance):
    """Permit (luovutuslupa, utlämningstillstånd): inside one sector, to other controllers."""

    sector = models.CharField(max_length=20)

    class Meta(Allowance.Meta):
        """Only the two sectors have permits."""

        constraints = [
            *Allowance.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sector__in=[Register.SOCIAL, Register.HEALTH]),
                name="permit_sector_is_known",
            ),
        ]
        indexes = [models.Index(fields=["client", "sector"], name="permit_by_client")]


class Prohibition(Allowance):
    """Prohibition (kielto, förbud): narrows permits and consents; never the controller's own register.

    What is left empty is not narrowed by; a single document is named by its id.
    """

    controller_of = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    register_of = models.CharField(max_length=20, blank=True)
    service_task_of = models.CharField(max_length=30, blank=True)
    document_id = models.UUIDField(null=True, blank=True)

    class Meta(Allowance.Meta):
        """Asked for by person."""

        constraints = Allowance.Meta.constraints
        indexes = [models.Index(fields=["client"], name="prohibition_by_client")]


class Limit(Homed):
    """What the plan or the client's network keeps from somebody; it can only narrow (PLAN-8)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    client = models.ForeignKey("clients.Client", models.PROTECT, related_name="+")
    # From whom: one organisation, or one register of it, or one person.
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation_register = models.CharField(max_length=20, blank=True)
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Each between spaces.
    categories = models.CharField(max_length=300)
    source = models.CharField(max_length=20)
    source_id = models.UUIDField(null=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta(Homed.Meta):
        """From somebody, and from a declared source."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, account=None)
                | Q(organisation=None, account__isnull=False),
                name="limit_from_somebody",
            ),
            models.CheckConstraint(
                condition=Q(source__in=[source.value for source in LimitSource]),
                name="limit_source_is_known",
            ),
        ]
        indexes = [models.Index(fields=["client"], name="limit_by_client")]
