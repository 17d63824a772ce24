"""The pages of the directory: find a service, read its card; who works here, and their accounts."""

import tomllib
from functools import cache
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from kaveri.casebook.directory import selectors
from kaveri.casebook.directory.actions import DirectoryAction
from kaveri.casebook.directory.forms import AccountForm, PeopleFilter, ServiceFilter
from kaveri.casebook.directory.presenters import (
    AccountPage,
    PeoplePage,
    service_page,
    services_page,
    worker_row,
)
from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.directory.services import COUNTY, make_account
from kaveri.foundation.access import policy
from kaveri.foundation.accounts import selectors as accounts
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.base.names import sorting
from kaveri.foundation.ui.forms import posted
from kaveri.foundation.ui.pages import show
from kaveri.foundation.ui.paging import pager
from kaveri.foundation.usecase.looking import looking


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
        rows = [worker_row(row) for row in found[pages.offset : pages.last]]
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


@cache
def county_needs() -> list[dict[str, str]]:
    """The needs services are found by."""
    with (COUNTY / "services.toml").open("rb") as file:
        return list(tomllib.load(file)["needs"])
