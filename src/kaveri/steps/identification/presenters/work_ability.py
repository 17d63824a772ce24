"""The answers about work ability: what they mean, beside others' and over time."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kaveri.casebook.measures.domain import (
    HIGHEST,
    LOWEST,
    Answer,
    AskedBy,
    Change,
    Distribution,
    change_between,
)
from kaveri.casebook.measures.labels import ASKED_BY
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.pictures import Band, Score, ScoreChart, score_chart
from kaveri.steps.identification.domain import BandAdvice, Reference
from kaveri.steps.identification.labels import (
    SCORE_ANSWERS,
    WHAT_IT_DOES_NOT_SAY,
    WHAT_IT_SAYS,
)
from kaveri.steps.identification.presenters.prompts import Turn, language, turns

# The picture of how others have answered: how wide a bar is, the air between, the highest bar, room for the mark.
BAR, GAP, BARS, MARK = 20, 6, 90, 24


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
    beside: "Beside | None" = None
    says: Any = WHAT_IT_SAYS
    does_not_say: Any = WHAT_IT_DOES_NOT_SAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """How many gave one score: a bar, and the same in figures."""

    score: int
    people: int
    # Whole per cent.
    share: int
    x: int
    y: int
    height: int
    mine: bool

    @property
    def middle(self) -> int:
        """Where its number stands."""
        return self.x + BAR // 2

    @property
    def mark_y(self) -> int:
        """Where the mark of the person's own score stands."""
        return self.y - 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The score beside how others have answered and beside the limit, and what is missing."""

    sentence: str
    bars: tuple[Bar, ...]
    not_known: str
    limit: str
    sources: tuple[str, ...]


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


def advice(
    band: BandAdvice, score: int | None, services: Iterable[Any], others: Reference
) -> Advice:
    """The band's words, labelled as whose they are, and the score beside how others have answered."""
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
        beside=None if score is None else beside(score, others),
    )


def beside(score: int, others: Reference) -> Beside:
    """Where the score stands among others; of age and sex nothing is known, and that is said."""
    answers, limit, now = others.answers, others.limit, language()
    if score == HIGHEST:
        sentence = _("%(share)s %% of %(total)s others who have answered gave 10.")
        share = answers.counts[-1] / answers.total
    else:
        sentence = _("%(share)s %% of %(total)s others who have answered gave %(score)s or less.")
        share = answers.share_up_to(score)
    found = _(
        "Among %(persons)s employed people aged %(youngest)s–%(oldest)s, the limit %(highest)s or "
        "less pointed out %(hit)s %% of those who later got a disability pension, and %(missed)s %% "
        "of those who did not. Nothing follows from that for somebody without work."
    )
    return Beside(
        sentence=sentence % {"share": round(share * 100), "total": answers.total, "score": score},
        bars=_bars(answers, score),
        not_known=_(
            "The answers are not divided by age or sex, so they are no measure for people like "
            "this person. Their own earlier answers say more."
        ),
        limit=found
        % {
            "persons": limit.persons,
            "youngest": limit.youngest,
            "oldest": limit.oldest,
            "highest": limit.highest,
            "hit": round(limit.sensitivity),
            "missed": round(100 - limit.specificity),
        },
        sources=(
            f"{others.name[now]}, {others.source}, {dates.plain_date(others.published_on, now)}",
            limit.source,
        ),
    )


def _bars(answers: Distribution, score: int) -> tuple[Bar, ...]:
    most = max(answers.counts)
    heights = [round(BARS * count / most) for count in answers.counts]
    return tuple(
        Bar(
            score=each,
            people=answers.counts[each],
            share=round(100 * answers.counts[each] / answers.total),
            x=each * (BAR + GAP),
            y=BARS - heights[each] + MARK,
            height=heights[each],
            mine=each == score,
        )
        for each in range(LOWEST, HIGHEST + 1)
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
