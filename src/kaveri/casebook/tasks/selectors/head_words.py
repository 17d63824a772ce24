"""The words of the head of a case page: tags, pages, and the band of the next step."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _

from kaveri.casebook.cases.domain import GRANTS, Act, Grant, RelationKind
from kaveri.casebook.clients.domain import Interpreter
from kaveri.casebook.clients.labels import language_name
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.tags import Tag

if TYPE_CHECKING:
    from kaveri.casebook.tasks.selectors.heads import CaseHead, StepLine

# Who of the nearest may see where a protected person is (access.md §3).
SEES_THE_PLACE = frozenset({RelationKind.CASE_MANAGER, RelationKind.PAIR, RelationKind.SUBSTITUTE})
# A page that is not built has no address, and one without the right is not listed.
PAGES = (
    ("workspace:case", pgettext_lazy("page of a case", "Overview"), Act.CASE_HEADER_READ),
    ("assessment:mapping", pgettext_lazy("page of a case", "Situation"), Act.ASSESSMENT_READ),
    ("planning:plan", pgettext_lazy("page of a case", "Plan"), Act.PLAN_READ),
    (
        "other_plans:contents",
        pgettext_lazy("page of a case", "What a plan should hold"),
        Act.PLAN_READ,
    ),
    ("other_plans:of_case", pgettext_lazy("page of a case", "Other plans"), Act.PLAN_READ),
    ("workspace:timeline", pgettext_lazy("page of a case", "Timeline"), Act.CASE_ITEMS_READ),
    ("coordination:tasks", pgettext_lazy("page of a case", "Tasks"), Act.TASK_READ),
    ("appointments:of_case", pgettext_lazy("page of a case", "Meetings"), Act.CASE_ITEMS_READ),
    ("coordination:waiting", pgettext_lazy("page of a case", "Waiting"), Act.CASE_HEADER_READ),
    ("referral_out:of_case", pgettext_lazy("page of a case", "Referrals"), Act.REFERRAL_OUT_READ),
    ("assessment:of_case", pgettext_lazy("page of a case", "Assessments"), Act.ASSESSMENT_READ),
    (
        "identification:for_case",
        pgettext_lazy("page of a case", "Work ability"),
        Act.CASE_ITEMS_READ,
    ),
    (
        "questionnaires:of_case",
        pgettext_lazy("page of a case", "Questions and measures"),
        Act.CASE_ITEMS_READ,
    ),
    (
        "health_checks:of_case",
        pgettext_lazy("page of a case", "Health checks"),
        Act.CASE_ITEMS_READ,
    ),
    ("permission:consents", pgettext_lazy("page of a case", "Consents"), Act.CONSENT_READ),
    ("coordination:people", pgettext_lazy("page of a case", "People"), Act.CASE_HEADER_READ),
    ("coordination:network", pgettext_lazy("page of a case", "Network"), Act.NETWORK_READ),
    ("teams:of_case", pgettext_lazy("page of a case", "Team"), Act.TEAM_MINUTES_READ),
    (
        "special_team:of_case",
        pgettext_lazy("page of a case", "Special competence team"),
        Act.CASE_ITEMS_READ,
    ),
    ("statements:of_case", pgettext_lazy("page of a case", "Statements"), Act.STATEMENT_READ),
    (
        "case_consultation:of_case",
        pgettext_lazy("page of a case", "Questions to colleagues"),
        Act.REFERRAL_OUT_READ,
    ),
    (
        "participation:peer_support",
        pgettext_lazy("page of a case", "Peer support"),
        Act.CASE_ITEMS_READ,
    ),
    ("workspace:person", pgettext_lazy("page of a case", "Client details"), Act.CASE_HEADER_READ),
    ("crossings:earlier", pgettext_lazy("page of a case", "Earlier support"), Act.CASE_REOPEN),
    ("ending:ending", pgettext_lazy("page of a case", "Ending"), Act.CASE_END_ASK),
)

# The pages in the order of the client's path. A page that no group names stands in none.
GROUPS = (
    (
        pgettext_lazy("group of pages of a case", "Now"),
        ("workspace:case", "coordination:tasks", "appointments:of_case", "workspace:timeline"),
    ),
    (
        pgettext_lazy("group of pages of a case", "Assess and agree"),
        (
            "assessment:mapping",
            "identification:for_case",
            "questionnaires:of_case",
            "assessment:of_case",
            "statements:of_case",
            "planning:plan",
            "other_plans:of_case",
            "other_plans:contents",
            "permission:consents",
        ),
    ),
    (
        pgettext_lazy("group of pages of a case", "Support and services"),
        (
            "referral_out:of_case",
            "case_consultation:of_case",
            "special_team:of_case",
            "coordination:waiting",
            "health_checks:of_case",
            "participation:peer_support",
            "crossings:earlier",
            "ending:ending",
        ),
    ),
    (
        pgettext_lazy("group of pages of a case", "Client and network"),
        (
            "workspace:person",
            "coordination:people",
            "coordination:network",
            "teams:of_case",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A page and its address."""

    href: str
    name: Any
    current: bool = False
    count: Any = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that belong together, under a name of their own."""

    name: Any
    links: list[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The next step as the band shows it."""

    who: str
    what: str
    words_language: str
    by: dt.date
    client_knows: str
    client_does_not_know: str
    more: str
    overdue: str
    missing: bool
    done: str
    change: str
    tell: str


