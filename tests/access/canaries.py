"""A text of its own in every field people write in, of every category; and who may meet it.

Who may is read from the agreed table and from `allowances`: nothing here asks the product.
"""

import itertools
import random
import re
from dataclasses import dataclass, replace
from typing import Any

from django.db import models

from kaveri.casebook.cases.domain import Act, Grant, RelationKind
from kaveri.casebook.clients.models import Client
from kaveri.casebook.consent.models import Consent, ConsentParty
from kaveri.casebook.directory.models import Municipality, Partner, Service
from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.models import WorkAbility
from kaveri.casebook.measures.services import record_work_ability
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.accounts.models import Organisation
from kaveri.foundation.base import clock
from kaveri.foundation.base.ids import new_id
from kaveri.steps.appointments.models import Appointment
from kaveri.steps.assessment.models import Assessment, InformationRequest, Statement
from kaveri.steps.case_consultation.models import Question
from kaveri.steps.coordination.models import Handover, Member, Wait
from kaveri.steps.ending.models import Ending, Summary
from kaveri.steps.health_checks.models import HealthCheck
from kaveri.steps.other_plans.models import OtherPlan
from kaveri.steps.participation.domain import PeerAnswer
from kaveri.steps.participation.models import PeerSupport
from kaveri.steps.planning.domain import Told, Topic
from kaveri.steps.planning.models import Comment, Goal, PlanRow, PlanStatement
from kaveri.steps.planning.services import add_statement
from kaveri.steps.pre_visit.models import Background, BackgroundPart
from kaveri.steps.referral_out.models import ReferralOut
from kaveri.steps.special_team.models import SpecialReferral
from kaveri.steps.statements.models import AskedStatement
from tests.access import table
from tests.access.allowances import (
    CONSENT,
    COVERED,
    NARROWINGS,
    NOTHING,
    PERMIT,
    Allowance,
    arrange,
    ground,
)
from tests.access.foreign import free_texts
from tests.access.sweep import place
from tests.access.world import Side, World
from tests.factories import cast, coordination, ending, planning
from tests.whole import Whole

CANARY = re.compile(r"kna\d{4}z")
# What is planted, and the row of access.csv under which it is read.
PLANTED: dict[type[models.Model], Act] = {
    Entry: Act.CASE_ITEMS_READ,
    WorkAbility: Act.CASE_ITEMS_READ,
    Task: Act.TASK_READ,
    Statement: Act.ASSESSMENT_READ,
    Assessment: Act.ASSESSMENT_READ,
    InformationRequest: Act.ASSESSMENT_READ,
    Goal: Act.PLAN_READ,
    PlanRow: Act.PLAN_READ,
    PlanStatement: Act.PLAN_READ,
    OtherPlan: Act.PLAN_READ,
    Comment: Act.PLAN_READ,
    ReferralOut: Act.REFERRAL_OUT_READ,
    Question: Act.REFERRAL_OUT_READ,
    Member: Act.NETWORK_READ,
    Wait: Act.CASE_HEADER_READ,
    PeerSupport: Act.CASE_ITEMS_READ,
    Consent: Act.CONSENT_READ,
    Appointment: Act.CASE_ITEMS_READ,
    AskedStatement: Act.STATEMENT_READ,
}
# What stands once in a case and cannot be copied: written over where it stands.
WRITTEN_OVER: dict[type[models.Model], Act] = {
    Handover: Act.CASE_HEADER_READ,
    Ending: Act.CASE_END_ASK,
    Summary: Act.CASE_ITEMS_READ,
    SpecialReferral: Act.CASE_ITEMS_READ,
    Background: Act.CASE_ITEMS_READ,
    HealthCheck: Act.CASE_ITEMS_READ,
    BackgroundPart: Act.CASE_ITEMS_READ,
}
# Where a meeting is: of a protected client only the nearest know.
PLACES = {"place", "getting_there"}
NEAREST = {RelationKind.CASE_MANAGER, RelationKind.PAIR, RelationKind.SUBSTITUTE}


@dataclass(frozen=True)
class Planted:
    """One canary: where it stands, what kind of information it is, under which row it is read."""

    where: str
    category: Category
    act: Act
    # Where a protected person is.
    hidden: bool = False
    # A name of a service or an organisation, that forms offer to everybody.
    offered: bool = False


