"""Answering screen by screen: the same for a worker, for the client at home, and by the link."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.accounts.doors import PersonRequest
from kaveri.foundation.base.errors import AlreadyDone, Changed, Refused
from kaveri.foundation.ui.forms import KaveriForm, posted
from kaveri.foundation.ui.pages import show
from kaveri.steps.questionnaires import presenters, selectors
from kaveri.steps.questionnaires.domain import Asked, Screen, first_unanswered, screens_of
from kaveri.steps.questionnaires.domain.asking import AskingObstacle
from kaveri.steps.questionnaires.forms import HandInForm, ScreenForm
from kaveri.steps.questionnaires.labels import ASKING_OBSTACLES
from kaveri.steps.questionnaires.models import Asking
from kaveri.steps.questionnaires.services import Written, values_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Through which door somebody answers: what keeps, what hands in, and where it leads."""

    frame: str
    here: str
    done: str
    keep: Callable[[Written, UUID], Any]
    finish: Callable[[UUID], Any]
    # Where one goes who goes on later; a link is simply opened again.
    later: str = ""
    head: CaseHead | None = None


def answering(request: PersonRequest, row: Asking, door: Door) -> HttpResponse:
    """One screen, or all the answers before they are handed in."""
    asked = selectors.asked_of(row)
    screens = screens_of(asked)
    typed: Any = getattr(request, "typed", None) or request.POST
    if typed.get("stage") == "finish":
        return _end(request, row, asked, door)
    after = request.GET.get("after", "")
    if after:
        return redirect(presenters.at(door.here, _next_key(screens, after)))
    # What was sent says itself which question it answers: the first unanswered one may be another by now.
    wanted = typed.get("screen") or request.GET.get("at", "")
    screen = next((each for each in screens if each.key == wanted), None)
    if screen is None and posted(request):
        messages.warning(request, str(ASKING_OBSTACLES[AskingObstacle.NOT_ASKED_NOW]))
        return redirect(door.here)
    if screen is None and wanted != presenters.END:
        screen = first_unanswered(asked, screens)
    if screen is None:
        return _end(request, row, asked, door)
    return _screen(request, row, asked, screens, screen, door)


def _next_key(screens: list[Screen], key: str) -> str:
    keys = [screen.key for screen in screens]
    place = keys.index(key) + 1 if key in keys else len(keys)
    return keys[place] if place < len(keys) else presenters.END


def _screen(
    request: PersonRequest,
    row: Asking,
    asked: Asked,
    screens: list[Screen],
    screen: Screen,
    door: Door,
) -> HttpResponse:
    now = presenters.language()
    stands = selectors.seen_of(values_on(screen, asked.answers))
    known = ScreenForm.known(screen, asked.answers)
    form = ScreenForm.of(
        request,
        screen=screen,
        language=now,
        initial={**known, "stood": stands, "stage": "keep", "screen": screen.key},
    )
    if posted(request) and form.is_valid():
        again = "again" in request.POST
        use_case = lambda key: door.keep(form.written(again=again), key)  # noqa: E731
        if _carried_out(form, use_case, now={**known, "stood": stands}):
            if "later" in request.POST and door.later:
                messages.success(request, _("Your answers are kept. Go on when it suits you."))
                return redirect(door.later)
            return redirect(presenters.at(door.here, screen.key, after=True))
    page = presenters.screen_page(
        asked,
        screens,
        screen,
        row=row,
        form=form,
        frame=door.frame,
        head=door.head,
        here=door.here,
        later=door.later,
    )
    return show(request, "questionnaires/screen.html", page)


def _carried_out(form: KaveriForm, use_case: Callable[[UUID], Any], now: dict[str, Any]) -> bool:
    """Whether it is kept, also when it already was; else the form says why, with both texts."""
    try:
        use_case(UUID(form.idempotency_key))
    except AlreadyDone:
        return True
    except Refused as refused:
        form.show_refusal(refused)
        return False
    except Changed:
        form.theirs = form.differences(now)
        form.add_error(
            None,
            _(
                "This question was answered on another device meanwhile. Compare the two answers,"
                " and press once more if yours shall stand."
            ),
        )
        data = form.data.copy()  # type: ignore[attr-defined]
        data["stood"] = str(now["stood"])
        form.data = data
        return False
    return True


def _end(request: PersonRequest, row: Asking, asked: Asked, door: Door) -> HttpResponse:
    form = HandInForm.of(request, initial={"stage": "finish"})
    if posted(request) and form.is_valid() and _carried_out(form, door.finish, now={"stood": ""}):
        return redirect(door.done)
    page = presenters.end_page(
        asked,
        row=row,
        form=form,
        frame=door.frame,
        head=door.head,
        here=door.here,
        later=door.later,
    )
    return show(request, "questionnaires/end.html", page)
