"""Sealed text: AES-256-GCM with a key id, and a blind index to find the same text again.

A sealed value is bound to where it stands (model, field, row), so that it cannot be moved
to another row unnoticed. Keys come from the settings; the first seals, all of them open.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import Mapping

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


def read_keys(written: list[str]) -> dict[str, bytes]:
    """Turn "id:base64" into keys by id, in the order written; raises ValueError on a bad key."""
    keys = {}
    for entry in written:
        key_id, _, encoded = entry.partition(":")
        key = base64.b64decode(encoded, validate=True)
        if len(key) != 32:
            raise ValueError(f"key {key_id!r} must be 32 bytes")
        keys[key_id] = key
    return keys


def seal(text: str, *, keys: Mapping[str, bytes], place: str) -> str:
    """Seal the text for this place."""
    key_id, key = next(iter(keys.items()))
    nonce = os.urandom(_NONCE)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), place.encode())
    return f"{key_id}:{base64.b64encode(nonce + sealed).decode()}"


def unseal(sealed: str, *, keys: Mapping[str, bytes], place: str) -> str:
    """Open what was sealed for this place; raises when moved, changed or the key is gone."""
    key_id, _, encoded = sealed.partition(":")
    blob = base64.b64decode(encoded)
    return AESGCM(keys[key_id]).decrypt(blob[:_NONCE], blob[_NONCE:], place.encode()).decode()


def blind_index(text: str, *, key: bytes) -> str:
    """The same for the same text, telling nothing of it without the key."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
