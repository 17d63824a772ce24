"""Sealing a column of a row with the county's keys."""

import base64
from functools import lru_cache

from django.conf import settings
from django.db.models import Model

from kaveri.foundation.base import sealing


@lru_cache(maxsize=1)
def _keys(written: tuple[str, ...]) -> dict[str, bytes]:
    return sealing.read_keys(list(written))


def _place(row: Model, field: str) -> str:
    return f"{row._meta.label_lower}.{field}.{row.pk}"


def seal_for(row: Model, field: str, text: str) -> str:
    """Seal the text so that it opens only in this column of this row."""
    return sealing.seal(text, keys=_keys(tuple(settings.FIELD_KEYS)), place=_place(row, field))


def unseal_from(row: Model, field: str) -> str:
    """Open what this column of this row holds; raises when it was moved or changed."""
    sealed = getattr(row, field)
    return sealing.unseal(sealed, keys=_keys(tuple(settings.FIELD_KEYS)), place=_place(row, field))


def index_of(text: str) -> str:
    """The blind index by which the same text is found again."""
    return sealing.blind_index(text, key=base64.b64decode(settings.BLIND_INDEX_KEY))
