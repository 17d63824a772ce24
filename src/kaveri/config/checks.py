"""Refuses to call an unsafe setting ready for real people: `kaveri check`."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Error, register
from django.db import connection

from kaveri.config.wall import wall_stands
from kaveri.foundation.documents.uploads import viruses

TWELVE_HOURS = 12 * 3600
RECEIVING = "kaveri.foundation.documents.uploads.receiving.NoMoreThanFits"


@register(deploy=True)
def unsafe_settings(**_what: Any) -> list[Error]:
    """Every setting that must be otherwise before real people are in the database."""
    wanted = {
        "demo mode is on: its passwords are known to all": not settings.DEMO,
        "KAVERI_SECRET_KEY is missing or shorter than 50 characters": len(settings.SECRET_KEY)
        >= 50,
        "KAVERI_FIELD_KEYS is missing: identity codes could not be sealed": bool(
            settings.FIELD_KEYS
        ),
        "KAVERI_BLIND_INDEX_KEY is missing: known people could not be found": bool(
            settings.BLIND_INDEX_KEY
        ),
        "KAVERI_SECOND_FACTOR is off: staff would come in on a password alone": settings.SECOND_FACTOR,
        "KAVERI_HTTPS is off: the session could be read on the way": settings.SESSION_COOKIE_SECURE,
        "KAVERI_ALLOWED_HOSTS lets every host name in": not any(
            name.startswith(("*", ".")) for name in settings.ALLOWED_HOSTS
        ),
        "KAVERI_PROXIES is missing: everybody would be counted as one address": settings.PROXIES
        > 0,
        "KAVERI_PUBLIC_ADDRESS does not begin with https://": settings.PUBLIC_ADDRESS.startswith(
            "https://"
        ),
        "KAVERI_TRUSTED_ORIGINS names an origin that is not https:// and one host": all(
            origin.startswith("https://") and "*" not in origin
            for origin in settings.CSRF_TRUSTED_ORIGINS
        ),
        "KAVERI_SESSION_SECONDS lets a session last longer than twelve hours": 0
        < settings.SESSION_COOKIE_AGE
        <= TWELVE_HOURS,
        "KAVERI_CLAMD is set and no virus scanner answers there": not settings.CLAMD
        or viruses.answers(),
        "cookies are not kept to this host, HTTPS and the server": _cookies_are_kept(),
        "the content security policy lets in more than our own files": _policy_is_strict(),
        "what people hand in would lie where the web server gives out files": not _lies_within(
            settings.MEDIA_ROOT, settings.STATIC_ROOT
        ),
        "tries are counted in each process alone": str(
            settings.CACHES["default"]["BACKEND"]
        ).endswith(("DatabaseCache", "RedisCache", "PyMemcacheCache")),
        "what people hand in is kept before it is measured": settings.FILE_UPLOAD_HANDLERS[0]
        == RECEIVING,
        "the database's second wall does not stand, or the application's role is above it": wall_stands(
            connection
        ),
    }
    return [
        Error(words, id=f"kaveri.E{number:03}")
        for number, (words, well) in enumerate(wanted.items(), 1)
        if not well
    ]


def _cookies_are_kept() -> bool:
    names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME)
    said = (
        settings.SESSION_COOKIE_HTTPONLY,
        settings.CSRF_COOKIE_HTTPONLY,
        settings.CSRF_COOKIE_SECURE,
        settings.SESSION_COOKIE_DOMAIN is None,
        settings.CSRF_COOKIE_DOMAIN is None,
        settings.SESSION_COOKIE_SAMESITE in {"Lax", "Strict"},
    )
    # Without HTTPS there is a line of its own above.
    hosts = all(name.startswith("__Host-") for name in names)
    return not settings.SESSION_COOKIE_SECURE or (hosts and all(said))


def _policy_is_strict() -> bool:
    rules: dict[str, Any] = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    sources = {name: [str(source) for source in rules[name]] for name in rules}
    let_in = {source for name in sources for source in sources[name]}
    allowed = {"'self'", "'none'"} | ({"data:"} if "data:" in sources.get("img-src", []) else set())
    closed = all(
        sources.get(name) == ["'none'"] for name in ("default-src", "frame-ancestors", "base-uri")
    )
    return closed and let_in <= allowed and "data:" not in sources.get("script-src", [])


def _lies_within(inner: str | Path, outer: str | Path) -> bool:
    inside, around = Path(inner).resolve(), Path(outer).resolve()
    return inside == around or around in inside.parents or inside in around.parents
