"""Reading consultations, and counting them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from kaveri.casebook.directory import selectors as directory
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Organisation, Unit
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.steps.consultation.domain import ConsultationState
from kaveri.steps.consultation.models import Consultation


def consultations() -> QuerySet[Consultation]:
    """Every consultation; narrow by permission before use."""
    return Consultation.objects.select_related(
        "asked_by", "answered_by", "from_unit", "from_organisation", "asked_unit"
    )


def wanted_consultations(
    actor: Actor, *, whose: str = "", state: str = "", topic: str = ""
) -> QuerySet[Consultation]:
    """What is asked for: what waits first, by its day; then the newest."""
    found = consultations()
    if whose == "mine":
        found = found.filter(asked_by_id=actor.account_id)
    if whose == "ours":
        found = found.filter(asked_unit_id__in=actor.unit_ids)
    if state:
        found = found.filter(state=state)
    if topic:
        found = found.filter(topic=topic)
    waits = Case(
        When(state=ConsultationState.OPEN, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    return found.annotate(waits=waits).order_by("waits", "answer_by", "-asked_at", "-id")


def units_that_answer() -> list[Unit]:
    """The units that receive contacts have somebody on duty, and answer colleagues too; by name."""
    receiving = {row.receiving_unit_id for row in directory.municipalities()}
    found = people.units().filter(id__in=receiving)
    return sorted(found, key=lambda unit: directory.in_language(unit, "name"))


def units_that_ask() -> list[Unit]:
    """Every unit a colleague may call from; by name."""
    return sorted(people.units(), key=lambda unit: directory.in_language(unit, "name"))


def organisations_that_ask(units: list[Unit]) -> list[Organisation]:
    """Organisations without units of their own here; by name."""
    with_units = {unit.organisation_id for unit in units}
    found = [row for row in people.organisations() if row.id not in with_units]
    return sorted(found, key=lambda row: directory.in_language(row, "name"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many consultations there were in a period: in all, by topic, by who asked."""

    total: int
    by_topic: Mapping[str, int]
    by_asker: tuple[tuple[Unit | Organisation | None, int], ...]


def counted(first_on: dt.date, last_on: dt.date, unit_ids: frozenset[UUID] | None) -> Counted:
    """The consultations asked on these days, both included; of these asked units when they are given."""
    start = dt.datetime.combine(first_on, dt.time.min, clock.HELSINKI)
    end = dt.datetime.combine(last_on + dt.timedelta(days=1), dt.time.min, clock.HELSINKI)
    asked = Q(asked_at__gte=start, asked_at__lt=end)
    if unit_ids is not None:
        asked &= Q(asked_unit_id__in=unit_ids)
    rows = list(
        Consultation.objects.filter(asked)
        .values_list("topic", "from_unit_id", "from_organisation_id")
        .annotate(number=Count("id"))
        .order_by("topic", "from_unit_id", "from_organisation_id")
    )
    by_topic: dict[str, int] = {}
    by_asker: dict[UUID | None, int] = {}
    for topic, unit_id, organisation_id, number in rows:
        by_topic[topic] = by_topic.get(topic, 0) + number
        asker = unit_id or organisation_id
        by_asker[asker] = by_asker.get(asker, 0) + number
    return Counted(
        total=sum(by_topic.values()),
        by_topic=by_topic,
        by_asker=tuple(_named(by_asker)),
    )


def _named(by_asker: Mapping[UUID | None, int]) -> list[tuple[Any, int]]:
    places = [asker for asker in by_asker if asker]
    known: dict[UUID, Any] = {unit.id: unit for unit in people.units().filter(id__in=places)}
    known |= {row.id: row for row in people.organisations().filter(id__in=places)}
    found = [(known.get(asker) if asker else None, n) for asker, n in by_asker.items()]
    return sorted(
        found,
        key=lambda pair: (-pair[1], directory.in_language(pair[0], "name") if pair[0] else "~"),
    )
