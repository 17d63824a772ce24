"""The client's other plans as a list, a picture and a page; for workers and for the client."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.other_plans.domain import (
    ABOVE,
    OTHER_KINDS,
    Answer,
    Coming,
    PlanKind,
    check,
    coming,
    in_force,
)
from kaveri.steps.other_plans.labels import COMING
from kaveri.steps.other_plans.models import OtherPlan
from kaveri.steps.other_plans.presenters.contents import AnswerLine, answer_line
from kaveri.steps.other_plans.presenters.picture import Leaf, PlansPicture, plans_picture
from kaveri.steps.other_plans.selectors import contents, contents_of

_COMING = {
    Coming.OUT: ("warning", "clock-alert"),
    Coming.REVIEW_LATE: ("warning", "clock-alert"),
    Coming.ENDS_SOON: ("info", "calendar-clock"),
    Coming.REVIEW_SOON: ("info", "calendar-clock"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A plan that somebody holds."""

    href: str
    name: str
    holder: str
    kept_in: str
    valid_until: dt.date | None
    review_on: dt.date | None
    tags: list[Tag]
    ended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCase:
    """The register of a case."""

    picture: PlansPicture
    support: str
    support_href: str
    lines: list[Line]
    ended: list[Line]
    absent: str
    add: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """One plan, its contents, and what may be done about it."""

    line: Line
    support: str
    support_href: str
    law: str
    since: str
    ticked: str
    summary: str
    columns: list[str]
    answers: list[AnswerLine]
    back: str
    change: str
    end: str
    put_in: str
    take_out: str
    tick: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """What the client reads."""

    acting_for: str
    picture: PlansPicture
    support: str
    plan: str
    lines: list[Line]
    manager: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page that is one form."""

    title: str
    lead: str
    more: str
    send: str
    back: str
    form: KaveriForm


def plan_name(kind: str) -> str:
    """The name of a kind of plan today."""
    return contents_of(kind, on=clock.today()).names[_language()]


def of_case(rows: Sequence[OtherPlan], case_id: UUID, *, has_plan: bool, may_add: bool) -> OfCase:
    """Those that go on, drawn and listed; those that have ended below."""
    going = [row for row in rows if row.ended_on is None]
    noted = {row.kind for row in going}
    return OfCase(
        picture=_picture(going, has_plan=has_plan),
        support=_support(going, has_plan=has_plan),
        support_href=reverse("planning:plan", args=[case_id]),
        lines=[_line(row, href=_href(row)) for row in going],
        ended=[_line(row, href=_href(row)) for row in rows if row.ended_on is not None],
        absent=", ".join(plan_name(kind) for kind in OTHER_KINDS if kind not in noted),
        add=reverse("other_plans:add", args=[case_id]) if may_add else "",
    )


def one_page(row: OtherPlan, *, may: Mapping[str, bool]) -> OnePage:
    """The plan, with the contents of the version that held when they were gone through."""
    language = _language()
    known = contents_of(row.kind, on=row.ticked_on or clock.today())
    found = check(known, held=row.held.split(), does_not_apply=row.without.split())
    missing = sum(each.answer is Answer.MISSING for each in found)
    links = {
        name: reverse(f"other_plans:{name}", args=[row.pk]) if allowed else ""
        for name, allowed in may.items()
    }
    return OnePage(
        line=_line(row),
        support=_put_in(row) if row.holds_support else "",
        support_href=reverse("planning:plan", args=[row.case_id]),
        law=known.laws[language],
        since=dates.plain_date(known.effective_from, language),
        ticked=dates.plain_date(row.ticked_on, language) if row.ticked_on else "",
        summary=_("Lines that are missing: %(number)s") % {"number": missing}
        if missing
        else _("Nothing is missing of what has been verified."),
        columns=[_("What it holds"), _("How it stands")],
        answers=[answer_line(each, language) for each in found] if row.ticked_on else [],
        back=reverse("other_plans:of_case", args=[row.case_id]),
        **links,
    )


def own_page(rows: Iterable[OtherPlan], head: CaseHead, *, has_plan: bool) -> OwnPage:
    """Who holds which plan, until when."""
    going = [row for row in rows if row.ended_on is None]
    own = RelationKind.SELF in head.relations
    return OwnPage(
        acting_for=""
        if own
        else _("You act for %(name)s. You see what your authorisation covers.")
        % {"name": head.client},
        picture=_picture(going, has_plan=has_plan),
        support=_support(going, has_plan=has_plan),
        plan=reverse("portal:plan", args=[head.case_id]),
        lines=[_line(row) for row in going],
        manager=head.manager,
    )


def _picture(rows: Sequence[OtherPlan], *, has_plan: bool) -> PlansPicture:
    """The kinds of picture 1 with what is noted of each; the support plan where it stands."""
    language = _language()
    kinds = in_force(contents(), on=clock.today())
    support = Leaf(depth=1, name=kinds[PlanKind.SUPPORT].names[language], what="support")
    leaves = [Leaf(depth=0, name=pgettext("picture of plans", "Plan"), what="root")]
    if has_plan and not any(row.holds_support for row in rows):
        leaves.append(support)
    for kind in sorted(OTHER_KINDS, key=lambda each: (_top(each), each in ABOVE)):
        depth = 2 if kind in ABOVE else 1
        name = kinds[kind].names[language]
        mine = [row for row in rows if row.kind == kind]
        for row in mine:
            leaves.append(Leaf(depth=depth, name=name, words=_holder(row), what="held"))
            if row.holds_support:
                leaves.append(Leaf(depth=depth + 1, name=support.name, what="support"))
        if not mine:
            leaves.append(Leaf(depth=depth, name=name))
    return plans_picture(leaves, sentence=_support(rows, has_plan=has_plan))


def _top(kind: PlanKind) -> int:
    """The place of the kind it stands under, in the order of the kinds."""
    return OTHER_KINDS.index(ABOVE.get(kind, kind))


def _support(rows: Iterable[OtherPlan], *, has_plan: bool) -> str:
    if not has_plan:
        return _("There is no support plan, or it is not shown to you.")
    holding = next((row for row in rows if row.holds_support), None)
    if holding is None:
        return _("The support plan is a document of its own.")
    return _("The support plan is a part of this plan: %(plan)s.") % {
        "plan": plan_name(holding.kind)
    }


def _put_in(row: OtherPlan) -> str:
    return _("The support plan is a part of this plan since %(day)s. %(name)s put it there.") % {
        "day": dates.plain_date(row.put_in_on, _language()) if row.put_in_on else "",
        "name": row.put_in_by.full_name if row.put_in_by else "",
    }


def _line(row: OtherPlan, *, href: str = "") -> Line:
    found = coming(valid_until=row.valid_until, review_on=row.review_on, today=clock.today())
    tags = []
    if row.holds_support:
        tags.append(Tag("accent", "layers", _("holds the support plan")))
    if row.ended_on is None and found is not None:
        tags.append(Tag(*_COMING[found], COMING[found]))
    ended = ""
    if row.ended_on:
        ended = _("Ended %(day)s: %(reason)s") % {
            "day": dates.plain_date(row.ended_on, _language()),
            "reason": row.end_reason,
        }
    return Line(
        href=href,
        name=plan_name(row.kind),
        holder=_holder(row),
        kept_in=row.kept_in,
        valid_until=row.valid_until,
        review_on=row.review_on,
        tags=tags,
        ended=ended,
    )


def _holder(row: OtherPlan) -> str:
    name = row.holder.full_name if row.holder else row.holder_name
    organisation = row.organisation
    if not organisation and row.holder and row.holder.organisation:
        organisation = in_language(row.holder.organisation, "name")
    return ", ".join(each for each in (name, organisation) if each)


def _href(row: OtherPlan) -> str:
    return reverse("other_plans:plan", args=[row.pk])


def _language() -> Any:
    return dates.known_language(get_language())
