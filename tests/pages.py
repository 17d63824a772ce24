"""Every page of the product and how to open it: a new page joins by the names in its address.

`Whole` is a county where something of everything has happened; `ARGUMENTS` says which row of it
an address means by a name. A page whose address has a new name fails until it is written here.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.urls.converters import IntConverter, UUIDConverter

from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base.actor import Role
from tests.architecture.addresses import DOORS_OF_OTHERS, Address, addresses
from tests.factories import cast, insight, network, referral_out, special_team
from tests.whole import Whole, second_reader
from tests.whole_teams import who_sits, who_writes

Meaning = Callable[[Any], Any]

# What a name in an address means; first by the page's own name, then by the name alone.
ARGUMENTS: dict[str, Meaning] = {
    "case_id": lambda whole: whole.case,
    "contact_id": lambda whole: whole.contact,
    "unit_id": lambda _whole: cast.unit(),
    "turn_id": lambda _whole: cast.on_duty(cast.kerstin()),
    "service_id": lambda _whole: referral_out.health_check(),
    "consultation_id": lambda whole: whole.consultation,
    "question_id": lambda whole: whole.question,
    "check_id": lambda whole: whole.health_check,
    "entry_id": lambda whole: whole.document,
    "task_id": lambda whole: whole.task,
    "statement_id": lambda whole: whole.statement,
    "appointment_id": lambda whole: whole.appointment,
    "appointments:note:appointment_id": lambda whole: whole.appointment_to_note,
    "pre_visit:appointment_id": lambda whole: whole.visit,
    "pre_visit:background_id": lambda whole: whole.background,
    "pre_visit:hand_on:background_id": lambda whole: whole.background_approved,
    "pre_visit:language": lambda _whole: "fi",
    "appointments:secret": lambda whole: whole.calendar_secret,
    "assessment_id": lambda whole: whole.assessment,
    "request_id": lambda whole: whole.request,
    "wait_id": lambda whole: whole.wait,
    "handover_id": lambda whole: whole.handover,
    "offer_id": lambda whole: whole.offer,
    "absence_id": lambda whole: whole.absence,
    "summary_id": lambda whole: whole.summary,
    "consent_id": lambda whole: whole.consent,
    "party_id": lambda whole: whole.party,
    "permit_id": lambda whole: whole.permit,
    "prohibition_id": lambda whole: whole.prohibition,
    "permission:scan_add:consent_id": lambda whole: whole.consent_without_scan,
    "permission:tell:consent_id": lambda whole: whole.consent_gone,
    "coordination:account_id": lambda whole: whole.pair,
    "coordination:member_id": lambda whole: whole.member,
    "coordination:limit_lift:member_id": lambda whole: whole.limited,
    "coordination:invitation:member_id": lambda whole: whole.invited,
    "coordination:invitation_decline:member_id": lambda whole: whole.invited,
    "coordination:invitation_renew:member_id": lambda whole: whole.invited,
    "coordination:supporter_yes:member_id": lambda whole: whole.sister,
    "coordination:mandate_id": lambda whole: whole.mandate,
    "coordination:mandate_link:secret": lambda whole: whole.mandate_link.secret,
    "coordination:secret": lambda whole: whole.partner_link.secret,
    "crossings:case_id": lambda whole: whole.case_again,
    "directory:account_id": lambda _whole: cast.mikko(),
    "crossings:account_id": lambda _whole: cast.mikko(),
    "ending:part": lambda _whole: 1,
    "ending:second_look:ending_id": lambda whole: whole.unreached,
    "identification:key": lambda _whole: "doctor",
    "identification:language": lambda _whole: "fi",
    "identification:version": lambda _whole: 1,
    "planning:goal_id": lambda whole: whole.plan_goal,
    "planning:row_id": lambda whole: whole.plan_row,
    "planning:comment_id": lambda whole: whole.plan_comment,
    "planning:version_id": lambda whole: whole.plan_version,
    "planning:compare:version_id": lambda whole: whole.plan_version_again,
    "planning:language": lambda _whole: "fi",
    "other_plans:other_plan_id": lambda whole: whole.other_plan,
    "other_plans:take_out:other_plan_id": lambda whole: whole.plan_put_in,
    "insight:request_id": lambda whole: whole.log_request,
    "portal:accept_step:task_id": lambda whole: whole.first_step,
    "portal:decline_step:task_id": lambda whole: whole.first_step,
    "portal:do_part:task_id": lambda whole: whole.own_part,
    "teams:seat_id": lambda whole: whole.seat,
    "teams:meeting_id": lambda whole: whole.meeting,
    "teams:talk:item_id": lambda whole: whole.opened_item,
    "teams:minutes:item_id": lambda whole: whole.opened_item,
    "teams:item_id": lambda whole: whole.agenda_item,
    "special_team:referral_id": lambda whole: whole.taken_referral,
    "special_team:answer:referral_id": lambda whole: whole.special_referral,
    "special_team:more:referral_id": lambda whole: whole.referral_asked_more,
    "asking_id": lambda whole: whole.asking,
    "instrument_id": lambda whole: whole.instrument,
    "questionnaires:result:asking_id": lambda whole: whole.asking_done,
    "questionnaires:response:asking_id": lambda whole: whole.asking_done,
    "questionnaires:feedback:asking_id": lambda whole: whole.asking_done,
    "questionnaires:secret": lambda whole: whole.asking_link.secret,
    "statements:statement_id": lambda whole: whole.asked_statement,
    "statements:paper:statement_id": lambda whole: whole.signed_statement,
    "row_id": lambda whole: whole.own_row,
    "version_id": lambda whole: whole.plan_version,
    "portal:item_id": lambda whole: whole.own_row,
    "portal:kind": lambda _whole: "comment",
    "portal:part": lambda _whole: "row",
    "public:key": lambda whole: whole.receipt,
    "referral:confirm:contact_id": lambda whole: whole.contact_to_confirm,
    "referral_out:referral_id": lambda whole: whole.debt_referral.referral,
    "referral_out:received:referral_id": lambda whole: whole.health_referral,
    "referral_out:secret": lambda whole: whole.debt_referral.secret,
}
# Pages that write in a plan.
PLAN_PAGES = (
    "planning:plan",
    "planning:words",
    "planning:goal_new",
    "planning:statement_new",
    "planning:row_new",
    "planning:follow_up",
    "planning:review",
    "planning:comment",
    "planning:agree",
    "other_plans:contents",
)
# What must have happened for a page to have something to show.
AFTER: dict[str, Meaning] = {
    "appointments:of_case": lambda whole: whole.appointment,
    "appointments:mine": lambda whole: whole.appointment,
    "appointments:calendar": lambda whole: whole.staff_calendar,
    "appointments:address_stop": lambda whole: whole.staff_calendar,
    "health_checks:of_case": lambda whole: whole.health_check,
    "health_checks:own": lambda whole: whole.health_check,
    "health_checks:figures": lambda whole: whole.health_check,
    "case_consultation:of_case": lambda whole: whole.question,
    "case_consultation:mine": lambda whole: whole.question,
    "case_consultation:own": lambda whole: whole.question,
    "other_plans:of_case": lambda whole: whole.other_plan,
    "other_plans:own": lambda whole: whole.other_plan,
    "other_plans:put_in": lambda whole: whole.plan,
    "questionnaires:of_case": lambda whole: (whole.asking_done, whole.asking),
    "questionnaires:mine": lambda whole: whole.asking_done,
    "pre_visit:background": lambda whole: whole.background,
    "pre_visit:own": lambda whole: whole.background,
    "ending:confirm": lambda whole: whole.prepared,
    "ending:draft": lambda whole: whole.prepared,
    "ending:withdraw": lambda whole: whole.prepared,
    "ending:reopen": lambda whole: whole.ended,
    "ending:summary": lambda whole: whole.ended,
    "coordination:network_earlier": lambda whole: whole.earlier_member,
    "coordination:representatives": lambda whole: whole.mandate,
    "coordination:keep_contact": lambda whole: whole.wait,
    "crossings:ask_earlier": lambda whole: whole.forget_earlier(),
    "portal:plan": lambda whole: whole.plan,
    "portal:plan_goal": lambda whole: whole.plan,
    "portal:plan_keeping": lambda whole: whole.plan,
    "portal:plan_receipt": lambda whole: whole.plan_approval,
    "portal:plan_say": lambda whole: whole.plan,
    "portal:plan_whole": lambda whole: whole.own_row,
    "portal:plan_words": lambda whole: whole.plan,
    "portal:tasks": lambda whole: whole.own_row,
    "permission:consents": lambda whole: whole.consent,
    **dict.fromkeys(PLAN_PAGES, lambda whole: whole.plan_goal),
    "permission:own": lambda whole: whole.consent,
    "special_team:of_case": lambda whole: whole.taken_referral,
    "special_team:mine": lambda whole: whole.taken_referral,
    "special_team:queue": lambda whole: whole.special_referral,
    "special_team:refer": lambda whole: whole.team_to_refer_to,
    "special_team:agree": lambda whole: whole.team_statement,
    "statements:of_case": lambda whole: whole.signed_statement,
    "statements:ask": lambda whole: whole.writing_doctor,
    "statements:mine": lambda whole: whole.signed_statement,
    "statements:to_write": lambda whole: whole.asked_statement,
    "teams:teams": lambda whole: (whole.seat, whole.team_page),
    "teams:team": lambda whole: (whole.seat, whole.team_page),
    "teams:describe": lambda whole: whole.team_page,
    "teams:meetings": lambda whole: whole.meeting,
    "teams:meeting": lambda whole: whole.agenda_item,
    "teams:of_case": lambda whole: whole.agenda_item,
    "teams:own": lambda whole: whole.agenda_item,
    "teams:put_on": lambda whole: (whole.seat, whole.meeting),
    "teams:versions": lambda whole: whole.team_page_again,
    "planning:grow": lambda whole: whole.plan_note,
    "planning:revise": lambda whole: whole.plan_version,
    "planning:known": lambda whole: (whole.plan_goal, whole.statement),
    "planning:take": lambda whole: whole.plan_goal,
    "planning:order": lambda whole: whole.plan_row,
    "planning:versions": lambda whole: whole.plan_version_again,
    "workspace:code_show": lambda whole: whole.code,
}
# Pages about what cannot stand beside everything else: a case that has ended, somebody who is away.
ALONE = frozenset(
    {
        "coordination:absence_end",
        "coordination:absence_substitute",
        "crossings:earlier",
        "ending:reopen",
        "health_checks:offer",
        "planning:grow",
        "ending:summary",
        "ending:summary_older",
        "ending:summary_pdf",
    }
)
# Pages that only take a sending: where the form or the button stands.
STANDS_ON = {
    "appointments:address_stop": "appointments:calendar",
    "crossings:ask_earlier": "crossings:earlier",
    "coordination:invitation_renew": "coordination:member",
    "coordination:limit_lift": "coordination:member",
    "coordination:supporter_yes": "coordination:member",
    "ending:withdraw": "ending:ending",
    "insight:report": "insight:log",
    "portal:accept_step": "portal:home_of",
    "portal:do_part": "portal:home_of",
    "portal:plan_row_mark": "portal:tasks",
    "referral_out:renew_link": "referral_out:follow",
    "workspace:code_show": "workspace:person",
}
# What must be asked of a page before it shows the form that is sent.
ASKED = {
    "assessment:mapping": "?add=health",
    "coordination:member_new": "?organisation=county",
    "coordination:partner_new": "?organisation=legal-aid",
    "coordination:coordinating": "?asked=1&needs=social_client",
}
# Ids of rows that tell of nobody.
ABOUT_NOBODY = frozenset(
    {
        "service_id",
        "account_id",
        "absence_id",
        "instrument_id",
        "consultation_id",
        "unit_id",
        "turn_id",
        "seat_id",
        "meeting_id",
    }
)
# Who opens a page, when it is not the coordinator, the client or a visitor.
OPENED_BY: dict[str, Callable[[], Account]] = {
    "case_consultation:asked": who_sits,
    "case_consultation:mine": who_sits,
    "coordination:handover_answer": cast.mikko,
    "coordination:handover_decline": cast.mikko,
    "coordination:invitation": network.job_worker,
    "coordination:invitation_decline": network.job_worker,
    "coordination:network_leave": network.clinic_worker,
    "coordination:reassign_case": cast.tove,
    "coordination:reassign_contact": cast.tove,
    "coordination:risen": cast.tove,
    "crossings:leaving": cast.tove,
    "crossings:workers": cast.tove,
    "directory:account_new": cast.oskar,
    "directory:password_renew": cast.oskar,
    "directory:duty_put": cast.tove,
    "directory:duty_change": cast.tove,
    "ending:second_look": second_reader,
    "identification:prompt_edit": lambda: cast.worker("evy", "Nord", cast.unit(), role=Role.EDITOR),
    "insight:request": insight.dag,
    "insight:requests": insight.dag,
    "questionnaires:load": cast.oskar,
    "questionnaires:close": cast.oskar,
    "referral:answer_offer": cast.mikko,
    "referral_out:received": cast.sara,
    "special_team:queue": special_team.hanna,
    "special_team:answer": special_team.hanna,
    "special_team:call": special_team.hanna,
    "special_team:agree": special_team.hanna,
    "statements:to_write": who_writes,
    "statements:write": who_writes,
    "teams:meeting_open": who_sits,
    "teams:minutes": who_sits,
    "teams:talk": who_sits,
}
BY_DOOR: dict[str, Callable[[], Account | None]] = {
    "staff": cast.kerstin,
    "client": cast.aino_account,
    "signed_in": cast.kerstin,
    "public": lambda: None,
}


@dataclass(frozen=True)
class Page:
    """An address of the product with the ways to open it."""

    address: Address

    @property
    def name(self) -> str:
        return self.address.name

    @property
    def door(self) -> str:
        return self.address.door or "public"

    @property
    def opener(self) -> Account | None:
        return OPENED_BY.get(self.name, BY_DOOR[self.door])()

    @property
    def methods(self) -> tuple[str, ...]:
        """What the page takes: kept by its door, so it is read from the door's own words."""
        view: Any = self.address.view
        while view is not None:
            for cell in getattr(view, "__closure__", None) or ():
                held = cell.cell_contents
                if isinstance(held, tuple) and {"GET", "POST"} & {str(each) for each in held}:
                    return held
            view = getattr(view, "__wrapped__", None)
        return ("GET",)

    @property
    def is_about_somebody(self) -> bool:
        """Whether its address has ids of rows."""
        return bool({"case_id", "contact_id"} & set(self.address.converters)) or any(
            name.endswith("_id") and name not in ABOUT_NOBODY for name in self.address.converters
        )

    def meaning(self, argument: str) -> Meaning:
        space = self.name.split(":")[0]
        for key in (f"{self.name}:{argument}", f"{space}:{argument}", argument):
            if key in ARGUMENTS:
                return ARGUMENTS[key]
        raise LookupError(f"tests/pages.py does not know <{argument}> of {self.name}")

    def rows(self, whole: Whole) -> dict[str, Any]:
        """What each name in the address means in this county."""
        found = {name: self.meaning(name)(whole) for name in self.address.converters}
        if self.name in AFTER:
            AFTER[self.name](whole)
        return found

    def at(self, rows: Mapping[str, Any]) -> str:
        """Where the page lies for these rows."""
        named = {name: rows[name] for name in self.address.converters}
        return reverse(self.name, kwargs={n: getattr(v, "pk", v) for n, v in named.items()})

    def forms_at(self, rows: Mapping[str, Any]) -> str:
        """Where the forms stand that are sent to this page."""
        name = STANDS_ON.get(self.name, self.name)
        shown = next(page for page in pages() if page.name == name)
        return shown.at(rows) + ASKED.get(name, "")

    def sent_to(self, rows: Mapping[str, Any]) -> str:
        """Where a form of this page is sent."""
        return self.at(rows) + ASKED.get(self.name, "")

    def real(self, whole: Whole) -> str:
        """Where the page lies for rows that exist."""
        return self.at(self.rows(whole))

    def invented(self) -> str:
        """The same page for rows that nobody ever made."""
        made_up = {
            name: _made_up(name, converter) for name, converter in self.address.converters.items()
        }
        return reverse(self.name, kwargs=made_up)


def _made_up(name: str, converter: Any) -> Any:
    if isinstance(converter, UUIDConverter):
        return uuid.uuid4()
    if isinstance(converter, IntConverter):
        return 987
    return f"invented-{uuid.uuid4().hex}"


def pages() -> list[Page]:
    """Every named page of our own."""
    return [Page(each) for each in addresses() if _is_ours(each)]


def _is_ours(address: Address) -> bool:
    return bool(address.name) and not address.module.startswith(DOORS_OF_OTHERS)
