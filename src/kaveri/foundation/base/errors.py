"""The two words for no, and the one for "already"."""

from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID


class Denied(Exception):
    """You may not, or it is not there for you; the two look the same."""


class Refused(Exception):
    """You may, but not yet: `obstacles` holds every reason, as codes."""

    def __init__(self, obstacles: Iterable[StrEnum]) -> None:
        """Keep the codes in the order the page shall show them."""
        self.obstacles = list(obstacles)
        super().__init__(", ".join(self.obstacles))


class Changed(Exception):
    """Somebody else saved while you wrote; nothing of either is lost."""


class AlreadyDone(Exception):
    """The same sending came twice; `object_id` is what the first one made."""

    def __init__(self, object_id: UUID | None) -> None:
        """Carry what the first sending made."""
        self.object_id = object_id
        super().__init__(str(object_id))


def refuse_if(obstacles: Iterable[StrEnum]) -> None:
    """Refuse with every obstacle at once; go on when there is none."""
    found = list(obstacles)
    if found:
        raise Refused(found)