@dataclass(frozen=True)
class Looker:
    """Who looks: the relation, the side, what is allowed, and for which categories."""

    kind: RelationKind | None
    side: Side
    allowance: Allowance = NOTHING
    named: frozenset[Category] = frozenset(Category)

    def __str__(self) -> str:
        named = "all" if self.named == frozenset(Category) else ", ".join(sorted(self.named))
        return f"{self.kind or 'no relation'} × {self.side} × {self.allowance} ({named})"

    def may_meet(self, planted: Planted) -> bool:
        """By the table and by what is allowed."""
        if self.kind is RelationKind.SELF:
            return True
        if planted.hidden and self.kind not in NEAREST:
            return False
        if self.kind is None or table.expected()[planted.act][self.kind] is not Grant.YES:
            return False
        if self.kind is RelationKind.REPRESENTATIVE:
            return planted.category in self.named
        given = replace(
            self.allowance, categories="all" if planted.category in self.named else "others"
        )
        if given.narrows.startswith("kept") and planted.category is not Category.IDENTITY_CONTACT:
            # Kept back is what kind of information the case itself is.
            given = replace(given, narrows="")
        return bool(ground(self.side, given, planted.act))


def lookers() -> list[Looker]:
    """Every relation on every side, with nothing, with everything and with parts allowed."""
    lot = random.Random("lookers")  # noqa: S311
    found = []
    for kind, side in itertools.product((None, *RelationKind), Side):
        if kind in {RelationKind.CONTACT_OWNER, RelationKind.CONTACT_SENDER}:
            continue
        if kind is RelationKind.SELF and side is not Side.OWN:
            continue
        if kind is RelationKind.REPRESENTATIVE:
            found += [Looker(kind, side, named=_some(lot)) for _turn in range(4)]
        elif kind is None or side is Side.OWN or table.expected()[Act.PLAN_READ][kind] is Grant.NO:
            found += [Looker(kind, side), Looker(kind, side, CONSENT)]
        else:
            narrows = lot.choice([how for how in NARROWINGS if "document" not in how])
            found += [
                Looker(kind, side),
                *(Looker(kind, side, CONSENT, _some(lot)) for _turn in range(3)),
                Looker(kind, side, replace(CONSENT, says=narrows, narrows=narrows, meets=NARROWINGS[narrows])),
                Looker(kind, side, replace(CONSENT, says="withdrawn", state="withdrawn")),
                Looker(kind, side, PERMIT),
                *(
                    Looker(kind, side, replace(CONSENT, says=purpose, purpose=purpose), _some(lot))
                    for purpose in COVERED
                    if purpose != "support"
                ),
            ]  # fmt: skip
    return found


def _some(lot: random.Random) -> frozenset[Category]:
    """Some categories; whose matter it is stands in every consent."""
    others = [each for each in Category if each is not Category.IDENTITY_CONTACT]
    return frozenset({Category.IDENTITY_CONTACT, *lot.sample(others, 3)})


# What has happened in the case, besides what would bring a looker in by another way.
BUILT = (
    "case", "contact", "document", "task", "own_part", "debt_referral", "statement", "assessment",
    "request", "wait", "log_request", "plan_goal", "plan_row", "plan_comment", "own_row", "consent",
    "party", "permit", "prohibition", "appointment", "member", "limited", "sister", "partner_link",
    "mandate", "wait", "background", "other_plan", "asked_statement", "question", "health_check", "special_referral",
)  # fmt: skip


