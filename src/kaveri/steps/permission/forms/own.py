"""What the client decides, or who acts for them, one question at a time."""

from collections.abc import Collection
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.records.domain import SENSITIVE
from kaveri.steps.permission.forms.consents import ClientConsentForm
from kaveri.steps.permission.forms.screens import OneByOne, Screen


class OwnConsentForm(OneByOne, ClientConsentForm):
    """Between whom, which information, the sensitive kinds one by one, what for, until when."""

    asked_of_all: ClassVar[tuple[Screen, ...]] = (
        Screen(
            ("authorities", "organisations"),
            asks=_("Between whom may information pass?"),
            again=_("Change between whom"),
        ),
        Screen(("categories",), again=_("Change which information")),
        Screen(
            ("health", "substance_use", "criminal_sanctions"),
            asks=_("Is any of this needed?"),
            why=_(
                "Each kind is asked by itself, because more harm is done if it comes to the wrong person."
                " Leave a kind empty if you are not sure."
            ),
            again=_("Change the sensitive kinds"),
        ),
        Screen(("purposes",), again=_("Change what it is used for")),
        Screen(
            ("from_on", "until_on"), asks=_("How long does it hold?"), again=_("Change how long")
        ),
    )

    def __init__(self, *args: Any, scope: Collection[str] = (), **kwargs: Any) -> None:
        """Who acts for the client is asked only of the kinds they act for; an empty scope means all."""
        super().__init__(*args, **kwargs)
        if not scope:
            return
        self._offer("categories", [one for one in self._kinds() if one[0] in scope])
        for code in SENSITIVE - frozenset(scope):
            del self.fields[str(code)]

    def _kinds(self) -> list[tuple[str, str]]:
        return list(self.fields["categories"].choices)  # type: ignore[attr-defined]
