"""Scores over time: beside their band, their source and the one before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.pictures import Band as DrawnBand
from kaveri.foundation.ui.pictures import Score, ScoreChart, score_chart
from kaveri.steps.questionnaires import selectors
from kaveri.steps.questionnaires.domain import Change, Declared, Scale, change_between
from kaveri.steps.questionnaires.labels import CHANGES
from kaveri.steps.questionnaires.models import Asking, ScaleResult


def language() -> str:
    """The language of the page."""
    return dates.known_language(get_language())


def number(value: Any) -> str:
    text = format(Decimal(str(value)).normalize(), "f")
    return text if language() == "en" else text.replace(".", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreLine:
    """One score, beside its band, its source and the one before."""

    name: str
    score: str
    band: str
    change: str
    words: str
    source: str
    check: bool
    chart: ScoreChart | None = None


def over_time(
    rows: Iterable[ScaleResult], declared: dict[str, Declared], *, for_person: bool
) -> tuple[ScoreLine, ...]:
    """Every scale with its scores over time, the newest beside the one before."""
    found = sorted(rows, key=lambda row: (row.measure, row.scale, row.measured_on, row.recorded_at))
    return tuple(
        score_line(
            list(group), declared.get(measure, Declared()).scale(scale), for_person=for_person
        )
        for (measure, scale), group in groupby(found, key=lambda row: (row.measure, row.scale))
    )


def score_line(
    rows: Sequence[ScaleResult], scale: Scale | None, *, for_person: bool, chart: bool = True
) -> ScoreLine:
    """The newest of these scores, and all of them as a chart."""
    now, before = rows[-1], rows[-2] if len(rows) > 1 else None
    band = scale.band_of(now.score) if scale else None
    words = {} if band is None else band.person if for_person else band.professional
    name = scale.name[language()] if scale else _named(now)
    sentence = change_sentence(name, now, before, scale)
    return ScoreLine(
        name=name,
        score=_("%(score)s of %(highest)s")
        % {"score": number(now.score), "highest": number(now.highest)},
        band=band.name[language()] if band else "",
        change=sentence,
        words=words.get(language(), ""),
        source=scale.source[language()] if scale else "",
        check=scale is None or not scale.verified,
        chart=_chart(rows, scale, sentence) if chart else None,
    )


def change_sentence(
    name: str, now: ScaleResult, before: ScaleResult | None, scale: Scale | None
) -> str:
    """What has really changed since the time before."""
    words = {
        "name": name,
        "now": number(now.score),
        "before": number(before.score) if before else "",
        "change": "",
    }
    if before is None:
        return _("%(name)s: %(now)s. This is the first answer.") % words
    found = change_between(scale, before.score, now.score) if scale else Change.NOT_KNOWN
    words["change"] = str(CHANGES[found])
    return _("%(name)s: %(now)s, and %(before)s the time before: %(change)s.") % words


def _chart(rows: Sequence[ScaleResult], scale: Scale | None, sentence: str) -> ScoreChart:
    lowest, highest = int(rows[-1].lowest), int(rows[-1].highest)
    return score_chart(
        [Score(row.measured_on, _whole(row.score), _band_name(scale, row.score)) for row in rows],
        _drawn(scale, highest),
        sentence=sentence,
        columns=(_("Day"), _("Score"), _("Band")),
        today=clock.today(),
        language=language(),
        scale=(lowest, highest),
    )


def _drawn(scale: Scale | None, highest: int) -> list[DrawnBand]:
    if scale is None or not scale.bands:
        return []
    begins = [int(band.lowest) for band in scale.bands]
    ends = [later - 1 for _earlier, later in pairwise(begins)] + [highest]
    return [
        DrawnBand(first, last, f"{band.name[language()]} {first}–{last}")
        for band, first, last in zip(scale.bands, begins, ends, strict=True)
    ]


def _band_name(scale: Scale | None, score: Decimal) -> str:
    band = scale.band_of(score) if scale else None
    return band.name[language()] if band else ""


def _whole(score: Decimal) -> float:
    return int(score) if score == score.to_integral_value() else float(score)


def of_asking(
    row: Asking, rows: Sequence[ScaleResult], *, for_person: bool
) -> tuple[ScoreLine, ...]:
    """The scores of one answering, each beside the one before it and all up to that day as a chart."""
    _questions, declared = selectors.read_of(row.instrument)
    lines = []
    for scale in declared.scales:
        series = [each for each in rows if each.scale == scale.key]
        places = [place for place, each in enumerate(series) if each.asking_id == row.pk]
        if places:
            lines.append(score_line(series[: places[0] + 1], scale, for_person=for_person))
    return tuple(lines)


def _named(row: ScaleResult) -> str:
    """The scale of a measure whose text is not here, with the name of the measure."""
    known = next((each for each in selectors.measures() if each.key == row.measure), None)
    scale = next((each for each in known.scales if each.key == row.scale), None) if known else None
    if known is None or scale is None:
        return row.scale
    words = {"measure": known.name[language()], "scale": scale.name[language()]}
    return _("%(measure)s: %(scale)s") % words
