"""The words for the plan's parts and states, its duties, and what stands in the way."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.steps.planning.domain import (
    ChangeKind,
    CommentKind,
    Duty,
    GoalLevel,
    GoalState,
    How,
    Missing,
    Part,
    PlanForm,
    PlanObstacle,
    PlanState,
    PlanStatus,
    RowKind,
    RowState,
    Signer,
    Taken,
    Topic,
    Wish,
)

FORMS = {
    PlanForm.NOTE: pgettext_lazy("plan", "note"),
    PlanForm.FULL: pgettext_lazy("plan", "full plan"),
}
STATES = {
    PlanState.DRAFT: pgettext_lazy("plan", "being written"),
    PlanState.AGREED: pgettext_lazy("plan", "agreed"),
}
PARTS = {
    Part.WORDS: pgettext_lazy("plan", "the client's own words"),
    Part.GOAL: pgettext_lazy("plan", "goal"),
    Part.STATEMENT: pgettext_lazy("plan", "information about the situation"),
    Part.ROW: pgettext_lazy("plan", "service or step"),
    Part.FOLLOW_UP: pgettext_lazy("plan", "follow-up"),
    Part.MAKER: _("those who made the plan"),
}
TOPICS = {
    Topic.LIFE_SITUATION: pgettext_lazy("plan", "life situation"),
    Topic.WORK_ABILITY: pgettext_lazy("plan", "work ability and functioning"),
    Topic.EARLIER_SUPPORT: _("earlier support and what it did"),
    Topic.EDUCATION: pgettext_lazy("plan", "education"),
    Topic.WORK_HISTORY: pgettext_lazy("plan", "work history and competence"),
    Topic.STRENGTH: pgettext_lazy("plan", "strength"),
    Topic.RESOURCE: pgettext_lazy("plan", "resource"),
    Topic.CHALLENGE: _("challenge as a starting point"),
}
LEVELS = {
    GoalLevel.MAIN: pgettext_lazy("plan", "main goal"),
    GoalLevel.SUB: pgettext_lazy("plan", "goal on the way"),
    GoalLevel.CAREER: pgettext_lazy("plan", "career goal"),
}
GOAL_STATES = {
    GoalState.AHEAD: pgettext_lazy("plan", "ahead"),
    GoalState.ATTAINED: pgettext_lazy("plan", "attained"),
    GoalState.GIVEN_UP: pgettext_lazy("plan", "given up"),
}
ROW_KINDS = {
    RowKind.SERVICE: pgettext_lazy("plan", "service"),
    RowKind.BENEFIT: pgettext_lazy("plan", "benefit"),
    RowKind.STEP: pgettext_lazy("plan", "something somebody does"),
}
WISHES = {
    Wish.NOT_ASKED: pgettext_lazy("plan", "not asked yet"),
    Wish.WANTS: pgettext_lazy("plan", "the client wants this"),
    Wish.UNSURE: pgettext_lazy("plan", "the client is unsure"),
    Wish.DOES_NOT_WANT: _("the client does not want this"),
}
ROW_STATES = {
    RowState.PLANNED: pgettext_lazy("plan", "planned"),
    RowState.BEGUN: pgettext_lazy("plan", "begun"),
    RowState.DONE: pgettext_lazy("plan", "carried out"),
    RowState.LEFT: pgettext_lazy("plan", "left undone"),
}
COMMENT_KINDS = {
    CommentKind.COMMENT: pgettext_lazy("plan", "comment"),
    CommentKind.PROPOSAL: pgettext_lazy("plan", "proposal"),
}
TAKEN = {
    Taken.TAKEN: pgettext_lazy("plan", "taken into the plan"),
    Taken.NOT_TAKEN: _("not taken into the plan"),
}
HOW = {
    How.SIGNED_IN: pgettext_lazy("plan", "signed in"),
    How.PAPER: pgettext_lazy("plan", "on paper"),
    How.MEETING: pgettext_lazy("plan", "in the meeting"),
    How.PHONE: pgettext_lazy("plan", "over the phone"),
}
SIGNERS = {
    Signer.CLIENT: pgettext_lazy("plan", "the client themself"),
    Signer.REPRESENTATIVE: pgettext_lazy("plan", "the client's representative"),
}
CHANGES = {
    ChangeKind.CAME: pgettext_lazy("plan", "new"),
    ChangeKind.WENT: pgettext_lazy("plan", "removed"),
    ChangeKind.CHANGED: pgettext_lazy("plan", "changed"),
}
BEING_REVISED = pgettext_lazy("plan", "agreed, and a new version is being written")
STATUSES = {
    PlanStatus.NONE: pgettext_lazy("plan", "no plan yet"),
    PlanStatus.NOTE: pgettext_lazy("plan", "plan as a note"),
    PlanStatus.DRAFT: pgettext_lazy("plan", "plan being written"),
    PlanStatus.WAITING: _("plan waits for the client's approval"),
    PlanStatus.AGREED: pgettext_lazy("plan", "plan agreed"),
    PlanStatus.OUT_OF_DATE: pgettext_lazy("plan", "plan out of date"),
}
DUTIES = {
    Duty.CONSENT: pgettext_lazy("plan", "Written consent"),
    Duty.ARRANGEMENTS: pgettext_lazy("plan", "Practical arrangements"),
    Duty.NETWORK: pgettext_lazy("plan", "The network is informed"),
    Duty.RECORDED: pgettext_lazy("plan", "The plan is recorded"),
    Duty.KNOWN: _("All who made the plan know it"),
    Duty.FOLLOWED: _("The plan is carried out and followed up"),
}
MISSING = {
    Missing.WRITTEN_CONSENT: _("There is no written consent in force."),
    Missing.NEXT_STEP_OVERDUE: _("The day of the next step has passed."),
    Missing.ROWS_OVERDUE: _("The plan has rows whose day has passed."),
    Missing.NETWORK_NOT_TOLD: _("Somebody in the network has not been told."),
    Missing.PLAN_NOT_STARTED: _("The plan has not been started."),
    Missing.PLAN_NOT_AGREED: _("The plan has not been agreed."),
    Missing.NOT_APPROVED: _("The client has not approved the plan."),
    Missing.ROWS_NOT_AGREED: _("Somebody responsible has not agreed to their row."),
    Missing.NOT_CONFIRMED: _("Somebody who made the plan has not said that they know it."),
    Missing.FOLLOW_UP_NOT_AGREED: _("No follow-up has been agreed."),
    Missing.FOLLOW_UP_PASSED: _("The day of the follow-up has passed."),
}
# The same with the rows that it is about, so that one finds them among sixty.
OBSTACLES_OF_ROWS = {
    PlanObstacle.ROW_WITHOUT_RESPONSIBLE: _("Say who is responsible for: %(rows)s"),
    PlanObstacle.ROW_WITHOUT_DAY: _("Say when: %(rows)s"),
    PlanObstacle.ROW_WISH_NOT_ASKED: _(
        "Ask the client about each service and benefit, and write down their view: %(rows)s"
    ),
}
OBSTACLES = {
    PlanObstacle.CASE_ENDED: _("The case has ended. Reopen it before you write in the plan."),
    PlanObstacle.PLAN_EXISTS: _(
        "There is a plan already. Go on with it, or write why another is made."
    ),
    PlanObstacle.REMARKS_WAIT: _("Answer first what the client has said about the present plan."),
    PlanObstacle.PLAN_CLOSED: _("This plan has been left for another. Open the present one."),
    PlanObstacle.STANDS_AS_AGREED: _(
        "The plan stands as agreed. Begin a new version before you change it."
    ),
    PlanObstacle.NOT_AGREED_YET: _(
        "The plan has not been agreed yet. You can go on writing in it."
    ),
    PlanObstacle.NOT_THE_NEWEST: _("There is a newer version. Open it."),
    PlanObstacle.FULL_ALREADY: _("The plan is in the full form already."),
    PlanObstacle.NO_OWN_WORDS: _("Write what the client wants, in their own words."),
    PlanObstacle.NO_GOAL_WORDS: _("Write the goal in the client's own words."),
    PlanObstacle.LEADS_TO_NO_GOAL: _("Choose a goal of this plan that it leads to."),
    PlanObstacle.LEADS_TO_ITSELF: _("A goal cannot lead to itself. Choose another."),
    PlanObstacle.NO_CAREER_GOAL: _("Add a career goal. A full plan has at least one."),
    PlanObstacle.GOAL_CLOSED: _("The goal is closed already."),
    PlanObstacle.NO_REASON: _("Write why."),
    PlanObstacle.NOTHING_SAID: _("Write what is known about the situation."),
    PlanObstacle.SAID_IN_THE_FUTURE: _(
        "It cannot have been said on a day to come. Choose today or an earlier day."
    ),
    PlanObstacle.REUSED_ALREADY: _("This is in the plan already."),
    PlanObstacle.NOTHING_CHOSEN: _("Choose at least one thing to take over."),
    PlanObstacle.NO_ROW: _("Add at least one row: what is done, by whom and when."),
    PlanObstacle.ROW_SAYS_NOTHING: _("Choose a service or write what is done."),
    PlanObstacle.ROW_WITHOUT_RESPONSIBLE: _("Say for each row who is responsible."),
    PlanObstacle.ROW_WITHOUT_DAY: _("Say for each row when."),
    PlanObstacle.ROW_WISH_NOT_ASKED: _(
        "Ask the client about each service and benefit, and write down their view."
    ),
    PlanObstacle.DATES_OUT_OF_ORDER: _("The last day is before the first. Check the days."),
    PlanObstacle.NEXT_STEP_NEEDS_OWNER: _(
        "Choose who does the next step, somebody who signs in here."
    ),
    PlanObstacle.NEXT_STEP_NEEDS_DAY: _("Write by when the next step is done."),
    PlanObstacle.NEXT_STEP_NEEDS_WORDS: _("Write what is done in the next step."),
    PlanObstacle.NOT_YOURS_TO_SAY: _(
        "The recommendation is written by a professional. Write your own view beside it."
    ),
    PlanObstacle.ROWS_NOT_ALL_NAMED: _(
        "The rows have changed in the meantime. Look at them and put them in order again."
    ),
    PlanObstacle.AGREED_ALREADY: _("This row is agreed as it reads now."),
    PlanObstacle.NO_FOLLOW_UP: _("Agree on a follow-up: who, what, on which day."),
    PlanObstacle.FOLLOW_UP_WITHOUT_WHAT: _("Write what is looked at in the follow-up."),
    PlanObstacle.FOLLOW_UP_WITHOUT_WHO: _("Say who does the follow-up."),
    PlanObstacle.DAY_HAS_PASSED: _("The follow-up day has passed. Choose today or a later day."),
    PlanObstacle.DAY_NOT_COME: _("The day has not come yet. Choose today or an earlier day."),
    PlanObstacle.BEFORE_IT_WAS_AGREED: _(
        "This version had not been agreed yet on that day. Choose a later day."
    ),
    PlanObstacle.NOTHING_SEEN: _("Write what was seen in the follow-up."),
    PlanObstacle.SEEN_ELSEWHERE: _(
        "Something you wrote about is not in this plan. Look at the plan again."
    ),
    PlanObstacle.NO_COMMENT: _("Write what you want to say."),
    PlanObstacle.NO_SUCH_ITEM: _("What you chose is not there any more. Choose again."),
    PlanObstacle.ANSWERED_ALREADY: _("This has been answered already."),
    PlanObstacle.NO_ANSWER_WORDS: _("Write the answer."),
    PlanObstacle.APPROVED_ALREADY: _("This version has been approved already."),
    PlanObstacle.CONFIRMED_ALREADY: _("It is recorded already that this version is known."),
    PlanObstacle.DID_NOT_MAKE_IT: _("Only those who made this version say that they know it."),
    PlanObstacle.NOT_WHO_SAID_IT: _("Write whose words these are, and how they came."),
}
ENTRY_WORDS = {
    "plan.agreed": _("The plan was agreed"),
    "plan.approved": _("The plan was approved"),
    "plan.reviewed": _("The plan was followed up"),
}
