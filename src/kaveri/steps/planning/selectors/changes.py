"""How two agreed versions differ, in plain sentences that client and staff read alike.

Every field that a version keeps is told when it differs: nothing changes "somehow".
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.foundation.ui import dates
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import (
    Change,
    ChangeKind,
    GoalLevel,
    GoalState,
    Item,
    Part,
    Topic,
)
from kaveri.steps.planning.selectors.row_changes import ChangeLine, RowTelling


def change_lines(changes: Iterable[Change], language: str) -> list[ChangeLine]:
    """A sentence for each thing that came, went or reads otherwise, in the order of the plan."""
    found = list(changes)
    names = {
        str(service.id): str(getattr(service, f"name_{language}"))
        for service in directory.services().filter(pk__in=set(_services(found)))
    }
    told = _Telling(names, language)
    return [line for change in found for line in told.lines(change)]


def _services(changes: Iterable[Change]) -> Iterable[str]:
    for change in changes:
        if change.part is not Part.ROW:
            continue
        beside = [each for field in change.fields for each in (field.before, field.after)]
        for item in (change.before, change.after, *beside):
            if isinstance(item, Mapping) and item.get("service_id"):
                yield item["service_id"]


class _Telling:
    def __init__(self, services: Mapping[str, str], language: str) -> None:
        self.language = language
        self.row = RowTelling(services, language)

    def lines(self, change: Change) -> list[ChangeLine]:
        """What is said of one change; an item may have changed in more than one way."""
        telling = {
            Part.WORDS: self._words,
            Part.GOAL: self._goal,
            Part.STATEMENT: self._statement,
            Part.ROW: self.row.lines,
            Part.FOLLOW_UP: self._follow_up,
            Part.MAKER: self._maker,
        }
        return [
            line if isinstance(line, ChangeLine) else ChangeLine(kind=change.kind, sentence=line)
            for line in telling[change.part](change)
        ]

    def _words(self, change: Change) -> Iterable[Any]:
        before, after = (change.before or {}).get("text", ""), (change.after or {}).get("text", "")
        sentence = {
            ChangeKind.CAME: _("It is written what the client wants."),
            ChangeKind.WENT: _("The words about what the client wants are not there any more."),
            ChangeKind.CHANGED: _("What the client wants is put in other words."),
        }[change.kind]
        return [ChangeLine(kind=change.kind, sentence=sentence, before=before, after=after)]

    def _goal(self, change: Change) -> Iterable[Any]:
        before, after = change.before or {}, change.after or {}
        item = after or before
        known = {"goal": item["own_words"]}
        if change.kind is not ChangeKind.CHANGED:
            known["level"] = str(labels.LEVELS[GoalLevel(item["level"])])
            known["state"] = str(labels.GOAL_STATES[GoalState(item["state"])])
            sentence = (
                _("A new goal (%(level)s, %(state)s): %(goal)s")
                if after
                else _("A goal is not there any more (%(level)s, %(state)s): %(goal)s")
            )
            yield sentence % known
            return
        changed = {field.field: field for field in change.fields}
        if "state" in changed:
            yield _how_it_went(before["state"], after["state"]) % known
        if "closed_on" in changed:
            days = {"before": self._day(before.get("closed_on"))}
            days["after"] = self._day(after.get("closed_on"))
            yield _closed(**days) % {**known, **days}
        if "level" in changed:
            levels = {
                name: labels.LEVELS[GoalLevel(each["level"])]
                for name, each in (("before", before), ("after", after))
            }
            yield (
                _("The goal was a %(before)s and is now a %(after)s: %(goal)s")
                % {**known, **levels}
            )
        texts = {
            "own_words": _("A goal is put in other words."),
            "wording": _("The professional wording of the goal has changed: %(goal)s"),
            "leads_to": _("The goal leads to something else than before: %(goal)s"),
            "closed_reason": _("Why the goal was closed is put otherwise: %(goal)s"),
        }
        if not before.get("closed_reason"):
            texts["closed_reason"] = _("Why the goal was closed: %(goal)s")
        yield from self._texts(changed, texts, known)

    def _statement(self, change: Change) -> Iterable[Any]:
        before, after = change.before or {}, change.after or {}
        item = after or before
        known = {"topic": labels.TOPICS[Topic(item["topic"])], "text": item["text"]}
        if change.kind is ChangeKind.CAME:
            yield _("New about %(topic)s: %(text)s") % known
        if change.kind is ChangeKind.WENT:
            yield _("No longer in the plan about %(topic)s: %(text)s") % known
        changed = {field.field: field for field in change.fields}
        if "topic" in changed:
            topics = {
                "before": labels.TOPICS[Topic(before["topic"])],
                "after": labels.TOPICS[Topic(after["topic"])],
            }
            yield _("Stood under “%(before)s”, stands now under “%(after)s”: %(text)s") % {
                **known,
                **topics,
            }
        yield from self._texts(
            changed,
            {
                "text": _("Written otherwise about %(topic)s."),
                "effect": _("What the support led to is put otherwise: %(text)s"),
            },
            known,
        )
        if changed.keys() & {"said_by", "source"}:
            was, now = (_whose(each) for each in (before, after))
            yield _("The source was “%(before)s”, it is now “%(after)s”: %(text)s") % {
                **known,
                "before": was,
                "after": now,
            }
        if "said_on" in changed:
            yield _("Was said on %(before)s, is now dated %(after)s: %(text)s") % {
                **known,
                "before": self._day(before.get("said_on")),
                "after": self._day(after.get("said_on")),
            }

    def _follow_up(self, change: Change) -> Iterable[Any]:
        before, after = change.before, change.after
        if before is None or after is None:
            sentence = (
                _("New: the plan is looked at again on %(day)s.")
                if after
                else _("The plan was to be looked at again on %(day)s. Now no day is agreed.")
            )
            yield sentence % {"day": self._day((after or before or {})["on"])}
            return
        changed = {field.field: field for field in change.fields}
        if "on" in changed:
            days = {"before": self._day(before["on"]), "after": self._day(after["on"])}
            yield (
                _("The plan was to be looked at again on %(before)s. Now the day is %(after)s.")
                % days
            )
        texts = {"what": _("What is looked at in the follow-up is put otherwise.")}
        yield from self._texts(changed, texts, {})
        if changed.keys() & {"who", "who_id", "who_name"}:
            was, now = (item.get("who") or item.get("who_name") or "" for item in (before, after))
            yield ChangeLine(
                kind=change.kind,
                sentence=_("Somebody else sees to the follow-up."),
                before=was,
                after=now,
            )

    def _maker(self, change: Change) -> Iterable[Any]:
        before, after = change.before or {}, change.after or {}
        if change.kind is ChangeKind.CHANGED:
            yield (
                _("%(before)s, who takes part in making the plan, is now called %(after)s.")
                % {"before": before["name"], "after": after["name"]}
            )
            return
        yield (
            _("%(name)s has taken part in making the plan.")
            if after
            else _("%(name)s no longer takes part in making the plan.")
        ) % {"name": (after or before)["name"]}

    def _texts(
        self, changed: Mapping[str, Any], texts: Mapping[str, str], known: Mapping[str, Any]
    ) -> Iterable[ChangeLine]:
        """What was and what is, of each field that somebody wrote."""
        for field, sentence in texts.items():
            if field in changed:
                yield ChangeLine(
                    kind=ChangeKind.CHANGED,
                    sentence=sentence % known,
                    before=changed[field].before or "",
                    after=changed[field].after or "",
                )

    def _day(self, day: str | None) -> str:
        return dates.plain_date(dt.date.fromisoformat(day), self.language) if day else ""


def _whose(item: Item) -> str:
    return item.get("said_by") or str(SOURCES[Source(item["source"])])


def _closed(before: str, after: str) -> str:
    if not before:
        return _("The goal was closed on %(after)s: %(goal)s")
    if not after:
        return _("The goal had been closed on %(before)s and is open again: %(goal)s")
    return _("The goal was noted as closed on %(before)s, now on %(after)s: %(goal)s")


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
