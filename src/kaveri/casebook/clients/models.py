"""The person and those who may act for them."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.clients.domain import (
    CodeKind,
    born_by_code,
    kind_of_code,
    normal_code,
)
from kaveri.casebook.records.models import Homed
from kaveri.foundation.access.sealed import index_of, seal_for, unseal_from
from kaveri.foundation.base.ids import new_id
from kaveri.foundation.base.names import folded, sorting


class Client(Homed):
    """A person who is or has been helped. Codes are sealed; temporary ones stand apart."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.OneToOneField("accounts.Account", models.PROTECT, null=True, blank=True)
    first_name = models.CharField(max_length=100)
    last_name = models.CharField(max_length=100)
    search_name = models.CharField(max_length=220, db_index=True)
    # The name in letters that every engine puts in the Nordic order.
    sort_name = models.CharField(max_length=660, db_index=True, default="", editable=False)
    born_on = models.DateField(null=True, blank=True)
    identity_code_sealed = models.TextField(blank=True)
    identity_code_index = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 unique
    temporary_code_sealed = models.TextField(blank=True)
    temporary_code_index = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 unique
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    street = models.CharField(max_length=200, blank=True)
    postal_code = models.CharField(max_length=10, blank=True)
    municipality = models.ForeignKey(
        "directory.Municipality", models.PROTECT, null=True, blank=True, related_name="+"
    )
    language = models.CharField(max_length=10, default="sv")
    interpreter = models.CharField(max_length=10, default="none")
    interpreter_language = models.CharField(max_length=60, blank=True)
    # Non-disclosure for personal safety: address, phone, municipality and places of meeting are hidden.
    non_disclosure = models.BooleanField(default=False)
    died_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Born before dying; the home is known."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(died_on=None) | Q(born_on=None) | Q(died_on__gte=models.F("born_on")),
                name="client_dates_in_order",
            ),
        ]
        indexes = [models.Index(fields=["born_on"], name="client_by_birth")]

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the folded name, and the one to sort by, beside the written one."""
        self.search_name = folded(f"{self.first_name} {self.last_name}")
        self.sort_name = sorting(self.last_name, self.first_name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def take_code(self, code: str) -> None:
        """Seal the code in its own column; the caller has checked that it is one."""
        text = normal_code(code)
        is_temporary = kind_of_code(text) is CodeKind.TEMPORARY
        column = "temporary_code" if is_temporary else "identity_code"
        setattr(self, f"{column}_sealed", seal_for(self, f"{column}_sealed", text))
        setattr(self, f"{column}_index", index_of(text))
        self.born_on = self.born_on or born_by_code(text)

    def open_code(self) -> str:
        """The code in clear, permanent before temporary; showing it is an act of its own."""
        for column in ("identity_code_sealed", "temporary_code_sealed"):
            if getattr(self, column):
                return unseal_from(self, column)
        return ""


class Representative(Homed):
    """Somebody who acts for the client, within a scope and a time, on a document."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="representatives")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    account = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="represents"
    )
    # Categories the representative may act in, separated by spaces; empty means all.
    scope = models.CharField(max_length=300, blank=True)
    document = models.CharField(max_length=200, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    # Ended before its period: it holds no longer from this moment.
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(Homed.Meta):
        """The dates stand in order; the home is known."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
                name="representative_dates_in_order",
            ),
        ]
