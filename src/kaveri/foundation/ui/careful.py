"""The notice before saving where others will read: which words, why, and what has been read already."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from kaveri.foundation.base.actor import Actor
from kaveri.foundation.careful import Finding, Kind, Known, findings_in

# What has been read is sent along with the next sending; nothing of it is kept.
READ_AGAIN = "read_again"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the writer, and the mark that lets the same words pass next time."""

    text: str
    mark: str


def place_of(request: HttpRequest | None) -> tuple[Actor | None, Mapping[str, Any]]:
    """Who writes, and the ids in the address."""
    match = getattr(request, "resolver_match", None)
    return getattr(request, "actor", None), dict(match.kwargs) if match else {}


def notices_for(
    texts: Mapping[str, str],
    known: Callable[[], Known],
    openly: frozenset[str],
    read: frozenset[str],
) -> dict[str, list[Notice]]:
    """Field → its notices; a field whose every finding has been read has none."""
    # Read strictly first, so that people are looked up only for a text that holds something.
    strict = Known(protected=True)
    if not any(findings_in(text, strict) for text in texts.values()):
        return {}
    around = known()
    noticed = {}
    for field, text in texts.items():
        found = [each for each in findings_in(text, around) if each.kind not in openly]
        notices = [Notice(words_for(each), _mark(field, each)) for each in found]
        if any(each.mark not in read for each in notices):
            noticed[field] = notices
    return noticed


def words_for(finding: Finding) -> str:
    """Why, in the writer's language."""
    sentences = {
        Kind.IDENTITY_CODE: _(
            "“%(words)s” looks like a personal identity code. Take it away: the case knows whose it is."
        ),
        Kind.NAME: _(
            "“%(words)s” looks like a person's name. Write who they are instead,"
            " for example: the client's sister."
        ),
        Kind.DIAGNOSIS: _(
            "“%(words)s” tells of an illness. Write what it means in everyday life or at work"
            " instead, if the reader does not need the illness."
        ),
        Kind.PHONE: _(
            "“%(words)s” looks like a telephone number, and where this person is must not be told."
        ),
        Kind.ADDRESS: _(
            "“%(words)s” looks like an address, and where this person is must not be told."
        ),
    }
    return sentences[finding.kind] % {"words": finding.words}


def _mark(field: str, finding: Finding) -> str:
    """The same for the same words in the same field; tells nothing of them."""
    said = f"{field}|{finding.kind}|{finding.words}"
    return salted_hmac("kaveri.careful", said).hexdigest()[:24]
