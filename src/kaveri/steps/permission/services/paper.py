"""The consent on paper, in the language the client read it in, as Y100 has it."""

import datetime as dt
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import translation

from kaveri.casebook.clients.labels import language_name
from kaveri.casebook.consent.domain import ALWAYS_NAMED
from kaveri.casebook.consent.labels import GIVEN, LIVES, PURPOSES
from kaveri.casebook.consent.selectors import consents, text_of
from kaveri.casebook.records.domain import SENSITIVE, Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.documents import make_pdf
from kaveri.foundation.ui import dates
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.permission import labels, selectors
from kaveri.steps.permission.actions import PermissionAction

_PAPER = Path(__file__).resolve().parent.parent / "templates" / "permission" / "consent.typ"


def print_consent(*, actor: Actor, consent_id: UUID) -> bytes:
    """The consent as a tagged PDF, with what has become of it."""
    with looking(PermissionAction.PRINT, actor=actor) as look:
        found = consents().select_related("client", "controller", "withdrawn_to")
        consent: Any = look.row(found, consent_id)
        look.concerns([consent.client_id])
        data = on_paper(consent)
    return make_pdf(_PAPER, data, made_at=clock.now().astimezone(dt.UTC))


def on_paper(consent: Any) -> dict[str, Any]:
    """What the paper shows, in the language in which the text was read."""
    language = dates.known_language(consent.language)
    with translation.override(language):
        return {
            "title": str(labels.PAPER_TITLE),
            "sender": getattr(consent.controller, f"name_{language}"),
            "secrecy": str(labels.PAPER_SECRET),
            "foot": labels.PAPER_FOOT % {"day": _day(consent.given_on, language)},
            "page": str(labels.PAPER_PAGE),
            "lang": language,
            "state": {"heading": _today(language), "text": str(LIVES[selectors.life(consent)])},
            "texts": [_read(consent, language, part) for part in ("what", "law", "free")],
            "facts": [
                {"heading": str(heading), "lines": [str(line) for line in lines]}
                for heading, lines in _facts(consent, language)
                if lines
            ],
            "back": {
                "heading": str(labels.PAPER_WITHDRAW),
                "text": _read(consent, language, "withdraw"),
            },
        }


def _facts(consent: Any, language: str) -> list[tuple[Any, list[Any]]]:
    codes = [Category(code) for code in consent.categories.split()]
    plain = sorted(
        (code for code in codes if code not in SENSITIVE),
        key=lambda code: (code not in ALWAYS_NAMED, list(Category).index(code)),
    )
    representative = consent.representative
    purposes = [*(PURPOSES[code] for code in consent.purposes.split()), consent.purpose_words]
    version = {"version": consent.text_version, "language": language_name(consent.language)}
    recorded = {
        "who": consent.recorded_by.full_name,
        "day": _day(consent.recorded_at.astimezone(clock.HELSINKI).date(), language),
    }
    return [
        (labels.PAPER_GIVER, _giver(consent.client, language)),
        (labels.PAPER_REPRESENTATIVE, [representative.name] if representative else []),
        (
            labels.PAPER_PARTIES,
            sorted(
                labels.party_name(row.organisation, row.register, language)
                for row in consent.parties.select_related("organisation")
            ),
        ),
        (labels.PAPER_CATEGORIES, [CATEGORIES[code] for code in plain]),
        (labels.PAPER_SENSITIVE, [CATEGORIES[code] for code in codes if code in SENSITIVE]),
        (labels.PAPER_PURPOSE, [line for line in purposes if line]),
        (labels.PAPER_PERIOD, [labels.period(consent.from_on, consent.until_on, language)]),
        (labels.PAPER_HOW, [GIVEN[consent.given], labels.PAPER_TAKEN_DOWN % recorded]),
        (labels.PAPER_STORED, _stored(consent)),
        (labels.PAPER_READ, [labels.PAPER_VERSION % version]),
    ]


def _stored(consent: Any) -> list[str]:
    scan = [labels.PAPER_SCAN % {"name": consent.scan_name}] if consent.scan else []
    return [*filter(None, [consent.stored_where]), *scan]


def _read(consent: Any, language: str, part: str) -> str:
    return str(text_of(consent.text_version)[f"{part}_{language}"])


def _today(language: str) -> str:
    return str(labels.PAPER_STATE % {"day": _day(clock.today(), language)})


def _day(day: dt.date, language: Any) -> str:
    return dates.plain_date(day, language)


def _giver(client: Any, language: str) -> list[str]:
    born = [_day(client.born_on, language)] if client.born_on else []
    return [client.full_name, *born]
