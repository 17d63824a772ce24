"""Organisations, units, accounts, the work they have been given, and absences."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.ids import new_id


class Organisation(models.Model):
    """A controller: the county, an authority, an association. `keeps_record` is access.md §1."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    name_sv = models.CharField(max_length=200)
    name_fi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    kind = models.CharField(max_length=30)
    # "county": its workers write into the county's record as joint work; "own": into their own.
    keeps_record = models.CharField(max_length=10, default="own")


class Unit(models.Model):
    """A place of work inside an organisation, with the register its workers write into."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField(unique=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units")
    register = models.CharField(max_length=20)
    name_sv = models.CharField(max_length=200)
    name_fi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)


class AccountManager(BaseUserManager["Account"]):
    """Finding the account somebody signs in to."""

    def create_user(
        self, username: str, password: str | None = None, **fields: object
    ) -> "Account":
        """An account with a password of its own, or none."""
        account = self.model(username=username, **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Somebody who signs in: a worker, a client, a representative, an experience expert."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True)
    first_name = models.CharField(max_length=100)
    last_name = models.CharField(max_length=100)
    phone = models.CharField(max_length=40, blank=True)
    title_sv = models.CharField(max_length=120, blank=True)
    title_fi = models.CharField(max_length=120, blank=True)
    title_en = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=5, default="sv")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)
    register = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    # The password was handed over by somebody else: nothing opens until the person has one of their own.
    password_is_given = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = AccountManager()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    class Meta:
        """A closed account cannot sign in."""

        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(is_active=False),
                name="account_closed_is_not_active",
            )
        ]

    @property
    def full_name(self) -> str:
        """First and last name, as people are first mentioned."""
        return f"{self.first_name} {self.last_name}".strip()

    def get_full_name(self) -> str:
        """The name other packages ask for."""
        return self.full_name


class Assignment(models.Model):
    """A role somebody holds in a unit, for a time."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    role = models.CharField(max_length=20)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        """A role is one of the declared ones, and its dates stand in order."""

        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="assignment_role_is_known"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
                name="assignment_dates_in_order",
            ),
        ]


class Absence(models.Model):
    """When a worker is away and who stands in. Both days are included; no last day: until told."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="absences")
    substitute = models.ForeignKey(Account, models.PROTECT, related_name="stands_in")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Nobody stands in for themselves; the dates stand in order."""

        constraints = [
            models.CheckConstraint(
                condition=~Q(account=models.F("substitute")), name="absence_substitute_is_another"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
                name="absence_dates_in_order",
            ),
        ]
