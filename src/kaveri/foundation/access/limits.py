"""How often something may be tried: counted for all processes together, in the shared cache.

What is counted is kept under a key that tells neither name nor address, and is taken away the day after.
"""

import datetime as dt
import math
from dataclasses import dataclass

from allauth.core.internal.ratelimit import Rate, apply_rate, cache_lock, truncate_ip
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest

from kaveri.foundation.access.sealed import index_of
from kaveri.foundation.base import clock

# When so many try at once that nobody gets to count.
_CROWDED_SECONDS = 5


@dataclass(frozen=True)
class Limit:
    """So many times within so many seconds."""

    name: str
    times: int
    seconds: int

    @property
    def rate(self) -> Rate:
        """The same in the words of the library that counts."""
        return Rate(self.times, self.seconds, "key")


def waits(limit: Limit, *source: str) -> int:
    """How many seconds until it may be tried again; 0 is now. Counts nothing."""
    return _wait(limit, cache.get(_key(limit, source), []))


def count(limit: Limit, *source: str) -> int:
    """Count one try and give 0; or, when there have been too many, how many seconds to wait."""
    key = _key(limit, source)
    with cache_lock(key) as locked:
        if not locked:
            return _CROWDED_SECONDS
        history: list[float] = cache.get(key, [])
        if wait := _wait(limit, history):
            return wait
        _allowed, history = apply_rate(history, clock.now().timestamp(), limit.rate)
        cache.set(key, history, limit.seconds)
    return 0


def take_back(limit: Limit, *source: str) -> None:
    """The last try was none: it went well."""
    key = _key(limit, source)
    with cache_lock(key) as locked:
        history: list[float] = cache.get(key, [])
        if locked and history:
            cache.set(key, history[1:], limit.seconds)


def address_of(request: HttpRequest) -> str:
    """Where a request comes from, as the outermost of our own proxies saw it."""
    passed = str(request.headers.get("X-Forwarded-For", "")).split(",")
    hops: int = settings.PROXIES
    seen = passed[-hops].strip() if 0 < hops <= len(passed) else ""
    return str(truncate_ip(_without_port(seen or str(request.META.get("REMOTE_ADDR", "")))))


def forget_old() -> None:
    """Take away what no longer counts; once a day is enough."""
    now = clock.now().astimezone(dt.UTC).replace(microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM shared_cache WHERE expires < %s",
            [connection.ops.adapt_datetimefield_value(now)],
        )


def tell_to_wait(request: HttpRequest, seconds: int) -> None:
    """The answer to this request gets the status and the header that say so."""
    request.told_to_wait = seconds  # type: ignore[attr-defined]


def told_to_wait(request: HttpRequest) -> int:
    """How many seconds the sender of this request was told to wait."""
    return int(getattr(request, "told_to_wait", 0))


def minutes(seconds: int) -> int:
    """The wait as people count it."""
    return max(1, math.ceil(seconds / 60))


def _wait(limit: Limit, history: list[float]) -> int:
    now = clock.now().timestamp()
    allowed, left = apply_rate(list(history), now, limit.rate, dry_run=True)
    return 0 if allowed else max(1, math.ceil(left[-1] + limit.seconds - now))


def _without_port(address: str) -> str:
    """Some proxies add the port, which is another one each time."""
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address


def _key(limit: Limit, source: tuple[str, ...]) -> str:
    return f"limit:{limit.name}:{index_of('|'.join(source))[:40]}"
