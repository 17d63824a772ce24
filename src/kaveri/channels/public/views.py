"""The pages of the public door."""

from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages as notes
from django.core import signing
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kaveri import __version__
from kaveri.casebook.contacts.domain import WRITTEN_LANGUAGES
from kaveri.channels.public import presenters
from kaveri.channels.public.actions import PublicAction
from kaveri.channels.public.forms import AskForm, AskForOtherForm, TakeBackForm
from kaveri.foundation.access import limits
from kaveri.foundation.access.limits import Limit
from kaveri.foundation.accounts.doors import PersonRequest, public_page
from kaveri.foundation.accounts.selectors import actor_of
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.messaging.outbox import number_waiting
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.languages import A_YEAR
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.saved_meanwhile import STOOD
from kaveri.foundation.ui.waiting import by_secret
from kaveri.foundation.usecase.rounds import WORK, last_round
from kaveri.steps.referral import services
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.selectors.looks import Receipt, open_receipt
from kaveri.steps.referral.selectors.receipts import receipt_key

# So many messages an hour from one connection: an office or a library never comes near it.
AN_HOUR = 3600
SENDINGS = Limit("ask", times=300, seconds=AN_HOUR)
# The cookie by which a browser that goes back does not send the same message twice.
SENT = f"{settings.COOKIE_PREFIX}sent"
SENDINGS_KEPT = 5


@public_page(PublicAction.READ)
def start(request: PersonRequest) -> HttpResponse:
    """What the service is and how to come; whoever has signed in comes to their own first page."""
    if request.actor.roles:
        own = request.actor.roles == {Role.CLIENT}
        return redirect("portal:home" if own else "workspace:my_day")
    return show(request, "public/start.html", presenters.start_page())


@public_page(PublicAction.READ)
def service(request: PersonRequest) -> HttpResponse:
    """For whom the service is, what it does and what it cannot do."""
    return _text(request, "service")


@public_page(PublicAction.READ)
def how_to_come(request: PersonRequest) -> HttpResponse:
    """Every way to the service and what happens after."""
    return _text(request, "how_to_come")


@public_page(PublicAction.READ)
def data_use(request: PersonRequest) -> HttpResponse:
    """What data is used for."""
    return _text(request, "data_use")


@public_page(PublicAction.READ)
def accessibility(request: PersonRequest) -> HttpResponse:
    """The accessibility statement."""
    return _text(request, "accessibility")


@public_page(ContactAction.RECEIVE, methods=("GET", "POST"))
def ask(request: PersonRequest) -> HttpResponse:
    """Five things, and a person gets in touch."""
    return _ask(request, AskForm, for_other=False)


@public_page(ContactAction.RECEIVE, methods=("GET", "POST"))
def ask_for_other(request: PersonRequest) -> HttpResponse:
    """The same for somebody close, who is asked first."""
    return _ask(request, AskForOtherForm, for_other=True)


@never_cache
@public_page(ContactAction.READ_RECEIPT)
@by_secret
def receipt(request: PersonRequest, key: str) -> HttpResponse:
    """What was received, what happens next, and how to take it back."""
    opened = open_receipt(actor=request.actor, key=key)
    chosen = _read_in_own_language(request, opened)
    response = show(request, "public/receipt.html", presenters.receipt_page(opened, key=key))
    if chosen:
        _remember_language(response, chosen)
    return _kept_secret(response)


@never_cache
@public_page(ContactAction.TAKE_BACK, methods=("GET", "POST"))
@by_secret
def take_back(request: PersonRequest, key: str) -> HttpResponse:
    """A second look, and then the message is taken back."""
    form = TakeBackForm.of(request)
    to_receipt = _kept_secret(redirect("public:receipt", key=key))
    if posted(request) and form.is_valid():
        try:
            services.take_back(actor=request.actor, key=key, sending=UUID(form.idempotency_key))
        except AlreadyDone:
            return to_receipt
        except Refused:
            # Too late; the look below says so.
            pass
        else:
            # The same words written again are a new message.
            to_receipt.delete_cookie(SENT)
            return to_receipt
    opened = open_receipt(actor=request.actor, key=key)
    if presenters.can_take_back(opened):
        page = presenters.take_back_page(form, opened, key=key)
        return _kept_secret(show(request, "public/take_back.html", page))
    if not presenters.taken_back(opened):
        notes.info(
            request,
            _("The message can no longer be taken back. Here you see how far it has come."),
        )
    return to_receipt


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Missing and forbidden look the same; whom to ask depends on who reads."""
    user = request.user
    works = user.is_authenticated and bool(actor_of(user).roles - {Role.CLIENT})
    page = presenters.not_found_page(
        works=works, typed=_typed(request) if user.is_authenticated else []
    )
    return show(request, "public/not_found.html", page, status=404)


def _typed(request: HttpRequest) -> list[str]:
    """What somebody wrote and could not send: words given back to who typed them, kept nowhere."""
    return [
        text.strip()
        for name, texts in request.POST.lists()
        for text in texts
        if name != STOOD and "password" not in name and len(text.split()) > 1
    ]


@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """Whether the system is well, for whatever watches it; nothing about people."""
    database = database_answers()
    body = {
        "status": "ok" if database else "broken",
        "database": "ok" if database else "no answer",
        "jobs": jobs() if database else "unknown",
        "version": __version__,
    }
    return JsonResponse(body, status=200 if database else 503)


def jobs() -> dict[str, Any]:
    """When the scheduled work last came round, and how many notices wait."""
    at = last_round(WORK)
    return {"last_round": at.isoformat() if at else "never", "waiting": number_waiting()}


def database_answers() -> bool:
    """Whether the database takes a question."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _text(request: PersonRequest, key: str) -> HttpResponse:
    return show(request, "public/text.html", presenters.text_page(key))


