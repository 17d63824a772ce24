"""The words for kinds of task, how the client came to know, and what stands in the way."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, TaskState, Told

TASK_STATES = {
    TaskState.OPEN: _("to do"),
    TaskState.DONE: _("done"),
    TaskState.DROPPED: _("dropped"),
}
TASK_KINDS = {
    TaskKind.ANSWER_CONTACT: _("answer the contact"),
    TaskKind.CONFIRM_WISH: _("ask the person"),
    TaskKind.ANSWER_PASSED_ON: _("answer whether you take the contact"),
    TaskKind.FIRST_MEETING: _("first meeting"),
    TaskKind.NEXT_STEP: _("next step"),
    TaskKind.CLIENT_PART: _("the client's own part"),
    TaskKind.REFERRAL_ANSWER: _("answer to a referral"),
    TaskKind.REFERRAL_FIRST_DATE: _("first time with the service"),
    TaskKind.REFERRAL_FOLLOW: _("how it goes with the service"),
    TaskKind.REFERRAL_DECLINED: _("another way after a no"),
    TaskKind.REFERRAL_ENDED: _("what comes after the service"),
    TaskKind.KEEP_CONTACT: _("contact while waiting"),
    TaskKind.ASSESSMENT: _("work ability assessment"),
    TaskKind.INFORMATION_ANSWER: _("information asked for"),
    TaskKind.HANDOVER_ANSWER: _("answer to a handover"),
    TaskKind.AFTER_CARE: _("contact after the ending"),
    TaskKind.ANSWER_MESSAGE: _("answer to a message"),
    TaskKind.TELL_CHANGE: _("tell about a change"),
    TaskKind.HANDOVER_DECLINED: _("after a declined handover"),
    TaskKind.PEER_SUPPORT: _("arrange peer support"),
    TaskKind.ANSWER_END_WISH: _("answer the wish to end"),
    TaskKind.SECOND_LOOK: _("second look before the ending"),
    TaskKind.TELL_WITHDRAWAL: _("tell about a changed or withdrawn consent"),
    TaskKind.RENEW_CONSENT: _("renew a consent in time"),
    TaskKind.AGREE_WHO_CARRIES: _("agree who carries on"),
    TaskKind.ANSWER_REMARK: _("answer to what was said about the plan"),
    TaskKind.APPOINTMENT: _("meeting with the client"),
    TaskKind.NEW_TIME: _("agree on a new time"),
    TaskKind.BEFORE_VISIT: _("prepare a visit to the doctor"),
    TaskKind.COLLEAGUE_ANSWER: _("answer from a colleague"),
    TaskKind.COLLEAGUE_ANSWERED: _("what a colleague answered"),
    TaskKind.HEALTH_CHECK: _("health check"),
    TaskKind.GO_THROUGH_ANSWERS: _("answers to questions"),
    TaskKind.WRITE_STATEMENT: _("write a statement"),
    TaskKind.GO_THROUGH_STATEMENT: _("go through a statement with the client"),
    TaskKind.SPECIAL_TEAM_ANSWER: _("answer of the special competence team"),
    TaskKind.SPECIAL_TEAM_MORE: _("what the special competence team asks"),
    TaskKind.SPECIAL_TEAM_WORK: _("work of the special competence team"),
    TaskKind.SPECIAL_TEAM_DECLINED: _("another way after the special competence team"),
    TaskKind.ASK_TEAM_ANEW: _("a question that the team did not get to"),
    TaskKind.TELL_TEAM_OUTCOME: _("tell what the team came to"),
}
# What stands after the worker's name in the next step: "Örjan Åström gets in touch, by Friday".
STEP_SENTENCES = {
    TaskKind.ANSWER_CONTACT: _("gets in touch"),
    TaskKind.CONFIRM_WISH: _("asks whether this is wanted"),
    TaskKind.ANSWER_PASSED_ON: _("answers whether to take the matter on"),
    TaskKind.FIRST_MEETING: _("arranges a first meeting"),
    TaskKind.REFERRAL_ANSWER: _("makes sure that the service answers"),
    TaskKind.REFERRAL_FIRST_DATE: _("makes sure that the service gives a first time"),
    TaskKind.REFERRAL_FOLLOW: _("asks how it goes with the service"),
    TaskKind.REFERRAL_DECLINED: _("finds another way, because the service said no"),
    TaskKind.REFERRAL_ENDED: _("agrees with the client on what comes after the service"),
    TaskKind.ASSESSMENT: _("makes sure that the assessment of work ability is done"),
    TaskKind.INFORMATION_ANSWER: _("makes sure that the information asked for arrives"),
    TaskKind.KEEP_CONTACT: _("gets in touch while the wait goes on"),
    TaskKind.HANDOVER_ANSWER: _("makes sure that a colleague answers about taking over"),
    TaskKind.AFTER_CARE: _("gets in touch to hear how things are"),
    TaskKind.ANSWER_MESSAGE: _("answers the message"),
    TaskKind.TELL_CHANGE: _("gets in touch and tells who carries on"),
    TaskKind.HANDOVER_DECLINED: _("carries on and decides what happens next"),
    TaskKind.PEER_SUPPORT: _("arranges peer support"),
    TaskKind.ANSWER_END_WISH: _("talks about whether the support shall end"),
    TaskKind.SECOND_LOOK: _("makes sure that nothing has been left untried"),
    TaskKind.TELL_WITHDRAWAL: _("tells those concerned that a consent is changed or withdrawn"),
    TaskKind.RENEW_CONSENT: _("talks with the client about a consent that runs out"),
    TaskKind.AGREE_WHO_CARRIES: _("agrees with the client and the workers who carries on"),
    TaskKind.ANSWER_REMARK: _("answers what was said about the plan"),
    TaskKind.APPOINTMENT: _("meets the client at the time agreed on"),
    TaskKind.NEW_TIME: _("gets in touch and agrees on a new time"),
    TaskKind.BEFORE_VISIT: _("prepares the visit to the doctor together with the client"),
    TaskKind.COLLEAGUE_ANSWER: _("makes sure that a colleague answers the question"),
    TaskKind.COLLEAGUE_ANSWERED: _("reads what a colleague answered and decides what it means"),
    TaskKind.HEALTH_CHECK: _(
        "makes sure that the health check is made, or that the client says no"
    ),
    TaskKind.GO_THROUGH_ANSWERS: _("goes through the answers together with the client"),
    TaskKind.WRITE_STATEMENT: _("writes a statement"),
    TaskKind.GO_THROUGH_STATEMENT: _("goes through the statement with the client"),
    TaskKind.SPECIAL_TEAM_ANSWER: _("makes sure that the special competence team answers"),
    TaskKind.SPECIAL_TEAM_MORE: _("answers what the special competence team asked"),
    TaskKind.SPECIAL_TEAM_WORK: _("leads the special competence team to an agreed follow-up"),
    TaskKind.SPECIAL_TEAM_DECLINED: _(
        "finds another way, because it was not for the special competence team"
    ),
    TaskKind.ASK_TEAM_ANEW: _("decides how the question to the team is answered"),
    TaskKind.TELL_TEAM_OUTCOME: _("tells what the team came to"),
}


# For whoever may not know what it is; it stands after a name, as the sentences above.
NOT_SHOWN = _("does something that is not shown to you")


def step_words(kind: str, what: str) -> str:
    """What is done, in the reader's language: as written, else as the kind says."""
    return what or str(STEP_SENTENCES.get(TaskKind(kind), "") if kind else "")


TOLD = {
    Told.MEETING: _("at a meeting"),
    Told.PHONE: _("by phone"),
    Told.MESSAGE: _("by message"),
    Told.LETTER: _("by letter"),
    Told.PORTAL: _("on the client's own pages"),
    Told.RECEIPT: _("on the receipt"),
}
TASK_OBSTACLES: dict[str, Any] = {
    TaskObstacle.NO_NEXT_STEP: _("Say what happens next: who does what, and by when."),
    TaskObstacle.DATE_HAS_PASSED: _("The day has passed. Choose today or a later day."),
    TaskObstacle.NOTHING_TO_DO: _("Write what is to be done."),
    TaskObstacle.OWNER_NOT_NEAR: _(
        "This person has no part in the case yet. Choose somebody who has."
    ),
    TaskObstacle.OWNER_NOT_ACTIVE: _("This account is closed. Choose somebody else."),
    TaskObstacle.NOT_OPEN: _("The task is no longer open."),
    TaskObstacle.HAS_A_WAY_OF_ITS_OWN: _(
        "This step follows a wait, a handover, a referral, an assessment, a meeting, a statement,"
        " the special competence team or a change of case manager."
        " Record what happened there."
    ),
}
