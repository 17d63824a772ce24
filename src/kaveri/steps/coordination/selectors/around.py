"""Whose names belong in a text on a page of a case: the client's, and those of the people around."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.clients import selectors as clients
from kaveri.casebook.tasks import selectors as tasks
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.careful import Known
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.models import Wait
from kaveri.steps.coordination.selectors.network import members_of

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case


def known_near(actor: Actor, place: Mapping[str, Any]) -> Known:
    """Names from rows that the writer may see; only compared with the text, but a look all the same."""
    with looking(CoordinationAction.READ, actor=actor) as look:
        own = people.accounts().filter(pk__in=[actor.account_id] if actor.account_id else [])
        names = {account.full_name for account in own}
        case = look.rows(_case_at(place)).first()
        if case is None:
            return Known(frozenset(names))
        look.concerns([case.client_id])
        names.add(case.client.full_name)
        here = cases.relations().filter(case_id=case.id, account__isnull=False)
        names |= {row.account.full_name for row in here if row.account}
        seen = look.rows(members_of(case.id), CoordinationAction.READ_MEMBERS)
        names |= {member.name for member in seen}
        acting = clients.representatives().filter(client_id=case.client_id)
        names |= {row.name for row in acting}
        return Known(frozenset(names), protected=case.client.non_disclosure)


def _case_at(place: Mapping[str, Any]) -> "QuerySet[Case]":
    """The case that the address leads to, by itself or by a task or a wait of it."""
    rows = cases.cases()
    if isinstance(case_id := place.get("case_id"), UUID):
        return rows.filter(pk=case_id)
    if task_id := place.get("task_id"):
        return rows.filter(pk__in=tasks.tasks().filter(pk=task_id).values("case_id"))
    if wait_id := place.get("wait_id"):
        return rows.filter(pk__in=Wait.objects.filter(pk=wait_id).values("case_id"))
    return rows.none()
