"""Every address of the product names the use case it opens, and tells nothing of anybody."""

from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.urls import URLResolver, include, path
from django.urls.resolvers import RegexPattern

from kaveri.foundation.access import policy
from kaveri.foundation.accounts.doors import staff_page
from tests.architecture import addresses as house

# Nothing of anybody is shown here; the list may only shrink.
OPEN_DOORS = {
    "public:health": "for whatever watches the system",
    "ui:blocks": "the building blocks, in demo mode only",
    "accounts:written": "shows the writer alone what their own session held",
}


def resolver_of(*patterns):
    return URLResolver(RegexPattern(r"^/"), SimpleNamespace(urlpatterns=list(patterns)))


@staff_page("tests.page.open")
def named(request):
    return HttpResponse()


def nameless(request):
    return HttpResponse()


def test_every_page_names_its_use_case():
    assert house.unnamed(house.addresses(), known=OPEN_DOORS) == []


def test_the_open_doors_are_really_there_and_really_open():
    rows = {row.name: row for row in house.addresses()}

    assert [name for name in OPEN_DOORS if name not in rows] == []
    assert [name for name in OPEN_DOORS if rows[name].actions] == []


def test_a_page_without_a_use_case_is_seen():
    planted = resolver_of(path("a/", named, name="a"), path("b/", nameless, name="b"))

    assert house.unnamed(house.addresses(planted)) == ["b"]


def test_every_use_case_a_page_names_is_declared():
    assert house.undeclared(house.addresses(), policy.table()) == []


def test_a_use_case_that_nobody_declared_is_seen():
    planted = resolver_of(path("a/", named, name="a"))

    assert house.undeclared(house.addresses(planted), policy.table()) == ["a tests.page.open"]


def test_ids_in_addresses_tell_nothing():
    assert house.telling_ids(house.addresses()) == []


@pytest.mark.parametrize("route", ["case/<int:case_id>/", "client/<str:name>/", "c/<slug:code>/"])
def test_an_id_that_tells_something_is_seen(route):
    planted = resolver_of(path("x/", include([path(route, named, name="a")])))

    assert len(house.telling_ids(house.addresses(planted))) == 1


def test_uuids_and_secrets_are_let_through():
    planted = resolver_of(
        path("case/<uuid:case_id>/", named, name="a"), path("r/<str:token>/", named, name="b")
    )

    assert house.telling_ids(house.addresses(planted)) == []


def test_every_page_can_be_reached():
    assert house.shadowed(house.addresses()) == []


def test_a_page_behind_another_is_seen():
    planted = resolver_of(
        path("case/<uuid:case_id>/", named, name="a"), path("case/<uuid:pk>/", named, name="b")
    )

    assert house.shadowed(house.addresses(planted)) == ["b behind a"]
