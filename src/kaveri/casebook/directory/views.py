"""The pages of the directory: find a service, read its card; who works here, and their accounts."""

import datetime as dt
import tomllib
from dataclasses import replace
from functools import cache
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from kaveri.casebook.directory import selectors
from kaveri.casebook.directory.actions import DirectoryAction
from kaveri.casebook.directory.forms import (
    AccountForm,
    DutyForm,
    PeopleFilter,
    RenewalForm,
    ServiceFilter,
)
from kaveri.casebook.directory.presenters import (
    AccountPage,
    PeoplePage,
    RenewalPage,
    duty_page,
    duty_units,
    service_page,
    services_page,
    worker_row,
)
from kaveri.casebook.directory.presenters import duty_change as duty_change_page
from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.directory.services import COUNTY, make_account, renew_password
from kaveri.casebook.directory.services import duty as keeping
from kaveri.foundation.access import policy
from kaveri.foundation.accounts import selectors as accounts
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.base.names import sorting
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import Look, looking

# How far ahead a duty list says who receives.
DAYS_SHOWN = 28


@staff_page(DirectoryAction.READ)
def services(request: PersonRequest) -> HttpResponse:
    """The services, by word, need and place."""
    form = ServiceFilter(
        request.GET or None,
        needs=[(need["key"], need[f"name_{get_language()}"]) for need in county_needs()],
        places=sorted(
            ((place.key, in_language(place, "name")) for place in selectors.municipalities()),
            key=lambda place: sorting(place[1], ""),
        ),
    )
    wanted = form.cleaned_data if form.is_valid() else {}
    with looking(DirectoryAction.READ, actor=request.actor) as look:
        found = selectors.services_matching(
            look.rows(selectors.services()),
            word=wanted.get("q", ""),
            need=wanted.get("need", ""),
            place=wanted.get("place", ""),
            language=str(get_language()),
        )
        total = found.count()
        pages = pager(request, total)
        page = services_page(list(found[pages.offset : pages.last]), form, pages, total)
    return show(request, "directory/services.html", page)


@staff_page(DirectoryAction.READ)
def service(request: PersonRequest, service_id: UUID) -> HttpResponse:
    """One service by its definition card."""
    with looking(DirectoryAction.READ, actor=request.actor) as look:
        found = look.row(selectors.services(), service_id)
        places = list(found.municipalities.all())
        everywhere = len(places) == selectors.municipalities().count()
    return show(
        request, "directory/service.html", service_page(found, places, everywhere=everywhere)
    )


@staff_page(DirectoryAction.READ_PEOPLE)
def people(request: PersonRequest) -> HttpResponse:
    """Who works here and where, by name."""
    form = PeopleFilter(request.GET)
    form.is_valid()
    with looking(DirectoryAction.READ_PEOPLE, actor=request.actor) as look:
        look.allow()
        found = look.rows(accounts.workers(name=form.cleaned_data.get("q") or ""))
        pages = pager(request, found.count())
        may_renew = policy.may(DirectoryAction.RENEW_PASSWORD, request.actor)
        shown = found[pages.offset : pages.last]
        rows = [worker_row(row, may_renew=may_renew) for row in shown]
        may_make = policy.may(DirectoryAction.MAKE_ACCOUNT, request.actor)
    page = PeoplePage(form=form, rows=rows, pager=pages, may_make=may_make)
    return show(request, "directory/people.html", page)


@never_cache
@staff_page(DirectoryAction.MAKE_ACCOUNT, methods=("GET", "POST"))
def account_new(request: PersonRequest) -> HttpResponse:
    """A worker gets an account; the first password is shown once."""
    with looking(DirectoryAction.MAKE_ACCOUNT, actor=request.actor) as look:
        look.allow()
        named = [(str(unit.pk), in_language(unit, "name")) for unit in accounts.units()]
    form = AccountForm.of(request, units=sorted(named, key=lambda unit: sorting(unit[1], "")))
    made = AccountPage(form=form)
    if posted(request) and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            password = make_account(
                actor=request.actor,
                unit_id=UUID(given.pop("unit")),
                role=Role(given.pop("role")),
                sending=UUID(form.idempotency_key),
                **given,
            )
        except AlreadyDone:
            return redirect("directory:people")
        except Refused as refused:
            form.show_refusal(refused)
        else:
            made = AccountPage(form=form, made=given["username"], password=password)
    return show(request, "directory/account_new.html", made)


@never_cache
@staff_page(DirectoryAction.RENEW_PASSWORD, methods=("GET", "POST"))
def password_renew(request: PersonRequest, account_id: UUID) -> HttpResponse:
    """A worker who cannot sign in gets a new first password, which is shown once."""
    with looking(DirectoryAction.RENEW_PASSWORD, actor=request.actor) as look:
        account = look.row(accounts.workers(), account_id)
    form = RenewalForm.of(request)
    page = RenewalPage(form=form, name=account.full_name, username=account.username)
    if posted(request) and form.is_valid():
        try:
            password = renew_password(
                actor=request.actor,
                account_id=account_id,
                phone_lost=form.cleaned_data["phone_lost"],
                sending=UUID(form.idempotency_key),
            )
        except AlreadyDone:
            return redirect("directory:people")
        except Refused as refused:
            form.show_refusal(refused)
        else:
            page = replace(page, password=password)
    return show(request, "directory/password_renew.html", page)


