"""Jonna Heikkilä: a plan made together by five, and a mother who sees what her authorisation covers."""

from uuid import UUID

from kaveri.casebook.cases.models import Case
from kaveri.casebook.consent.domain import Given
from kaveri.casebook.records.domain import SENSITIVE, Category
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.services import complete_task
from kaveri.channels.workspace.services import give_sign_in
from kaveri.demo.staff import sign_in_for
from kaveri.demo.stories.allowing import (
    COUNTY_HEALTH,
    COUNTY_SOCIAL,
    EMPLOYMENT,
    KELA,
    a_draft,
    a_row,
    invite,
    represents,
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
    take_on,
    worker,
)
from kaveri.steps.coordination.services import decline_invitation
from kaveri.steps.participation.domain import PeerAnswer
from kaveri.steps.participation.services import note_answer
from kaveri.steps.permission.services import give_consent
from kaveri.steps.planning.domain import (
    CommentKind,
    FollowUpTerms,
    GoalLevel,
    GoalTerms,
    PlanForm,
    RowKind,
    RowTerms,
    Taken,
    Wish,
)
from kaveri.steps.planning.models import Plan, PlanRow
from kaveri.steps.planning.services import (
    add_goal,
    add_row,
    agree_plan,
    agree_row,
    answer_comment,
    approve_plan,
    change_row,
    comment_plan,
    confirm_plan,
    revise_plan,
    set_follow_up,
    start_plan,
)

NAME = "Jonna Heikkilä"
BY = "sanna"
TRIAL = "työkokeilu verstaalla, puolikkaita päiviä"


def play() -> None:
    """She allows, five are asked, four say yes; the plan is agreed twice and waits for her second yes."""
    case = _comes()
    _allows(case)
    _network(case)
    plan_id = _plan(case)
    _talked_about_and_agreed(plan_id)
    _agreed_again(plan_id)


def _comes() -> Case:
    with ago(62, 19):
        contact = ask(
            NAME,
            phone="040 555 6612",
            language="fi",
            message="Haluan töihin verstaalle, mutta selkä ja yöt vievät voimat.",
        )
    with ago(59, 9):
        case = take_on(contact, contact.owner.username, manager=BY, told=Told.PHONE, meeting_in=4)
        give_sign_in(
            actor=worker(BY),
            case_id=case.id,
            version=fresh(case.client).version,
            account_id=sign_in_for("jonna", "Jonna", "Heikkilä", "fi").id,
        )
    with ago(55, 10):
        meet(case, BY, "Ensitapaaminen. Äiti Tarja oli mukana alun.")
        score(case, BY, 4, "fi", wished="Käsillä tekemistä, ensin puolikkaita päiviä.")
        said = {
            "skills": "Puuseppäkoulu melkein valmis. Osaan pintakäsittelyn.",
            "health": "Selkä on tutkittu keväällä. Nukun neljä tuntia yössä.",
            "social_situation": "Asun yksin, äiti auttaa raha-asioissa.",
        }
        map_situation(case, BY, said, of=NAME)
        note_answer(actor=worker(BY), case_id=case.id, answer=PeerAnswer.WANTED)
        first_meeting_done(
            case, BY, then="kutsuu koolle ne, jotka Jonna haluaa", within=6, told=Told.MEETING
        )
    return case


def _allows(case: Case) -> None:
    """Everything but substance use and criminal sanctions; the mother within work and money."""
    with ago(54, 18):
        kinds = [code for code in Category if code not in SENSITIVE - {Category.HEALTH}]
        parties = (COUNTY_SOCIAL, COUNTY_HEALTH, KELA, EMPLOYMENT)
        draft = a_draft(parties, kinds, given=Given.ELECTRONIC, language="fi")
        give_consent(actor=worker("jonna"), case_id=case.id, draft=draft)
        scope = (
            Category.IDENTITY_CONTACT,
            Category.LIFE_SITUATION,
            Category.WORK_EDUCATION,
            Category.ECONOMY_BENEFITS,
        )
        represents(case, ("tarja", "Tarja", "Heikkilä", "fi"), scope)


def _network(case: Case) -> None:
    with ago(53, 9):
        roles = {
            "mirva": "Kelan työkykyneuvoja",
            "sara": "yhteyshenkilö työllisyyspalveluissa",
            "anneli": "terveydenhoitaja",
            "ritva": "terapeutti päihdeklinikalla",
            "pia": "vertaisohjaaja",
        }
        members = invite(case, BY, roles)
    with ago(51, 14):
        say_yes(members, "mirva", "sara", "anneli", "ritva")
        decline_invitation(
            actor=worker("pia"),
            member_id=members["pia"].id,
            reason="Meillä ei ole vapaata vertaisohjaajaa ennen kesää. Kysykää silloin uudelleen.",
        )


