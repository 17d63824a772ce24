"""The pages of the directory: find a service, read its card."""

import tomllib
from functools import cache
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language

from kaveri.casebook.directory import selectors
from kaveri.casebook.directory.actions import DirectoryAction
from kaveri.casebook.directory.forms import ServiceFilter
from kaveri.casebook.directory.presenters import service_page, services_page
from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.directory.services import COUNTY
from kaveri.foundation.accounts.doors import PersonRequest, staff_page
from kaveri.foundation.base.names import sorting
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


@cache
def county_needs() -> list[dict[str, str]]:
    """The needs services are found by."""
    with (COUNTY / "services.toml").open("rb") as file:
        return list(tomllib.load(file)["needs"])
