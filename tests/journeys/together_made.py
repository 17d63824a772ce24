"""The workers' side of the story: the network, the plan, what each of them sees."""

from kaveri.foundation.accounts.models import Organisation
from kaveri.steps.coordination.domain import MemberKind, MemberState, WishTold
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.services import Invitation, accept_invitation, invite_member
from kaveri.steps.planning.domain import (
    FollowUpTerms,
    GoalLevel,
    GoalTerms,
    PlanForm,
    RowKind,
    RowTerms,
    Wish,
)
from kaveri.steps.planning.models import Approval, Comment, Plan, PlanVersion
from kaveri.steps.planning.services import add_goal, add_row, agree_plan, start_plan
from tests.journeys.together_stage import Together

ROLES = {
    "mirva": "kela_role",
    "sara": "job_role",
    "anneli": "nurse_role",
    "ritva": "clinic_role",
    "pia": "peer_role",
}
SIX_WEEKS = 42


def when_the_network_is_asked(story: Together) -> None:
    """Kerstin asks five as Aino wishes: one on the page, the others as she does it every time."""
    kerstin = story.at(story.county.kerstin)
    kerstin.go(f"/case/{story.aino.id}/network/", "network-empty")
    kerstin.follow("/network/new/", "invite-where")
    kerstin.fill(organisation=str(Organisation.objects.get(key="kela").key))
    kerstin.press("invite-who")
    kerstin.fill(
        account=str(story.worker("mirva").id),
        role=story.words["kela_role"],
        wish_told=WishTold.MEETING,
    )
    kerstin.press("invited")
    for username, role in list(ROLES.items())[1:]:
        invitation = Invitation(
            kind=MemberKind.WORKER,
            account_id=story.worker(username).id,
            role=story.words[role],
            wish_told=WishTold.MEETING,
        )
        invite_member(actor=story.actor("kerstin"), case_id=story.aino.id, invitation=invitation)
    story.time.minutes_pass()


def when_they_answer(story: Together) -> None:
    """Mirva says yes on her page, Pia says no with a reason, the other three say yes."""
    mirva = story.at(story.worker("mirva"))
    mirva.go("/invitations/", "mirva-invitations")
    mirva.follow("/invitations/", "mirva-invitation", text=story.words["kela_role"])
    mirva.press("mirva-said-yes", within="#yes, #page-form")
    pia = story.at(story.worker("pia"))
    member = Member.objects.get(account=story.worker("pia"))
    pia.go(f"/invitations/{member.id}/no/", "pia-says-no")
    pia.fill(reason=story.words["not_now"])
    pia.press("pia-said-no")
    for username in ("sara", "anneli", "ritva"):
        member = Member.objects.get(account=story.worker(username))
        accept_invitation(actor=story.actor(username), member_id=member.id)
    states = sorted(str(member.state) for member in Member.objects.all())
    assert states == [MemberState.ACCEPTED] * 4 + [MemberState.DECLINED]

    kerstin = story.at(story.county.kerstin)
    kerstin.go(f"/case/{story.aino.id}/", "case-with-network")
    kerstin.follow("/network/", "network-of-five")
    kerstin.reads("Mirva Kallio", "Ritva Alm", "Pia Backman", story.words["not_now"])
    aino = story.at(story.county.aino)
    aino.go(f"/case/{story.aino.id}/network/", "aino-network")
    aino.reads("Mirva Kallio", "Ritva Alm", "Pia Backman", story.words["not_now"])


def when_the_plan_is_made(story: Together) -> None:
    """Two sub-goals and a career goal, six rows of four organisations; the last is written on the page."""
    words, kerstin = story.words, story.actor("kerstin")
    plan = start_plan(
        actor=kerstin,
        case_id=story.aino.id,
        form=PlanForm.FULL,
        words=words["want"],
    )
    main = add_goal(
        actor=kerstin,
        plan_id=plan.id,
        goal=GoalTerms(own_words=words["main"], level=GoalLevel.MAIN),
    )
    for name, level in (
        ("first_sub", GoalLevel.SUB),
        ("second_sub", GoalLevel.SUB),
        ("career", GoalLevel.CAREER),
    ):
        goal = GoalTerms(own_words=words[name], level=level, leads_to=main.root_id)
        add_goal(actor=kerstin, plan_id=plan.id, goal=goal)
    for name, who, kind, days in (
        ("row_county", "kerstin", RowKind.STEP, 10),
        ("row_kela", "mirva", RowKind.BENEFIT, 20),
        ("row_job", "sara", RowKind.SERVICE, 28),
        ("row_nurse", "anneli", RowKind.SERVICE, 21),
        ("row_clinic", "ritva", RowKind.SERVICE, 14),
    ):
        row = RowTerms(
            kind=kind,
            what=words[name],
            responsible_id=story.worker(who).id,
            organisation_id=story.worker(who).organisation_id,
            due_on=story.in_days(days),
            wish=Wish.WANTS,
            category="health" if who == "anneli" else None,
        )
        add_row(actor=kerstin, plan_id=plan.id, row=row)
    story.time.minutes_pass()

    page = story.at(story.county.kerstin)
    page.go(f"/case/{story.aino.id}/plan/", "plan-draft")
    page.follow("/plan/rows/new/", "row-form")
    page.fill(
        kind=RowKind.STEP,
        what=words["row_client"],
        wish=Wish.WANTS,
        responsible="client",
        due_on=story.day(14),
    )
    page.press("row-written")
    page.follow("/plan/follow-up/", "follow-up-form")
    page.fill(
        follow_what=words["look"],
        follow_who=str(story.county.kerstin.id),
        follow_on=story.day(SIX_WEEKS),
    )
    page.press("follow-up-agreed")


