"""The sweep over all pages: its cells, what the table expects of each, and how it is knocked at.

The page's first use case names its row of access.csv. A page about a case also opens the case's
head, which has a row of its own; the doors of staff and of clients open to their own side alone.
"""

from django.test import Client as Browser

from kaveri.casebook.cases.domain import Act, Grant, RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.cases.services import open_relation
from kaveri.casebook.consent.models import Consent
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.records.domain import Register
from kaveri.casebook.records.models import Homed
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.access import policy
from kaveri.foundation.base import clock
from kaveri.steps.assessment.models import Assessment, InformationRequest, Statement
from kaveri.steps.coordination.models import Member
from kaveri.steps.planning.models import Goal, PlanRow, PlanVersion
from kaveri.steps.referral_out.models import ReferralOut
from kaveri.steps.special_team.models import SpecialReferral
from kaveri.steps.statements.models import AskedStatement
from kaveri.steps.teams.models import AgendaItem
from tests.access import table
from tests.access.allowances import NOTHING, arrange, ground
from tests.access.cells import again
from tests.access.world import AT_CONTACT, PERSONAL, Side, World, undone
from tests.factories.casebook import an_act, near
from tests.factories.permission import add_party, leave_out
from tests.pages import pages
from tests.web.nasty import filled, forms_sent_to
from tests.web.wanted import WANTED
from tests.whole import Whole

# Pages whose rule is no row of access.csv, and the relations it names instead.
_CARRIES = frozenset({RelationKind.CASE_MANAGER, RelationKind.PAIR, RelationKind.SUBSTITUTE})
BY_ANOTHER_RULE = dict.fromkeys(
    ["workspace:code_show", "workspace:person_change", "workspace:sign_in"], _CARRIES
)
# The client takes it back, or a worker who carries the case writes down that it has ended.
BY_ANOTHER_RULE["coordination:representative_end"] = _CARRIES | {RelationKind.SELF}
# Pages that show no head of the case: what is opened stands alone.
WITHOUT_HEAD = {
    "coordination:network_leave",
    "workspace:document",
    "referral_out:received",
    "permission:consents",
    "permission:withdraw",
    "permission:paper",
    "permission:scan",
    "teams:take_off",
    "teams:minutes",
    "teams:talk",
    "special_team:agree",
    "special_team:call",
    "special_team:more",
    "special_team:withdraw",
    "statements:statement",
    "statements:write",
    "statements:withdraw",
    "statements:paper",
}
# What is sent there stands under its own row alone, though the page shows the head.
TAKEN_WITHOUT_HEAD = {"workspace:document_add"}
# Pages open to a person whom a row names, or to a manager; no relation opens them. Their own
# tests say so (tests/services, tests/web of their apps).
BY_NAME = {
    "case_consultation:asked": "the colleague who is asked",
    "coordination:handover_answer": "the colleague who is asked",
    "coordination:handover_decline": "the colleague who is asked",
    "coordination:invitation": "the worker who is invited",
    "coordination:invitation_decline": "the worker who is invited",
    "coordination:reassign_case": "the manager of the unit",
    "coordination:reassign_contact": "the manager of the unit",
    "insight:request": "the privacy officer",
    "referral:answer_offer": "the colleague who is asked",
    "special_team:answer": "the coordinator of the team who is asked",
}
# Pages that show a row which has a row of the table of its own, besides what is done with it.
ALSO = {
    "health_checks:book": Act.CASE_ITEMS_READ,
    "health_checks:done": Act.CASE_ITEMS_READ,
    "health_checks:decline": Act.CASE_ITEMS_READ,
    "case_consultation:take_back": Act.REFERRAL_OUT_READ,
    "referral_out:progress": Act.REFERRAL_OUT_READ,
    "referral_out:remind": Act.REFERRAL_OUT_READ,
    "referral_out:withdraw": Act.REFERRAL_OUT_READ,
}


# Pages whose address may name a case but whose use case also opens without one.
ACTS = {"portal:home_of": Act.CASE_NEXT_STEP_READ}