def _ask(request: PersonRequest, kind: type[AskForm], *, for_other: bool) -> HttpResponse:
    form = kind.of(request, municipalities=presenters.municipalities())
    earlier = ""
    if posted(request) and form.is_valid() and _may_send(request, form):
        sending, changed = _sending(request, form)
        try:
            contact = services.receive_contact(
                actor=request.actor,
                asked=form.asked(),
                writer=form.writer(),
                sending=sending,
            )
        except AlreadyDone as done:
            if done.object_id is None:
                raise Denied(ContactAction.RECEIVE) from done
            if not changed:
                return _to_receipt(done.object_id, form, for_other=for_other)
            form.send_anew()
            form.add_error(
                None,
                _(
                    "Your first message has arrived. What you have changed since then has not been"
                    " sent. Press the button again to send it as a new message."
                ),
            )
            earlier = _receipt_address(done.object_id, for_other=for_other)
        except Refused as refused:
            form.show_refusal(refused)
        else:
            response = _to_receipt(contact.id, form, for_other=for_other)
            _remember_sending(request, response, form)
            return response
    page = presenters.ask_page(form, for_other=for_other, earlier=earlier)
    return show(request, "public/ask.html", page)


def _sending(request: HttpRequest, form: AskForm) -> tuple[UUID, bool]:
    """The key to send under, and whether that key has carried other words before.

    A browser that goes back may fetch the form anew, with a new key: the same words from the
    same browser are the same message all the same.
    """
    sent = _sent(request)
    for key, content in sent.items():
        if content == form.content:
            return UUID(key), False
    return form.sending, str(form.sending) in sent


def _sent(request: HttpRequest) -> dict[str, str]:
    """What this browser has sent lately: the keys of the forms, and what they held, folded."""
    try:
        kept = signing.loads(request.COOKIES.get(SENT, ""), salt=SENT, max_age=AN_HOUR)
    except signing.BadSignature:
        return {}
    return cast("dict[str, str]", kept)


def _remember_sending(request: HttpRequest, response: HttpResponse, form: AskForm) -> None:
    sent = {**_sent(request), str(form.sending): form.content}
    response.set_cookie(
        SENT,
        signing.dumps(dict(list(sent.items())[-SENDINGS_KEPT:]), salt=SENT),
        max_age=AN_HOUR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _receipt_address(contact_id: UUID, *, for_other: bool) -> str:
    return reverse("public:receipt", args=[receipt_key(contact_id, of_writer=for_other)])


def _to_receipt(contact_id: UUID, form: AskForm, *, for_other: bool) -> HttpResponse:
    response = redirect(_receipt_address(contact_id, for_other=for_other))
    language = form.cleaned_data["language"]
    if language in WRITTEN_LANGUAGES and not for_other:
        _remember_language(response, language)
    return _kept_secret(response)


def _may_send(request: HttpRequest, form: AskForm) -> bool:
    """Machines are sent back; a person whose browser filled the hidden field presses once more."""
    if form.trap_sprung():
        form.add_error(None, _("Press the button once more to send your message."))
        return False
    if wait := limits.count(SENDINGS, limits.address_of(request)):
        limits.tell_to_wait(request, wait)
        form.add_error(
            None,
            _("Many messages have come from this connection. Try again in an hour, or call us."),
        )
        return False
    return True


def _read_in_own_language(request: HttpRequest, opened: Receipt) -> str:
    """A link from a mail opens in the language the person asked for, until they choose another."""
    wanted = opened.contact.language
    known = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
    if known or opened.by_writer or wanted not in WRITTEN_LANGUAGES:
        return ""
    translation.activate(wanted)
    return wanted


def _remember_language(response: HttpResponse, language: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _kept_secret(response: HttpResponse) -> HttpResponse:
    """The address is the key: it goes to no other site, and to no search engine.

    Not "no-referrer": with it a browser hides where a form comes from, and the form is refused.
    """
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response
