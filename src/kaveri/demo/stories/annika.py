"""Annika Sjöblom: a visit for a B statement that brings the coordinator in first."""

import datetime as dt

from kaveri.casebook.cases.models import Case
from kaveri.casebook.consent.domain import Given
from kaveri.casebook.contacts.domain import Channel
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.services import complete_task, create_task
from kaveri.channels.portal.services import write_message
from kaveri.channels.workspace.services import change_person, give_sign_in, write_to_client
from kaveri.demo.staff import sign_in_for
from kaveri.demo.stories.allowing import (
    COUNTY_HEALTH,
    COUNTY_SOCIAL,
    KELA,
    a_draft,
    a_row,
    invite,
    say_yes,
)
from kaveri.demo.stories.playing import (
    ago,
    ahead,
    code_for,
    first_meeting_done,
    fresh,
    map_situation,
    meet,
    municipality,
    note,
    score,
    take_on,
    task_of,
    worker,
)
from kaveri.steps.assessment.domain import AskedFor, Question
from kaveri.steps.assessment.services import ask_assessment, book_assessment
from kaveri.steps.coordination.domain import Instance
from kaveri.steps.coordination.services import decide_coordinating, name_pair
from kaveri.steps.participation.domain import PeerAnswer
from kaveri.steps.participation.services import note_answer
from kaveri.steps.permission.services import give_consent
from kaveri.steps.planning.domain import GoalLevel, GoalTerms, PlanForm, RowKind
from kaveri.steps.planning.services import add_goal, add_row, start_plan
from kaveri.steps.referral.domain.contacts import Asked, Sent
from kaveri.steps.referral.domain.knowing import CheckBy
from kaveri.steps.referral.services import check_known, record_contact

NAME = "Annika Sjöblom"
BORN = dt.date(1979, 5, 14)
DOCTOR = "Jukka Salmela, Åbo hälsovårdscentral"


def play() -> None:
    """The doctor is asked for a statement, and asks the coordinator before writing it."""
    case = _comes_by_the_health_centre()
    _is_met(case)
    _visit_is_prepared(case)
    _allows_and_begins_a_plan(case)


def _comes_by_the_health_centre() -> Case:
    with ago(25, 14):
        asked = Asked(
            name=NAME,
            email="annika@example.org",
            phone="040 555 2214",
            municipality_id=municipality("Turku"),
            language="sv",
            message="Jag har sökt pension en gång och fått nej. Jag vill veta vad jag klarar av.",
        )
        sent = Sent(
            channel=Channel.HEALTH_CARE,
            agrees=True,
            name="Jukka Salmela",
            organisation="Åbo hälsovårdscentral",
            ground="Annika sade ja på mottagningen, via teckenspråkstolk.",
            tried="Läkarbesök och fysioterapi. Ett B-utlåtande önskas; bakgrunden saknas.",
        )
        contact = record_contact(actor=worker("jukka"), asked=asked, sent=sent)
    with ago(22, 9):
        orjan = worker("orjan")
        check_known(actor=orjan, contact_id=contact.id, by=CheckBy.CODE, code=code_for(BORN))
        case = take_on(contact, "orjan", manager="orjan", told=Told.MESSAGE, meeting_in=4)
        change_person(
            actor=orjan,
            case_id=case.id,
            version=case.client.version,
            known={"interpreter": "sign", "non_disclosure": True},
        )
        name_pair(actor=orjan, case_id=case.id, account_id=worker("helena").person_id)
        give_sign_in(
            actor=orjan,
            case_id=case.id,
            version=fresh(case.client).version,
            account_id=sign_in_for("annika", "Annika", "Sjöblom", "sv").id,
        )
    return case


