"""Reading answers about peer support."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor
from kaveri.steps.participation.actions import ParticipationAction
from kaveri.steps.participation.domain import PeerAnswer
from kaveri.steps.participation.models import PeerSupport


@dataclass(frozen=True, slots=True)
class PeerNow:
    """How peer support stands, in short."""

    answer: PeerAnswer
    words: str


def peer_support() -> QuerySet[PeerSupport]:
    """Every answer, newest first; narrow by permission before use."""
    return PeerSupport.objects.select_related("by").order_by("-at", "-id")


def peer_columns(actor: Actor) -> dict[str, Any]:
    """How it stands, for a page that reads the case anyway."""
    here = peer_support().filter(case=OuterRef("pk"))
    seen = policy.permitted(here, ParticipationAction.READ, actor)
    return {"peer_now": Subquery(seen.values(found=JSONObject(answer="answer", words="words"))[:1])}


def peer_now(columns: Mapping[str, Any]) -> PeerNow | None:
    """The same from those columns; none where nobody has asked, or for whoever may not know."""
    found = columns["peer_now"]
    return PeerNow(PeerAnswer(found["answer"]), found["words"]) if found else None
