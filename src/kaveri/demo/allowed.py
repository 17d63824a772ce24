"""What an invented person allows, who belongs to their network, and the plan they have agreed on."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.models import Case, Relation
from kaveri.casebook.clients.models import Client
from kaveri.casebook.consent.domain import Given, Purpose, spaced
from kaveri.casebook.consent.models import Consent, ConsentParty
from kaveri.casebook.records.domain import SENSITIVE, Category
from kaveri.demo import texts
from kaveri.demo.histories import History, on_a_weekday
from kaveri.demo.places import Helper
from kaveri.foundation.base import clock
from kaveri.steps.coordination.domain import MEMBER_READS_DAYS, MemberKind, Parting, WishTold
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.services.inviting import SOURCE as MEMBER
from kaveri.steps.planning.domain import (
    GoalLevel,
    How,
    PlanForm,
    PlanState,
    RowKind,
    RowState,
    Signer,
    Wish,
    fingerprint,
)
from kaveri.steps.planning.models import (
    Approval,
    FollowUp,
    Goal,
    OwnWords,
    Plan,
    PlanRow,
    PlanVersion,
)
from kaveri.steps.planning.services.agreeing import Held, content_of

# Shares of the recipe; assumptions of the demo, not facts about the county.
ALLOWS, FULL, AGREED, APPROVED = 0.8, 0.4, 0.8, 0.7
CLOSE_PERSON, UNANSWERED = 0.3, 0.1
TEXT_VERSION = "2026-1"


def allow(history: History) -> None:
    """A consent on paper with those who help, a network of them, and a plan that names them."""
    chance = history.chance
    client: Client = next(row for row in history.rows if isinstance(row, Client))
    case: Case = next(row for row in history.rows if isinstance(row, Case))
    begun = _after(case, 14)
    helpers = [chance.choice(found) for found in history.places.helpers]
    helpers = chance.sample(helpers, chance.randint(1, len(helpers)))
    if chance.random() < ALLOWS:
        _consent(history, client, case, helpers)
    for helper in helpers:
        _member(history, case, helper, begun)
    if chance.random() < CLOSE_PERSON:
        _close_person(history, case, begun)
    _plan(history, case, helpers, _after(case, 28))


def _after(case: Case, days: int) -> dt.datetime:
    """So many days after the beginning, or when it ended or today when that was sooner."""
    until = case.ended_at or clock.now()
    return min(case.opened_at + dt.timedelta(days=days), until)


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(clock.HELSINKI).date()


def _consent(history: History, client: Client, case: Case, helpers: list[Helper]) -> None:
    newest = history.today - dt.timedelta(days=history.chance.randint(0, 350))
    first = _day(case.opened_at) if case.ended_at else max(_day(case.opened_at), newest)
    categories = [code for code in Category if code not in SENSITIVE]
    if history.chance.random() < 0.5:
        categories.append(Category.HEALTH)
    consent = history.add(
        Consent(
            client=client,
            given=Given.PAPER,
            given_on=first,
            from_on=first,
            until_on=first + dt.timedelta(days=364),
            stored_where=texts.STORED[history.tongue],
            language=history.tongue,
            recorded_by=history.manager,
            recorded_at=max(history.at(first), case.opened_at),
            categories=spaced(map(str, categories)),
            purposes=spaced([Purpose.SUPPORT, Purpose.PLAN]),
            text_version=TEXT_VERSION,
            **history.home(),
        )
    )
    parties: set[tuple[Any, str]] = {(case.controller_id, str(case.register))}
    parties |= {(who.account.organisation_id, str(who.account.register)) for who in helpers}
    for organisation_id, register in sorted(parties, key=str):
        history.add(
            ConsentParty(consent=consent, organisation_id=organisation_id, register=register)
        )


def _member(history: History, case: Case, helper: Helper, at: dt.datetime) -> None:
    ended = case.ended_at
    waits = ended is None and history.chance.random() < UNANSWERED
    member = history.add(
        Member(
            case=case,
            kind=MemberKind.WORKER,
            account=helper.account,
            organisation_id=helper.account.organisation_id,
            role=getattr(helper.account, f"title_{history.tongue}"),
            invited_at=at,
            invited_by=history.manager,
            wish_told=WishTold.MEETING,
            accepted_at=None if waits else at,
            **_parting(ended),
            **history.home(helper.tells),
        )
    )
    if not waits:
        reads_until = ended + dt.timedelta(days=MEMBER_READS_DAYS) if ended else None
        history.add(
            Relation(
                case=case,
                account=helper.account,
                kind=RelationKind.MEMBER,
                source_type=MEMBER,
                source_id=member.id,
                from_at=at,
                until_at=reads_until,
            )
        )


def _close_person(history: History, case: Case, at: dt.datetime) -> None:
    history.add(
        Member(
            case=case,
            kind=MemberKind.SUPPORTER,
            first_name=history.chance.choice(texts.CLOSE_NAMES),
            role=history.chance.choice(texts.CLOSE[history.tongue]),
            invited_at=at,
            accepted_at=at,
            invited_by=history.manager,
            wish_told=WishTold.MEETING,
            **_parting(case.ended_at),
            **history.home(Category.LIFE_SITUATION),
        )
    )


def _parting(ended: dt.datetime | None) -> dict[str, Any]:
    return {"removed_at": ended, "parting": Parting.CASE_ENDED} if ended else {}


def _plan(history: History, case: Case, helpers: list[Helper], at: dt.datetime) -> None:
    chance = history.chance
    is_full, is_agreed = chance.random() < FULL, chance.random() < AGREED
    plan = history.add(
        Plan(
            case=case,
            form=PlanForm.FULL if is_full else PlanForm.NOTE,
            state=PlanState.AGREED if is_agreed else PlanState.DRAFT,
            started_at=at,
            started_by=history.manager,
            **history.home(),
        )
    )
    written = {"case": case, "plan": plan, "written_at": at, "written_by": history.manager}
    life = {**written, **history.home(Category.LIFE_SITUATION)}
    words = history.add(OwnWords(text=case.own_words, **life))
    goals = []
    if is_full:
        work = {**written, **history.home(Category.WORK_EDUCATION)}
        career = chance.choice(texts.CAREER[history.tongue])
        goals = [history.add(Goal(level=GoalLevel.CAREER, own_words=career, **work))]
    rows = _rows(history, case, helpers, written)
    ahead = history.today + dt.timedelta(days=chance.randint(-8, 70))
    follow_up = history.add(
        FollowUp(
            what=texts.LOOKED_AT[history.tongue],
            on=on_a_weekday(_day(case.ended_at) if case.ended_at else max(ahead, _day(at))),
            who=history.manager,
            **life,
        )
    )
    if is_agreed:
        held = Held(
            words=[words],
            goals=goals,
            statements=[],
            rows=rows,
            follow_ups=[follow_up],
            partners=history.places.partners,
        )
        _agreed(history, plan, held, written)


def _rows(
    history: History, case: Case, helpers: list[Helper], written: dict[str, Any]
) -> list[PlanRow]:
    tongue, begun = history.tongue, _day(written["written_at"])
    own = history.chance.choice(texts.STEPS[tongue])
    done = [(history.manager, own, RowKind.STEP, Category.SOCIAL_CARE)]
    done += [
        (who.account, texts.HELPS[who.tells][tongue], RowKind.SERVICE, who.tells) for who in helpers
    ]
    return [
        history.add(
            PlanRow(
                kind=kind,
                what=what,
                responsible=account,
                organisation_id=account.organisation_id,
                wish=Wish.WANTS,
                place=place,
                due_on=on_a_weekday(begun + dt.timedelta(days=14 * place)),
                state=RowState.DONE if case.state == CaseState.ENDED else RowState.PLANNED,
                **written,
                **history.home(category),
            )
        )
        for place, (account, what, kind, category) in enumerate(done, start=1)
    ]


def _agreed(history: History, plan: Plan, held: Held, written: dict[str, Any]) -> None:
    day = _day(written["written_at"])
    content = content_of(plan, held, number=1, on=day)
    version = history.add(
        PlanVersion(
            number=1,
            content=content,
            sha256=fingerprint(content),
            **written,
            **history.home(Category(plan.category)),
        )
    )
    if history.chance.random() < APPROVED:
        history.add(
            Approval(
                of=version,
                signer=Signer.CLIENT,
                how=How.MEETING,
                on=day,
                recorded_by=history.manager,
                recorded_at=written["written_at"],
            )
        )