class Planting:
    """Aino's case with a canary in everything, and who looks at it."""

    def __init__(self, looker: Looker, *, plants: bool = True) -> None:
        self.looker = looker
        self.canaries: dict[str, Planted] = {}
        self.whole = whole = Whole()
        self.world = World(looker.kind, looker.side)
        _rows = [getattr(whole, name) for name in BUILT]
        vars(whole)["handover"] = coordination.an_offer(whole.case, to=cast.petra())
        measure(whole.case)
        tell(whole.plan)
        speak_of_peers(whole.case)
        if plants:
            for model, act in PLANTED.items():
                self._plant(model, act)
        _version = whole.plan_version_again
        vars(whole)["prepared"] = ending.prepare(whole.case)
        ending.with_summary(whole.case)
        if plants:
            for model, act in WRITTEN_OVER.items():
                self._write_over(model, act)
            self._hide()
        self._put_in_place()

    def _next(self, planted: Planted) -> str:
        text = f"kna{len(self.canaries):04d}z"
        self.canaries[text] = planted
        return text

    def _plant(self, model: type[Any], act: Act) -> None:
        """A copy of the newest row for every category, with canaries in all that is written freely."""
        row = model.objects.order_by("-pk")[0]
        for category in Category:
            row.pk, row.category, row._state.adding = new_id(), category, True  # noqa: SLF001
            for name in free_texts(model):
                hidden = model is Appointment and name in PLACES
                planted = Planted(f"{model.__name__}.{name}", category, act, hidden=hidden)
                setattr(row, name, self._next(planted))
            # What a copy must not share with its row.
            if hasattr(row, "link_fingerprint"):
                row.link_fingerprint = row.pk.hex
            if model is Goal:
                row.root_id = row.pk
            if model is Member:
                named = Planted("a member's organisation", category, act, offered=True)
                row.kind, row.account = "partner", None
                row.organisation = _organisation(self._next(named), category)
            if model in {PlanRow, ReferralOut}:
                named = Planted(f"{model.__name__}.service", category, act, offered=True)
                row.service = _service(self._next(named), category)
            row.save(force_insert=True)

    def _write_over(self, model: type[Any], act: Act) -> None:
        """Canaries where something is written freely in the rows there are."""
        for row in model.objects.filter(case=self.whole.case):
            told = Category(row.category), act
            texts = {
                name: self._next(Planted(f"{model.__name__}.{name}", *told))
                for name in free_texts(model)
            }
            model.objects.filter(pk=row.pk).update(**texts)

    def _hide(self) -> None:
        """Where Aino lives and answers, and she is protected."""
        told = Category.IDENTITY_CONTACT, Act.CASE_HEADER_READ
        hidden = Planted("where a protected person is", *told, hidden=True)
        phone, street, place_name, email = (self._next(hidden) for _field in range(4))
        municipality = Municipality.objects.create(
            key="hidden", code="998", name_sv=place_name, name_fi=place_name, name_en=place_name,
            receiving_unit=cast.unit(),
        )  # fmt: skip
        named = Planted("Client.last_name", *told)
        Client.objects.filter(pk=self.whole.case.client_id).update(
            non_disclosure=True, phone=phone, street=street, municipality=municipality,
            email=f"{email}@example.org", last_name=self._next(named),
        )  # fmt: skip

    def _put_in_place(self) -> None:
        looker, world = self.looker, self.world
        place(self.whole, {}, world)
        # What is planted names others: a party reads the consents that name them, and no more.
        ConsentParty.objects.filter(
            consent__purpose_words__startswith="kna", organisation=world.account.organisation
        ).delete()
        if looker.kind is RelationKind.REPRESENTATIVE:
            scope = f" {' '.join(sorted(looker.named))} "
            self.whole.case.relations.filter(account=world.account).update(scope=scope)
        elif looker.allowance is not NOTHING:
            world.row = self.whole.case
            before = set(Consent.objects.values_list("pk", flat=True))
            arrange(world, looker.allowance)
            Consent.objects.exclude(pk__in=before).update(
                categories=f" {' '.join(sorted(looker.named))} "
            )


def measure(case: Any) -> None:
    """Aino has told how she can work."""
    record_work_ability(
        actor=planning.kerstin(), case_id=case.id, answer=Answer.SCORE, score=4,
        asked_by=AskedBy.PROFESSIONAL, language="sv", last_work="Lager", now_words="Det går.",
        wished="Växthus",
    )  # fmt: skip


def speak_of_peers(case: Any) -> None:
    """She would like to meet somebody who has been through the same."""
    PeerSupport.objects.create(
        case=case, answer=PeerAnswer.NOT_NOW, at=clock.now(), by=case.case_manager,
        words="Kanske i vår.", **home_of(case),
    )  # fmt: skip


def tell(plan: Any) -> None:
    """Something is known of her strengths."""
    told = Told(topic=Topic.STRENGTH, text="Noggrann.", source=Source.CLIENT, said_on=clock.today())
    add_statement(actor=planning.kerstin(), plan_id=plan.id, told=told)


def _organisation(name: str, discloses: Category) -> Organisation:
    found = cast.organisation(name, name)
    Partner.objects.create(organisation=found, discloses=discloses)
    return found


def _service(name: str, discloses: Category) -> Service:
    names = dict.fromkeys(("name_sv", "name_fi", "name_en"), name)
    return Service.objects.create(
        key=name, organisation=cast.organisation("legal-aid"), discloses=discloses, **names
    )
