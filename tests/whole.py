"""A county where something of everything has happened, made when somebody asks for it."""

from functools import cached_property
from typing import Any

from django.core.files.base import ContentFile

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.clients.services import change_client
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import create_task
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.models import Entry
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.ending.models import Summary
from kaveri.steps.planning.services import approve_plan
from kaveri.steps.referral.selectors.receipts import receipt_key
from tests.factories import (
    assessment,
    casebook,
    cast,
    consultation,
    coordination,
    ending,
    groundwork,
    insight,
    network,
    planning,
    referral,
    referral_out,
)
from tests.factories.assessment import in_days
from tests.whole_teams import (
    OfMeetings,
    OfPermission,
    OfQuestions,
    OfSpecialTeam,
    OfStatements,
    OfTeams,
)


def second_reader() -> Account:
    """A colleague who has not prepared the ending."""
    return cast.worker("dan", "Holm", cast.unit())


class Whole(OfMeetings, OfPermission, OfQuestions, OfSpecialTeam, OfStatements, OfTeams):
    """Kerstin carries Aino's case; Minna has written; Mikko is asked for this and that."""

    def __init__(self) -> None:
        """The people who are there before anything happens."""
        cast.abo()
        for worker in (cast.mikko, cast.petra, cast.tove):
            worker()
        referral_out.debt_counselling()
        referral_out.health_check()

    @cached_property
    def case(self) -> Case:
        return casebook.a_case()

    @cached_property
    def earlier(self) -> Case:
        """Kerstin carried Aino a year ago as well."""
        return groundwork.an_earlier_case()

    @cached_property
    def case_again(self) -> Case:
        """Aino has come back to Kerstin."""
        _before = self.earlier
        return self.case

    def forget_earlier(self) -> None:
        """The earlier support is closed to Kerstin until she asks for it."""
        self.earlier.relations.filter(account=cast.kerstin()).update(until_at=clock.now())

    @cached_property
    def code(self) -> str:
        """Aino has told her identity code."""
        change_client(casebook.an_act(), self.case.client, code=casebook.AINO_CODE)
        return casebook.AINO_CODE

    @cached_property
    def contact(self) -> Contact:
        """Minna has written through the public form."""
        return referral.from_the_form()

    @cached_property
    def contact_to_confirm(self) -> Contact:
        return referral.by_a_sister()

    @cached_property
    def receipt(self) -> str:
        return receipt_key(self.contact.id)

    @cached_property
    def offer(self) -> Any:
        """Mikko is asked to take Minna's contact."""
        return referral.offered_to(cast.mikko(), self.contact)

    @cached_property
    def document(self) -> Entry:
        return add_entry(
            casebook.an_act(),
            self.case,
            kind=EntryKind.DOCUMENT,
            source=Source.CLIENT,
            document=ContentFile(b"%PDF-1.4 invented", name="beslut.pdf"),
            document_name="Beslut från FPA.pdf",
        )

    @cached_property
    def task(self) -> Task:
        """Something beside the first step, so that closing it leaves a step."""
        return self._task(client_part=False)

    @cached_property
    def first_step(self) -> Task:
        """The step that answers the one question."""
        return self.case.tasks.order_by("due_on", "made_at").first()

    @cached_property
    def own_part(self) -> Task:
        """Aino's own part."""
        return self._task(client_part=True)

    def _task(self, *, client_part: bool) -> Task:
        return create_task(
            actor=cast.as_actor(cast.kerstin()),
            case_id=self.case.id,
            what="skickar pappret",
            owner_id=cast.kerstin().id,
            due_on=in_days(12),
            client_part=client_part,
        )

    @cached_property
    def debt_referral(self) -> Any:
        """Sent to a service without an account: answered by the link."""
        return referral_out.a_referral(case=self.case)

    @cached_property
    def health_referral(self) -> Any:
        """Sent to Sara."""
        service = referral_out.health_check()
        return referral_out.a_referral(case=self.case, service=service).referral

    @cached_property
    def statement(self) -> Any:
        return assessment.a_statement(case=self.case)

    @cached_property
    def assessment(self) -> Any:
        return assessment.an_assessment(case=self.case)

    @cached_property
    def request(self) -> Any:
        return assessment.a_request(case=self.case)

    @cached_property
    def handover(self) -> Any:
        return coordination.an_offer(self.case)

    @cached_property
    def wait(self) -> Any:
        return coordination.a_wait(self.case)

    @cached_property
    def absence(self) -> Any:
        return coordination.an_absence(cast.kerstin(), substitute=cast.mikko())

    @cached_property
    def pair(self) -> Any:
        """Mikko works beside Kerstin."""
        casebook.near(self.case, cast.mikko(), RelationKind.PAIR)
        return cast.mikko()

    @cached_property
    def invited(self) -> Any:
        """A worker of the employment authority is asked to Aino's network."""
        asked = network.an_invitation(network.job_worker())
        return network.invited(self.case, asked).member

    @cached_property
    def member(self) -> Any:
        """Ritva of the clinic belongs to Aino's network."""
        return network.a_member(self.case, network.clinic_worker())

    @cached_property
    def limited(self) -> Any:
        """Something is kept from Ritva."""
        return network.limited(self.member)

    @cached_property
    def earlier_member(self) -> Any:
        """Somebody close who belonged before the support ended and began again."""
        return network.row(
            self.case,
            kind="supporter",
            first_name="Liisa",
            role="min vän",
            accepted=True,
            removed_at=clock.now(),
            parting="case_ended",
        )

    @cached_property
    def sister(self) -> Any:
        """Aino's sister is asked, and has not answered."""
        return network.invited(self.case, network.for_a_sister()).member

    @cached_property
    def partner_link(self) -> Any:
        """Signe of the clinic has got a link."""
        return network.invited(self.case, network.for_a_partner())

    @cached_property
    def mandate_link(self) -> Any:
        """Tarja is to act for Aino on a document, and has got a link."""
        return network.added(self.case)

    @cached_property
    def mandate(self) -> Any:
        return self.mandate_link.mandate

    @cached_property
    def prepared(self) -> Any:
        """The ending is prepared, with its summary in draft."""
        prepared = ending.prepare(self.case)
        ending.with_summary(self.case)
        return prepared

    @cached_property
    def ended(self) -> Any:
        """The case has been ended together."""
        return ending.an_ended_case(self.case)

    @cached_property
    def summary(self) -> Summary:
        return Summary.objects.get(case=self.ended.case)

    @cached_property
    def log_request(self) -> Any:
        """Aino asks the privacy officer who has looked."""
        return insight.a_request(self.case)

    @cached_property
    def consultation(self) -> Any:
        """Petra in Reso asks the unit in Åbo, without naming anybody."""
        return consultation.a_question()

    @cached_property
    def unreached(self) -> Any:
        """Somebody could not be reached; Dan takes a second look."""
        casebook.near(self.case, second_reader(), RelationKind.PAIR)
        for days_ago in (30, 15, 1):
            ending.a_try(self.case, days_ago)
        return ending.prepare(self.case, ending.Way.UNREACHABLE)

    @cached_property
    def own_row(self) -> Any:
        """What Aino does herself."""
        return planning.a_row(self.plan, what="söker tider", responsible_id=cast.aino_account().id)

    @cached_property
    def plan_version(self) -> Any:
        """The plan has been agreed and waits for Aino; nothing more is written in it."""
        _parts = (self.own_row, self.plan_goal, self.plan_row, self.plan_comment, self.named_row)
        return planning.an_agreed(self.plan)

    @cached_property
    def plan_approval(self) -> Any:
        """Aino has approved it."""
        return approve_plan(
            actor=cast.as_actor(cast.aino_account()), version_id=self.plan_version.id
        )

    @cached_property
    def plan(self) -> Any:
        """A full plan that Kerstin writes with Aino."""
        return planning.a_plan(case=self.case, form=planning.PlanForm.FULL)

    @cached_property
    def plan_note(self) -> Any:
        """A plan that is a note, as yet."""
        return planning.a_plan(case=self.case)

    @cached_property
    def plan_goal(self) -> Any:
        return planning.a_goal(self.plan)

    @cached_property
    def plan_row(self) -> Any:
        return planning.a_row(self.plan)

    @cached_property
    def named_row(self) -> Any:
        """Something done by somebody who does not sign in."""
        return planning.a_row(
            self.plan,
            what="visar maskinerna",
            responsible_id=None,
            responsible_name="Nisse Ek, Verkstan",
        )

    @cached_property
    def plan_comment(self) -> Any:
        return planning.a_comment(self.plan)

    @cached_property
    def plan_version_again(self) -> Any:
        """It was agreed once more, with a row that came."""
        return planning.agreed_again(self.plan_version)

    def everything(self) -> "Whole":
        """All that can stand beside each other in one open case: for pages that list what there is."""
        for name in (
            "contact",
            "contact_to_confirm",
            "offer",
            "document",
            "task",
            "own_part",
            "debt_referral",
            "health_referral",
            "statement",
            "assessment",
            "request",
            "wait",
            "appointment",
            "appointment_to_note",
            "staff_calendar",
            "pair",
            "handover",
            "log_request",
            "consultation",
            "question",
            "health_check",
            "seat",
            "team_page",
            "meeting",
            "agenda_item",
            "asked_statement",
            "signed_statement",
            "special_referral",
            "plan_goal",
            "plan_row",
            "plan_comment",
            "own_row",
            "plan_version",
            "consent",
            "party",
            "permit",
            "prohibition",
            "invited",
            "limited",
            "sister",
            "partner_link",
            "mandate",
        ):
            getattr(self, name)
        return self
