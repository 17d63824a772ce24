"""My plan in short and plain words."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.channels.portal.presenters.home import Band, Carer, band_of, carer_of
from kaveri.channels.portal.presenters.words import language
from kaveri.channels.portal.selectors import OwnHead, PlanView
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import CommentKind, PlanState, PlanStatus, RowState
from kaveri.steps.planning.selectors import day_of

if TYPE_CHECKING:
    from kaveri.steps.planning.models import Approval, FollowUp, PlanRow

Head = CaseHead | OwnHead
# So many rows stand in the plan in short; the others in the whole plan.
IN_SHORT = 5
AHEAD = frozenset({RowState.PLANNED, RowState.BEGUN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the plan stands, said plainly."""

    kind: str
    icon: str
    first: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLine:
    """A row in short: what, when, who helps."""

    what: str
    when: str
    who: str
    state: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MyPlan:
    """The plan in short."""

    back: str
    acting_for: str
    who_makes: str
    has_plan: bool
    standing: Standing | None
    approve: str
    approved: str
    propose: str
    comment: str
    words: str
    words_label: str
    words_source: str
    change_words: str
    band: Band | None
    rows: list[RowLine]
    more_rows: bool
    mine: list[str]
    tasks: str
    carer: Carer | None
    follow_up: str
    follow_up_about: str
    whole: str
    pdf: str
    changes: str


def my_plan(view: PlanView) -> MyPlan:
    """First what I want, what happens next, what I do; then the ways on."""
    head, plan = view.head, view.plan
    own = RelationKind.SELF in head.relations
    ahead = [row for row in view.rows if row.state in AHEAD]
    version = view.version
    waits = bool(plan and version and head.is_open and not view.approvals)
    return MyPlan(
        back=reverse("portal:home_of", args=[head.case_id]),
        acting_for=""
        if own
        else _("You act for %(name)s. You see what your authorisation covers.")
        % {"name": head.client},
        who_makes=head.manager,
        has_plan=plan is not None,
        standing=_standing(view) if plan else None,
        approve=at("plan_approve", head, version.pk) if waits and version else "",
        approved=_approved(view),
        propose=at("plan_say", head, CommentKind.PROPOSAL),
        comment=at("plan_say", head, CommentKind.COMMENT),
        words=view.words.text if view.words else "",
        words_label=voice_label(head),
        words_source=day_of_moment(view.words.written_at) if view.words else "",
        change_words=at("plan_words", head) if plan and head.is_open else "",
        band=band_of(head),
        rows=[row_line(row, head) for row in ahead[:IN_SHORT]],
        more_rows=len(ahead) > IN_SHORT,
        mine=my_parts(ahead),
        tasks=at("tasks", head),
        carer=carer_of(head) if head.is_open else None,
        follow_up=follow_up_on(view.follow_up),
        follow_up_about=follow_up_about(view.follow_up),
        whole=at("plan_whole", head),
        pdf=at("plan_pdf", head, version.pk) if version else "",
        changes=at("plan_changes", head, version.pk) if version and version.number > 1 else "",
    )


def row_line(row: "PlanRow", head: Head) -> RowLine:
    """A row in three short lines."""
    state = RowState(row.state)
    return RowLine(
        what=what_of(row),
        when=when_of(row),
        who=who_of(row, head),
        state=capfirst(str(labels.ROW_STATES[state])),
        icon={
            RowState.PLANNED: "circle-dashed",
            RowState.BEGUN: "circle-play",
            RowState.DONE: "circle-check",
            RowState.LEFT: "minus",
        }[state],
    )


def what_of(row: "PlanRow") -> str:
    """The service in the reader's language, and what is done."""
    service = getattr(row.service, f"name_{language()}") if row.service else ""
    return ", ".join(words for words in (service, row.what) if words)


