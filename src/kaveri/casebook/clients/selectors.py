"""Reading people; every caller passes through a look or an act of its own."""

from django.db.models import QuerySet

from kaveri.casebook.clients.domain import normal_code
from kaveri.casebook.clients.models import Client, Representative
from kaveri.foundation.access.sealed import index_of


def clients() -> QuerySet[Client]:
    """Every person; narrow by permission before use."""
    return Client.objects.all()


def with_code(code: str) -> QuerySet[Client]:
    """People sealed under this code, permanent and temporary codes each compared with their own kind."""
    index = index_of(normal_code(code))
    return Client.objects.filter(identity_code_index=index) | Client.objects.filter(
        temporary_code_index=index
    )


def representatives() -> QuerySet[Representative]:
    """Those who act for somebody."""
    return Representative.objects.select_related("client")