@staff_page(DirectoryAction.READ_DUTY)
def duty_lists(request: PersonRequest) -> HttpResponse:
    """The units whose duty lists one may see, and who receives there today."""
    today = clock.today()
    with looking(DirectoryAction.READ_DUTY, actor=request.actor) as look:
        look.allow()
        name = f"name_{get_language()}"
        units = look.rows(accounts.units()).order_by(name, "id")
        pages = pager(request, units.count())
        shown = list(units[pages.offset : pages.last])
        lines = selectors.duty_list(unit.pk for unit in shown)
        found = selectors.who_answers(lines, [today])
    answering = {unit_id: account for (unit_id, _day), account in found.items()}
    page = duty_units(shown, answering, pages)
    return show(request, "directory/duty_lists.html", page)


@staff_page(DirectoryAction.READ_DUTY)
def duty_list(request: PersonRequest, unit_id: UUID) -> HttpResponse:
    """Who is on the duty list of a unit, who is away, and who receives in the days to come."""
    days = [clock.today() + dt.timedelta(days=number) for number in range(DAYS_SHOWN)]
    with looking(DirectoryAction.READ_DUTY, actor=request.actor) as look:
        unit = look.row(accounts.units(), unit_id)
        lines = list(selectors.duty_list([unit.pk]))
        found = selectors.who_answers(lines, days)
        names = {line.account_id for line in lines}
        absences = list(accounts.every_absence().filter(account_id__in=names))
        may_change = _keeps(look, unit_id)
    page = duty_page(
        unit,
        lines,
        absences,
        {day: found.get((unit.pk, day)) for day in days},
        may_change=may_change,
    )
    return show(request, "directory/duty_list.html", page)


@staff_page(DirectoryAction.PUT_ON_DUTY, methods=("GET", "POST"))
def duty_put(request: PersonRequest, unit_id: UUID) -> HttpResponse:
    """Somebody of the unit comes on its duty list."""
    with looking(DirectoryAction.PUT_ON_DUTY, actor=request.actor) as look:
        unit = look.row(accounts.units(), unit_id)
        workers = [
            (str(worker.pk), worker.full_name) for worker in accounts.professionals(unit_id=unit.pk)
        ]
        places = selectors.duty_list([unit.pk]).count() + 1
    start = {"place": places, "from_on": clock.today()}
    form = DutyForm.of(request, workers=workers, places=places, initial=start)
    if posted(request) and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            keeping.put_on_duty(
                actor=request.actor,
                unit_id=unit_id,
                account_id=UUID(given.pop("account")),
                sending=UUID(form.idempotency_key),
                **given,
            )
        except Refused as refused:
            form.show_refusal(refused)
        except AlreadyDone:
            return redirect("directory:duty_list", unit_id=unit_id)
        else:
            return redirect("directory:duty_list", unit_id=unit_id)
    return show(request, "directory/duty_form.html", duty_change_page(unit, form))


@staff_page(DirectoryAction.CHANGE_DUTY, methods=("GET", "POST"))
def duty_change(request: PersonRequest, unit_id: UUID, turn_id: UUID) -> HttpResponse:
    """Somebody on the list gets other days or another place."""
    with looking(DirectoryAction.CHANGE_DUTY, actor=request.actor) as look:
        unit = look.row(accounts.units(), unit_id)
        lines = {line.pk: line for line in selectors.duty_list([unit.pk])}
    if turn_id not in lines:
        raise Denied(DirectoryAction.CHANGE_DUTY)
    line = lines[turn_id]
    place = list(lines).index(turn_id) + 1
    start = {"place": place, "from_on": line.from_on, "until_on": line.until_on}
    form = DutyForm.of(request, workers=None, places=len(lines), initial=start)
    if posted(request) and form.is_valid():
        try:
            keeping.change_duty(
                actor=request.actor,
                unit_id=unit_id,
                turn_id=turn_id,
                sending=UUID(form.idempotency_key),
                **form.cleaned_data,
            )
        except Refused as refused:
            form.show_refusal(refused)
        except AlreadyDone:
            return redirect("directory:duty_list", unit_id=unit_id)
        else:
            return redirect("directory:duty_list", unit_id=unit_id)
    page = duty_change_page(unit, form, who=line.account.full_name)
    return show(request, "directory/duty_form.html", page)


def _keeps(look: Look, unit_id: UUID) -> bool:
    """Whether the one who looks also keeps the list."""
    return look.rows(accounts.units(), DirectoryAction.CHANGE_DUTY).filter(pk=unit_id).exists()


@cache
def county_needs() -> list[dict[str, str]]:
    """The needs services are found by."""
    with (COUNTY / "services.toml").open("rb") as file:
        return list(tomllib.load(file)["needs"])