def who_of(row: "PlanRow", head: Head) -> str:
    """Who does it; the client is *you* to themself."""
    if row.by_client:
        own = RelationKind.SELF in head.relations
        return pgettext("who does it", "You") if own else head.client
    who = row.responsible.full_name if row.responsible else row.responsible_name
    organisation = (
        getattr(row.organisation, f"name_{language()}")
        if row.organisation
        else row.organisation_name
    )
    return ", ".join(words for words in (who, organisation) if words)


def when_of(row: "PlanRow") -> str:
    """By which day, or between which days."""
    code, due_on = language(), day_of(row)
    if row.from_on and row.until_on:
        return _("%(first)s to %(last)s") % {
            "first": dates.plain_date(row.from_on, code),
            "last": dates.plain_date(row.until_on, code),
        }
    if row.from_on:
        return _("From %(day)s") % {"day": dates.plain_date(row.from_on, code)}
    day = due_on or row.until_on
    return _("By %(day)s") % {"day": dates.plain_date(day, code)} if day else ""


def my_parts(rows: "list[PlanRow]") -> list[str]:
    """What I do myself: my own rows, and my part in what others do."""
    mine = [what_of(row) for row in rows if row.by_client]
    return mine + [row.client_part for row in rows if row.client_part]


def voice_label(head: Head) -> str:
    """Whose words they are."""
    if RelationKind.SELF in head.relations:
        return _("What I want")
    return _("In %(name)s's own words") % {"name": head.first_name}


def _standing(view: PlanView) -> Standing:
    """One sentence that says where the plan stands, and one that says what it means."""
    plan, status, version = view.plan, view.status, view.version
    assert plan is not None  # noqa: S101 - the caller has looked
    if status is PlanStatus.OUT_OF_DATE:
        return Standing(
            kind="warning",
            icon="clock-alert",
            first=_("The plan is out of date."),
            text=_("It was to be looked at again, and the day has passed. Call or write."),
        )
    if version is None:
        return Standing(
            kind="info",
            icon="pencil-line",
            first=_("This is a draft."),
            text=_("Nothing is agreed yet. You can change it and say what you think."),
        )
    number = {"number": version.number, "day": day_of_moment(version.written_at)}
    if plan.state == PlanState.DRAFT:
        return Standing(
            kind="info",
            icon="pencil-line",
            first=_("A new version is being written."),
            text=_("Version %(number)d, agreed on %(day)s, holds until the new one is agreed.")
            % number,
        )
    if not view.approvals:
        return Standing(
            kind="warning",
            icon="hourglass",
            first=_("The plan waits for you."),
            text=_("Version %(number)d was agreed on %(day)s. Read it and say whether it is right.")
            % number,
        )
    return Standing(
        kind="ok",
        icon="circle-check",
        first=_("The plan is agreed."),
        text=_("This is version %(number)d, from %(day)s.") % number,
    )


def _approved(view: PlanView) -> str:
    if not view.approvals or view.version is None:
        return ""
    last = view.approvals[-1]
    return _("%(name)s approved it on %(day)s.") % {
        "name": approver(last, view.head),
        "day": dates.plain_date(last.on, language()),
    }


def approver(row: "Approval", head: Head) -> str:
    """Who said yes, by name: the client, or whoever did it for them."""
    return row.name or (row.by.full_name if row.by else head.client)


def follow_up_on(follow_up: "FollowUp | None") -> str:
    """The day of the next follow-up."""
    if follow_up is None:
        return ""
    return capfirst(dates.long_date(follow_up.on, language()))


def follow_up_about(follow_up: "FollowUp | None") -> str:
    """Who looks at what."""
    if follow_up is None:
        return ""
    who = follow_up.who.full_name if follow_up.who else follow_up.who_name
    return _("%(who)s and you: %(what)s") % {"who": who, "what": follow_up.what}


def day_of_moment(moment: dt.datetime) -> str:
    """The day in Finland."""
    return dates.plain_date(moment.astimezone(clock.HELSINKI).date(), language())


def at(name: str, head: Head, *more: object) -> str:
    """A page of this case."""
    return reverse(f"portal:{name}", args=[head.case_id, *more])
