"""Municipalities, services by the definition-card headings, partners, duty lists."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.domain import Category
from kaveri.foundation.base.ids import new_id


class Municipality(models.Model):
    """A municipality and the unit that receives people from it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    code = models.CharField(max_length=3, blank=True)
    name_sv = models.CharField(max_length=80)
    name_fi = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    receiving_unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+")


class Partner(models.Model):
    """What an organisation is in the network: how to reach it and what being its client discloses."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.OneToOneField(
        "accounts.Organisation", models.PROTECT, related_name="partner"
    )
    discloses = models.CharField(max_length=30)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)

    class Meta:
        """The category is a declared one."""

        constraints = [
            models.CheckConstraint(
                condition=Q(discloses__in=[code.value for code in Category]),
                name="partner_discloses_a_category",
            )
        ]


class Service(models.Model):
    """A service by the headings of the handbook's definition card, in three languages."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, related_name="services"
    )
    unit = models.ForeignKey(
        "accounts.Unit", models.PROTECT, null=True, blank=True, related_name="services"
    )
    # What being its client tells about a person.
    discloses = models.CharField(max_length=30)
    receives_referrals = models.BooleanField(default=True)
    is_offered = models.BooleanField(default=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    needs = models.CharField(max_length=300, blank=True)
    name_sv = models.CharField(max_length=200)
    name_fi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    # Heading -> {"sv": …, "fi": …, "en": …}; the headings are those of `domain.CardHeading`.
    card = models.JSONField(default=dict)
    municipalities = models.ManyToManyField(Municipality, blank=True, related_name="services")

    class Meta:
        """The category is a declared one."""

        constraints = [
            models.CheckConstraint(
                condition=Q(discloses__in=[code.value for code in Category]),
                name="service_discloses_a_category",
            )
        ]


class DutyTurn(models.Model):
    """Somebody's place on a unit's duty list; the first who is present receives what arrives."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="duty_turns")
    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="duty_turns")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    place = models.PositiveSmallIntegerField(default=1)

    class Meta:
        """Places are read in order."""

        indexes = [models.Index(fields=["unit", "place"], name="duty_turn_by_place")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
                name="duty_turn_dates_in_order",
            )
        ]
