"""One cell's world: somebody who stands in one relation to one case or contact, and what is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from django.db import transaction

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.clients.models import Client
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.records.domain import Register
from kaveri.casebook.records.models import Homed
from kaveri.foundation.accounts.models import Account, Assignment
from kaveri.foundation.base.actor import Actor, Role
from tests.factories import casebook as given
from tests.factories import cast


@contextmanager
def undone() -> Iterator[None]:
    """What is made inside leaves nothing behind."""
    with transaction.atomic():  # noqa: TID251 - so that a cell leaves nothing behind
        yield
        transaction.set_rollback(True)


class Side(StrEnum):
    """Whose record the case is, seen from the one who looks."""

    OWN = "own register"
    REGISTER = "another register of the county"
    CONTROLLER = "another controller"
    SECTOR = "another county's same sector"


PERSONAL = frozenset({RelationKind.SELF, RelationKind.REPRESENTATIVE})
AT_CONTACT = frozenset({RelationKind.CONTACT_OWNER, RelationKind.CONTACT_SENDER})


@dataclass
class World:
    """Built anew for every cell; `own` says whose the row is where that matters, else it is None."""

    kind: RelationKind | None
    side: Side
    own: bool | None = None
    # The row that the act is about, when it is not the case itself.
    row: Homed | None = None

    @property
    def at_stake(self) -> Homed:
        """What a ground is asked for."""
        return self.row or self.case

    @cached_property
    def account(self) -> Account:
        """The one who knocks."""
        if self.kind is RelationKind.SELF:
            return cast.aino_account()
        if self.kind is RelationKind.REPRESENTATIVE:
            return outsider("raili", Role.CLIENT)
        if self.kind is RelationKind.EXPERT:
            return outsider("elsa", Role.EXPERT)
        return {
            Side.OWN: cast.mikko,
            Side.REGISTER: cast.sara,
            Side.CONTROLLER: cast.kalle,
            Side.SECTOR: cast.viola,
        }[self.side]()

    @property
    def actor(self) -> Actor:
        return cast.as_actor(self.account)

    @cached_property
    def client(self) -> Client:
        """The person; only `self` has the sign-in of theirs."""
        return given.aino() if self.kind is RelationKind.SELF else given.aino(account=None)

    @property
    def home(self) -> dict[str, object]:
        """For the client's own look it is the record that lies in another register."""
        register = Register.SOCIAL
        if self.kind in PERSONAL and self.side is not Side.OWN:
            register = Register.HEALTH
        return given.home(register)

    @cached_property
    def case(self) -> Case:
        """The case, with the relation in place."""
        manager = self.account if self.kind is RelationKind.CASE_MANAGER else self.other
        case = given.a_case(manager=manager, client=self.client, **self.home)
        wanted = {None, RelationKind.SELF, RelationKind.CASE_MANAGER} | AT_CONTACT
        if self.kind not in wanted:
            given.near(case, self.account, self.kind)
        return case

    @cached_property
    def contact(self) -> Contact:
        """A contact that has not become a case."""
        home = {key: value for key, value in self.home.items() if key != "category"}
        mine = self.own is not False
        owner = self.account if mine and self.kind is RelationKind.CONTACT_OWNER else self.other
        sender = self.account if mine and self.kind is RelationKind.CONTACT_SENDER else None
        return given.a_contact(owner=owner, sender=sender, **home)

    @cached_property
    def other(self) -> Account:
        """Somebody else who works on the case: the one whose rows are not the looker's own."""
        return cast.kerstin()

    @property
    def whose(self) -> Account:
        """The one whose row it is: written by, responsible for or asked of."""
        return self.account if self.own else self.other


def outsider(username: str, role: Role) -> Account:
    """Somebody with a sign-in and no place of work here."""
    account, made = Account.objects.get_or_create(
        username=username,
        defaults={"first_name": username.title(), "last_name": "Aalto", "language": "sv"},
    )
    if made:
        Assignment.objects.create(account=account, role=role, from_on=cast.LONG_AGO)
    return account