def _plan(case: Case) -> UUID:
    sanna = worker(BY)
    with ago(30, 9):
        plan = start_plan(
            actor=sanna,
            case_id=case.id,
            form=PlanForm.FULL,
            words="Haluan tehdä taas töitä käsilläni ja nukkua yöni.",
        )
        main = add_goal(actor=sanna, plan_id=plan.id, goal=_goal("Jaksan tavallisen arjen."))
        for words, level in (
            ("Nukun yöni.", GoalLevel.SUB),
            ("Laskut ovat järjestyksessä.", GoalLevel.SUB),
            ("Minulla on osa-aikatyö verstaassa.", GoalLevel.CAREER),
        ):
            goal = _goal(words, level=level, leads_to=main.root_id)
            add_goal(actor=sanna, plan_id=plan.id, goal=goal)
        rows = (
            a_row("kuntoutusraha kokeilun ajaksi", "mirva", 20, kind=RowKind.BENEFIT),
            a_row(TRIAL, "sara", 45, kind=RowKind.SERVICE),
            a_row(
                "terveystarkastus: selkä ja uni",
                "anneli",
                35,
                kind=RowKind.SERVICE,
                category=Category.HEALTH,
            ),
            a_row("keskustelut joka toinen viikko", "ritva", 40, kind=RowKind.SERVICE),
            RowTerms(
                kind=RowKind.STEP,
                what="Kirjaan ylös, miten yöt menevät.",
                by_client=True,
                due_on=ahead(42),
                wish=Wish.WANTS,
            ),
        )
        step = a_row("sopii verstaan kanssa kokeilun alkupäivän", BY, 38)
        add_row(actor=sanna, plan_id=plan.id, row=step, next_step=True)
        for row in rows:
            add_row(actor=sanna, plan_id=plan.id, row=row)
        complete_task(
            actor=sanna,
            task_id=case.tasks.filter(kind=TaskKind.NEXT_STEP, state="open")
            .order_by("due_on", "id")
            .values_list("id", flat=True)[0],
        )
        follow_up = FollowUpTerms(
            what="Miten kokeilu sujuu, ja miten voit?",
            on=ahead(42),
            who_id=worker(BY).person_id,
        )
        set_follow_up(actor=sanna, plan_id=plan.id, terms=follow_up)
    return plan.id


def _talked_about_and_agreed(plan_id: UUID) -> None:
    sanna, jonna = worker(BY), worker("jonna")
    with ago(29, 13):
        comment_plan(
            actor=worker("mirva"),
            plan_id=plan_id,
            text="Kuntoutusrahaa haetaan ennen kuin kokeilu alkaa.",
        )
        wish = comment_plan(
            actor=jonna,
            plan_id=plan_id,
            text="Haluan aloittaa kolmella päivällä viikossa.",
            kind=CommentKind.PROPOSAL,
        )
    with ago(28, 9):
        answer_comment(
            actor=sanna,
            comment_id=wish.id,
            taken=Taken.TAKEN,
            words="Hyvä. Kolme päivää viikossa kirjataan, kun verstas on vastannut.",
            version=wish.version,
        )
        for row in PlanRow.objects.filter(
            plan_id=plan_id, responsible__username__in=("mirva", "sara")
        ):
            agree_row(
                actor=worker(row.responsible.username),  # type: ignore[union-attr]
                row_id=row.id,
                version=row.version,
            )
        version = agree_plan(actor=sanna, plan_id=plan_id, version=_now(plan_id))
    with ago(27, 18):
        approve_plan(actor=jonna, version_id=version.id)
        confirm_plan(actor=worker("mirva"), version_id=version.id)


def _agreed_again(plan_id: UUID) -> None:
    sanna = worker(BY)
    with ago(6, 10):
        revise_plan(actor=sanna, plan_id=plan_id, version=_now(plan_id))
        row = PlanRow.objects.get(plan_id=plan_id, what=TRIAL)
        change_row(
            actor=sanna,
            row_id=row.id,
            version=row.version,
            row=a_row(
                "työkokeilu verstaalla, kolme päivää viikossa", "sara", 24, kind=RowKind.SERVICE
            ),
        )
        agree_plan(actor=sanna, plan_id=plan_id, version=_now(plan_id))


def _goal(
    words: str, *, level: GoalLevel = GoalLevel.MAIN, leads_to: UUID | None = None
) -> GoalTerms:
    return GoalTerms(own_words=words, level=level, leads_to=leads_to)


def _now(plan_id: UUID) -> int:
    return Plan.objects.get(pk=plan_id).version
