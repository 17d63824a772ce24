"""Mikko Virtanen: a person who makes contact alone."""

import datetime as dt

from kaveri.casebook.cases.models import Case
from kaveri.casebook.consent.domain import Given
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.services import complete_task
from kaveri.casebook.timeline.domain import Reached, Way
from kaveri.channels.portal.services import write_message
from kaveri.channels.workspace.services import give_sign_in
from kaveri.demo.staff import sign_in_for
from kaveri.demo.stories.allowing import (
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
    ask,
    first_meeting_done,
    fresh,
    map_situation,
    meet,
    score,
    service,
    take_on,
    task_of,
    worker,
)
from kaveri.foundation.base import clock
from kaveri.steps.appointments.domain import Visit
from kaveri.steps.appointments.domain import Way as Meeting
from kaveri.steps.appointments.services import Agreed, book
from kaveri.steps.coordination.services import begin_wait, keep_contact
from kaveri.steps.participation.domain import PeerAnswer
from kaveri.steps.participation.services import note_answer
from kaveri.steps.permission.services import record_consent
from kaveri.steps.planning.domain import FollowUpTerms, How, PlanForm, Yes
from kaveri.steps.planning.services import agree_plan, record_approval, start_plan
from kaveri.steps.pre_visit.services import write_background
from kaveri.steps.referral.services import answer_offer, pass_on_contact
from kaveri.steps.referral_out.domain import Letter, ReferralState, Reply, SendingGround
from kaveri.steps.referral_out.services import answer_referral, mark_seen, send_referral

NAME = "Mikko Virtanen"


def play() -> None:
    """He writes one evening; four weeks later he waits, but nobody has forgotten him."""
    case = _writes_alone()
    _is_met(case)
    _gets_help_with_debts(case)
    _allows_and_plans(case)
    _waits(case)
    _is_to_meet(case)
    _is_to_see_a_doctor(case)


def _writes_alone() -> Case:
    with ago(34, 21, 40):
        contact = ask(
            NAME,
            phone="040 555 7731",
            language="fi",
            message="Olen ollut kolme vuotta ilman töitä. En tiedä, mistä aloittaa.",
        )
    with ago(31, 9):
        offer = pass_on_contact(
            actor=worker("orjan"),
            contact_id=contact.id,
            version=contact.version,
            to_id=worker("sanna").person_id,
            why="Henkilö haluaa asioida suomeksi.",
        )
    with ago(31, 13):
        answer_offer(actor=worker("sanna"), offer_id=offer.id, accepts=True)
        case = take_on(fresh(contact), "sanna", manager="sanna", told=Told.PHONE, meeting_in=3)
        give_sign_in(
            actor=worker("sanna"),
            case_id=case.id,
            version=fresh(case.client).version,
            account_id=sign_in_for("mikko", "Mikko", "Virtanen", "fi").id,
        )
    return case


def _is_met(case: Case) -> None:
    with ago(28, 10):
        meet(case, "sanna", "Ensitapaaminen. Mikko tuli ajoissa ja kertoi paljon.")
        score(
            case,
            "sanna",
            3,
            "fi",
            last_work="Varastotyö, kahdeksan vuotta",
            now_words="Selkä jäykkä aamuisin, laskut valvottavat.",
            wished="Työ, jossa saa liikkua mutta ei nostaa.",
        )
        said = {
            "skills": "Trukkikortti, varastojärjestelmät, korjaan moottoreita.",
            "earlier_services": "Kävin kuntouttavassa työtoiminnassa. Se loppui kesken.",
            "health": "Selkä on tutkittu viimeksi viisi vuotta sitten.",
            "social_situation": "Ulosotossa on kolme laskua. Asun vuokralla yksin.",
        }
        map_situation(case, "sanna", said, of=NAME)
        note_answer(actor=worker("sanna"), case_id=case.id, answer=PeerAnswer.NOT_NOW)
        first_meeting_done(
            case, "sanna", then="kysyy velkaneuvonnasta aikaa", within=5, told=Told.MEETING
        )


def _gets_help_with_debts(case: Case) -> None:
    with ago(24, 9):
        letter = Letter(
            question="Mikolla on kolme laskua ulosotossa. Voidaanko tehdä maksusuunnitelma?",
            ground=SendingGround.ORAL_CONSENT,
            ground_note="Mikko suostui ensitapaamisessa.",
            answer_by=ahead(14),
            tells_phone=True,
        )
        sent = send_referral(
            actor=worker("sanna"),
            case_id=case.id,
            service_id=service("debt_counselling"),
            letter=letter,
            told=Told.PHONE,
        )
        complete_task(actor=worker("sanna"), task_id=task_of(case, TaskKind.NEXT_STEP))
    with ago(21, 14):
        pirjo, referral = worker("pirjo"), sent.referral.id
        mark_seen(actor=pirjo, referral_id=referral)
        reply = Reply(answer=ReferralState.FIRST_DATE, on=ahead(9), text="Ota laskut mukaan.")
        answer_referral(actor=pirjo, referral_id=referral, reply=reply)
    with ago(10, 15):
        reply = Reply(answer=ReferralState.BEGUN, text="Maksusuunnitelma on tekeillä.")
        answer_referral(actor=pirjo, referral_id=referral, reply=reply)


