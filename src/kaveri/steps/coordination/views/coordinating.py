"""Who should coordinate: what is known, every rule that fits, and the decision."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination import presenters, selectors, services
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import Instance, Need, proposal
from kaveri.steps.coordination.forms import DecisionForm, NeedsForm
from kaveri.steps.coordination.views.parts import carried_out


@staff_page(CoordinationAction.READ, CoordinationAction.DECIDE, methods=("GET", "POST"))
def coordinating(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """First what is known, then every rule that fits, then a person decides."""
    with looking(CoordinationAction.READ, actor=request.actor) as look:
        head = case_head(look, case_id)
        part = CoordinationAction.READ_CASE_PARTS
        decisions = list(look.rows(selectors.decisions().filter(case_id=case_id), part))
        here = cases.cases().filter(pk=case_id)
        is_theirs = look.rows(here, CoordinationAction.DECIDE).exists()
        if posted(request) and not is_theirs:
            raise Denied(CoordinationAction.DECIDE)
        may_decide = head.is_open and is_theirs
    asked = _asked(request)
    found = proposal(asked) if asked is not None and may_decide else None
    form = None
    if found is not None:
        form = DecisionForm.of(
            request,
            initial={
                "needs": [need.value for need in asked or ()],
                "chosen": found.instance.value,
                "version": head.version,
            },
        )
        answer = carried_out(
            request,
            form,
            lambda sending: services.decide_coordinating(
                actor=request.actor,
                case_id=case_id,
                needs=[Need(code) for code in form.cleaned_data["needs"]],
                chosen=Instance(form.cleaned_data["chosen"]),
                reason=form.cleaned_data["reason"],
                lacks_expertise=form.cleaned_data["lacks_expertise"],
                supporter=form.cleaned_data["supporter"],
                version=form.cleaned_data["version"],
                sending=sending,
            ),
            receipt=_("It is decided who coordinates."),
            to=reverse("coordination:people", args=[case_id]),
            now={"version": head.version},
        )
        if answer:
            return answer
    page = presenters.CoordinatingPage(
        needs=NeedsForm(
            {"needs": [need.value for need in asked or ()], "asked": "1"}, auto_id="known_%s"
        ),
        form=form,
        matches=presenters.match_lines(found, selectors.rule_sources()) if found else [],
        proposed=presenters.proposed(found),
        flag=presenters.flagged(found, asked or ()),
        decisions=presenters.decision_lines(decisions),
    )
    return show(request, "coordination/coordinating.html", page, head=head, may_decide=may_decide)


def _asked(request: PersonRequest) -> list[Need] | None:
    """What was ticked; None before anything has been asked. Unknown codes are left aside."""
    source = request.POST if posted(request) else request.GET
    if not posted(request) and "asked" not in source:
        return None
    return [Need(code) for code in source.getlist("needs") if code in set(Need)]
