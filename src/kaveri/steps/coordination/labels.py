"""The words of coordination: instances, rules, handovers, waits, absences and what stands in the way."""

from django.utils.translation import gettext_lazy as _

from kaveri.steps.coordination.domain import (
    AbsenceObstacle,
    DecisionObstacle,
    HandoverObstacle,
    HandoverState,
    Instance,
    MandateEnd,
    MandateObstacle,
    MandateState,
    MemberKind,
    MemberObstacle,
    MemberState,
    Need,
    PairObstacle,
    PlanStanding,
    Undertaken,
    WaitObstacle,
    WaitOutcome,
    WishTold,
)

_NO_GROUND = _(
    "This person works for another controller or in another register and may not see the record. "
    "Choose somebody of the same register, or ask for the client's consent first."
)

NEEDS = {
    Need.MULTISECTORAL_CLIENT: _(
        "has a joint plan in the multisectoral support model (before: TYP)"
    ),
    Need.SOCIAL_CLIENT: _("is a client of social services with an own contact person"),
    Need.DISABILITY: _("needs the expertise of disability services"),
    Need.MENTAL_HEALTH_SUBSTANCE_USE: _(
        "needs the expertise of mental health and substance use services"
    ),
    Need.ORGANISATION: _("gets most of the support from an organisation"),
}
INSTANCES = {
    Instance.MULTISECTORAL_SUPPORT: _("the multisectoral support model"),
    Instance.OWN_CONTACT_PERSON: _("the client's own contact person in social services"),
    Instance.DISABILITY_SERVICES: _("disability services"),
    Instance.MENTAL_HEALTH_SUBSTANCE_SERVICES: _("mental health and substance use services"),
    Instance.ORGANISATION: _("the organisation that supports the client"),
    Instance.COORDINATOR: _("the work ability coordinator"),
}
# Why each rule proposes what it does; the keys are those of rules/coordinating.toml.
WHY = {
    Need.MULTISECTORAL_CLIENT: _(
        "There is a joint process already, so the support for work ability goes with it."
    ),
    Need.SOCIAL_CLIENT: _(
        "The own contact person is responsible by law. The team gives a working pair."
    ),
    Need.DISABILITY: _("The service that knows the disability knows what the client needs."),
    Need.MENTAL_HEALTH_SUBSTANCE_USE: _(
        "The service that treats the client knows what the client needs."
    ),
    Need.ORGANISATION: _("The client is supported there already."),
    "otherwise": _("No other service holds the support together."),
}
PLAN_STANDINGS = {
    PlanStanding.VALID: _("The plan is still valid"),
    PlanStanding.NEEDS_CHANGE: _("The plan must be changed"),
    PlanStanding.NO_PLAN: _("There is no plan yet"),
}
HANDOVER_STATES = {
    HandoverState.OFFERED: _("waiting for an answer"),
    HandoverState.ACCEPTED: _("accepted"),
    HandoverState.DECLINED: _("declined"),
    HandoverState.WITHDRAWN: _("withdrawn"),
}
WAIT_OUTCOMES = {
    WaitOutcome.BEGAN: _("The service or examination began"),
    WaitOutcome.RESULT_CAME: _("The result came"),
    WaitOutcome.NOT_NEEDED: _("It is not needed any more"),
    WaitOutcome.CANCELLED: _("It was cancelled"),
}
# What stands on the timeline when a use case of this step has written it.
ENTRY_WORDS = {
    "coordination.manager_changed": _("The case manager changed"),
    "coordination.pair_named": _("A working pair was named"),
    "coordination.pair_removed": _("A working pair stepped back"),
    "coordination.member_invited": _("Somebody was invited to the network"),
    "coordination.member_joined": _("Somebody joined the network"),
    "coordination.member_said_no": _("Somebody said no to the network"),
    "coordination.member_removed": _("Somebody was taken out of the network"),
    "coordination.member_left": _("Somebody left the network"),
    "coordination.member_limited": _("It was agreed what somebody in the network does not see"),
    "coordination.acts_for_client": _("It was written down who acts for the client"),
    "coordination.acts_no_longer": _("Somebody acts for the client no longer"),
    "coordination.limit_lifted": _("Nothing is kept any more from somebody in the network"),
}
DECISION_OBSTACLES = {
    DecisionObstacle.REASON_MISSING: _("Write why another than the proposed one coordinates."),
    DecisionObstacle.SUPPORTER_MISSING: _("Name the expert who supports the one who coordinates."),
    DecisionObstacle.CASE_NOT_OPEN: _("The case has ended."),
}
HANDOVER_OBSTACLES = {
    HandoverObstacle.CASE_NOT_OPEN: _("It has ended or been dealt with."),
    HandoverObstacle.ALREADY_OFFERED: _(
        "A handover waits for an answer already. Withdraw it before you ask somebody else."
    ),
    HandoverObstacle.NOT_OFFERED: _("The handover has been answered or withdrawn."),
    HandoverObstacle.TO_THE_SAME: _("This person carries it already. Choose somebody else."),
    HandoverObstacle.RECEIVER_AWAY: _("This person is away now. Choose somebody who is there."),
    HandoverObstacle.RECEIVER_NOT_ACTIVE: _(
        "This person is not at work here. Choose somebody else."
    ),
    HandoverObstacle.NOT_IN_UNIT: _(
        "This person works in another unit. Choose somebody of the unit."
    ),
    HandoverObstacle.NO_GROUND: _NO_GROUND,
    HandoverObstacle.STEP_MISSING: _("Write what the next step is."),
    HandoverObstacle.DATE_HAS_PASSED: _("The day has passed. Choose today or a later day."),
    HandoverObstacle.SUPPORT_MISSING: _("Write who supports the client onward."),
    HandoverObstacle.AGREED_MISSING: _("Write what is agreed with the client."),
    HandoverObstacle.REASON_MISSING: _("Write why you cannot take over."),
}
PAIR_OBSTACLES = {
    PairObstacle.CASE_NOT_OPEN: _("The case has ended."),
    PairObstacle.NOT_ACTIVE: _("This person is not at work here. Choose somebody else."),
    PairObstacle.NO_GROUND: _NO_GROUND,
    PairObstacle.ALREADY_PAIR: _("This person is a working pair already."),
    PairObstacle.IS_CASE_MANAGER: _("This person is the case manager. Choose somebody else."),
    PairObstacle.NOT_PAIR: _("This person is not a working pair any more."),
}
WAIT_OBSTACLES = {
    WaitObstacle.CASE_NOT_OPEN: _("The case has ended."),
    WaitObstacle.NOT_WAITING: _("The wait has ended."),
    WaitObstacle.NOTHING_WAITED_FOR: _("Write what the client waits for."),
    WaitObstacle.BEGAN_IN_THE_FUTURE: _(
        "The day has not come yet. Choose today or an earlier day."
    ),
    WaitObstacle.RHYTHM_OUT_OF_BOUNDS: _("Choose how often contact is made: 1–90 days."),
    WaitObstacle.SUPPORTER_NOT_NEAR: _(
        "This person has no part in the case yet. Choose somebody who has."
    ),
}
ABSENCE_OBSTACLES = {
    AbsenceObstacle.NOT_IN_ORDER: _("The last day is before the first. Choose a later last day."),
    AbsenceObstacle.BEGAN_BEFORE_TODAY: _("The first day has passed. Choose today or a later day."),
    AbsenceObstacle.ALREADY_AWAY: _("An absence is recorded for some of these days already."),
    AbsenceObstacle.IS_THE_SAME: _("Choose somebody else to stand in."),
    AbsenceObstacle.SUBSTITUTE_NOT_ACTIVE: _(
        "This person is not at work here. Choose somebody else."
    ),
    AbsenceObstacle.SUBSTITUTE_AWAY: _(
        "This person is also away on some of these days. Choose somebody else."
    ),
    AbsenceObstacle.NO_GROUND: _NO_GROUND,
    AbsenceObstacle.STANDS_IN: _(
        "The worker stands in for somebody on these days. Choose another substitute there first."
    ),
    AbsenceObstacle.IS_OVER: _("The absence is over."),
}
MEMBER_KINDS = {
    MemberKind.WORKER: _("worker"),
    MemberKind.PARTNER: _("worker of a partner"),
    MemberKind.SUPPORTER: _("somebody close"),
}
MEMBER_STATES = {
    MemberState.INVITED: _("invited, has not answered"),
    MemberState.LAPSED: _("invited, the link has expired"),
    MemberState.ACCEPTED: _("belongs to the network"),
    MemberState.DECLINED: _("said no"),
    MemberState.GONE: _("does not belong any more"),
}
WISHES_TOLD = {
    WishTold.MEETING: _("at a meeting"),
    WishTold.PHONE: _("on the phone"),
    WishTold.MESSAGE: _("in a message"),
    WishTold.PAPER: _("on paper"),
}
MANDATE_STATES = {
    MandateState.WAITING: _("has not made an account yet"),
    MandateState.LAPSED: _("the link has run out"),
    MandateState.TO_COME: _("begins later"),
    MandateState.IN_FORCE: _("acts for the client now"),
    MandateState.RUN_OUT: _("the time has run out"),
    MandateState.ENDED: _("acts no longer"),
}
MANDATE_ENDS = {
    MandateEnd.CLIENTS_WISH: _("The client has taken it back"),
    MandateEnd.OWN_WISH: _("The representative has laid it down"),
    MandateEnd.DECISION: _("A court or an authority has decided so"),
    MandateEnd.WRITTEN_WRONGLY: _("It was written down wrongly"),
}
MANDATE_OBSTACLES = {
    MandateObstacle.CASE_NOT_OPEN: _("The case has ended."),
    MandateObstacle.NAME_MISSING: _("Write the name."),
    MandateObstacle.DOCUMENT_MISSING: _("Write which document it is and where it is kept."),
    MandateObstacle.NO_CATEGORY: _("Choose what the document covers."),
    MandateObstacle.END_MISSING: _(
        "Write the last day. Only a guardian may act until further notice."
    ),
    MandateObstacle.ENDS_BEFORE_IT_BEGINS: _("The last day lies before the first."),
    MandateObstacle.IS_OVER: _("The last day has passed already."),
    MandateObstacle.ADDRESS_MISSING: _("Write an e-mail address."),
    MandateObstacle.IS_THE_CLIENT: _("This is the client. Nobody represents themself."),
    MandateObstacle.IS_A_WORKER: _(
        "This address belongs to a worker's account. Write a private address."
    ),
    MandateObstacle.ACTS_ALREADY: _("This person acts for the client already, or is asked to."),
    MandateObstacle.HAS_ACCOUNT: _(
        "There is an account with this address already. Call the number above."
    ),
    MandateObstacle.ENDED_ALREADY: _("It has ended already."),
    MandateObstacle.APPOINTED_BY_LAW: _(
        "A guardian is appointed by law and cannot be removed here. Tell the case manager what you"
        " think, and ask what you can do."
    ),
    MandateObstacle.NOT_THEIRS: _("Only the client or the one who acts can end it."),
}
MEMBER_OBSTACLES = {
    MemberObstacle.NOBODY_CHOSEN: _("Tick those who shall be invited, or go back."),
    MemberObstacle.CASE_NOT_OPEN: _("The case has ended."),
    MemberObstacle.WISH_MISSING: _("Choose how the client said it. The client decides."),
    MemberObstacle.NAME_MISSING: _("Write the name."),
    MemberObstacle.ROLE_MISSING: _("Write what this person does for the client."),
    MemberObstacle.NOT_ACTIVE: _("This person is not at work here. Choose somebody else."),
    MemberObstacle.ALREADY_MEMBER: _("This person is in the network or invited already."),
    MemberObstacle.STANDS_NEAR: _("This person has a part in the case already."),
    MemberObstacle.IS_THE_CLIENT: _("This is the client. Choose somebody else."),
    MemberObstacle.ADDRESS_MISSING: _("Write the e-mail address at work."),
    MemberObstacle.HAS_ACCOUNT: _(
        "There is an account with this address already. Choose the person from the list."
    ),
    MemberObstacle.GETS_ACCOUNT_FROM_COUNTY: _(
        "Workers of the same organisation get their account from its administrator."
    ),
    MemberObstacle.NOT_INVITED: _("The invitation has been answered or withdrawn."),
    MemberObstacle.NOT_MEMBER: _("This person does not belong to the network any more."),
    MemberObstacle.NO_CATEGORY: _("Choose what this person does not see."),
    MemberObstacle.SEES_BY_OWN_REGISTER: _(
        "This person works with the same record, and a limit does not narrow that. "
        "Take the person out of the network instead."
    ),
    MemberObstacle.SEES_NOTHING: _("This person has no account and sees nothing."),
}

# A neutral notice: nobody is told that they did wrong.
OVERLAPS = {
    Undertaken.SERVICE: _("Two organisations give the same kind of service at the same time."),
    Undertaken.TASK: _("Two people have the same task."),
    Undertaken.COORDINATING: _("Two people coordinate at the same time."),
    Undertaken.GOAL: _("Several plans have the same goal."),
}
