"""What somebody had written when their session ended: carried sealed through the sign-in page.

Files are not carried. The writing opens only for the account that wrote it; for anybody
else it is dropped unread. Nothing is kept in the browser's storage.
"""

import json
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.request import QueryDict

from kaveri.foundation.base import sealing

FIELD = "carried"
WRITER = "written_by"
_PLACE = "accounts.carried"
_LIMIT = 200_000
_NOT_CARRIED = {"csrfmiddlewaretoken", WRITER, FIELD}


@dataclass(frozen=True, slots=True)
class Writing:
    """Where it was to be sent, and every field as typed."""

    address: str
    fields: list[tuple[str, str]]


def mark_of(account_id: UUID | None) -> str:
    """The writer's mark each form bears: who is writing, signed, readable to nobody else's profit."""
    return signing.dumps(str(account_id), salt=WRITER) if account_id else ""


def carry(request: HttpRequest) -> str:
    """Seal what was posted together with who wrote it; empty when there is nothing to carry."""
    posted: QueryDict = request.POST
    fields = [
        (name, value)
        for name in posted
        for value in posted.getlist(name)
        if name not in _NOT_CARRIED
    ]
    text = json.dumps(
        {"who": posted.get(WRITER, ""), "address": request.get_full_path(), "fields": fields}
    )
    if not fields or not posted.get(WRITER) or len(text) > _LIMIT:
        return ""
    return sealing.seal(text, keys=sealing.read_keys(settings.FIELD_KEYS), place=_PLACE)


def opened(sealed: str, account_id: UUID) -> Writing | None:
    """The writing, for the one who wrote it; None for everybody else and for a broken seal."""
    try:
        text = sealing.unseal(sealed, keys=sealing.read_keys(settings.FIELD_KEYS), place=_PLACE)
        kept = json.loads(text)
        who = signing.loads(kept["who"], salt=WRITER)
    except (InvalidTag, KeyError, ValueError, signing.BadSignature):
        return None
    if who != str(account_id):
        return None
    return Writing(
        address=kept["address"], fields=[(name, value) for name, value in kept["fields"]]
    )
