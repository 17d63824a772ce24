"""Error lines for those who run the service: what broke and where, and nothing about anybody."""

import json
import logging
import traceback
from typing import Any

from kaveri.foundation.base import clock


def _where(error: BaseException) -> list[str]:
    # Places only: neither a value nor the message of the error, which may quote what was typed.
    frames = traceback.extract_tb(error.__traceback__, limit=-30)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]


def _view_of(request: Any) -> str:
    match = getattr(request, "resolver_match", None)
    return str(match.view_name) if match else ""


class JsonLines(logging.Formatter):
    """One JSON object for each line; only what is named here is written."""

    def format(self, record: logging.LogRecord) -> str:
        """The line: never the message's values, the request's data or the error's own words."""
        request = getattr(record, "request", None)
        line: dict[str, Any] = {
            "at": clock.now().isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "request_id": getattr(request, "request_id", ""),
            "view": _view_of(request),
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line["exception"] = f"{type(error).__module__}.{type(error).__qualname__}"
            line["trace"] = _where(error)
        return json.dumps(line)
