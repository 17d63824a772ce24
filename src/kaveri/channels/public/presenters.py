"""What the public pages show."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.contacts.domain import ANSWER_WITHIN, Channel, ClosingReason, ContactState
from kaveri.casebook.contacts.labels import KNOWS, LANGUAGES
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.records.selectors import amount_kept
from kaveri.channels.public.forms import AskForm, TakeBackForm
from kaveri.foundation.ui import dates, phones
from kaveri.steps.referral.selectors.looks import Receipt
from kaveri.steps.referral.selectors.receiving import receiving_for

TEXTS = Path(__file__).resolve().parent / "texts"
RETENTION = "contact_only"
# å, ä and ö come last.
_NORDIC = str.maketrans({"å": "{", "ä": "|", "ö": "}", "æ": "|", "ø": "}"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its paragraphs and list."""

    heading: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    check: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """A public text, and the number to call."""

    title: str
    phone: str
    intro: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage:
    """The first page: what it is, how to come."""

    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPage:
    """The open form and what stands beside it."""

    form: AskForm
    title: str
    lead: str
    send: str
    days: int
    phone: str
    for_other: bool
    # Where the receipt of the message is that this form has carried already.
    earlier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """Nothing here, and whom to ask."""

    works: bool
    phone: str
    typed: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The band on the receipt: who does what, by when."""

    who: str
    what: str
    by: dt.date
    deputy: str = ""
    more: str = ""
    call: str = ""
    overdue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of what was sent."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPage:
    """What was received, what happens next, and how to take it back."""

    title: str
    arrived_at: dt.datetime
    reference: str
    outcome: str
    outcome_text: str
    answer: str
    step: Step | None
    by: dt.date | None
    owner: str
    phone: str
    by_writer: bool
    to_be_confirmed: bool
    write_anew: str
    sent_title: str
    facts: tuple[Fact, ...]
    message: str
    message_label: str
    take_back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPage:
    """A second look before the message is taken back."""

    form: TakeBackForm
    back: str
    lead: str


def text_page(key: str) -> TextPage:
    """One of the county's texts, in the reader's language, with the rules in force filled in."""
    text, language = _text(key), dates.known_language(get_language())
    # Filled from the rules, so that a text never promises what is not so.
    fills = {"days": str(ANSWER_WITHIN), "months": str(amount_kept(RETENTION))}

    def read(row: dict[str, Any], name: str = "text") -> str:
        written = str(row[f"{name}_{language}"])
        for placeholder, value in fills.items():
            written = written.replace("{" + placeholder + "}", value)
        return written

    return TextPage(
        title=read(text, "title"),
        phone=_phone(),
        intro=read(text, "intro"),
        sections=tuple(
            Section(
                heading=read(section, "heading"),
                paragraphs=tuple(read(each) for each in section.get("paragraphs", [])),
                items=tuple(read(each) for each in section.get("items", [])),
                # Only a passage with a source of its own rests on something that must be checked.
                check="source" in section and not section.get("verified", True),
            )
            for section in text["sections"]
        ),
    )


def start_page() -> StartPage:
    """The first page."""
    return StartPage(phone=_phone())


def not_found_page(*, works: bool, typed: list[str]) -> NotFoundPage:
    """A worker asks a colleague; everybody else calls. What was typed is given back."""
    return NotFoundPage(works=works, phone="" if works else _phone(), typed=typed)


def ask_page(form: AskForm, *, for_other: bool, earlier: str = "") -> AskPage:
    """The form, and beside it what happens next."""
    return AskPage(
        form=form,
        title=_("Ask us to contact somebody close to you")
        if for_other
        else _("Ask us to get in touch"),
        lead=_("You write, and we ask the person close to you first. Nothing is done without them.")
        if for_other
        else _(
            "Do you think about work and how you manage? Write to us and a person gets in touch."
        ),
        send=_("Send the message"),
        days=ANSWER_WITHIN,
        phone=_phone(),
        for_other=for_other,
        earlier=earlier,
    )


def municipalities() -> list[tuple[str, str]]:
    """Municipalities to choose from, in the reader's language and the Nordic order."""
    language = dates.known_language(get_language())
    named = [
        (str(row.id), str(getattr(row, f"name_{language}"))) for row in directory.municipalities()
    ]
    return sorted(named, key=lambda pair: pair[1].casefold().translate(_NORDIC))


def receipt_page(receipt: Receipt, *, key: str) -> ReceiptPage:
    """The receipt in the words of whoever holds its key."""
    contact = receipt.contact
    outcome, text = _outcome(receipt)
    step = receipt.step
    own = receipt.by_writer or contact.channel == Channel.SELF_WEB
    return ReceiptPage(
        title=_title(receipt),
        arrived_at=contact.arrived_at,
        reference=contact.reference,
        outcome=outcome,
        outcome_text=text,
        answer=contact.answer
        if contact.state == ContactState.ADVISED and not receipt.by_writer
        else "",
        step=_step(receipt),
        by=step.due_on if step else None,
        owner=step.who if step else "",
        phone=contact.unit.phone,
        by_writer=receipt.by_writer,
        to_be_confirmed=contact.state == ContactState.TO_BE_CONFIRMED,
        write_anew=reverse("public:ask_for_other" if receipt.by_writer else "public:ask")
        if taken_back(receipt)
        else "",
        sent_title=_("You sent") if own else _("What was sent"),
        facts=tuple(fact for fact in _facts(receipt) if fact.value),
        message=contact.message,
        message_label=_("Your words") if own else _("What was written down"),
        take_back=reverse("public:take_back", args=[key]) if can_take_back(receipt) else "",
    )


