"""The register of measures, and the report of a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.steps.questionnaires import selectors
from kaveri.steps.questionnaires.labels import FAULTS
from kaveri.steps.questionnaires.models import Instrument
from kaveri.steps.questionnaires.presenters.scores import language
from kaveri.steps.questionnaires.services import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLine:
    """One measure."""

    name: str
    what_for: str
    permission: str
    who: str
    link: str
    check: bool
    use: str = ""
    close: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """What can be asked, and what is known of other measures."""

    asked: tuple[MeasureLine, ...]
    known: tuple[MeasureLine, ...]
    load: str
    import_file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultLine:
    """A line of the file, and what is wrong with it."""

    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPage:
    """The file, and what came of it."""

    form: KaveriForm
    scales: tuple[str, ...]
    report: Report | None
    wrong: tuple[FaultLine, ...]


def register_page(
    loaded: Iterable[Instrument], *, may_load: bool, may_import: bool
) -> RegisterPage:
    """Ours, the county's own, and what is known of others."""
    now = language()
    ours = [
        MeasureLine(
            name=pack.name[now],
            what_for=selectors.read(pack.questionnaire, pack.declared)[1].about.get(now, ""),
            permission=_("Comes with Kaveri: our own text, not tested scientifically."),
            who="",
            link="",
            check=True,
            use=_("can be asked"),
        )
        for pack in selectors.shipped().values()
    ]
    return RegisterPage(
        asked=(*ours, *(_loaded(row, may_load=may_load) for row in loaded)),
        known=tuple(
            MeasureLine(
                name=each.name[now],
                what_for=each.what_for[now],
                permission=each.permission[now],
                who=each.who[now],
                link=each.link,
                check=not each.verified,
            )
            for each in selectors.measures()
        ),
        load=reverse("questionnaires:load") if may_load else "",
        import_file=reverse("questionnaires:import") if may_import else "",
    )


def _loaded(row: Instrument, *, may_load: bool) -> MeasureLine:
    said: dict[str, Any] = {
        "who": row.permission_from,
        "day": dates.plain_date(row.permission_on, language()) if row.permission_on else "",
        "what": row.permission_for,
    }
    in_use = row.closed_at is None
    return MeasureLine(
        name=str(getattr(row, f"name_{language()}")),
        what_for=_("Version %(number)s, loaded by the county.") % {"number": row.number},
        permission=_("Permission from %(who)s, %(day)s: %(what)s") % said,
        who=row.who_may_use,
        link=row.link,
        check=False,
        use=_("can be asked") if in_use else _("out of use"),
        close=reverse("questionnaires:close", args=[row.pk]) if in_use and may_load else "",
    )


def import_page(form: KaveriForm, report: Report | None) -> ImportPage:
    """Every fault by its line."""
    kykyviisari = selectors.measure(selectors.KYKYVIISARI)
    return ImportPage(
        form=form,
        scales=tuple(scale.name[language()] for scale in kykyviisari.scales),
        report=report,
        wrong=tuple(
            FaultLine(
                number=line.number, words="; ".join(str(FAULTS[each]) for each in line.faults)
            )
            for line in (report.wrong if report else ())
        ),
    )
