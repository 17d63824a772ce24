"""The client's other pages, as links on the home."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.channels.portal.presenters.words import address, language
from kaveri.channels.portal.selectors import HomeView, Other
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """A page of one's own, with its latest fact."""

    href: str
    icon: str
    name: str
    fact: str


def links_of(view: HomeView, head: CaseHead) -> list[LinkRow]:
    """Each with its latest fact."""
    answer = view.answer
    score = ""
    if answer is not None:
        day = dates.plain_date(answer.answered_at.astimezone(clock.HELSINKI).date(), language())
        score = _("latest answer %(day)s") % {"day": day}
    rows = [
        LinkRow(
            href=reverse("portal:plan", args=[head.case_id]),
            icon="route",
            name=_("My plan"),
            fact=_("waits for you") if view.to_approve else _("read, comment and propose"),
        ),
        LinkRow(
            href=address("other_plans:own", case_id=head.case_id),
            icon="layers",
            name=_("My plans"),
            fact=_("who holds which, and until when"),
        ),
        LinkRow(
            href=reverse("portal:tasks", args=[head.case_id]),
            icon="list-checks",
            name=_("My tasks"),
            fact=_("what you have promised to do"),
        ),
        LinkRow(
            href=address("appointments:mine", case_id=head.case_id),
            icon="calendar",
            name=_("My meetings"),
            fact=_("when, where and with whom"),
        ),
        LinkRow(
            href=address("statements:mine", case_id=head.case_id),
            icon="file-check",
            name=_("My statements"),
            fact=_("what a doctor or a team has written"),
        ),
        LinkRow(
            href=address("special_team:mine", case_id=head.case_id),
            icon="users-round",
            name=_("The special competence team"),
            fact=_("if it has been asked, and where it stands"),
        ),
        LinkRow(
            href=address("questionnaires:mine", case_id=head.case_id),
            icon="list-checks",
            name=_("Questions for you"),
            fact=_("how you see your everyday life"),
        ),
        LinkRow(
            href=reverse("portal:answers", args=[head.case_id]),
            icon="activity",
            name=_("My answers over time"),
            fact=_("your work ability as you have seen it"),
        ),
        LinkRow(
            href=reverse("portal:told", args=[head.case_id]),
            icon="message-circle",
            name=_("What you have told"),
            fact=score or _("your own words and answers"),
        ),
        LinkRow(
            href=reverse("portal:messages", args=[head.case_id]),
            icon="mail",
            name=_("Messages"),
            fact=_("an answer has come") if view.message else _("write and read"),
        ),
    ]
    rows.append(
        LinkRow(
            href=address("coordination:network", case_id=head.case_id),
            icon="users",
            name=_("My people"),
            fact=_("who helps you, and what each may see"),
        )
    )
    if head.is_open:
        rows.append(
            LinkRow(
                href=reverse("portal:messages", args=[head.case_id]),
                icon="users",
                name=_("Peer support"),
                fact=_("Meet somebody who has been through the same. Write to %(name)s and ask.")
                % {"name": head.manager},
            )
        )
    rows += [
        LinkRow(
            href=address("insight:log", case_id=head.case_id),
            icon="history",
            name=_("Who has looked"),
            fact=_("and the log on paper, at once"),
        ),
        LinkRow(
            href=address("insight:who_sees", case_id=head.case_id),
            icon="eye",
            name=_("Who sees what about you"),
            fact=_("how it is right now"),
        ),
    ]
    rows.append(
        LinkRow(
            href=address("permission:own", case_id=head.case_id),
            icon="handshake",
            name=_("My consents"),
            fact=_("who may tell each other about you"),
        )
    )
    rows.append(
        LinkRow(
            href=address("health_checks:own", case_id=head.case_id),
            icon="heart-pulse",
            name=_("My health checks"),
            fact=_("offered, booked, and what came of them"),
        )
    )
    rows.append(
        LinkRow(
            href=address("teams:own", case_id=head.case_id),
            icon="users",
            name=_("The team"),
            fact=_("when it talks about your matter, and what it came to"),
        )
    )
    rows.append(
        LinkRow(
            href=address("case_consultation:own", case_id=head.case_id),
            icon="message-circle-question-mark",
            name=_("Whom we have asked"),
            fact=_("questions about you to other workers"),
        )
    )
    if view.has_summary:
        rows.append(
            LinkRow(
                href=address("ending:summary", case_id=head.case_id),
                icon="file-text",
                name=_("Your summary"),
                fact=_("what was done and what goes on"),
            )
        )
    if head.is_open:
        rows.append(
            LinkRow(
                href=address("identification:own_answer", case_id=head.case_id),
                icon="chart-line",
                name=_("Your work ability"),
                fact=_("answer yourself"),
            )
        )
    if head.is_open:
        rows.append(
            LinkRow(
                href=address("ending:ask", case_id=head.case_id),
                icon="flag",
                name=_("I want to end the support"),
                fact=_("we talk about it first"),
            )
        )
    return rows


def other_case(other: Other) -> LinkRow:
    """Another case of the same sign-in."""
    return LinkRow(
        href=reverse("portal:home_of", args=[other.case_id]),
        icon="folder" if other.is_own else "users",
        name=_("Your earlier time with us")
        if other.is_own and not other.is_open
        else _("Your matter %(reference)s") % {"reference": other.reference}
        if other.is_own
        else _("You act for %(name)s") % {"name": other.name},
        fact=other.reference,
    )