def when_they_comment_and_agree(story: Together) -> None:
    """Mirva comments, Aino proposes on her page, Kerstin answers, and the plan is agreed."""
    words = story.words
    mirva = story.at(story.worker("mirva"))
    mirva.go(f"/case/{story.aino.id}/plan/", "mirva-plan")
    mirva.follow("/plan/comment/", "mirva-comment")
    mirva.fill(text=words["kalle_says"])
    mirva.press("mirva-commented")
    aino = story.at(story.county.aino)
    aino.go(f"/my/{story.aino.id}/plan/", "aino-plan-draft")
    aino.follow("/plan/say/proposal/", "aino-propose")
    aino.fill(text=words["aino_says"])
    aino.press("aino-proposed")
    kerstin = story.at(story.county.kerstin)
    kerstin.go(f"/case/{story.aino.id}/plan/", "plan-commented")
    kerstin.reads(words["kalle_says"], words["aino_says"])
    proposed = Comment.objects.get(text=words["aino_says"])
    kerstin.follow(f"/plan/comments/{proposed.id}/", "answer-form")
    kerstin.fill(taken="taken", words=words["answer"])
    kerstin.press("answered")
    kerstin.follow("/plan/agree/", "agree-look")
    kerstin.press("agreed", within="#page-form")


def when_aino_approves(story: Together) -> None:
    """On her own page: what she approves, a yes, and a receipt."""
    aino = story.client_reads("aino-home-plan-waits")
    aino.go(f"/my/{story.aino.id}/plan/whole/", "aino-plan-whole-answered")
    aino.reads(story.words["answer"])
    aino.go(f"/my/{story.aino.id}/plan/", "aino-plan-waits")
    aino.follow("/approve/", "aino-approves")
    aino.press("aino-receipt", within="#page-form")
    assert Approval.objects.get().by == story.county.aino


def when_eino_approves_on_paper(story: Together) -> None:
    """Another client signs the paper; Kerstin writes down how and when."""
    kerstin, words = story.actor("kerstin"), story.words
    plan = start_plan(
        actor=kerstin,
        case_id=story.eino.id,
        form=PlanForm.NOTE,
        words=words["other_want"],
        row=RowTerms(
            kind=RowKind.STEP,
            what=words["other_row"],
            responsible_id=story.county.kerstin.id,
            due_on=story.in_days(7),
        ),
        follow_up=FollowUpTerms(
            what=words["look"], on=story.in_days(30), who_id=story.county.kerstin.id
        ),
    )
    version = agree_plan(actor=kerstin, plan_id=plan.id, version=plan.version)
    page = story.at(story.county.kerstin)
    page.go(f"/case/{story.eino.id}/plan/", "eino-note")
    page.follow("/approval/", "eino-approval-form")
    page.fill(how="paper", on=story.day())
    page.press("eino-approved")
    assert version.approvals.get().how == "paper"


def when_the_plan_is_made_again(story: Together) -> None:
    """Three weeks later a row reads otherwise; version 2 stands beside version 1."""
    story.days_pass(21)
    words, plan = story.words, Plan.objects.get(case=story.aino)
    kerstin = story.at(story.county.kerstin)
    kerstin.go(f"/case/{story.aino.id}/plan/", "plan-agreed")
    kerstin.follow("/plan/revise/", "revise-look")
    kerstin.press("plan-open-again", within="#page-form")
    row = plan.planrows.get(what=words["row_job"])
    kerstin.follow(f"/plan/rows/{row.id}/", "row-change-form")
    kerstin.fill(what=words["later"])
    kerstin.press("row-changed")
    row.refresh_from_db()
    assert row.organisation == story.worker("sara").organisation
    kerstin.follow("/plan/agree/", "agree-again-look")
    kerstin.press("agreed-again", within="#page-form")
    assert PlanVersion.objects.filter(plan=plan).count() == 2
    kerstin.follow("/plan/versions/", "versions")
    kerstin.follow("/changes/", "compared")
    kerstin.reads(words["row_job"], words["later"])
    aino = story.at(story.county.aino)
    aino.go(f"/my/{story.aino.id}/plan/", "aino-plan-version-2")
    aino.follow("/changes/", "aino-what-changed")
    aino.reads(words["later"])


def then_mirva_sees_her_part(story: Together, *, health: bool) -> None:
    """Her row and what the consent opens; not the clinic and not its row. Her own page says what she sees."""
    words, what = story.words, "with-health" if health else "without-health"
    mirva = story.at(story.worker("mirva"))
    for place in ("", "plan/", "network/", "plan/versions/") if health else ("plan/",):
        mirva.go(f"/case/{story.aino.id}/{place}", f"mirva-{place.strip('/') or 'case'}-{what}")
        said = mirva.text()
        for kept in (words["clinic"], words["row_clinic"], "Ritva"):
            assert kept not in said, f"{mirva.page.url} tells Mirva “{kept}”."
        assert not mirva.page.locator(".k-step a").count(), "Mirva may do nobody else's step."
        if place == "plan/":
            mirva.reads(words["row_kela"], words["later"])
            assert (words["row_nurse"] in said) is health
    member = Member.objects.get(account=story.worker("mirva"))
    mirva.go(f"/invitations/{member.id}/", f"mirva-told-what-she-sees-{what}")
    assert (words["health"] in mirva.text().lower()) is health


def then_mirva_finds_nothing(story: Together, watch) -> None:
    """With the consent gone her next request is answered as if there were nothing."""
    watch.expect("404")
    page = story.at(story.worker("mirva")).page
    for place in ("", "plan/", "network/"):
        answer = page.goto(f"/case/{story.aino.id}/{place}")
        assert answer.status == 404, f"{place or 'the case'} answers {answer.status}."
