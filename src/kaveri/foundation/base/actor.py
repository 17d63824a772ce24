"""Who acts: a worker, a client, a representative, a visitor without an account, or a named job."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What an account may be in the system at large; being one opens nobody's case."""

    PROFESSIONAL = "professional"
    MANAGER = "manager"
    EDITOR = "editor"
    PRIVACY_OFFICER = "privacy_officer"
    ADMINISTRATOR = "administrator"
    CLIENT = "client"
    EXPERT = "expert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The one who acts, as the rules see them: ids and codes, no names.

    `organisation_id` and `register` say whose record the actor writes into and reads as
    their own (access.md §3 `own`); both are empty for clients and visitors.
    """

    account_id: UUID | None = None
    job: str = ""
    roles: frozenset[Role] = frozenset()
    unit_ids: frozenset[UUID] = frozenset()
    managed_unit_ids: frozenset[UUID] = frozenset()
    organisation_id: UUID | None = None
    register: str = ""
    request_id: str = ""

    @property
    def person_id(self) -> UUID:
        """The account of an actor who is known to have one; a visitor or a job here is a mistake."""
        if self.account_id is None:
            raise AssertionError("a person was expected")
        return self.account_id


VISITOR = Actor()


def named_job(name: str) -> Actor:
    """The actor of scheduled work and of the demo; its name stands in the audit log."""
    return Actor(job=name)
