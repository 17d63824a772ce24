"""Every cell of the matrix, what the table expects of it, and how it is knocked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.test import Client as Browser

from kaveri.casebook.cases.domain import Act, Grant, RelationKind
from kaveri.casebook.records.models import Homed
from kaveri.foundation.access import policy
from kaveri.foundation.audit.models import Event, Outcome
from tests.access import table
from tests.access.allowances import (
    CONSENT,
    ONLY_NARROWED,
    PERMIT,
    Allowance,
    allowances,
    arrange,
    ground,
)
from tests.access.allowances import NOTHING as NO_ALLOWANCE
from tests.access.world import AT_CONTACT, PERSONAL, Side, World, undone


@dataclass(frozen=True)
class Knock:
    """One request; `shows` is a text that stands in the answer only when the row is shown."""

    path: str
    sent: Mapping[str, Any] | None = None
    shows: str = ""


# A door that gives no knock is not there for this looker: the rule alone is asked.
Door = Callable[[World], Knock | None]


@dataclass(frozen=True)
class Drive:
    """How one act is carried out over HTTP, by staff and by the client's side.

    `rows` says the same without a page: the action and the row, for relations that have no
    page yet. `no_door` names these relations, each with its reason.
    """

    act: Act
    rows: Callable[[World], tuple[policy.Action, QuerySet[Any], Any]]
    staff: Door | None = None
    personal: Door | None = None
    no_door: Mapping[RelationKind | None, str] = field(default_factory=dict)
    # The relations for which the act is not built yet, each with its reason.
    not_yet: Mapping[RelationKind | None, str] = field(default_factory=dict)
    # Nobody else's row can be meant: what one writes is one's own.
    only_own: bool = False

    def __str__(self) -> str:
        return f"{self.act} at {self.staff.__name__}" if self.staff else str(self.act)

    def door(self, kind: RelationKind | None) -> Door | None:
        if kind in self.no_door:
            return None
        return self.personal if kind in PERSONAL else self.staff


@dataclass(frozen=True)
class Cell:
    """One act, one relation, one side, one's own row or another's."""

    act: Act
    kind: RelationKind | None
    side: Side
    own: bool | None
    allowed: bool
    allowance: Allowance = NO_ALLOWANCE

    def __str__(self) -> str:
        whose = {True: " × own row", False: " × another's row", None: ""}[self.own]
        said = "" if self.allowance is NO_ALLOWANCE else f" × {self.allowance}"
        return f"{self.act} × {self.kind or 'no relation'} × {self.side}{whose}{said}"


def cells_of(drive: Drive) -> Iterator[Cell]:
    """The cells of one act where the client has allowed nothing and narrowed nothing.

    `y` needs a ground besides the relation: the record's own controller and register, or being
    the client's side. `own` stands on the row that names the looker, on whichever side they work.
    """
    for kind, grant in table.expected()[drive.act].items():
        if kind in drive.not_yet:
            continue
        for side in Side:
            yield from _cells(drive, kind, side, grant, NO_ALLOWANCE)


def cells_with_a_ground(drive: Drive) -> Iterator[Cell]:
    """The cells of one act where the client has allowed or narrowed something.

    Tried where it can make a difference, and where it must make none: to a relation that grants
    nothing, to the controller's own register, to the client's side, to a row that names the looker.
    """
    for kind, grant in table.expected()[drive.act].items():
        if kind in AT_CONTACT or (kind is RelationKind.RECEIVER and grant is Grant.YES):
            # Before there is a case nobody can allow anything about it.
            continue
        for side in Side:
            for allowance in _worth_trying(kind, side, grant):
                yield from _cells(drive, kind, side, grant, allowance)


def _worth_trying(kind: RelationKind | None, side: Side, grant: Grant) -> Iterable[Allowance]:
    if grant is Grant.YES and kind not in PERSONAL:
        return ONLY_NARROWED if side is Side.OWN else allowances()[1:]
    if grant is Grant.NO:
        return [CONSENT, PERMIT]
    # What must change nothing.
    return [CONSENT, *(each for each in ONLY_NARROWED if each.meets)]


def _cells(
    drive: Drive,
    kind: RelationKind | None,
    side: Side,
    grant: Grant,
    allowance: Allowance,
) -> Iterator[Cell]:
    if grant is Grant.OWN:
        yield Cell(drive.act, kind, side, own=True, allowed=True, allowance=allowance)
        if not drive.only_own:
            yield Cell(drive.act, kind, side, own=False, allowed=False, allowance=allowance)
        return
    has_ground = kind in PERSONAL or bool(ground(side, allowance, drive.act))
    allowed = grant is Grant.YES and has_ground
    yield Cell(drive.act, kind, side, own=None, allowed=allowed, allowance=allowance)


# --- knocking -------------------------------------------------------------------------------

YES = frozenset({200, 302})
NO = 404


@dataclass(frozen=True)
class Answer:
    """What came of a knock: allowed or not, and what is wrong with the way it was said."""

    allowed: bool
    over_http: bool
    fault: str = ""


def tried(drive: Drive, cell: Cell) -> Answer:
    """Build the cell's world, knock, look at the answer and the log, and leave nothing behind."""
    return all_tried(drive, [cell])[cell]


