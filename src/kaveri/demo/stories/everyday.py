"""What else goes on: an offer and a contact wait for an answer, a support has ended, one goes on again."""

from kaveri.casebook.cases.models import Case
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.services import complete_task
from kaveri.demo.stories.playing import (
    ago,
    ahead,
    ask,
    end_well,
    first_meeting_done,
    meet,
    score,
    take_on,
    task_of,
    worker,
)
from kaveri.foundation.base import clock
from kaveri.steps.coordination.domain import PlanStanding
from kaveri.steps.coordination.services import offer_handover, record_absence
from kaveri.steps.ending.services import reopen_support
from kaveri.steps.participation.domain import PeerAnswer
from kaveri.steps.participation.services import note_answer
from kaveri.steps.referral.services import pass_on_contact


def play() -> None:
    """The days as they are."""
    _an_ended_support()
    _a_support_that_goes_on_again()
    _a_handover_offered()
    _a_contact_passed_on()
    _an_absence()


def _an_ended_support() -> None:
    case = _supported("Kaisa Nurmi", 160, language="fi")
    with ago(95, 10):
        meet(case, "orjan", "Työkokeilu sujuu. Kolme päivää viikossa on sopiva määrä.")
        score(case, "orjan", 7, "fi", now_words="Jaksan, kun saan itse rytmittää päivän.")
        complete_task(
            actor=worker("orjan"),
            task_id=task_of(case, TaskKind.NEXT_STEP),
            next_what="sopii kanssasi lopettamisesta",
            next_due_on=ahead(70),
            told=Told.MEETING,
        )
    with ago(25, 13):
        _end(case)


def _a_support_that_goes_on_again() -> None:
    case = _supported("Henrik Blom", 300, language="sv")
    with ago(110, 13):
        _end(case)
    with ago(4, 11):
        reopen_support(
            actor=worker("orjan"),
            case_id=case.id,
            why="Arbetsplatsen lades ner. Jag vill inte börja om från början.",
            next_what="träffar dig på biblioteket",
            next_due_on=ahead(7),
            told=Told.PHONE,
        )


def _a_handover_offered() -> None:
    with ago(43, 15):
        contact = ask(
            "Siv Öhman",
            phone="040 555 9120",
            language="sv",
            message="Jag har vårdat min mamma i fem år. Nu vill jag till arbete igen.",
        )
    with ago(39, 9):
        case = take_on(contact, "orjan", manager="sanna", told=Told.PHONE, meeting_in=4)
    with ago(35, 10):
        meet(case, "sanna", "Första mötet. Siv vill helst tala svenska.")
        note_answer(actor=worker("sanna"), case_id=case.id, answer=PeerAnswer.NOT_NOW)
        first_meeting_done(
            case,
            "sanna",
            then="frågar om en kurs för närståendevårdare",
            within=45,
            told=Told.MEETING,
        )
    with ago(1, 10):
        offer_handover(
            actor=worker("sanna"),
            case_id=case.id,
            to_id=worker("orjan").person_id,
            step="ringer och bokar ett möte",
            due_on=ahead(7),
            supports_on="Klienten själv och närståendevårdarnas förening.",
            plan=PlanStanding.NO_PLAN,
            agreed="Klienten vill tala svenska och har sagt ja till bytet.",
        )


def _a_contact_passed_on() -> None:
    with ago(4, 16):
        contact = ask(
            "Pekka Salo",
            phone="040 555 3307",
            language="fi",
            message="Haluaisin tietää, voinko tehdä osa-aikatyötä sairauden jälkeen.",
        )
    with ago(1, 9):
        pass_on_contact(
            actor=worker("orjan"),
            contact_id=contact.id,
            version=contact.version,
            to_id=worker("sanna").person_id,
            why="Henkilö haluaa asioida suomeksi.",
        )


def _an_absence() -> None:
    record_absence(
        actor=worker("timo"),
        account_id=worker("timo").person_id,
        substitute_id=worker("sanna").person_id,
        from_on=clock.today(),
        until_on=ahead(6),
    )


def _supported(name: str, days: int, *, language: str) -> Case:
    """Somebody who came by themself so many days ago and was met."""
    words = {"sv": "Jag vill hitta ett arbete som håller.", "fi": "Etsin työtä, jossa jaksan."}
    steps = {"sv": "ringer arbetsgivaren", "fi": "soittaa työnantajalle"}
    with ago(days, 18):
        contact = ask(name, phone="040 555 6054", language=language, message=words[language])
    with ago(days - 3, 9):
        case = take_on(contact, "orjan", manager="orjan", told=Told.PHONE, meeting_in=4)
    with ago(days - 8, 10):
        meet(case, "orjan", words[language])
        score(case, "orjan", 5, language)
        note_answer(actor=worker("orjan"), case_id=case.id, answer=PeerAnswer.DOES_NOT_WANT)
        first_meeting_done(case, "orjan", then=steps[language], within=20, told=Told.MEETING)
    return case


def _end(case: Case) -> None:
    """The support ends in agreement, in the client's language."""
    language = case.client.language
    texts = {
        "sv": (
            "Deltidsarbete i ett bibliotek.",
            "Vi träffades och ringde arbetsgivaren tillsammans.",
            "Ring oss om läget ändras. Du behöver inte berätta allt på nytt.",
        ),
        "fi": (
            "Osa-aikatyö puutarhalla.",
            "Tapasimme, kokeilit työtä ja sovimme rytmistä työnantajan kanssa.",
            "Soita, jos tilanne muuttuu. Sinun ei tarvitse kertoa kaikkea uudelleen.",
        ),
    }
    outcome, done, come_back = texts[language]
    end_well(
        case,
        "orjan",
        outcome=outcome,
        who="Sara Ekholm",
        language=language,
        done=done,
        came_of_it=outcome,
        come_back=come_back,
    )
