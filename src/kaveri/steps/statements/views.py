"""The pages of statements: for workers, for whoever writes, and for the client."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.selectors import case_head
from kaveri.foundation import documents
from kaveri.foundation.access import policy
from kaveri.foundation.accounts.doors import (
    PersonRequest,
    client_page,
    signed_in_page,
    staff_page,
)
from kaveri.foundation.ui.carrying import carried_out
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.statements import presenters, selectors, services
from kaveri.steps.statements.actions import StatementAction
from kaveri.steps.statements.domain import State
from kaveri.steps.statements.forms import AskForm, WithdrawForm, WriteForm
from kaveri.steps.statements.models import AskedStatement


@staff_page(StatementAction.OF_CASE)
def of_case(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What has been asked and what has been signed, the newest first."""
    with looking(StatementAction.OF_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = look.rows(selectors.of_case(case_id), StatementAction.READ)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.last])
        here = cases.cases().filter(pk=case_id)
        may_ask = head.is_open and look.rows(here, StatementAction.ASK).exists()
        signed = selectors.versions([row.pk for row in found])
    page = presenters.OfCase(
        lines=presenters.lines(found, signed),
        pager=where,
        ask=reverse("statements:ask", args=[case_id]) if may_ask else "",
    )
    return show(request, "statements/of_case.html", page, head=head)


@staff_page(StatementAction.ASK, methods=("GET", "POST"))
def ask(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """Ask somebody near the case for a statement."""
    with looking(StatementAction.ASK, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        writers = list(selectors.who_can_write(case_id))
    form = AskForm.of(request, writers=writers)
    back = reverse("statements:of_case", args=[case_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.ask_statement(
            actor=request.actor, case_id=case_id, sending=sending, **form.cleaned_data
        ),
        receipt=_("The statement is asked for. You see here when it comes."),
        to=back,
    )
    page = presenters.FormPage(
        title=_("Ask for a statement"),
        send=_("Ask for the statement"),
        back=back,
        form=form,
        nobody=not writers,
    )
    return done or show(request, "statements/case_form.html", page, head=head)


@staff_page(StatementAction.READ)
def statement(request: PersonRequest, statement_id: UUID) -> HttpResponse:
    """One statement: the question, where it stands, and every version that was signed."""
    with looking(StatementAction.READ, actor=request.actor) as look:
        row = look.row(selectors.statements(), statement_id)
        look.concerns([row.case.client_id])
        signed = selectors.versions([row.pk]).get(row.pk, [])
        here = selectors.statements().filter(pk=row.pk)
        action = StatementAction.SIGN if row.state == State.ASKED else StatementAction.AMEND
        page = presenters.one_page(
            row,
            signed,
            back=_back(request, row),
            may_write=policy.permitted(here, action, request.actor).exists(),
            may_withdraw=policy.permitted(here, StatementAction.WITHDRAW, request.actor).exists(),
        )
    return show(request, "statements/statement.html", page)


@staff_page(StatementAction.SIGN, StatementAction.AMEND, methods=("GET", "POST"))
def write(request: PersonRequest, statement_id: UUID) -> HttpResponse:
    """Write by the headings of the kind, and sign; what is signed already is amended with a reason."""
    with looking(StatementAction.SIGN, actor=request.actor) as look:
        row = look.row(selectors.statements(), statement_id)
        look.concerns([row.case.client_id])
        before = selectors.newest(row.pk)
    kind, amends = selectors.kinds()[row.kind], before is not None
    now = {"version": row.version, **(before.texts if before else {})}
    form = WriteForm.of(request, kind=kind, amends=amends, initial=now)
    back = reverse("statements:statement", args=[statement_id])

    def send(sending: UUID) -> object:
        known = {
            "actor": request.actor,
            "statement_id": statement_id,
            "version": form.cleaned_data["version"],
            "texts": form.texts(),
            "sending": sending,
        }
        if amends:
            return services.amend_statement(why=form.cleaned_data["why"], **known)
        return services.sign_statement(**known)

    done = carried_out(
        request,
        form,
        send,
        receipt=_("The statement is signed. The one who asked and the client can read it now."),
        to=back,
        now=now,
    )
    page = presenters.FormPage(
        title=_("Amend the statement") if amends else _("Write the statement"),
        send=_("Sign and deliver"),
        back=back,
        form=form,
        line=presenters.line(row),
    )
    return done or show(request, "statements/write.html", page)


@staff_page(StatementAction.WITHDRAW, methods=("GET", "POST"))
def withdraw(request: PersonRequest, statement_id: UUID) -> HttpResponse:
    """The statement is not needed after all."""
    with looking(StatementAction.WITHDRAW, actor=request.actor) as look:
        row = look.row(selectors.statements(), statement_id)
        look.concerns([row.case.client_id])
    form = WithdrawForm.of(request, initial={"version": row.version})
    back = reverse("statements:statement", args=[statement_id])
    done = carried_out(
        request,
        form,
        lambda sending: services.withdraw_statement(
            actor=request.actor, statement_id=statement_id, sending=sending, **form.cleaned_data
        ),
        receipt=_("The statement is no longer asked for."),
        to=back,
        now={"version": row.version},
    )
    page = presenters.FormPage(
        title=_("The statement is not needed"),
        send=_("Take the request back"),
        back=back,
        form=form,
        line=presenters.line(row),
    )
    return done or show(request, "statements/write.html", page)


@staff_page(StatementAction.TO_WRITE)
def to_write(request: PersonRequest) -> HttpResponse:
    """What is asked of the one who looks, what is due first at the top."""
    with looking(StatementAction.TO_WRITE, actor=request.actor) as look:
        look.allow()
        rows = look.listed(selectors.asked_of(request.actor.account_id), StatementAction.READ)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.last])
        look.shows(found, "case.client_id")
    page = presenters.MinePage(lines=presenters.lines(found, {}), pager=where)
    return show(request, "statements/to_write.html", page)


@client_page(StatementAction.OF_CASE)
def mine(request: PersonRequest, case_id: UUID) -> HttpResponse:
    """What has been asked about the client, and every statement whole."""
    with looking(StatementAction.OF_CASE, actor=request.actor) as look:
        head = case_head(look, case_id)
        look.row(cases.cases(), case_id)
        rows = look.rows(selectors.of_case(case_id), StatementAction.READ)
        rows = rows.exclude(state=State.WITHDRAWN)
        where = pager(request, rows.count())
        found = list(rows[where.offset : where.last])
        signed = selectors.versions([row.pk for row in found])
    page = presenters.MinePage(lines=presenters.lines(found, signed), pager=where)
    return show(request, "statements/mine.html", page, head=head)


@signed_in_page(StatementAction.PRINT)
def paper(request: PersonRequest, statement_id: UUID) -> HttpResponse:
    """The same on paper; the name of the file tells nothing."""
    made = services.print_statement(actor=request.actor, statement_id=statement_id)
    return documents.shown(made)


def _back(request: PersonRequest, row: AskedStatement) -> str:
    """To the case for who stands near it with a ground, else to what one is asked to write."""
    near = policy.permitted(cases.cases(), StatementAction.OF_CASE, request.actor)
    if near.filter(pk=row.case_id).exists():
        return reverse("statements:of_case", args=[row.case_id])
    return reverse("statements:to_write")
