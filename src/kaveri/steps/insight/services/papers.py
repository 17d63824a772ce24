"""What the paper shows, in the reader's language."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.utils import translation

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.steps.insight import labels
from kaveri.steps.insight.selectors.looks import LogView
from kaveri.steps.insight.services.telling import told

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case


def on_paper(
    case: "Case", view: LogView, *, first: dt.date, last: dt.date, language: str
) -> dict[str, Any]:
    """The heading, the period, and one row for each line."""
    language = dates.known_language(language)
    with translation.override(language):
        return {
            "title": str(labels.REPORT_TITLE),
            "sender": getattr(case.controller, f"name_{language}"),
            "secrecy": str(labels.REPORT_SECRET),
            "foot": labels.REPORT_FOOT % {"day": dates.plain_date(clock.today(), language)},
            "page": str(labels.REPORT_PAGE),
            "lang": language,
            "person": case.client.full_name,
            "when": labels.REPORT_PERIOD
            % {
                "first": dates.plain_date(first, language),
                "last": dates.plain_date(last, language),
            },
            "heads": [str(head) for head in labels.REPORT_HEADS],
            "empty": str(labels.REPORT_EMPTY),
            "wrong": str(labels.REPORT_WRONG),
            "rows": [
                [
                    line.when,
                    "\n".join(part for part in (line.who, line.about) if part),
                    "\n".join(line.what),
                    line.ground,
                ]
                for line in told(view, language)
            ],
        }
