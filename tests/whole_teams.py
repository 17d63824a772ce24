"""Parts of the county where something of everything has happened: teams, meetings, questions, what is allowed."""

from functools import cached_property
from typing import Any

from django.core.files.base import ContentFile

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.records.domain import ServiceTask
from kaveri.foundation.accounts.models import Account
from kaveri.steps.questionnaires.domain.asking import Way
from kaveri.steps.questionnaires.selectors import instruments
from kaveri.steps.special_team.domain import Answer
from kaveri.steps.teams.services import open_meeting
from tests.factories import (
    appointments,
    case_consultation,
    casebook,
    cast,
    health_checks,
    other_plans,
    permission,
    pre_visit,
    questionnaires,
    special_team,
    statements,
    teams,
    workspace,
)
from tests.factories.papers import PDF


def who_sits() -> Account:
    """Gun works in Åbo and sits in the team there; nobody who knocks at doors is her."""
    return cast.worker("gun", "Ek", cast.unit())


def who_writes() -> Account:
    """Lena is a doctor in the record's own register; nobody who knocks at doors is her."""
    return cast.worker("lena", "Roos", cast.unit())


class OfTeams:
    """The team in Åbo, its page, its meetings, and Aino's case on an agenda."""

    case: Case
    plan: Any

    @cached_property
    def seat(self) -> Any:
        return teams.a_seat(who_sits(), teams.Profession.COORDINATOR)

    @cached_property
    def team_page(self) -> Any:
        return teams.a_page()

    @cached_property
    def team_page_again(self) -> Any:
        """The team has agreed on something else."""
        return teams.a_page(self.team_page.number, text="Alla läser på förhand.")

    @cached_property
    def meeting(self) -> Any:
        """The team meets in a week."""
        _member = self.seat
        return teams.a_meeting()

    @cached_property
    def agenda_item(self) -> Any:
        """Aino's case stands on the agenda of another meeting."""
        _member = self.seat
        return teams.an_item(self.case, teams.a_meeting(5))

    @cached_property
    def opened_item(self) -> Any:
        """The meeting has been opened and the team talks about Aino's case."""
        open_meeting(actor=cast.as_actor(who_sits()), meeting_id=self.agenda_item.meeting_id)
        return self.agenda_item


class OfPermission:
    """What Aino allows, what she has taken back, and what she forbids."""

    case: Case

    @cached_property
    def consent(self) -> Any:
        """Between the county's social services and an association without a sign-in; on paper."""
        return permission.a_consent(
            self.case,
            permission.county(),
            permission.association(),
            scan=ContentFile(PDF, name="invented.pdf"),
            scan_name="Samtycke, underskrivet.pdf",
        )

    @cached_property
    def consent_gone(self) -> Any:
        """Withdrawn; nobody has told the association yet."""
        consent = permission.a_consent(self.case, permission.county(), permission.association())
        permission.withdrawn(consent)
        return consent

    @cached_property
    def party(self) -> Any:
        """The association, which has not been told."""
        return self.consent_gone.parties.get(
            organisation_id=permission.association().organisation_id
        )

    @cached_property
    def permit(self) -> Any:
        return permission.a_permit(self.case)

    @cached_property
    def prohibition(self) -> Any:
        """About a service Aino has no row from, so that the other pages open as they would without it."""
        return permission.a_prohibition(self.case, service_task_of=ServiceTask.OLDER_PEOPLE)

    @cached_property
    def consent_without_scan(self) -> Any:
        """On paper too; nobody has put the scan there yet."""
        return permission.a_consent(self.case, permission.county(), permission.association())


