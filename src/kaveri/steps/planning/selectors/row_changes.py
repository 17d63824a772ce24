"""How one row of the plan differs between two agreed versions, in plain sentences."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kaveri.foundation.ui import dates
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import (
    Change,
    ChangeKind,
    Item,
    RowKind,
    RowState,
    Wish,
    organisation_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change: a sentence, and both texts where somebody put something in other words."""

    kind: ChangeKind
    sentence: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class RowTelling:
    """What is said of a row, with the services by the names they have today."""

    services: Mapping[str, str]
    language: str

    def lines(self, change: Change) -> Iterable[Any]:
        """A row may have changed in more than one way: all of them are told."""
        before, after = change.before or {}, change.after or {}
        known: dict[str, Any] = {"what": self._what(after or before)}
        if change.kind is ChangeKind.CAME:
            return [_("New in the plan: %(what)s") % known]
        if change.kind is ChangeKind.WENT:
            return [_("No longer in the plan: %(what)s") % known]
        changed = {field.field: field for field in change.fields}
        return [
            *self._reads(change.kind, before, after, changed, known),
            *self._happens(before, after, changed, known),
            *self._stands(changed, known),
            *self._thought(change.kind, before, after, changed, known),
            *self._agreed(before, after, changed, known),
        ]

    def _reads(
        self,
        kind: ChangeKind,
        before: Item,
        after: Item,
        changed: Mapping[str, Any],
        known: dict[str, Any],
    ) -> Iterable[Any]:
        if changed.keys() & {"what", "service_id"}:
            yield ChangeLine(
                kind=kind,
                sentence=_("A row of the plan is put otherwise."),
                before=self._what(before),
                after=self._what(after),
            )
        if "kind" in changed:
            was, now = (str(labels.ROW_KINDS[RowKind(item["kind"])]) for item in (before, after))
            yield _("%(what)s: it was “%(before)s” in the plan, now it is “%(after)s”") % {
                **known,
                "before": was,
                "after": now,
            }

    def _happens(
        self, before: Item, after: Item, changed: Mapping[str, Any], known: dict[str, Any]
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
        if changed.keys() & {"from_on", "until_on"}:
            yield self._period_moved(before, after) % {
                **known,
                "before": self._period(before),
                "after": self._period(after),
            }
        if changed.keys() & _WHO:
            was, now = (self._responsible(item) for item in (before, after))
            yield _passed_on(was, now) % {**known, "before": was, "after": now}

    def _stands(self, changed: Mapping[str, Any], known: dict[str, Any]) -> Iterable[Any]:
        """The row comes after another one than before."""
        moved = changed.get("place")
        if moved is None:
            return
        was, now = (self._what(row) if row else "" for row in (moved.before, moved.after))
        if not was:
            sentence = _("%(what)s: stood first in the order, now comes after “%(after)s”")
        elif not now:
            sentence = _("%(what)s: stood after “%(before)s” in the order, now comes first")
        else:
            sentence = _(
                "%(what)s: stood after “%(before)s” in the order, now comes after “%(after)s”"
            )
        yield sentence % {**known, "before": was, "after": now}

    def _thought(
        self,
        kind: ChangeKind,
        before: Item,
        after: Item,
        changed: Mapping[str, Any],
        known: dict[str, Any],
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
            "recommendation": _("%(what)s: the recommendation has changed"),
            "client_part": _("%(what)s: the client's own part has changed"),
            "left_reason": _("%(what)s: why it is not done"),
        }
        for field, sentence in texts.items():
            if field in changed:
                yield ChangeLine(
                    kind=kind, sentence=sentence % known, before=before[field], after=after[field]
                )

    def _agreed(
        self, before: Item, after: Item, changed: Mapping[str, Any], known: dict[str, Any]
    ) -> Iterable[Any]:
        if "agreed_on" not in changed:
            return
        if not before["agreed_on"]:
            sentence = _("%(what)s: agreed to by the one who is responsible")
        elif not after["agreed_on"]:
            sentence = _("%(what)s: was agreed to before, now nobody has agreed to it")
        else:
            sentence = _(
                "%(what)s: the one who is responsible agreed to it on %(before)s, and again on"
                " %(after)s"
            )
        yield sentence % {
            **known,
            "before": self._day(before["agreed_on"]),
            "after": self._day(after["agreed_on"]),
        }

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

    def _responsible(self, row: Item) -> str:
        who = _("the client") if row["by_client"] else row["responsible"] or row["responsible_name"]
        return ", ".join(words for words in (who, organisation_of(row, self.language)) if words)

    def _what(self, row: Item) -> str:
        service = self.services.get(str(row["service_id"]), row["service"])
        return ", ".join(words for words in (service, row["what"]) if words)

    def _day(self, day: str | None) -> str:
        return dates.plain_date(dt.date.fromisoformat(day), self.language) if day else ""


_WHO = frozenset(
    {"responsible_id", "responsible", "responsible_name", "by_client"}
    | {"organisation_id", "organisation_name", "organisations"}
)


def _passed_on(before: str, after: str) -> str:
    if not before:
        return _("%(what)s: nobody was responsible, now it is %(after)s")
    if not after:
        return _("%(what)s: %(before)s was responsible, now nobody is")
    if before == after:
        return _("%(what)s: somebody else by the same name is responsible now, %(after)s")
    return _("%(what)s: %(before)s was responsible, now it is %(after)s")
