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
    GoalLevel,
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

    def _goal(self, change: Change) -> Iterable[Any]:
        before, after = change.before or {}, change.after or {}
        known = {"goal": (after or before)["own_words"]}
        if change.kind is not ChangeKind.CHANGED:
            item = after or before
            known["level"] = str(labels.LEVELS[GoalLevel(item["level"])])
            known["state"] = str(labels.GOAL_STATES[GoalState(item["state"])])
            sentence = (
                _("A new goal (%(level)s, %(state)s): %(goal)s")
                if after
                else _("A goal is not there any more (%(level)s, %(state)s): %(goal)s")
            )
            return [sentence % known]
        found: list[Any] = []
        changed = {field.field for field in change.fields}
        if "state" in changed:
            found.append(_how_it_went(before["state"], after["state"]) % known)
        if "own_words" in changed:
            found.append(
                ChangeLine(
                    kind=change.kind,
                    sentence=_("A goal is put in other words."),
                    before=before["own_words"],
                    after=after["own_words"],
                )
            )
        if "level" in changed:
            levels = {
                name: labels.LEVELS[GoalLevel(item["level"])]
                for name, item in (("before", before), ("after", after))
            }
            found.append(
                _("The goal was a %(before)s and is now a %(after)s: %(goal)s")
                % {**known, **levels}
            )
        return found or [
            _("The goal is the same, but something around it has changed: %(goal)s") % known
        ]

    def _statement(self, change: Change) -> list[Any]:
        before, after = change.before or {}, change.after or {}
        item = after or before
        known = {"topic": labels.TOPICS[Topic(item["topic"])], "text": item["text"]}
        if change.kind is ChangeKind.CHANGED and before["text"] != after["text"]:
            return [
                ChangeLine(
                    kind=change.kind,
                    sentence=_("Written otherwise about %(topic)s.") % known,
                    before=before["text"],
                    after=after["text"],
                )
            ]
        sentences = {
            ChangeKind.CAME: _("New about %(topic)s: %(text)s"),
            ChangeKind.WENT: _("No longer in the plan about %(topic)s: %(text)s"),
            ChangeKind.CHANGED: _(
                "The text about %(topic)s is the same, but something around it has changed: %(text)s"
            ),
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
            *self._happens(before, after, changed, known),
            *self._thought(change.kind, before, after, changed, known),
        ]
        if "agreed_on" in changed and not (before["agreed_on"] and after["agreed_on"]):
            sentence = (
                _("%(what)s: agreed to by the one who is responsible")
                if after["agreed_on"]
                else _("%(what)s: was agreed to before, now nobody has agreed to it")
            )
            lines.append(sentence % known)
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

    def _happens(
        self, before: Item, after: Item, changed: set[str], known: dict[str, Any]
    ) -> Iterable[Any]:
        """How it stood and stands, when, and by whom: always what it was before."""
        if "state" in changed:
            was, state = (
                str(labels.ROW_STATES[RowState(item["state"])]) for item in (before, after)
            )
            yield _("%(what)s: was %(before)s, is now %(state)s") % {
                **known,
                "before": was,
                "state": state,
            }
        if "due_on" in changed:
            yield self._day_moved(before, after) % {
                **known,
                "before": self._day(before["due_on"]),
                "after": self._day(after["due_on"]),
            }
        if changed & {"from_on", "until_on"}:
            yield self._period_moved(before, after) % {
                **known,
                "before": self._period(before),
                "after": self._period(after),
            }
        if changed & {"responsible_id", "responsible_name", "by_client", "organisation_name"}:
            was, now = _responsible(before), _responsible(after)
            yield _passed_on(was, now) % {**known, "before": was, "after": now}

    def _day_moved(self, before: Item, after: Item) -> str:
        if not before["due_on"]:
            return _("%(what)s: there was no day, now it is %(after)s")
        if not after["due_on"]:
            return _("%(what)s: the day was %(before)s, now there is no day")
        return _("%(what)s: the day was %(before)s, now it is %(after)s")

    def _period_moved(self, before: Item, after: Item) -> str:
        if not self._period(before):
            return _("%(what)s: there was no period, now it is %(after)s")
        if not self._period(after):
            return _("%(what)s: the period was %(before)s, now there is none")
        return _("%(what)s: the period was %(before)s, now it is %(after)s")

    def _period(self, row: Item) -> str:
        days = [self._day(row["from_on"]), self._day(row["until_on"])]
        return "–".join(days) if any(days) else ""

    def _thought(
        self, kind: ChangeKind, before: Item, after: Item, changed: set[str], known: dict[str, Any]
    ) -> Iterable[Any]:
        """The client's view, the recommendation, and the client's own part: what was and what is."""
        if "wish" in changed:
            was, now = (str(labels.WISHES[Wish(item["wish"])]) for item in (before, after))
            yield _("%(what)s: the client's own view was “%(before)s”, now it is “%(after)s”") % {
                **known,
                "before": was,
                "after": now,
            }
        texts = {
            "client_words": _("%(what)s: in the client's own words"),
            "recommendation": _("%(what)s: another recommendation"),
            "client_part": _("%(what)s: the client's own part has changed"),
            "left_reason": _("%(what)s: why it is not done"),
        }
        for field, sentence in texts.items():
            if field in changed:
                yield ChangeLine(
                    kind=kind, sentence=sentence % known, before=before[field], after=after[field]
                )

    def _follow_up(self, change: Change) -> list[Any]:
        before, after = change.before, change.after
        if before is None or after is None:
            sentence = (
                _("New: the plan is looked at again on %(day)s.")
                if after
                else _("The plan was to be looked at again on %(day)s. Now no day is agreed.")
            )
            return [sentence % {"day": self._day((after or before or {})["on"])}]
        found: list[Any] = []
        changed = {field.field for field in change.fields}
        if "on" in changed:
            days = {"before": self._day(before["on"]), "after": self._day(after["on"])}
            found.append(
                _("The plan was to be looked at again on %(before)s. Now the day is %(after)s.")
                % days
            )
        if "what" in changed:
            found.append(
                ChangeLine(
                    kind=change.kind,
                    sentence=_("What is looked at in the follow-up is put otherwise."),
                    before=before["what"],
                    after=after["what"],
                )
            )
        was, now = (item.get("who") or item.get("who_name") or "" for item in (before, after))
        if was != now:
            found.append(
                ChangeLine(
                    kind=change.kind,
                    sentence=_("Somebody else sees to the follow-up."),
                    before=was,
                    after=now,
                )
            )
        return found or [_("Something around the follow-up has changed.")]

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


def _how_it_went(before: str, after: str) -> str:
    ahead, reached, given_up = GoalState.AHEAD, GoalState.ATTAINED, GoalState.GIVEN_UP
    sentences = {
        (ahead, reached): _("A goal that was ahead has been reached: %(goal)s"),
        (ahead, given_up): _("A goal that was ahead has been given up: %(goal)s"),
        (reached, ahead): _("A goal that had been reached is ahead again: %(goal)s"),
        (reached, given_up): _("A goal that had been reached has now been given up: %(goal)s"),
        (given_up, ahead): _("A goal that had been given up is ahead again: %(goal)s"),
        (given_up, reached): _("A goal that had been given up has now been reached: %(goal)s"),
    }
    return sentences[GoalState(before), GoalState(after)]


def _responsible(row: Item) -> str:
    who = _("the client") if row["by_client"] else row["responsible"] or row["responsible_name"]
    return ", ".join(words for words in (who, row["organisation_name"]) if words)


def _passed_on(before: str, after: str) -> str:
    if not before:
        return _("%(what)s: nobody was responsible, now it is %(after)s")
    if not after:
        return _("%(what)s: %(before)s was responsible, now nobody is")
    return _("%(what)s: %(before)s was responsible, now it is %(after)s")
