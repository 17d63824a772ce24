"""Reading what has been asked of the privacy officer."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Case as Choice
from django.db.models import IntegerField, QuerySet, Value, When

from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base.actor import Actor, Role
from kaveri.steps.insight.domain.requests import RequestKind, RequestState
from kaveri.steps.insight.models import LogRequest

if TYPE_CHECKING:
    from kaveri.casebook.clients.models import Client


def log_requests() -> QuerySet[LogRequest]:
    """Every request, the newest first; narrow by permission before use."""
    return LogRequest.objects.select_related(
        "client", "case", "asked_by", "answered_by", "controller"
    ).order_by("-asked_at", "-id")


def own_requests(actor: Actor, client: "Client") -> QuerySet[LogRequest]:
    """What the client has asked; who acts for them reads what they have asked themselves."""
    found = log_requests().filter(client_id=client.id)
    if actor.account_id != client.account_id:
        found = found.filter(asked_by_id=actor.account_id)
    return found


def opened_requests(actor: Actor, client: "Client") -> QuerySet[LogRequest]:
    """Those that open the log of older days: asked for, and answered yes."""
    return own_requests(actor, client).filter(kind=RequestKind.OLDER, state=RequestState.ANSWERED)


def nobody_answers() -> int:
    """How many requests wait while nobody holds the privacy officer's role: a number, nobody's data."""
    if people.holders(Role.PRIVACY_OFFICER).exists():
        return 0
    return LogRequest.objects.filter(state=RequestState.OPEN).count()


def wanted_requests(
    today: dt.date, *, words: str = "", state: str = "", kind: str = ""
) -> QuerySet[LogRequest]:
    """Those the privacy officer asks for: overdue first, then the rest that wait, then the answered."""
    found = log_requests()
    if state:
        found = found.filter(state=state)
    if kind:
        found = found.filter(kind=kind)
    if words:
        # By reference alone: a name would stand in the address.
        found = found.filter(reference__icontains=words)
    urgency = Choice(
        When(state=RequestState.OPEN, due_on__lt=today, then=Value(0)),
        When(state=RequestState.OPEN, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return found.annotate(urgency=urgency).order_by("urgency", "due_on", "asked_at", "id")
