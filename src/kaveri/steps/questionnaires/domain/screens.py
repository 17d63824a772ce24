"""Cutting a questionnaire into screens: one question, or one short group, at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaveri.steps.questionnaires.domain.enabling import Asked, Turns
from kaveri.steps.questionnaires.domain.items import Item, ItemType, Words

# So many questions of a group without conditions stand on one screen.
SHORT_GROUP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """What is asked at once: the groups it stands in, what is read first, and its questions."""

    above: tuple[Words, ...]
    read: tuple[Words, ...]
    questions: tuple[Item, ...]
    turns: Turns = ()
    # The group that may be answered once more after this screen.
    again: Item | None = None

    @property
    def key(self) -> str:
        """How the screen is named in an address: by its first question, and the repetition."""
        first = self.questions[0].link_id
        return f"{first}#{'.'.join(map(str, self.turns))}" if any(self.turns) else first


def screens_of(asked: Asked) -> list[Screen]:
    """The screens that are asked now, in order."""
    walker = _Walker(asked)
    return list(walker.walk(asked.questionnaire.items, (), ()))


class _Walker:
    """One walk; texts to read are kept until the question they stand before."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.read: list[Words] = []

    def _take_read(self) -> tuple[Words, ...]:
        taken, self.read = tuple(self.read), []
        return taken

    def walk(
        self, items: tuple[Item, ...], above: tuple[Words, ...], turns: Turns
    ) -> Iterator[Screen]:
        for item in items:
            if item.hidden or not self.asked.is_asked(item.link_id, turns):
                continue
            if item.type is ItemType.DISPLAY:
                self.read.append(item.words)
            elif item.type is ItemType.GROUP:
                yield from self._group(item, above, turns)
            else:
                yield Screen(above=above, read=self._take_read(), questions=(item,), turns=turns)
                yield from self.walk(item.items, above, turns)

    def _group(self, group: Item, above: tuple[Words, ...], turns: Turns) -> Iterator[Screen]:
        inner = (*above, group.words) if group.words.text else above
        times = self.asked.times(group, turns)
        for turn in range(times):
            here = (*turns, turn) if group.repeats else turns
            found = (
                [Screen(above=inner, read=self._take_read(), questions=group.items, turns=here)]
                if _is_short(group)
                else list(self.walk(group.items, inner, here))
            )
            for screen in found:
                last = group.repeats and turn == times - 1 and screen is found[-1]
                yield _with_again(screen, group) if last else screen


def _with_again(screen: Screen, group: Item) -> Screen:
    return Screen(
        above=screen.above,
        read=screen.read,
        questions=screen.questions,
        turns=screen.turns,
        again=group,
    )


def _is_short(group: Item) -> bool:
    """A few plain questions, all of them asked whatever is answered."""
    return 1 < len(group.items) <= SHORT_GROUP and all(
        item.is_question and not item.items and not item.conditions and not item.hidden
        for item in group.items
    )


def first_unanswered(asked: Asked, screens: list[Screen]) -> Screen | None:
    """Where somebody who was interrupted goes on; None when everything has an answer."""
    for screen in screens:
        writable = [item for item in screen.questions if not item.read_only]
        if writable and not any(asked.values(item.link_id, screen.turns) for item in writable):
            return screen
    return None


def missing(asked: Asked) -> list[Screen]:
    """The screens where an answer is required and missing."""
    return [
        screen
        for screen in screens_of(asked)
        if any(
            item.required and not item.read_only and not asked.values(item.link_id, screen.turns)
            for item in screen.questions
        )
    ]