def all_tried(drive: Drive, cells: Iterable[Cell]) -> dict[Cell, Answer]:
    """Every cell's answer; cells of one world share it, and each leaves it as it was."""
    worlds: dict[tuple[RelationKind | None, Side, bool | None], list[Cell]] = {}
    for cell in cells:
        worlds.setdefault((cell.kind, cell.side, cell.own), []).append(cell)
    answers = {}
    for (kind, side, own), inside in worlds.items():
        with undone():
            world = World(kind, side, own=own)
            answer = _door_of(drive, world)
            for cell in inside:
                with undone():
                    if cell.allowance is not NO_ALLOWANCE:
                        arrange(world, cell.allowance)
                    answers[cell] = answer()
    return answers


def _door_of(drive: Drive, world: World) -> Callable[[], Answer]:
    """How the world is asked, over HTTP or by the rule alone, with all rows in place."""
    door = drive.door(world.kind)
    knock = door(world) if door is not None else None
    if knock is not None:
        signed_in = Browser()
        signed_in.force_login(world.account)
        return lambda: _knocked(knock, signed_in)
    action, rows, pk = drive.rows(world)
    if world.row is None:
        row = rows.get(pk=pk)
        world.row = row if isinstance(row, Homed) else None
    return lambda: _asked(action, rows, pk, world)


def _asked(action: policy.Action, rows: QuerySet[Any], pk: Any, world: World) -> Answer:
    found = policy.permitted(rows, action, world.actor).filter(pk=pk).exists()
    return Answer(allowed=found, over_http=False)


def again(signed_in: Browser) -> Browser:
    """The same person's browser as it was right after the sign-in."""
    browser = Browser()
    browser.cookies.load(signed_in.cookies)
    return browser


def _knocked(knock: Knock, signed_in: Browser) -> Answer:
    browser = again(signed_in)
    for value in (knock.sent or {}).values():
        # A file that was sent before is read from its beginning again.
        if hasattr(value, "seek"):
            value.seek(0)
    before = set(Event.objects.values_list("id", flat=True))
    send = browser.get if knock.sent is None else browser.post
    response = send(knock.path, knock.sent)
    left = Event.objects.exclude(id__in=before)
    if response.status_code == NO:
        gone = left.exclude(outcome=Outcome.DENIED).exists()
        return Answer(allowed=False, over_http=True, fault="something was done" if gone else "")
    if response.status_code not in YES:
        return Answer(allowed=True, over_http=True, fault=f"status {response.status_code}")
    if not left.exists():
        return Answer(allowed=True, over_http=True, fault="nothing is in the log")
    if knock.sent is not None and response.status_code != 302:
        return Answer(
            allowed=True, over_http=True, fault=f"the form came back: {_problems(response)}"
        )
    if knock.shows:
        return Answer(allowed=knock.shows in response.content.decode(), over_http=True)
    return Answer(allowed=True, over_http=True)


def _problems(response: Any) -> str:
    text = response.content.decode()
    start = text.find("k-error")
    return " ".join(text[start : start + 600].split()) if start > 0 else text[-600:]