def acts_of(page):
    """The rows of the table under the page's use cases: the first is what a look asks for."""
    if page.name in ACTS:
        yield ACTS[page.name]
        return
    for action in page.address.actions:
        rules = policy.table()[action]
        acts = {rule.act for rule in rules if rule.act and " " not in rule.act}
        if len(acts) == len(rules) == 1:
            yield Act(acts.pop())


def act_of(page):
    return next(acts_of(page), None)


# What one says of a step, or that one's own part is done, is nobody else's.
ONLY_OWN = {
    "appointments:cannot_come",
    "portal:accept_step",
    "portal:decline_step",
    "portal:do_part",
}

ABOUT_SOMEBODY = [
    page for page in pages() if page.is_about_somebody and page.address.actions
    and page.name not in BY_NAME and page.door != "public"
]  # fmt: skip


def at_contact(page):
    return "contact_id" in page.address.converters


def at_case(page):
    return not at_contact(page)


def grants(page, *, sends=False):
    """The rows of the table that must all say yes, each as relation -> grant.

    What is sent is held against all that the page does, a look against what it shows.
    """
    if page.name in BY_ANOTHER_RULE:
        kinds = BY_ANOTHER_RULE[page.name]
        everybody = [None, *RelationKind]
        yield {kind: Grant.YES if kind in kinds else Grant.NO for kind in everybody}
    else:
        acts = list(acts_of(page))
        yield from (table.expected()[act] for act in (acts if sends else acts[:1]))
    if page.name in ALSO:
        yield table.expected()[ALSO[page.name]]
    without_head = WITHOUT_HEAD | TAKEN_WITHOUT_HEAD if sends else WITHOUT_HEAD
    if at_case(page) and page.name not in without_head:
        yield table.expected()[Act.CASE_HEADER_READ]


def is_about_a_row(page):
    return bool(set(page.address.converters) - {"case_id", "contact_id", "service_id"})


def cells_of(page):
    """The cells of one page; whose row it is matters only where the page shows one row."""
    for kind in (None, *RelationKind):
        own = (
            is_about_a_row(page)
            and page.name not in ONLY_OWN | OF_THE_WHOLE_PLAN | ADDS_TO_THE_PLAN
            and any(row[kind] is Grant.OWN for row in grants(page))
        )
        yield from (
            (kind, side, whose) for side in Side for whose in ([True, False] if own else [None])
        )


def expected(page, kind, side, own, allowance=NOTHING, *, sends=False):
    """Whether the page opens, by the table, the ground and the door."""
    if page.door != "signed_in" and (kind in PERSONAL) != (page.door == "client"):
        return False
    if at_contact(page) != (kind in AT_CONTACT):
        return False
    has_ground = kind in PERSONAL or bool(ground(side, allowance, Act.CASE_HEADER_READ))
    nobodys = page.name in OF_THE_WHOLE_PLAN or (
        page.name in ADDS_TO_THE_PLAN and side is not Side.OWN
    )
    own_opens = own is not False and not nobodys
    return all(
        (row[kind] is Grant.YES and has_ground) or (row[kind] is Grant.OWN and own_opens)
        for row in grants(page, sends=sends)
    )


# Pages about the plan as a whole, which is nobody's own.
OF_THE_WHOLE_PLAN = {
    f"planning:{name}"
    for name in [
        "words",
        "follow_up",
        "review",
        "grow",
        "revise",
        "start",
        "take",
        "comment_answer",
        "order",
    ]
}


# Pages that add to the plan or ask for an assessment: what a member adds goes into the record they
# write into.
ADDS_TO_THE_PLAN = {
    "assessment:ask",
    "planning:goal_new",
    "planning:known",
    "planning:row_new",
    "planning:statement_new",
}


# Whose a row is, by its table.
OWNED_BY = {
    Task: "owner",
    Entry: "author",
    ReferralOut: "receiver",
    Member: "account",
    Statement: "written_by",
    Assessment: "asked_by",
    InformationRequest: "asked_by",
    Goal: "written_by",
    PlanRow: "responsible",
    AgendaItem: "presenter",
    AskedStatement: "writer",
    SpecialReferral: "coordinator",
}
# What nobody can change stands as it was made, in whichever register.
KEPT = (PlanVersion,)


