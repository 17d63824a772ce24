"""What the pages of identification show."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.measures.domain import Answer, AskedBy, Change, change_between
from kaveri.casebook.measures.labels import ASKED_BY
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.pictures import Band, Score, ScoreChart, score_chart
from kaveri.steps.identification.domain import BandAdvice, Prompts
from kaveri.steps.identification.labels import (
    SCORE_ANSWERS,
    WHAT_IT_DOES_NOT_SAY,
    WHAT_IT_SAYS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A service to turn to."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What an answer means to do next, in the reader's language."""

    score: str
    name: str
    next_step: str
    client: str
    turn_to: tuple[Turn, ...]
    label: str
    source: str
    check: bool
    says: Any = WHAT_IT_SAYS
    does_not_say: Any = WHAT_IT_DOES_NOT_SAY


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickAskPage:
    """The four questions, or what the answers mean and how they become a contact."""

    form: KaveriForm
    advice: Advice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """One answering as it is read."""

    at: dt.datetime
    score: Any
    how: Any
    by: str
    last_work: str
    now_words: str
    wished: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkAbilityPage:
    """Score over time, what has changed for sure, own words, and a form for the next answer."""

    head: CaseHead
    form: KaveriForm | None
    chart: ScoreChart | None
    sentence: str
    newest: OwnWords | None
    earlier: tuple[OwnWords, ...]
    advice: Advice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPage:
    """The questions on a contact, and what was answered."""

    reference: str
    form: KaveriForm
    answers: tuple[OwnWords, ...]
    advice: Advice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLink:
    """One front line in the list of lists."""

    key: str
    name: str
    moment: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptsPage:
    """One front line's list in the reader's language."""

    key: str
    name: str
    moment: str
    signals: Sequence[str]
    questions: Sequence[str]
    do_now: Sequence[str]
    turn_to: tuple[Turn, ...]
    label: str
    check: bool
    version: int
    is_old: bool
    may_edit: bool
    versions: tuple[tuple[int, dt.datetime, str], ...]


def language() -> str:
    """The language the reader reads."""
    return dates.known_language(get_language())


def turns(keys: Iterable[str], services: Iterable[Any]) -> tuple[Turn, ...]:
    """The services of these keys, in the order of the keys."""
    by_key = {service.key: service for service in services}
    return tuple(
        Turn(name=getattr(by_key[key], f"name_{language()}"), phone=by_key[key].phone)
        for key in keys
        if key in by_key
    )


def advice(band: BandAdvice, score: int | None, services: Iterable[Any]) -> Advice:
    """The band's words, labelled as whose they are."""
    now = language()
    return Advice(
        score="" if score is None else str(score),
        name=band.name[now],
        next_step=band.next_step[now],
        client=band.client[now],
        turn_to=turns(band.turn_to, services),
        label=band.label[now],
        source=band.source,
        check=not band.verified,
    )


def own_sentence(rows: Sequence[Any]) -> str:
    """The same to the person, as "you"."""
    scores = [row.score for row in rows if row.score is not None]
    if not scores:
        return ""
    earlier = scores[1] if len(scores) > 1 else None
    sentences: Mapping[Change, str] = {
        Change.FIRST: _("You gave your work ability %(now)s of 10."),
        Change.NO_SURE_CHANGE: _(
            "You gave your work ability %(now)s of 10. Last time you gave %(before)s. "
            "So small a difference can come from the day."
        ),
        Change.UP: _("You gave your work ability %(now)s of 10. Last time you gave %(before)s."),
        Change.DOWN: _("You gave your work ability %(now)s of 10. Last time you gave %(before)s."),
    }
    return sentences[change_between(earlier, scores[0])] % {"now": scores[0], "before": earlier}


