"""Careful text: what in a text others should perhaps not read, found by simple rules on this machine.

A text comes in, findings go out; nothing is kept, logged or sent. Whoever asks decides what to show.
"""

from kaveri.foundation.careful.codes import looks_like_identity_code
from kaveri.foundation.careful.known import Known, known_for, who_is_known
from kaveri.foundation.careful.reading import Finding, Kind, findings_in

__all__ = [
    "Finding",
    "Kind",
    "Known",
    "findings_in",
    "known_for",
    "looks_like_identity_code",
    "who_is_known",
]
