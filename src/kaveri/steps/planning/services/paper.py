"""The agreed plan on paper, in the language of the one who reads."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.documents import make_pdf
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.phones import shown_phone
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.planning import labels
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    GoalLevel,
    GoalState,
    How,
    Item,
    Part,
    RowState,
    Signer,
    Topic,
    Wish,
    organisation_of,
)
from kaveri.steps.planning.models import PlanVersion
from kaveri.steps.planning.selectors import (
    approvals,
    content_of,
    keeper_of_case,
    keeping_kept,
    keeping_of,
    service_names,
    shown,
    signed_by,
    versions,
)

_PAPER = Path(__file__).resolve().parent.parent / "templates" / "planning" / "plan.typ"
_COMPETENCE = (
    Topic.EDUCATION,
    Topic.WORK_HISTORY,
    Topic.STRENGTH,
    Topic.RESOURCE,
    Topic.CHALLENGE,
)
_SITUATION = (Topic.LIFE_SITUATION, Topic.WORK_ABILITY, Topic.EARLIER_SUPPORT)


def print_plan(*, actor: Actor, version_id: UUID, language: str) -> bytes:
    """A kept version as a tagged PDF: only what this reader may see of it now.

    First in short and in plain words, then the eight parts of the handbook, with the sentence
    that a plan gives no right to services in itself (PLAN-13, PLAN-15).
    """
    with looking(PlanAction.PRINT, actor=actor, facts={"language": language}) as look:
        version: Any = look.row(versions(), version_id)
        look.concerns([version.case.client_id])
        with translation.override(language):
            data = _Paper(version, shown(version, actor), actor, language).data()
    return make_pdf(_PAPER, data, made_at=version.written_at)


class _Paper:
    """The parts of the paper, from the items that may be shown."""

    def __init__(
        self, version: PlanVersion, items: Sequence[Item], actor: Actor, language: str
    ) -> None:
        self.version, self.case, self.actor, self.language = version, version.case, actor, language
        self.own_copy = actor.account_id == self.case.client.account_id
        self.of = {part: [item for item in items if item["part"] == part] for part in Part}
        self.services = service_names(items, language)
        self.approved = list(approvals([version.pk]))

    def data(self) -> dict[str, Any]:
        """Everything the template shows."""
        day = self._day(self.version.written_at.astimezone(clock.HELSINKI).date())
        return {
            "title": _("Work ability support plan"),
            "sender": getattr(self.case.controller, f"name_{self.language}"),
            "secrecy": _("Confidential"),
            "foot": _("Version %(number)s, agreed %(day)s")
            % {"number": self.version.number, "day": day},
            "page": _("Page"),
            "lang": self.language,
            "person": self.case.client.full_name,
            "when": _("Version %(number)s, agreed %(day)s")
            % {"number": self.version.number, "day": day},
            "in_short": [part for part in self._in_short() if part],
            "rights": _(
                "This plan does not in itself give a right to services. The rights follow from"
                " the laws on each service."
            ),
            "parts": self._parts(),
            "signatures": self._signatures(),
        }

    # --- in short -----------------------------------------------------------------------------

    def _in_short(self) -> Iterable[dict[str, Any]]:
        if words := self._words():
            yield _part(_("What you want"), own_words=words)
        ahead = [
            row for row in self.of[Part.ROW] if row["state"] in {RowState.PLANNED, RowState.BEGUN}
        ]
        if ahead:
            yield _part(_("What happens next"), said=[_said(self._in_a_sentence(ahead[0]))])
        mine = [row["client_part"] for row in ahead if row["client_part"]] + [
            self._what(row) for row in ahead if row["by_client"]
        ]
        yield _part(
            _("What you do yourself"),
            said=[_said(text) for text in mine],
            empty="" if mine else _("Nothing is asked of you just now."),
        )
        yield _part(_("Who takes care of the whole"), said=[_said(self._carer())])
        for follow_up in self.of[Part.FOLLOW_UP]:
            yield _part(_("When the plan is looked at again"), said=[self._follow_up(follow_up)])

    def _in_a_sentence(self, row: Item) -> str:
        return _join(self._what(row), self._who(row), self._when(row), between="\n")

    def _carer(self) -> str:
        manager = self.case.case_manager
        phone = shown_phone(manager.phone, self.language) if manager.phone else ""
        return _join(
            manager.full_name, getattr(manager, f"title_{self.language}"), phone, between="\n"
        )

    # --- the eight parts ----------------------------------------------------------------------

    def _parts(self) -> list[dict[str, Any]]:
        rows = sorted(self.of[Part.ROW], key=lambda row: row["place"])
        return [
            _part(
                _("1 Goals"),
                own_words=self._words(),
                said=[self._goal(goal) for goal in self._goals()],
                empty=self._nothing(self.of[Part.GOAL] or self._words()),
            ),
            self._statements(_("2 Situation"), _SITUATION),
            self._statements(_("3 Education, work history, strengths and challenges"), _COMPETENCE),
            _part(
                _("4 Services and benefits"), table=self._wishes(rows), empty=self._nothing(rows)
            ),
            _part(
                _("5 Order and timetable"), table=self._timetable(rows), empty=self._nothing(rows)
            ),
            _part(
                _("6 Roles, responsibilities and coordination"),
                table=self._roles(rows),
                said=[_said(self._carer(), heading=_("Case manager"))],
            ),
            _part(
                _("7 Follow-up"),
                said=[self._follow_up(each) for each in self.of[Part.FOLLOW_UP]],
                empty=self._nothing(self.of[Part.FOLLOW_UP]),
            ),
            _part(
                _("8 Where the plan is kept and who may see it"),
                said=self._keeping(),
            ),
            _part(_("Approved by"), said=self._approvals()),
        ]

    def _keeping(self) -> list[dict[str, str]]:
        """As it was when the plan was agreed; what holds today only where that is something else."""
        keeper = keeper_of_case(self.case)
        now = keeping_of(keeper, self.actor, self.language)
        kept = content_of(self.version).get("keeping")
        then = keeping_kept(kept, keeper, self.actor, self.language) if kept else []
        agreed = self._day(self.version.written_at.astimezone(clock.HELSINKI).date())
        when_agreed = _("When the plan was agreed, %(day)s:") % {"day": agreed}
        today = _("Today, %(day)s:") % {"day": self._day(clock.today())}
        return [
            *(_headed(when_agreed, then) if then else []),
            *(_headed(today, now) if now != then else []),
        ]

    def _signatures(self) -> list[dict[str, str]]:
        """A line for each who has not said yes yet: the client, and those who are responsible."""
        client = self.case.client.full_name
        approved = any(approval.signer == Signer.CLIENT for approval in self.approved)
        waiting = {
            self._who(row): None
            for row in self.of[Part.ROW]
            if row["state"] in {RowState.PLANNED, RowState.BEGUN}
            and not row["agreed_on"]
            and not row["by_client"]
        }
        words = _("Day and signature")
        return [
            *([] if approved else [{"name": client, "words": words}]),
            *({"name": name, "words": words} for name in waiting if name),
        ]

    def _goals(self) -> list[Item]:
        order = list(GoalLevel)
        return sorted(self.of[Part.GOAL], key=lambda goal: order.index(GoalLevel(goal["level"])))

    def _goal(self, goal: Item) -> dict[str, str]:
        state = GoalState(goal["state"])
        how = "" if state is GoalState.AHEAD else str(labels.GOAL_STATES[state])
        return _said(
            _join(goal["own_words"], goal["wording"], between="\n"),
            heading=str(labels.LEVELS[GoalLevel(goal["level"])]),
            source=_join(how, self._maybe(goal["closed_on"]), goal["closed_reason"]),
        )

    def _statements(self, heading: str, topics: Sequence[Topic]) -> dict[str, Any]:
        found = [item for item in self.of[Part.STATEMENT] if item["topic"] in topics]
        found.sort(key=lambda item: topics.index(Topic(item["topic"])))
        said = [
            _said(
                _join(item["text"], item["effect"], between="\n"),
                heading=str(labels.TOPICS[Topic(item["topic"])]),
                source=_join(
                    item["said_by"] or str(SOURCES[Source(item["source"])]),
                    self._maybe(item["said_on"]),
                ),
            )
            for item in found
        ]
        return _part(heading, said=said, empty=self._nothing(said))

    def _wishes(self, rows: list[Item]) -> dict[str, Any] | None:
        body = [
            [
                self._what(row),
                _join(str(labels.WISHES[Wish(row["wish"])]), row["client_words"], between="\n"),
                row["recommendation"],
            ]
            for row in rows
        ]
        return _table(
            [_("Service or step"), _("Your own view"), _("Recommendation")], body, [3, 3, 3]
        )

    def _timetable(self, rows: list[Item]) -> dict[str, Any] | None:
        body = [
            [
                str(number),
                self._what(row),
                self._when(row),
                str(labels.ROW_STATES[RowState(row["state"])]),
            ]
            for number, row in enumerate(rows, 1)
        ]
        return _table([_("Order"), _("What"), _("When"), _("How it stands")], body, [1, 4, 3, 2])

    def _roles(self, rows: list[Item]) -> dict[str, Any] | None:
        body = [
            [self._what(row), self._who(row), row["client_part"], self._agreed(row)] for row in rows
        ]
        header = [_("What"), _("Who is responsible"), _("Your part"), _("Agreed")]
        return _table(header, body, [3, 3, 2, 2])

    def _approvals(self) -> list[dict[str, str]]:
        found = [
            _said(
                _join(signed_by(row), self._day(row.on)),
                source=_join(str(labels.HOW[How(row.how)]), row.words),
            )
            for row in self.approved
        ]
        return found or [_said(_("The client has not approved this version yet."))]

    def _nothing(self, found: Any) -> str:
        if found:
            return ""
        if self.own_copy:
            return _("Nothing is written here.")
        return _("Nothing is written here, or it is not shown to you.")

    # --- words --------------------------------------------------------------------------------

    def _words(self) -> str:
        return "\n\n".join(item["text"] for item in self.of[Part.WORDS])

    def _what(self, row: Item) -> str:
        service = self.services.get(str(row["service_id"]), str(row["service"]))
        return _join(service, row["what"])

    def _who(self, row: Item) -> str:
        who = row["responsible"] or row["responsible_name"]
        if row["by_client"]:
            who = self.case.client.full_name
        return _join(who, organisation_of(row, self.language))

    def _when(self, row: Item) -> str:
        if row["from_on"] or row["until_on"]:
            return "–".join((self._maybe(row["from_on"]), self._maybe(row["until_on"])))
        return _("by %(day)s") % {"day": self._maybe(row["due_on"])} if row["due_on"] else ""

    def _agreed(self, row: Item) -> str:
        return self._maybe(row["agreed_on"]) or _("not yet")

    def _follow_up(self, item: Item) -> dict[str, str]:
        return _said(
            item["what"], heading=self._maybe(item["on"]), source=item["who"] or item["who_name"]
        )

    def _day(self, day: dt.date) -> str:
        return dates.plain_date(day, self.language)

    def _maybe(self, day: str | None) -> str:
        return self._day(dt.date.fromisoformat(day)) if day else ""


def _part(heading: str, **known: Any) -> dict[str, Any]:
    return {
        "heading": heading,
        "label": _("In your own words"),
        "own_words": "",
        "said": [],
        "table": None,
        "empty": "",
        **known,
    }


def _said(text: str, *, heading: str = "", source: str = "") -> dict[str, str]:
    return {"text": text, "heading": heading, "source": source}


def _table(header: list[str], rows: list[list[str]], widths: list[int]) -> dict[str, Any] | None:
    return {"header": header, "rows": rows, "widths": widths} if rows else None


def _headed(heading: str, lines: Sequence[str]) -> list[dict[str, str]]:
    return [_said(line, heading="" if at else heading) for at, line in enumerate(lines)]


def _join(*words: str, between: str = ", ") -> str:
    return between.join(word for word in words if word)