def place(whole, rows, world):
    """Put the looker where the cell wants them: in the relation, on the side, beside the row."""
    contact = next((row for row in rows.values() if isinstance(row, Contact)), None)
    if world.kind in AT_CONTACT:
        if contact:
            place_at_contact(contact, world.kind, world.account)
    elif "case" in vars(whole) and world.kind not in {None, RelationKind.SELF}:
        place_at_case(whole, world.kind, world.account)
    if "case" in vars(whole):
        name_in_consents(whole, world)
    for row in rows.values():
        # Somebody close has no account, and cannot be the one who knocks.
        if type(row) in OWNED_BY and not (isinstance(row, Member) and row.account_id is None):
            type(row).objects.filter(pk=row.pk).update(**{OWNED_BY[type(row)]: world.whose})
        elsewhere = world.kind in PERSONAL and world.side is not Side.OWN
        if elsewhere and isinstance(row, Homed) and not isinstance(row, KEPT):
            type(row).objects.filter(pk=row.pk).update(register=Register.HEALTH)


def name_in_consents(whole, world):
    """Where a relation sees only the consents that name it: one that is over names it and opens nothing."""
    grant = table.expected()[Act.CONSENT_READ].get(world.kind)
    if grant is not Grant.OWN:
        return
    if world.own is False:
        leave_out(world.account)
    if world.own is False or world.side is Side.OWN:
        return
    for consent in Consent.objects.filter(client=whole.case.client):
        add_party(consent, world.account)
        Consent.objects.filter(pk=consent.pk, withdrawn_at=None).update(withdrawn_at=clock.now())


def place_at_contact(contact, kind, account):
    if kind is RelationKind.CONTACT_OWNER:
        contact.relations.filter(kind=kind).update(account=account)
        Contact.objects.filter(pk=contact.pk).update(owner=account)
    else:
        open_relation(an_act(), kind, account_id=account.id, contact_id=contact.id)
        Contact.objects.filter(pk=contact.pk).update(sender=account)


def place_at_case(whole, kind, account):
    case = whole.case
    if kind is RelationKind.CASE_MANAGER:
        case.relations.filter(kind=kind).update(account=account)
        case.tasks.filter(owner=case.case_manager).update(owner=account)
        Case.objects.filter(pk=case.pk).update(case_manager=account)
    else:
        near(case, account, kind)
    if "earlier" in vars(whole) and kind not in PERSONAL:
        near(whole.earlier, account, RelationKind.PREDECESSOR)


def sending(page, rows):
    """The page's first form, filled in by somebody who may; None when it has none."""
    browser = Browser()
    browser.force_login(page.opener)
    found = forms_sent_to(page, rows, browser)
    return filled(found[0], WANTED.get(page.name, {})) if found else {}


def opened(page, cell, *, sends=False):
    """What the page answers the looker of this cell, to a look or to a sending."""
    return all_opened(page, [cell], sends=sends)[cell]


def all_opened(page, cells, *, sends=False):
    """What the page answers the looker of each cell; cells of one world share it."""
    worlds = {}
    for cell in cells:
        worlds.setdefault(cell[:3], []).append(cell)
    answers = {}
    for (kind, side, own), inside in worlds.items():
        with undone():
            whole, world = Whole(), World(kind, side, own=own)
            rows = page.rows(whole)
            sent = sending(page, rows) if sends else {}
            place(whole, rows, world)
            signed_in = Browser()
            signed_in.force_login(world.account)
            for cell in inside:
                with undone():
                    if len(cell) > 3:
                        world.row = whole.case
                        arrange(world, cell[3])
                    answers[cell] = _answered(
                        again(signed_in), page.sent_to(rows), sent, sends=sends
                    )
    return answers


def _answered(browser, path, sent, *, sends):
    answer = browser.post(path, sent) if sends else browser.get(path)
    # Closing the answer itself would close the connection to the database as well.
    for close in answer._resource_closers:  # noqa: SLF001
        close()
    return answer.status_code