def own_answers(head: CaseHead, form: KaveriForm | None, rows: Sequence[Any]) -> WorkAbilityPage:
    """The person's own page: nothing of bands to act on, only their answers and words."""
    words = tuple(own_words(row) for row in rows)
    sentence = own_sentence(rows)
    return WorkAbilityPage(
        head=head,
        form=form,
        chart=_chart(rows, sentence) if sentence else None,
        sentence=sentence,
        newest=words[0] if words else None,
        earlier=words[1:],
        advice=None,
    )


def work_ability(
    head: CaseHead, form: KaveriForm | None, rows: Sequence[Any], said: Advice | None
) -> WorkAbilityPage:
    """The page, from the answers newest first."""
    words = tuple(own_words(row) for row in rows)
    return WorkAbilityPage(
        head=head,
        form=form,
        chart=_chart(rows, change_sentence(head.first_name, rows)) if rows else None,
        sentence=change_sentence(head.first_name, rows),
        newest=words[0] if words else None,
        earlier=words[1:],
        advice=said,
    )


def own_words(row: Any) -> OwnWords:
    """One answering."""
    return OwnWords(
        at=row.answered_at,
        score=row.score if row.answer == Answer.SCORE else SCORE_ANSWERS[Answer(row.answer)],
        how=ASKED_BY[AskedBy(row.asked_by)],
        by=row.recorded_by.full_name if row.recorded_by else "",
        last_work=row.last_work,
        now_words=row.now_words,
        wished=row.wished,
    )


def change_sentence(name: str, rows: Sequence[Any]) -> str:
    """What has changed for sure since the answer before; one point is no sure change."""
    scores = [row.score for row in rows if row.score is not None]
    if not scores:
        return _("%(name)s has not given a score.") % {"name": name}
    earlier = scores[1] if len(scores) > 1 else None
    sentences: Mapping[Change, str] = {
        Change.FIRST: _("%(name)s gave %(now)s of 10. This is the first answer."),
        Change.NO_SURE_CHANGE: _(
            "%(name)s gave %(now)s of 10 and %(before)s the time before: no sure change."
        ),
        Change.UP: _("%(name)s gave %(now)s of 10, up from %(before)s the time before."),
        Change.DOWN: _("%(name)s gave %(now)s of 10, down from %(before)s the time before."),
    }
    known = {"name": name, "now": scores[0], "before": earlier}
    return sentences[change_between(earlier, scores[0])] % known


def _chart(rows: Sequence[Any], sentence: str) -> ScoreChart:
    return score_chart(
        [
            Score(
                row.answered_at.astimezone(clock.HELSINKI).date(),
                row.score,
                row.now_words or (SCORE_ANSWERS[Answer(row.answer)] if row.score is None else ""),
            )
            for row in rows
        ],
        [
            Band(0, 5, _("low 0–5")),
            Band(6, 7, _("moderate 6–7")),
            Band(8, 10, _("good 8–10")),
        ],
        sentence=sentence,
        columns=(_("Day"), _("Score"), _("In own words")),
        today=clock.today(),
        language=language(),
    )


def list_link(prompts: Prompts) -> ListLink:
    """One line of the list of lists."""
    now = language()
    return ListLink(
        key=prompts.key,
        name=prompts.name[now],
        moment=prompts.moment[now],
        is_own=prompts.is_own,
    )


def prompts_page(
    prompts: Prompts,
    services: Iterable[Any],
    *,
    newest: int,
    may_edit: bool,
    versions: Iterable[Any],
) -> PromptsPage:
    """One list, as it holds or as it stood."""
    now = language()
    return PromptsPage(
        key=prompts.key,
        name=prompts.name[now],
        moment=prompts.moment[now],
        signals=prompts.signals[now],
        questions=prompts.questions[now],
        do_now=prompts.do_now[now],
        turn_to=turns(prompts.turn_to, services),
        label=prompts.label.get(now, ""),
        check=not prompts.verified,
        version=prompts.version,
        is_old=prompts.version != newest,
        may_edit=may_edit,
        versions=tuple((row.version, row.made_at, row.made_by.full_name) for row in versions),
    )
