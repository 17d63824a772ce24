"""What the views share: pages that are one form."""

from django.http import HttpResponse

from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.accounts.doors import PersonRequest
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.pages import show
from kaveri.steps.coordination.presenters import FormPage

__all__ = ["carried_out", "form_page"]


def form_page(
    request: PersonRequest,
    form: KaveriForm,
    *,
    title: str,
    send: str,
    back: str,
    lead: str = "",
    head: CaseHead | None = None,
) -> HttpResponse:
    """A page that is one form, within a case when there is a head."""
    page = FormPage(title=title, lead=lead, send=send, back=back, form=form)
    template = "coordination/case_form.html" if head else "coordination/form.html"
    return show(request, template, page, head=head)