def take_back_page(form: TakeBackForm, receipt: Receipt, *, key: str) -> TakeBackPage:
    """The question before the message is taken back."""
    lead = (
        _(
            "Nobody will contact the person close to you because of your message. You can write again"
            " whenever you want."
        )
        if receipt.by_writer
        else _(
            "Nobody will contact you because of this message. You can write again whenever you want."
        )
    )
    return TakeBackPage(form=form, back=reverse("public:receipt", args=[key]), lead=lead)


def _title(receipt: Receipt) -> str:
    contact = receipt.contact
    if contact.state in (ContactState.OPEN, ContactState.TO_BE_CONFIRMED):
        return _("Thank you, we have your message")
    if taken_back(receipt):
        return _("You have taken back your message")
    return _("Your message")


def _step(receipt: Receipt) -> Step | None:
    line = receipt.step
    if line is None:
        return None
    contact_state = receipt.contact.state
    return Step(
        who=line.who,
        what=_writers_step(contact_state) if receipt.by_writer else line.what,
        by=line.due_on,
        deputy="",
        call=line.phone,
        overdue=_("The day has passed") if line.is_overdue else "",
    )


def _writers_step(state: str) -> str:
    """What happens next, said to the one who wrote about somebody else."""
    if state == ContactState.TO_BE_CONFIRMED:
        return _("asks the person close to you whether they want to be contacted")
    return _("gets in touch with the person close to you")


def _outcome(receipt: Receipt) -> tuple[str, str]:
    """How it went, once it has: a word and a sentence."""
    contact = receipt.contact
    if contact.state == ContactState.TAKEN_ON:
        manager = contact.case.case_manager if contact.case else contact.owner
        text = _("%(name)s carries it on with you. Phone %(phone)s.") % {
            "name": manager.full_name,
            "phone": _shown(manager.phone),
        }
        return _("Taken on"), _("The matter has been taken on.") if receipt.by_writer else text
    if contact.state == ContactState.ADVISED:
        return _("Answered"), "" if not receipt.by_writer else _(
            "The person close to you has been answered."
        )
    if taken_back(receipt):
        return _("Closed"), _(
            "Nobody gets in touch because of it. You can write again whenever you want."
        )
    if contact.state == ContactState.CLOSED:
        return _("Closed"), _(
            "The contact is closed, and nobody gets in touch because of it. Write or call again"
            " whenever you want."
        )
    return "", ""


def _facts(receipt: Receipt) -> list[Fact]:
    contact = receipt.contact
    language = dates.known_language(get_language())
    place = contact.municipality
    values = [
        contact.name,
        _shown(contact.phone),
        contact.email,
        str(getattr(place, f"name_{language}")) if place else "",
        _words(LANGUAGES, contact.language),
    ]
    own = [_("Name"), _("Phone"), _("E-mail"), _("Municipality"), _("Language")]
    if not receipt.by_writer:
        return [Fact(name=name, value=value) for name, value in zip(own, values, strict=True)]
    theirs = [
        _("The person close to you"),
        _("Their phone"),
        _("Their e-mail"),
        _("Their municipality"),
        _("Their language"),
    ]
    return [
        Fact(name=_("You"), value=contact.sender_name),
        Fact(name=_("Your phone"), value=_shown(contact.sender_phone)),
        Fact(name=_("Your e-mail"), value=contact.sender_email),
        *(Fact(name=name, value=value) for name, value in zip(theirs, values, strict=True)),
        Fact(name=_("What you told"), value=_words(KNOWS, contact.person_knows)),
    ]


def taken_back(receipt: Receipt) -> bool:
    """Whether the one who reads has taken the message back; a person who agreed does it without the writer."""
    contact = receipt.contact
    own = not receipt.by_writer or contact.confirmed_at is None
    return own and contact.closing_reason == ClosingReason.TAKEN_BACK


def can_take_back(receipt: Receipt) -> bool:
    """Until it has been dealt with; the writer only until the person has agreed."""
    state = receipt.contact.state
    return state == ContactState.TO_BE_CONFIRMED or (
        state == ContactState.OPEN and not receipt.by_writer
    )


def _words(labels: Any, code: str) -> str:
    return str(labels.get(code, ""))


def _shown(phone: str) -> str:
    return phones.shown_phone(phone, dates.known_language(get_language())) if phone else ""


def _phone() -> str:
    receiving = receiving_for(None)
    return receiving.unit.phone if receiving else ""


@lru_cache(maxsize=8)
def _text(key: str) -> dict[str, Any]:
    return tomllib.loads((TEXTS / f"{key}.toml").read_text(encoding="utf-8"))
