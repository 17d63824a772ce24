"""The words for ways of ending, reasons, what stands in the way, and the summary's sentences."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.steps.ending.domain import (
    Continues,
    EndingState,
    EndObstacle,
    Fate,
    Reason,
    Way,
)

WAYS = {
    Way.AGREED: _("agreed together"),
    Way.BY_CLIENT: _("the client wants to end"),
    Way.MOVED: _("the client has moved away"),
    Way.UNREACHABLE: _("the client cannot be reached"),
    Way.DIED: _("the client has died"),
}
WAY_HINTS = {
    Way.AGREED: _("You have talked about it and somebody carries on where it is needed."),
    Way.BY_CLIENT: _("The client has said so. It needs no reason, and the way back stays open."),
    Way.MOVED: _("The support goes on elsewhere. A colleague takes a second look."),
    Way.UNREACHABLE: _(
        "At least three tries on different days. A missed appointment is not enough. "
        "A colleague takes a second look."
    ),
    Way.DIED: _("Nothing is sent. A colleague takes a second look."),
}
REASONS = {
    Reason.WORK: _("work"),
    Reason.STUDIES: _("studies"),
    Reason.REHABILITATION: _("rehabilitation"),
    Reason.DISABILITY_PENSION: _("disability pension"),
    Reason.OTHER_SERVICE: _("another service carries on"),
    Reason.NO_LONGER_NEEDED: _("coordination is no longer needed"),
    Reason.OTHER: _("another reason"),
}
CONTINUES = {
    Continues.SOMEBODY: _("Somebody carries on with the client"),
    Continues.NOBODY: _("Nobody needs to carry on"),
}
ENDING_STATES = {
    EndingState.PREPARED: _("prepared"),
    EndingState.DONE: _("ended"),
    EndingState.WITHDRAWN: _("did not end after all"),
}
FATES = {
    Fate.DONE: _("is done"),
    Fate.MOVES_ON: _("moves to the one who carries on"),
    Fate.NOT_NEEDED: _("is no longer needed"),
}
AGREED_HOW = {
    Told.MEETING: _("at a meeting"),
    Told.PHONE: _("by phone"),
    Told.MESSAGE: _("by message"),
    Told.LETTER: _("by letter"),
    Told.PORTAL: _("on the client's own pages"),
}
GIVEN_HOW = {
    Told.MEETING: _("in the hand, at a meeting"),
    Told.LETTER: _("by letter"),
    Told.PORTAL: _("on the client's own pages"),
}
END_OBSTACLES: dict[str, Any] = {
    EndObstacle.CASE_ENDED: _("The support has already ended."),
    EndObstacle.CASE_OPEN: _("The support is already open."),
    EndObstacle.ANOTHER_CASE_OPEN: _(
        "The client has another open case. Carry on there, and take over the earlier work."
    ),
    EndObstacle.REASON_MISSING: _("Choose why the support ends."),
    EndObstacle.OUTCOME_MISSING: _("Write what came of it."),
    EndObstacle.CONTINUES_MISSING: _("Choose whether somebody carries on."),
    EndObstacle.WHO_CONTINUES_MISSING: _("Write who carries on."),
    EndObstacle.WHY_NOBODY_MISSING: _("Write why nobody needs to carry on."),
    EndObstacle.HOW_AGREED_MISSING: _("Write how and when you talked about it with the client."),
    EndObstacle.AGREED_IN_THE_FUTURE: _(
        "The day has not come yet. Talk with the client first, then end."
    ),
    EndObstacle.NETWORK_NOT_TOLD: _(
        "Tell the network that the support ends, and tick here when it is done."
    ),
    EndObstacle.AFTER_CARE_MISSING: _(
        "Agree who gets in touch afterwards, and on which day; both are needed."
    ),
    EndObstacle.AFTER_CARE_PASSED: _("The day has passed. Choose today or a later day."),
    EndObstacle.AFTER_CARE_OWNER_NOT_NEAR: _(
        "This person has no part in the case. Choose somebody who has."
    ),
    EndObstacle.REFERRAL_UNANSWERED: _(
        "A referral waits for its answer. Get the answer or withdraw the referral first."
    ),
    EndObstacle.WAIT_OPEN: _("A wait is still open. End the wait first."),
    EndObstacle.HANDOVER_OPEN: _(
        "A handover waits for its answer. Let it be answered or take it back first."
    ),
    EndObstacle.ASSESSMENT_OPEN: _(
        "A work ability assessment is under way. Record its result or close it first."
    ),
    EndObstacle.TASKS_OPEN: _(
        "Tasks are open. Say for each whether it is done, moves on or is no longer needed."
    ),
    EndObstacle.SUMMARY_MISSING: _("The summary for the client is missing. Write it first."),
    EndObstacle.TOO_FEW_ATTEMPTS: _(
        "Three tries on different days are needed after the last contact. Record each try as a "
        "contact without an answer. A missed appointment does not count."
    ),
    EndObstacle.SECOND_LOOK_MISSING: _(
        "A colleague has not looked yet. Ask one, or wait until fourteen days have passed."
    ),
    EndObstacle.OWN_SECOND_LOOK: _(
        "Somebody else must take the second look: you prepared the ending yourself."
    ),
    EndObstacle.NOT_PREPARED: _("No ending is prepared. Begin from the way it ends."),
    EndObstacle.NOTHING_WRITTEN: _("Write what was done, what came of it and how to come back."),
    EndObstacle.ALREADY_GIVEN: _("The summary has been given to the client and stays as it is."),
    **{str(code): words for code, words in TASK_OBSTACLES.items()},
}

# --- the sentences a draft of the summary begins from, in the client's language -------------
SUMMARY_TITLE = _("Summary of your support")
SUMMARY_BEGAN = _("Your support began on %(day)s. %(manager)s kept it together.")
SUMMARY_MEETINGS = _("We met %(count)s times.")
SUMMARY_MEETING = _("We met once.")
SUMMARY_SERVICES = _("Together we turned to: %(services)s.")
SUMMARY_PEER = _("Peer support was arranged: %(with_whom)s.")
SUMMARY_SCORES = _(
    "You gave your work ability %(first)s of 10 at first and %(last)s of 10 the last time."
)
SUMMARY_SCORE = _("You gave your work ability %(score)s of 10.")
SUMMARY_CARRIES_ON = _("%(who)s carries on with you. Phone %(phone)s.")
SUMMARY_CARRIES_ON_NO_PHONE = _("%(who)s carries on with you.")
SUMMARY_NOBODY = _("We agreed that nobody needs to carry on now. %(why)s")
SUMMARY_MOVES_ON = _("These things move on with them: %(tasks)s.")
SUMMARY_AFTER_CARE = _("%(who)s gets in touch on %(day)s to hear how you are.")
SUMMARY_COME_BACK = _(
    "You can come back whenever you want. Call %(unit)s, %(phone)s. You need not tell everything "
    "again: what we did together can be used if you wish."
)
SUMMARY_COME_BACK_NO_PHONE = _(
    "You can come back whenever you want: contact %(unit)s. You need not tell everything again: "
    "what we did together can be used if you wish."
)
SUMMARY_PARTS = {
    "own_words": _("In your own words"),
    "done": _("What we did together"),
    "came_of_it": _("What came of it"),
    "continues": _("Who carries on with you"),
    "come_back": _("If you need us again"),
}
SUMMARY_YOUR_WORDS = _("Your words")
SUMMARY_SECRET = _("Confidential")
SUMMARY_GIVEN = _("Given %(day)s")
SUMMARY_PAGE = _("Page")
SUMMARY_PERIOD = _("%(first)s–%(last)s, %(reference)s")
