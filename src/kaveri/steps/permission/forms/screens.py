"""A form that asks one question at a time; what is not asked now is carried along unseen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from django import forms

from kaveri.foundation.base.errors import Refused
from kaveri.steps.permission.forms.look import SecondLook, hidden


@dataclass(frozen=True, slots=True)
class Screen:
    """One question: the fields that answer it, and how one asks to answer it again."""

    fields: tuple[str, ...]
    again: Any
    # The question, where its fields do not ask it themselves, and why it is asked so.
    asks: Any = ""
    why: Any = ""


class OneByOne(SecondLook):
    """Asked screen by screen, then looked at once more, then sent for good.

    Nothing of it is kept on the way: each sending bears all that was answered before.
    """

    asked_of_all: ClassVar[tuple[Screen, ...]]
    screen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def screens(self) -> list[Screen]:
        """The questions that this person can answer."""
        return [one for one in self.asked_of_all if any(name in self.fields for name in one.fields)]

    @property
    def place(self) -> int:
        """Which question is asked now, the first being 0."""
        said = self.data.get(self.add_prefix("screen")) if self.is_bound else None
        said = said or self.initial.get("screen") or 0
        asked = int(said) if str(said).isdecimal() else 0
        return min(asked, len(self.screens) - 1)

    @property
    def now(self) -> Screen:
        """The question that is asked now."""
        return self.screens[self.place]

    @property
    def number(self) -> int:
        """The question as people count."""
        return self.place + 1

    def full_clean(self) -> None:
        """What is wrong in what was to be done at once is shown where it is answered."""
        super().full_clean()
        if self.is_bound and self.errors and self.cleaned_data.get("seen"):
            self._ask_the_first_wrong()

    def asks_more(self, obstacles: Callable[[], Iterable[StrEnum]]) -> bool:
        """Go to the question before or after, or stay where something is wrong; whether anything is still asked."""
        here = self.place
        if "change" in self.data or "back" in self.data:
            chosen = self.data.get("change", "")
            self._ask(int(chosen) if chosen.isdecimal() else max(here - 1, 0))
            return True
        if self._wrong_until(here):
            self._ask_the_first_wrong()
            return True
        if self.errors:
            self._ask(here + 1)
            return True
        found = list(obstacles())
        until_here = [one for one in found if self._place_of(one) <= here]
        if until_here or (found and here == len(self.screens) - 1):
            self.show_refusal(Refused(until_here or found))
            return True
        if here < len(self.screens) - 1:
            self._ask(here + 1)
            return True
        return False

    def show_refusal(self, refused: Refused) -> None:
        """What stands in the way is said where it is answered."""
        super().show_refusal(refused)
        self._ask_the_first_wrong()

    def visible_fields(self) -> list[Any]:
        """The fields of the question that is asked now."""
        found = super().visible_fields()
        return found if self.looking else [one for one in found if one.name in self.now.fields]

    def hidden_fields(self) -> list[Any]:
        """All other answers, carried along."""
        for screen in self.screens:
            for name in screen.fields:
                if name in self.fields and screen is not self.now:
                    self.fields[name].widget = hidden(self.fields[name])
        return super().hidden_fields()

    def _ask(self, place: int) -> None:
        self.show_in("screen", str(place))

    def _ask_the_first_wrong(self) -> None:
        wrong = [
            place for place, one in enumerate(self.screens) if set(one.fields) & set(self.errors)
        ]
        if wrong:
            self._ask(wrong[0])

    def _wrong_until(self, here: int) -> bool:
        asked = {name for one in self.screens[: here + 1] for name in one.fields}
        return bool(asked & set(self.errors))

    def _place_of(self, obstacle: StrEnum) -> int:
        field = self.obstacle_fields.get(obstacle)
        places = [place for place, one in enumerate(self.screens) if field in one.fields]
        return places[0] if places else len(self.screens)