def address(name: str, **kwargs: Any) -> str:
    """The address of a page; empty while it is not built."""
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return ""


def years(born_on: dt.date | None) -> str:
    """43 years."""
    if born_on is None:
        return ""
    return dates.in_years(dates.years_between(born_on, clock.today()), _language())


def above() -> list[Link]:
    """The way to a case."""
    href = address("workspace:cases")
    return [Link(href, _("Cases"))] if href else []


def may(relations: Iterable[str], act: Act) -> bool:
    """Whether one of these relations opens the act at all; each row is asked for itself besides."""
    return any(GRANTS[act][RelationKind(kind)] is not Grant.NO for kind in relations)


def _may_do_step(head: "CaseHead") -> bool:
    """Whether the one who looks may do the next step: any step of the case, or this one as their own."""
    given = {GRANTS[Act.TASK_COMPLETE][RelationKind(kind)] for kind in head.relations}
    return Grant.YES in given or (Grant.OWN in given and head.step_is_mine)


def pages(head: "CaseHead") -> list[Group]:
    """The pages of the case that the one who looks may open, in groups; an empty group is left out."""
    opened = {
        view: Link(href, name)
        for view, name, act in PAGES
        if may(head.relations, act) and (href := address(view, case_id=head.case_id))
    }
    groups = [
        Group(name, [opened[view] for view in views if view in opened]) for name, views in GROUPS
    ]
    return [group for group in groups if group.links]


def tags(head: "CaseHead") -> list[Tag]:
    """Language, interpreter, protection and state, in the order they are needed."""
    found = [Tag("outline", "languages", language_name(head.language))]
    if head.interpreter == Interpreter.SIGN:
        found.append(Tag("outline", "hand", _("Sign language interpreter")))
    elif head.interpreter == Interpreter.SPOKEN:
        words = _("Interpreter: %(language)s") % {"language": head.interpreter_language}
        found.append(
            Tag("outline", "ear", words if head.interpreter_language else _("Interpreter"))
        )
    if head.non_disclosure:
        found.append(
            Tag(
                "danger",
                "shield",
                _("Non-disclosure: only the nearest workers see address, phone and places")
                if head.relations & SEES_THE_PLACE
                else _("Non-disclosure: address, phone and places are not shown to you"),
            )
        )
    if head.is_open:
        opened = dates.plain_date(head.opened_on, _language())
        found.append(Tag("accent", "circle-play", _("Open since %(date)s") % {"date": opened}))
    elif head.ended_on:
        ended = dates.plain_date(head.ended_on, _language())
        found.append(Tag("neutral", "archive", _("Ended %(date)s") % {"date": ended}))
    return found


def band(head: "CaseHead") -> Band:
    """Who does what next, by when, and does the client know."""
    assert head.step is not None  # noqa: S101 - the caller has looked
    step = head.step
    late = (clock.today() - step.due_on).days
    works = head.is_open and step.task_id and _may_do_step(head)
    task = {"task_id": step.task_id} if works else {}
    return Band(
        who=step.who,
        what=step.what,
        words_language=head.language if step.is_written else "",
        by=step.due_on,
        client_knows=knows(step, head.first_name) if step.client_knows else "",
        client_does_not_know=""
        if step.client_knows or step.is_missing
        else _("%(name)s does not know yet.") % {"name": head.first_name},
        more=_("Stands in for %(name)s.") % {"name": step.deputy_for} if step.deputy_for else "",
        overdue=_("%(days)s late") % {"days": dates.in_days(late, _language())} if late > 0 else "",
        missing=step.is_missing,
        done=address("coordination:step_done", **task) if task else "",
        change=address("coordination:step_change", **task) if task else "",
        tell=address("coordination:step_tell", **task) if task else "",
    )


def knows(step: "StepLine", name: str) -> str:
    """How and when the client came to know of this step."""
    assert step.told_on is not None  # noqa: S101 - asked only when the client knows
    day = dates.weekday_date(step.told_on, clock.today(), _language())
    if step.kind == TaskKind.ANSWER_CONTACT and not name:
        return _("Told %(how)s, %(day)s") % {"how": step.told_how, "day": day}
    words = {"name": name, "how": step.told_how, "day": day}
    return _("%(name)s knows: told %(how)s, %(day)s") % words


def _language() -> str:
    return dates.known_language(get_language())
