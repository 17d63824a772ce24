"""How two agreed versions differ, in plain sentences that client and staff read alike."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kaveri.casebook.directory import selectors as directory
from kaveri.foundation.ui import dates
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import (
    Change,
    ChangeKind,
    GoalState,
    Item,
    Part,
    RowState,
    Topic,
    Wish,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change: a sentence, and both texts where somebody put something in other words."""

    kind: ChangeKind
    sentence: str
    before: str = ""
    after: str = ""


def change_lines(changes: Iterable[Change], language: str) -> list[ChangeLine]:
    """A sentence for each thing that came, went or reads otherwise, in the order of the plan."""
    found = list(changes)
    wanted = {
        item["service_id"]
        for change in found
        if change.part is Part.ROW
        for item in (change.before, change.after)
        if item and item["service_id"]
    }
    names = {
        str(service.id): str(getattr(service, f"name_{language}"))
        for service in directory.services().filter(pk__in=wanted)
    }
    told = _Telling(names, language)
    return [line for change in found for line in told.lines(change)]


class _Telling:
    def __init__(self, services: Mapping[str, str], language: str) -> None:
        self.services, self.language = services, language

    def lines(self, change: Change) -> list[ChangeLine]:
        """What is said of one change; a row may have changed in more than one way."""
        telling = {
            Part.WORDS: self._words,
            Part.GOAL: self._goal,
            Part.STATEMENT: self._statement,
            Part.ROW: self._row,
            Part.FOLLOW_UP: self._follow_up,
            Part.MAKER: self._maker,
        }
        return [
            line if isinstance(line, ChangeLine) else ChangeLine(kind=change.kind, sentence=line)
            for line in telling[change.part](change)
        ]

    def _words(self, change: Change) -> list[Any]:
        before, after = (change.before or {}).get("text", ""), (change.after or {}).get("text", "")
        sentence = {
            ChangeKind.CAME: _("It is written what the client wants."),
            ChangeKind.WENT: _("The words about what the client wants are not there any more."),
            ChangeKind.CHANGED: _("What the client wants is put in other words."),
        }[change.kind]
        return [ChangeLine(kind=change.kind, sentence=sentence, before=before, after=after)]

    def _goal(self, change: Change) -> list[Any]:
        before, after = change.before or {}, change.after or {}
        if change.kind is ChangeKind.CAME:
            return [_("A new goal: %(goal)s") % {"goal": after["own_words"]}]
        if change.kind is ChangeKind.WENT:
            return [_("A goal is not there any more: %(goal)s") % {"goal": before["own_words"]}]
        known = {"goal": after["own_words"]}
        if before["state"] != after["state"]:
            return [
                {
                    GoalState.ATTAINED: _("A goal has been reached: %(goal)s"),
                    GoalState.GIVEN_UP: _("A goal has been given up: %(goal)s"),
                    GoalState.AHEAD: _("A goal is ahead again: %(goal)s"),
                }[GoalState(after["state"])]
                % known
            ]
        if before["own_words"] == after["own_words"]:
            return [
                _("The goal is the same, but something around it has changed: %(goal)s") % known
            ]
        return [
            ChangeLine(
                kind=change.kind,
                sentence=_("A goal is put in other words."),
                before=before["own_words"],
                after=after["own_words"],
            )
        ]

    def _statement(self, change: Change) -> list[Any]:
        item = change.after or change.before or {}
        known = {"topic": labels.TOPICS[Topic(item["topic"])], "text": item["text"]}
        sentences = {
            ChangeKind.CAME: _("New about %(topic)s: %(text)s"),
            ChangeKind.WENT: _("No longer in the plan about %(topic)s: %(text)s"),
            ChangeKind.CHANGED: _("Written otherwise about %(topic)s: %(text)s"),
        }
        return [sentences[change.kind] % known]

    def _row(self, change: Change) -> list[Any]:
        before, after = change.before or {}, change.after or {}
        known: dict[str, Any] = {"what": self._what(after or before)}
        if change.kind is ChangeKind.CAME:
            return [_("New in the plan: %(what)s") % known]
        if change.kind is ChangeKind.WENT:
            return [_("No longer in the plan: %(what)s") % known]
        changed = {field.field for field in change.fields}
        lines = [
            *self._reads(change.kind, before, after, changed),
            *self._happens(after, changed, known),
            *self._thought(change.kind, before, after, changed, known),
        ]
        if not lines and "agreed_on" in changed and after["agreed_on"]:
            lines.append(_("%(what)s: agreed to by the one who is responsible") % known)
        return lines or [_("%(what)s: something has changed") % known]

    def _reads(
        self, kind: ChangeKind, before: Item, after: Item, changed: set[str]
    ) -> Iterable[Any]:
        if changed & {"what", "service_id", "kind"}:
            yield ChangeLine(
                kind=kind,
                sentence=_("A row of the plan is put otherwise."),
                before=self._what(before),
                after=self._what(after),
            )

    def _happens(self, after: Item, changed: set[str], known: dict[str, Any]) -> Iterable[Any]:
        """How it stands, when, and by whom."""
        if "state" in changed:
            state = labels.ROW_STATES[RowState(after["state"])]
            yield _("%(what)s: now %(state)s") % {**known, "state": state}
        if changed & {"from_on", "until_on", "due_on"}:
            day = self._day(after["due_on"] or after["from_on"] or after["until_on"])
            sentence = (
                _("%(what)s: another day, %(day)s")
                if day
                else _("%(what)s: there is no day any more")
            )
            yield sentence % {**known, "day": day}
        if changed & {"responsible_id", "responsible_name", "by_client"}:
            who = after["responsible"] or after["responsible_name"]
            who = _("the client") if after["by_client"] else who
            sentence = (
                _("%(what)s: now %(who)s is responsible")
                if who
                else _("%(what)s: nobody is responsible yet")
            )
            yield sentence % {**known, "who": who}

    def _thought(
        self, kind: ChangeKind, before: Item, after: Item, changed: set[str], known: dict[str, Any]
    ) -> Iterable[Any]:
        """The client's view, the recommendation, and the client's own part: what was and what is."""
        if changed & {"wish", "client_words"}:
            wish = labels.WISHES[Wish(after["wish"])]
            yield _("%(what)s: %(wish)s") % {**known, "wish": wish}
        texts = {
            "client_words": _("%(what)s: in the client's own words"),
            "recommendation": _("%(what)s: another recommendation"),
            "client_part": _("%(what)s: the client's own part has changed"),
        }
        for field, sentence in texts.items():
            if field in changed:
                yield ChangeLine(
                    kind=kind, sentence=sentence % known, before=before[field], after=after[field]
                )

    def _follow_up(self, change: Change) -> list[Any]:
        after = change.after
        if after is None:
            return [_("It is not agreed any more when the plan is looked at again.")]
        return [_("The plan is looked at again on %(day)s.") % {"day": self._day(after["on"])}]

    def _maker(self, change: Change) -> list[Any]:
        name = {"name": (change.after or change.before or {})["name"]}
        if change.kind is ChangeKind.CHANGED:
            return []
        return [
            _("%(name)s has taken part in making the plan.") % name
            if change.kind is ChangeKind.CAME
            else _("%(name)s no longer takes part in making the plan.") % name
        ]

    def _what(self, row: Item) -> str:
        service = self.services.get(str(row["service_id"]), row["service"])
        return ", ".join(words for words in (service, row["what"]) if words)

    def _day(self, day: str | None) -> str:
        return dates.plain_date(dt.date.fromisoformat(day), self.language) if day else ""
