"""Leena Korpela: one who was lost between offices, and is found again."""

import datetime as dt

from kaveri.casebook.cases.models import Case
from kaveri.casebook.contacts.domain import Channel
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.services import complete_task
from kaveri.casebook.timeline.domain import Reached, Way
from kaveri.demo.stories.playing import (
    ago,
    ahead,
    first_meeting_done,
    fresh,
    map_situation,
    meet,
    municipality,
    note,
    score,
    service,
    take_on,
    task_of,
    worker,
)
from kaveri.foundation.base import clock
from kaveri.steps.coordination.domain import PlanStanding
from kaveri.steps.coordination.services import (
    accept_handover,
    begin_wait,
    keep_contact,
    offer_handover,
    record_absence,
)
from kaveri.steps.participation.domain import PeerAnswer
from kaveri.steps.participation.services import note_answer
from kaveri.steps.referral.domain.contacts import Asked, Sent
from kaveri.steps.referral.models import ContactOffer
from kaveri.steps.referral.services import answer_offer, pass_on_contact, record_contact
from kaveri.steps.referral_out.domain import Letter, SendingGround
from kaveri.steps.referral_out.services import send_referral

NAME = "Leena Korpela"


def play() -> None:
    """Nobody drops her: each pass has an owner, each absence a substitute, each silence a date."""
    case = _goes_from_office_to_office()
    _is_met(case)
    _case_manager_falls_ill(case)
    _is_handed_over(case)
    _waits_while_a_service_is_silent(case)


def _goes_from_office_to_office() -> Case:
    with ago(82, 12):
        asked = Asked(
            name=NAME,
            phone="040 555 4482",
            municipality_id=municipality("Raisio"),
            language="fi",
            message="Minua on pyydetty soittamaan kolmeen paikkaan. Kukaan ei ole soittanut takaisin.",
        )
        sent = Sent(
            channel=Channel.HEALTH_CARE,
            agrees=True,
            name="Jukka Salmela",
            organisation="Turun terveysasema",
            ground="Leena suostui vastaanotolla.",
            tried="Sairauslomia kahden vuoden ajan, fysioterapia, mielialalääkitys.",
        )
        contact = record_contact(actor=worker("jukka"), asked=asked, sent=sent)
    with ago(78, 9):
        offer = _pass_on(contact, "marko", "petra", "Leena on muuttamassa Kaarinaan.")
    with ago(75, 15):
        answer_offer(
            actor=worker("petra"),
            offer_id=offer.id,
            accepts=False,
            reason="Muutto peruuntui. Leena jää Turun suunnalle.",
        )
    with ago(72, 9):
        offer = _pass_on(contact, "marko", "timo", "Leena muuttaa Turkuun ensi kuussa.")
    with ago(72, 14):
        answer_offer(actor=worker("timo"), offer_id=offer.id, accepts=True)
        return take_on(fresh(contact), "timo", manager="timo", told=Told.PHONE, meeting_in=4)


def _pass_on(contact: Contact, sender: str, receiver: str, why: str) -> ContactOffer:
    return pass_on_contact(
        actor=worker(sender),
        contact_id=contact.id,
        version=fresh(contact).version,
        to_id=worker(receiver).person_id,
        why=why,
    )


def _is_met(case: Case) -> None:
    with ago(68, 13):
        meet(case, "timo", "Ensitapaaminen kirjastossa, Leena ei halunnut toimistoon.")
        score(
            case,
            "timo",
            2,
            "fi",
            last_work="Lähihoitaja, viisitoista vuotta",
            now_words="Väsyn ihmisistä, ja olkapää ei nouse.",
            wished="Ensin lepo. Sitten jotain rauhallista.",
        )
        said = {
            "skills": "Hoitotyö, asiakirjat, kolme kieltä.",
            "earlier_services": "Olen kertonut saman neljä kertaa. Kukaan ei ole palannut asiaan.",
            "kela_and_pension": "Sairauspäiväraha loppuu syksyllä.",
        }
        map_situation(case, "timo", said, of=NAME)
        note_answer(actor=worker("timo"), case_id=case.id, answer=PeerAnswer.DOES_NOT_WANT)
        first_meeting_done(
            case, "timo", then="selvittää kuntoutustuen Kelasta", within=21, told=Told.MEETING
        )


def _case_manager_falls_ill(case: Case) -> None:
    with ago(58, 8):
        record_absence(
            actor=worker("timo"),
            account_id=worker("timo").person_id,
            substitute_id=worker("sanna").person_id,
            from_on=clock.today(),
            until_on=clock.today() + dt.timedelta(days=5),
        )
    with ago(56, 10):
        meet(case, "sanna", "Kerroin, että sijaistan Timoa. Mikään ei siirry.", way=Way.PHONE)


def _is_handed_over(case: Case) -> None:
    with ago(49, 9):
        complete_task(
            actor=worker("timo"),
            task_id=task_of(case, TaskKind.NEXT_STEP),
            outcome="Kelan lomake täytetty yhdessä.",
            next_what="lähettää hakemuksen liitteet Kelaan",
            next_due_on=ahead(10),
            told=Told.PHONE,
        )
        offer = offer_handover(
            actor=worker("timo"),
            case_id=case.id,
            to_id=worker("sanna").person_id,
            step="käy liitteet läpi asiakkaan kanssa",
            due_on=ahead(9),
            supports_on="Uusi vastuuhenkilö tuntee asiakkaan jo sijaisuudesta.",
            plan=PlanStanding.NO_PLAN,
            agreed="Asiakas tietää ja toivoi tätä. Hänen ei tarvitse kertoa alusta.",
        )
    with ago(47, 10):
        accept_handover(actor=worker("sanna"), handover_id=offer.id, told=Told.PHONE)


def _waits_while_a_service_is_silent(case: Case) -> None:
    with ago(41, 11):
        begin_wait(
            actor=worker("sanna"),
            case_id=case.id,
            what="Kelan päätös kuntoutuksesta",
            since_on=clock.today(),
            supporter_id=worker("sanna").person_id,
            every_days=14,
            told=Told.PHONE,
        )
        _steps_done(case)
    with ago(34, 9):
        letter = Letter(
            question="Tarvitaan arvio olkapään kuormituksesta ennen kuntoutusta.",
            ground=SendingGround.ORAL_CONSENT,
            ground_note="Leena suostui puhelimessa.",
            answer_by=ahead(14),
            address="terveysasema@example.org",
        )
        send_referral(
            actor=worker("sanna"),
            case_id=case.id,
            service_id=service("doctor_appointment"),
            letter=letter,
            told=Told.PHONE,
        )
    with ago(21, 10):
        keep_contact(
            actor=worker("sanna"),
            case_id=case.id,
            way=Way.PHONE,
            reached=Reached.REACHED,
            on=clock.now(),
            text="Päätöstä ei ole tullut. Olkapää on ennallaan.",
            told_next=True,
        )
    with ago(6, 10):
        keep_contact(
            actor=worker("sanna"),
            case_id=case.id,
            way=Way.PHONE,
            reached=Reached.NO_ANSWER,
            on=clock.now(),
        )
        note(case, "sanna", "Soitin, ei vastausta. Terveysasema ei ole vastannut lähetteeseen.")


def _steps_done(case: Case) -> None:
    """The promised steps are done; from here the contact while waiting is what comes next."""
    for task in case.tasks.filter(kind=TaskKind.NEXT_STEP, state="open").order_by("due_on", "id"):
        complete_task(actor=worker("sanna"), task_id=task.id, outcome="Tehty Leenan kanssa.")
