"""Every page of the product and how to open it: a new page joins by the names in its address.

`Whole` is a county where something of everything has happened; `ARGUMENTS` says which row of it
an address means by a name. A page whose address has a new name fails until it is written here.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.urls.converters import IntConverter, UUIDConverter

from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base.actor import Role
from tests.architecture.addresses import DOORS_OF_OTHERS, Address, addresses
from tests.factories import cast, referral_out
from tests.whole import Whole, second_reader

Meaning = Callable[[Any], Any]

# What a name in an address means; first by the page's own name, then by the name alone.
ARGUMENTS: dict[str, Meaning] = {
    "case_id": lambda whole: whole.case,
    "contact_id": lambda whole: whole.contact,
    "service_id": lambda _whole: referral_out.health_check(),
    "entry_id": lambda whole: whole.document,
    "task_id": lambda whole: whole.task,
    "statement_id": lambda whole: whole.statement,
    "assessment_id": lambda whole: whole.assessment,
    "request_id": lambda whole: whole.request,
    "wait_id": lambda whole: whole.wait,
    "handover_id": lambda whole: whole.handover,
    "offer_id": lambda whole: whole.offer,
    "absence_id": lambda whole: whole.absence,
    "summary_id": lambda whole: whole.summary,
    "coordination:account_id": lambda whole: whole.pair,
    "crossings:case_id": lambda whole: whole.case_again,
    "crossings:account_id": lambda _whole: cast.mikko(),
    "ending:part": lambda _whole: 1,
    "ending:second_look:ending_id": lambda whole: whole.unreached,
    "identification:key": lambda _whole: "doctor",
    "identification:version": lambda _whole: 1,
    "portal:accept_step:task_id": lambda whole: whole.first_step,
    "portal:decline_step:task_id": lambda whole: whole.first_step,
    "portal:do_part:task_id": lambda whole: whole.own_part,
    "public:key": lambda whole: whole.receipt,
    "referral:confirm:contact_id": lambda whole: whole.contact_to_confirm,
    "referral_out:referral_id": lambda whole: whole.debt_referral.referral,
    "referral_out:received:referral_id": lambda whole: whole.health_referral,
    "referral_out:secret": lambda whole: whole.debt_referral.secret,
}
# What must have happened for a page to have something to show.
AFTER: dict[str, Meaning] = {
    "ending:confirm": lambda whole: whole.prepared,
    "ending:draft": lambda whole: whole.prepared,
    "ending:withdraw": lambda whole: whole.prepared,
    "ending:reopen": lambda whole: whole.ended,
    "ending:summary": lambda whole: whole.ended,
    "coordination:keep_contact": lambda whole: whole.wait,
    "crossings:ask_earlier": lambda whole: whole.forget_earlier(),
    "workspace:code_show": lambda whole: whole.code,
}
# Pages about what cannot stand beside everything else: a case that has ended, somebody who is away.
ALONE = frozenset(
    {
        "coordination:absence_end",
        "coordination:absence_substitute",
        "crossings:earlier",
        "ending:reopen",
        "ending:summary",
        "ending:summary_older",
        "ending:summary_pdf",
    }
)
# Pages that only take a sending: where the form or the button stands.
STANDS_ON = {
    "crossings:ask_earlier": "crossings:earlier",
    "ending:withdraw": "ending:ending",
    "portal:accept_step": "portal:home_of",
    "portal:do_part": "portal:home_of",
    "referral_out:renew_link": "referral_out:follow",
    "workspace:code_show": "workspace:person",
}
# What must be asked of a page before it shows the form that is sent.
ASKED = {
    "assessment:mapping": "?add=health",
    "coordination:coordinating": "?asked=1&needs=social_client",
}
# Ids of rows that tell of nobody.
ABOUT_NOBODY = frozenset({"service_id", "account_id", "absence_id"})
# Who opens a page, when it is not the coordinator, the client or a visitor.
OPENED_BY: dict[str, Callable[[], Account]] = {
    "coordination:handover_answer": cast.mikko,
    "coordination:handover_decline": cast.mikko,
    "coordination:reassign_case": cast.tove,
    "coordination:reassign_contact": cast.tove,
    "coordination:risen": cast.tove,
    "crossings:leaving": cast.tove,
    "crossings:workers": cast.tove,
    "directory:account_new": cast.oskar,
    "ending:second_look": second_reader,
    "identification:prompt_edit": lambda: cast.worker("evy", "Nord", cast.unit(), role=Role.EDITOR),
    "referral:answer_offer": cast.mikko,
    "referral_out:received": cast.sara,
}
BY_DOOR: dict[str, Callable[[], Account | None]] = {
    "staff": cast.kerstin,
    "client": cast.aino_account,
    "signed_in": cast.kerstin,
    "public": lambda: None,
}


@dataclass(frozen=True)
class Page:
    """An address of the product with the ways to open it."""

    address: Address

    @property
    def name(self) -> str:
        return self.address.name

    @property
    def door(self) -> str:
        return self.address.door or "public"

    @property
    def opener(self) -> Account | None:
        return OPENED_BY.get(self.name, BY_DOOR[self.door])()

    @property
    def methods(self) -> tuple[str, ...]:
        """What the page takes: kept by its door, so it is read from the door's own words."""
        view: Any = self.address.view
        while view is not None:
            for cell in getattr(view, "__closure__", None) or ():
                held = cell.cell_contents
                if isinstance(held, tuple) and {"GET", "POST"} & {str(each) for each in held}:
                    return held
            view = getattr(view, "__wrapped__", None)
        return ("GET",)

    @property
    def is_about_somebody(self) -> bool:
        """Whether its address has ids of rows."""
        return bool({"case_id", "contact_id"} & set(self.address.converters)) or any(
            name.endswith("_id") and name not in ABOUT_NOBODY for name in self.address.converters
        )

    def meaning(self, argument: str) -> Meaning:
        space = self.name.split(":")[0]
        for key in (f"{self.name}:{argument}", f"{space}:{argument}", argument):
            if key in ARGUMENTS:
                return ARGUMENTS[key]
        raise LookupError(f"tests/pages.py does not know <{argument}> of {self.name}")

    def rows(self, whole: Whole) -> dict[str, Any]:
        """What each name in the address means in this county."""
        found = {name: self.meaning(name)(whole) for name in self.address.converters}
        if self.name in AFTER:
            AFTER[self.name](whole)
        return found

    def at(self, rows: Mapping[str, Any]) -> str:
        """Where the page lies for these rows."""
        named = {name: rows[name] for name in self.address.converters}
        return reverse(self.name, kwargs={n: getattr(v, "pk", v) for n, v in named.items()})

    def forms_at(self, rows: Mapping[str, Any]) -> str:
        """Where the forms stand that are sent to this page."""
        name = STANDS_ON.get(self.name, self.name)
        shown = next(page for page in pages() if page.name == name)
        return shown.at(rows) + ASKED.get(name, "")

    def sent_to(self, rows: Mapping[str, Any]) -> str:
        """Where a form of this page is sent."""
        return self.at(rows) + ASKED.get(self.name, "")

    def real(self, whole: Whole) -> str:
        """Where the page lies for rows that exist."""
        return self.at(self.rows(whole))

    def invented(self) -> str:
        """The same page for rows that nobody ever made."""
        made_up = {
            name: _made_up(name, converter) for name, converter in self.address.converters.items()
        }
        return reverse(self.name, kwargs=made_up)


def _made_up(name: str, converter: Any) -> Any:
    if isinstance(converter, UUIDConverter):
        return uuid.uuid4()
    if isinstance(converter, IntConverter):
        return 987
    return f"invented-{uuid.uuid4().hex}"


def pages() -> list[Page]:
    """Every named page of our own."""
    return [Page(each) for each in addresses() if _is_ours(each)]


def _is_ours(address: Address) -> bool:
    return bool(address.name) and not address.module.startswith(DOORS_OF_OTHERS)