def _allows_and_plans(case: Case) -> None:
    """A paper is enough for him: a consent, two who are asked, and the plan as one note."""
    sanna = worker("sanna")
    with ago(19, 9):
        draft = a_draft(
            (COUNTY_SOCIAL, KELA),
            (Category.WORK_EDUCATION, Category.ECONOMY_BENEFITS, Category.LIFE_SITUATION),
            given=Given.PAPER,
            language="fi",
            stored_where="Turun tiimin arkisto, kansio 12",
        )
        record_consent(actor=sanna, case_id=case.id, draft=draft)
        roles = {"mirva": "Kelan työkykyneuvoja", "anneli": "terveydenhoitaja"}
        members = invite(case, "sanna", roles)
    with ago(18, 12):
        say_yes(members, "mirva")
    with ago(17, 10):
        plan = start_plan(
            actor=sanna,
            case_id=case.id,
            form=PlanForm.NOTE,
            words="Työ, jossa saa liikkua mutta ei nostaa.",
            row=a_row("kysyy tutkimuksen vastauksen terveysasemalta", "sanna", 24),
            follow_up=FollowUpTerms(
                what="Mitä tutkimus kertoi?", on=ahead(35), who_id=sanna.person_id
            ),
        )
        version = agree_plan(actor=sanna, plan_id=plan.id, version=plan.version)
        yes = Yes(how=How.PHONE, on=clock.today())
        record_approval(actor=sanna, version_id=version.id, yes=yes)


def _waits(case: Case) -> None:
    with ago(20, 11):
        begin_wait(
            actor=worker("sanna"),
            case_id=case.id,
            what="selän tutkimus terveysasemalla",
            category=Category.HEALTH,
            since_on=clock.today(),
            supporter_id=worker("sanna").person_id,
            every_days=14,
            told=Told.PHONE,
        )
    with ago(8, 10):
        keep_contact(
            actor=worker("sanna"),
            case_id=case.id,
            way=Way.PHONE,
            reached=Reached.REACHED,
            on=clock.now(),
            text="Tutkimusaika ei ole vielä tullut. Nukkuu paremmin, kun laskut ovat hoidossa.",
            told_next=True,
        )
        note_answer(
            actor=worker("sanna"),
            case_id=case.id,
            answer=PeerAnswer.WANTED,
            words="Mieluiten joku, joka on itse ollut pitkään poissa töistä.",
        )
    with ago(1, 8, 20):
        write_message(
            actor=worker("mikko"),
            case_id=case.id,
            text="Sain kirjeen tutkimuksesta. Pitääkö siihen ottaa jotain mukaan?",
        )


def _is_to_meet(case: Case) -> None:
    with ago(1, 9):
        day = ahead(16)
        book(
            actor=worker("sanna"),
            case_id=case.id,
            agreed=Agreed(
                about="Käydään läpi, miten viikot ovat menneet",
                starts_at=dt.datetime.combine(day, dt.time(13), clock.HELSINKI),
                minutes=45,
                way=Meeting.PLACE,
                place="Kirjasto, Linnankatu 2, toinen kerros, huone 12",
                getting_there="Bussit 1 ja 220. Portaaton sisäänkäynti pihan puolelta.",
                others="äiti",
                every_weeks=4,
                until=day + dt.timedelta(weeks=8),
            ),
            told=Told.PHONE,
        )


def _is_to_see_a_doctor(case: Case) -> None:
    """A doctor is to write a statement; Sanna has written down what matters, and he has not answered yet."""
    with ago(1, 10):
        visit = book(
            actor=worker("sanna"),
            case_id=case.id,
            agreed=Agreed(
                about="Lääkärin vastaanotto B-lausuntoa varten",
                starts_at=dt.datetime.combine(ahead(20), dt.time(9, 15), clock.HELSINKI),
                minutes=45,
                way=Meeting.PLACE,
                visit=Visit.B_STATEMENT,
                place="Terveysasema, toinen kerros",
            ),
            told=Told.PHONE,
        )[0]
        write_background(
            actor=worker("sanna"),
            appointment_id=visit.id,
            parts={
                "work": "Varastotyöntekijä, viimeksi 2021. Työ oli kolmivuorotyötä ja raskaita nostoja.",
                "functioning": "Jaksaa olla liikkeellä pari tuntia kerrallaan. Uni on katkonaista (asiakas).",
                "strengths": "Täsmällinen, oppii tekemällä. Haluaa takaisin töihin ihmisten pariin (asiakas).",
                "grounds": "Velkaneuvonta on kesken. Aiempi työkokeilu keskeytyi, koska matka oli liian pitkä.",
                "goals": "Osa-aikainen työ kevään aikana (asiakas).",
                "contact": "Sanna, työkykykoordinaattori",
            },
        )
