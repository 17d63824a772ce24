"""Refuses to call an unsafe setting ready for real people: `kaveri check`."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register


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
        "KAVERI_ALLOWED_HOSTS lets every host name in": "*" not in settings.ALLOWED_HOSTS,
    }
    return [
        Error(words, id=f"kaveri.E{number:03}")
        for number, (words, well) in enumerate(wanted.items(), 1)
        if not well
    ]