class OfMeetings:
    """Aino meets Kerstin, and both may read their times elsewhere."""

    case: Case

    @cached_property
    def appointment(self) -> Any:
        """In three days, at the library."""
        return appointments.a_meeting(self.case)

    @cached_property
    def appointment_to_note(self) -> Any:
        """Another one, that began an hour ago."""
        return appointments.begun(appointments.a_meeting(self.case))

    @cached_property
    def calendar_secret(self) -> str:
        """The address of Aino's own calendar."""
        _meeting = self.appointment
        return appointments.an_address(cast.aino_account())

    @cached_property
    def staff_calendar(self) -> str:
        """The address of Kerstin's calendar."""
        return appointments.an_address(cast.kerstin())

    @cached_property
    def health_check(self) -> Any:
        """Aino has been offered a health check."""
        return health_checks.a_check(self.case)

    @cached_property
    def other_plan(self) -> Any:
        """The employment authority has an activation plan with Aino."""
        return other_plans.a_plan(self.case)

    @cached_property
    def plan_put_in(self) -> Any:
        """The support plan is a part of another plan of hers."""
        _plan = self.plan
        return other_plans.put_in(other_plans.a_plan(self.case))

    @cached_property
    def question(self) -> Any:
        """Kerstin has asked Gun about Aino."""
        return case_consultation.a_question(self.case, who_sits())

    @cached_property
    def visit(self) -> Any:
        """A doctor is to write a statement in two weeks."""
        return pre_visit.a_visit(self.case)

    @cached_property
    def background(self) -> Any:
        """What the doctor gets to know, as Aino has not read it yet."""
        return pre_visit.a_background(self.visit)

    @cached_property
    def background_approved(self) -> Any:
        """The same before another visit; Aino has said yes."""
        return pre_visit.approved(pre_visit.a_background(pre_visit.a_visit(self.case)))


class OfStatements:
    """Lena the doctor belongs to Aino's network and is asked for statements."""

    case: Case

    @cached_property
    def writing_doctor(self) -> Account:
        """She may write statements here."""
        casebook.near(self.case, who_writes(), RelationKind.MEMBER)
        return who_writes()

    @cached_property
    def asked_statement(self) -> Any:
        """Kerstin has asked for one."""
        return statements.an_asked(self.case, self.writing_doctor)

    @cached_property
    def signed_statement(self) -> Any:
        """Another one is signed."""
        return statements.a_signed(self.case, self.writing_doctor)


class OfSpecialTeam:
    """Kerstin refers Aino to Hanna of the special competence team."""

    case: Case
    plan: Any

    @cached_property
    def team_to_refer_to(self) -> Any:
        """Aino has a plan, and Hanna is there."""
        special_team.hanna()
        return self.plan.case

    @cached_property
    def special_referral(self) -> Any:
        """Sent, and not answered yet."""
        return special_team.a_referral(self.team_to_refer_to)

    @cached_property
    def referral_asked_more(self) -> Any:
        """The team has asked for more; where it has been taken already, that is so."""
        if "taken_referral" in vars(self):
            return self.taken_referral
        return special_team.answered(self.special_referral, Answer.ASK_MORE)

    @cached_property
    def taken_referral(self) -> Any:
        """The team has taken it."""
        self.special_referral.refresh_from_db()
        return special_team.answered(self.special_referral)

    @cached_property
    def team_statement(self) -> Any:
        """The team has signed its statement."""
        return special_team.with_statement(self.taken_referral)


class OfQuestions:
    """Aino is asked, and answers."""

    case: Case

    @cached_property
    def asking_done(self) -> Any:
        """Answered together and handed in."""
        return questionnaires.answered(questionnaires.asked(self.case).asking)

    @cached_property
    def asking(self) -> Any:
        """Another one, that waits at home."""
        _done = self.asking_done
        _account = cast.aino_account()
        return questionnaires.asked(self.case, way=Way.HOME).asking

    @cached_property
    def instrument(self) -> Any:
        """The county has loaded one with a permission; it is everybody's, and two may ask for it."""
        known = instruments().filter(shipped=False).first()
        return known or questionnaires.an_instrument()

    @cached_property
    def asking_link(self) -> Any:
        """One of Bo's, that waits behind a link."""
        case = casebook.a_case(client=workspace.a_client("Bo", "Dahl"))
        return questionnaires.asked(case, way=Way.LINK)
