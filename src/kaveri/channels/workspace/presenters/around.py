"""What goes on around a case: referrals out, waits, peer support."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.consent.domain import Life
from kaveri.casebook.consent.labels import LIVES
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.channels.workspace.presenters.words import address, day_in_list, one_stop
from kaveri.channels.workspace.selectors.case_page import CaseView
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.steps.assessment.domain import AskedFor, AssessmentState
from kaveri.steps.assessment.labels import ASKED_FOR, ASSESSMENT_STATES
from kaveri.steps.participation.labels import PEER_ANSWERS
from kaveri.steps.permission.labels import party_name, period
from kaveri.steps.permission.selectors import life, runs_out
from kaveri.steps.referral_out.domain import OPEN_STATES, ReferralState
from kaveri.steps.referral_out.labels import STATES

if TYPE_CHECKING:
    from kaveri.casebook.consent.models import Consent, ConsentParty
    from kaveri.steps.assessment.models import Assessment
    from kaveri.steps.coordination.models import Wait
    from kaveri.steps.referral_out.models import ReferralOut

_TAGS = {
    ReferralState.SENT: ("warning", "send"),
    ReferralState.SEEN: ("warning", "eye"),
    ReferralState.ACCEPTED: ("ok", "check"),
    ReferralState.DECLINED: ("danger", "circle-x"),
    ReferralState.FIRST_DATE: ("ok", "calendar-check"),
    ReferralState.BEGUN: ("ok", "play"),
    ReferralState.ENDED: ("neutral", "archive"),
    ReferralState.WITHDRAWN: ("neutral", "undo-2"),
}
_ASSESSMENT_TAGS = {
    AssessmentState.ASKED: ("warning", "hourglass"),
    AssessmentState.BOOKED: ("ok", "calendar-check"),
    AssessmentState.DONE: ("warning", "hourglass"),
    AssessmentState.RESULT: ("ok", "file-check"),
    AssessmentState.CANCELLED: ("neutral", "archive"),
}
_CONSENT_TAGS = {
    Life.COMING: ("info", "clock"),
    Life.VALID: ("ok", "check"),
    Life.EXPIRED: ("warning", "clock"),
    Life.WITHDRAWN: ("danger", "x"),
    Life.REPLACED: ("neutral", "history"),
}
_UNANSWERED = frozenset({ReferralState.SENT, ReferralState.SEEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """A referral out, or an assessment, with its state in words."""

    name: str
    href: str
    kind: str
    icon: str
    state: Any
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What the client waits for, since when, and who carries meanwhile."""

    what: str
    since_on: dt.date
    support: str
    contact: str
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLine:
    """A consent in one line: with whom, until when, and whether it holds."""

    kind: str
    icon: str
    state: Any
    parties: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The cards around the case."""

    referrals: list[Referral]
    referrals_href: str
    waits: list[Waiting]
    waits_href: str
    assessments: list[Referral]
    assessments_href: str
    consents: "list[ConsentLine]"
    consent_missing: str
    consents_href: str
    peer: Any
    peer_words: str
    peer_href: str


def around(view: CaseView) -> Around:
    """Referrals, waits and peer support, as the overview shows them."""
    case_id = view.head.case_id
    contact_by = {
        task.source_id: task.due_on for task in view.tasks if task.kind == TaskKind.KEEP_CONTACT
    }
    return Around(
        referrals=[_referral(row) for row in view.referrals],
        referrals_href=address("referral_out:of_case", case_id=case_id),
        waits=[_waiting(wait, contact_by.get(wait.id)) for wait in view.waits],
        waits_href=address("coordination:waiting", case_id=case_id),
        assessments=[_assessment(row) for row in view.assessments],
        assessments_href=address("assessment:of_case", case_id=case_id),
        consents=_consents(view.consents),
        consent_missing=_missing(view.consents),
        consents_href=address("permission:consents", case_id=case_id),
        peer=PEER_ANSWERS[view.peer.answer] if view.peer else "",
        peer_words=view.peer.words if view.peer else "",
        peer_href=address("participation:peer_support", case_id=case_id),
    )


def _consents(rows: "list[ConsentParty]") -> list[ConsentLine]:
    """What holds or will; when nothing does, the latest that did."""
    between: dict[Consent, list[ConsentParty]] = {}
    for row in rows:
        between.setdefault(row.consent, []).append(row)
    held = [one for one in between if life(one) in {Life.VALID, Life.COMING}]
    latest = [one for one in between if life(one) is not Life.REPLACED][:1]
    return [_consent(one, between[one]) for one in held or latest]


def _consent(row: "Consent", parties: "list[ConsentParty]") -> ConsentLine:
    language = dates.known_language(get_language())
    names = {party_name(one.organisation, one.register, language) for one in parties}
    kind, sign = _CONSENT_TAGS[life(row)]
    soon = runs_out(row)
    return ConsentLine(
        kind="warning" if soon else kind,
        icon="clock" if soon else sign,
        state=_("runs out soon") if soon else LIVES[life(row)],
        parties="; ".join(sorted(names)),
        period=period(row.from_on, row.until_on, language),
    )


def _missing(rows: "list[ConsentParty]") -> str:
    if any(life(row.consent) is Life.VALID for row in rows):
        return ""
    return _("No consent holds: other authorities and organisations do not see the case.")


def _referral(row: "ReferralOut") -> Referral:
    language = dates.known_language(get_language())
    state = ReferralState(row.state)
    late = state in _UNANSWERED and row.answer_by < clock.today()
    kind, sign = _TAGS[state]
    fact = ""
    if late:
        fact = _("No answer by %(day)s") % {"day": day_in_list(row.answer_by)}
    elif state in _UNANSWERED:
        fact = _("Answer by %(day)s") % {"day": day_in_list(row.answer_by)}
    elif row.first_on and state in OPEN_STATES:
        fact = _("First time %(day)s") % {"day": day_in_list(row.first_on)}
    return Referral(
        name=getattr(row.service, f"name_{language}"),
        href=address("referral_out:follow", case_id=row.case_id, referral_id=row.id),
        kind="danger" if late else kind,
        icon="clock-alert" if late else sign,
        state=STATES[state],
        fact=fact,
    )


def _assessment(row: "Assessment") -> Referral:
    state = AssessmentState(row.state)
    late = row.ended_at is None and row.due_on < clock.today()
    kind, sign = _ASSESSMENT_TAGS[state]
    fact = ""
    if late:
        fact = _("Should have been ready by %(day)s") % {"day": day_in_list(row.due_on)}
    elif state is AssessmentState.BOOKED and row.booked_on:
        fact = _("Booked for %(day)s") % {"day": day_in_list(row.booked_on)}
    elif row.ended_at is None:
        fact = _("Ready by %(day)s") % {"day": day_in_list(row.due_on)}
    what = str(ASKED_FOR[AskedFor(row.asked_for)])
    return Referral(
        name=what[:1].upper() + what[1:],
        href=address("assessment:follow", case_id=row.case_id, assessment_id=row.id),
        kind="danger" if late else kind,
        icon="clock-alert" if late else sign,
        state=ASSESSMENT_STATES[state],
        fact=fact,
    )


def _waiting(wait: "Wait", due_on: dt.date | None) -> Waiting:
    rhythm = {"name": wait.supporter.full_name, "days": wait.every_days}
    return Waiting(
        what=wait.what,
        since_on=wait.since_on,
        support=_("Support meanwhile: %(name)s, contact every %(days)d days.") % rhythm,
        contact=one_stop(_("Next contact by %(day)s.") % {"day": day_in_list(due_on)})
        if due_on
        else "",
        is_late=due_on is not None and due_on < clock.today(),
    )
