"""Questions by a link on a phone: no name, no sign-in, nothing else opens with it."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from kaveri.foundation.accounts.doors import PersonRequest, public_page
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.waiting import by_secret
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.questionnaires import selectors, services
from kaveri.steps.questionnaires.actions import QuestionnaireAction
from kaveri.steps.questionnaires.views.flow import Door, answering


@never_cache
@public_page(
    QuestionnaireAction.READ_BY_LINK,
    QuestionnaireAction.KEEP_BY_LINK,
    QuestionnaireAction.FINISH_BY_LINK,
    methods=("GET", "POST"),
)
def by_link(request: PersonRequest, secret: str) -> HttpResponse:
    """One question at a time, for whoever holds the link."""
    try:
        return _by_link(request, secret)
    except Denied:
        return show(request, "questionnaires/link_gone.html", status=404)


@by_secret
def _by_link(request: PersonRequest, secret: str) -> HttpResponse:
    with looking(QuestionnaireAction.READ_BY_LINK, actor=request.actor) as look:
        row = selectors.askings().filter(selectors.behind(secret)).first()
        if row is None:
            raise Denied(QuestionnaireAction.READ_BY_LINK)
        look.about = (row._meta.label_lower, row.pk)
        look.concerns([row.case.client_id])
    door = Door(
        frame="frames/public.html",
        here=reverse("questionnaires:by_link", args=[secret]),
        done=reverse("questionnaires:by_link_done"),
        keep=lambda written, key: services.keep_by_link(
            actor=request.actor, secret=secret, written=written, sending=key
        ),
        finish=lambda key: services.finish_by_link(actor=request.actor, secret=secret, sending=key),
    )
    answer = answering(request, row, door)
    answer["X-Robots-Tag"] = "noindex"
    return answer


@public_page(QuestionnaireAction.READ_BY_LINK)
def by_link_done(request: PersonRequest) -> HttpResponse:
    """The receipt; it knows nothing of what was answered."""
    return show(request, "questionnaires/by_link_done.html")