def _is_met(case: Case) -> None:
    with ago(18, 13):
        meet(case, "orjan", "Första mötet på hälsostationen med tolk. Helena var med.")
        score(
            case,
            "orjan",
            4,
            "sv",
            last_work="Sömmerska, tolv år",
            now_words="Axlarna bär inte mer än en timme i taget.",
            wished="Halv dag med något där jag får använda händerna.",
        )
        said = {
            "referred_by": "Läkaren ville att någon tittar på hela läget före utlåtandet.",
            "skills": "Jag syr, lagar och ritar mönster. Noggrann är jag.",
            "health": "Axlarna och sömnen. Värst är det efter en dag vid maskinen.",
            "social_situation": "Jag bor ensam. Adressen får inte komma ut.",
            "network": "Tolkcentralen, läkaren och min syster.",
        }
        map_situation(case, "orjan", said, of=NAME)
        decide_coordinating(
            actor=worker("orjan"), case_id=case.id, needs=[], chosen=Instance.COORDINATOR
        )
        note_answer(
            actor=worker("orjan"),
            case_id=case.id,
            answer=PeerAnswer.NOT_NOW,
            words="Kanske senare, helst någon som tecknar.",
        )
        first_meeting_done(
            case,
            "orjan",
            then="frågar läkaren om tid för B-utlåtandet",
            within=4,
            told=Told.MEETING,
        )


def _visit_is_prepared(case: Case) -> None:
    with ago(15, 10):
        question = Question(
            text="Vad klarar Annika av, med vilka anpassningar, och hur många timmar om dagen?",
            asked_for=AskedFor.B_STATEMENT,
            examiner=DOCTOR,
            due_on=ahead(28),
        )
        assessment = ask_assessment(
            actor=worker("orjan"), case_id=case.id, question=question, told=Told.MESSAGE
        )
        complete_task(actor=worker("orjan"), task_id=task_of(case, TaskKind.NEXT_STEP))
    with ago(12, 11):
        book_assessment(
            actor=worker("orjan"),
            assessment_id=assessment.id,
            on=ahead(12 + 8),
            told=Told.MESSAGE,
        )
        _before_the_visit(case)
    with ago(8, 18):
        client = worker("annika")
        write_message(actor=client, case_id=case.id, text="Kommer tolken med till läkaren?")
    with ago(5, 12):
        write_to_client(
            actor=worker("orjan"),
            case_id=case.id,
            text="Ja, tolken är bokad. Helena möter er i aulan en kvart före.",
        )
        note(case, "helena", "Tolken till läkarbesöket är bekräftad.")


def _allows_and_begins_a_plan(case: Case) -> None:
    """She lets the doctor and Kela tell each other; the plan is being written."""
    orjan = worker("orjan")
    with ago(14, 9):
        kinds = (Category.HEALTH, Category.FUNCTIONING, Category.WORK_EDUCATION)
        parties = (COUNTY_SOCIAL, COUNTY_HEALTH, KELA)
        draft = a_draft(parties, kinds, given=Given.ELECTRONIC, language="sv")
        give_consent(actor=worker("annika"), case_id=case.id, draft=draft)
        members = invite(case, "orjan", {"jukka": "läkare", "mirva": "rådgivare vid FPA"})
    with ago(13, 15):
        say_yes(members, "jukka")
    with ago(7, 10):
        plan = start_plan(
            actor=orjan,
            case_id=case.id,
            form=PlanForm.FULL,
            words="Halv dag med något där jag får använda händerna.",
            row=a_row(
                "skriver B-utlåtandet",
                "jukka",
                21,
                kind=RowKind.SERVICE,
                category=Category.HEALTH,
            ),
        )
        goal = GoalTerms(own_words="Jag syr igen, halva dagar.", level=GoalLevel.CAREER)
        add_goal(actor=orjan, plan_id=plan.id, goal=goal)
        add_row(
            actor=orjan, plan_id=plan.id, row=a_row("frågar en ateljé om prövning", "orjan", 28)
        )


def _before_the_visit(case: Case) -> None:
    orjan, helena = worker("orjan").person_id, worker("helena").person_id
    steps = [
        ("skickar bakgrundspappret till läkaren", orjan, 12 + 1, False),
        ("möter dig och tolken före läkarbesöket", helena, 12 + 8, False),
        ("Skriv ner hur en vanlig dag ser ut.", orjan, 12 + 4, True),
    ]
    for what, owner, days, is_part in steps:
        create_task(
            actor=worker("orjan"),
            case_id=case.id,
            what=what,
            owner_id=owner,
            due_on=ahead(days),
            client_part=is_part,
            told=Told.MESSAGE,
        )
