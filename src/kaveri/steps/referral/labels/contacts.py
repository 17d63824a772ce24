"""The words for obstacles, answers and points of handling a contact."""

from django.utils.translation import gettext_lazy as _

from kaveri.steps.referral.domain.contacts import ContactObstacle, OfferState
from kaveri.steps.referral.domain.eligibility import Point, Weighs
from kaveri.steps.referral.domain.knowing import CheckBy, CheckObstacle

CONTACT_OBSTACLES = {
    ContactObstacle.ALREADY_HANDLED: _(
        "The contact has already been dealt with. Nothing more was changed."
    ),
    ContactObstacle.NOT_CONFIRMED: _(
        "The person has not agreed yet. Ask the person and record the answer first."
    ),
    ContactObstacle.NOTHING_TO_CONFIRM: _("The person has agreed already."),
    ContactObstacle.NO_WAY_TO_REACH: _("Write a phone number or an e-mail address."),
    ContactObstacle.NO_NAME: _("Write the name."),
    ContactObstacle.NOBODY_RECEIVES: _(
        "Right now nobody can receive your message here. Call us instead, the number is on this page."
    ),
    ContactObstacle.HOLDS_IDENTITY_CODE: _(
        "The text seems to hold a personal identity code. Take it away and send again; we do not"
        " need it. Everything else you wrote is still here."
    ),
    ContactObstacle.TOO_FEW_ATTEMPTS: _(
        "Record tries to reach the person on at least two different days first."
    ),
    ContactObstacle.ATTEMPT_IN_THE_FUTURE: _("The time has not come yet. Write when you tried."),
    ContactObstacle.ATTEMPT_BEFORE_ARRIVAL: _(
        "The time is before the contact arrived. Write when you tried."
    ),
    ContactObstacle.NO_ANSWER_WRITTEN: _("Write what you answered."),
    ContactObstacle.NO_REASON_WRITTEN: _("Write why."),
    ContactObstacle.ALREADY_OFFERED: _(
        "The contact already waits for an answer from another worker."
    ),
    ContactObstacle.OFFER_ANSWERED: _("This has already been answered, or the contact is closed."),
    ContactObstacle.RECEIVER_IS_ONESELF: _("The contact is already yours. Choose somebody else."),
    ContactObstacle.RECEIVER_NOT_WITHIN: _(
        "This person does not work in the same register. Choose somebody from the list."
    ),
    ContactObstacle.RECEIVER_AWAY: _("This person is away. Choose somebody who is present."),
    ContactObstacle.MANAGER_NOT_IN_UNIT: _(
        "The case manager must be you or a colleague in your own unit. To give the contact to"
        " another unit, pass it on."
    ),
    ContactObstacle.MANAGER_AWAY: _("This person is away. Choose somebody who is present."),
    ContactObstacle.MEETING_HAS_PASSED: _("The day has passed. Choose today or a later day."),
    ContactObstacle.CANNOT_KEEP: _(
        "Contacts come to another unit. Choose that the one on duty there answers."
    ),
    ContactObstacle.CHOOSE_EARLIER_OR_NEW: _(
        "The person has been here before. Choose whether you go on from the earlier record."
    ),
    ContactObstacle.HAS_OPEN_CASE: _(
        "The person already has an open case. Check whom to contact and pass the contact on to"
        " them."
    ),
    ContactObstacle.TAKEN_BACK_BY_PERSON_ONLY: _(
        "The person has agreed to be contacted. Now only they can take the message back."
    ),
}
CHECK_OBSTACLES = {
    CheckObstacle.CONTACT_NOT_OPEN: _("The contact is no longer open."),
    CheckObstacle.ASKED_ALREADY: _("This has been asked about this contact already."),
    CheckObstacle.TOO_MANY_TODAY: _(
        "You have asked many times today. Try again tomorrow, or ask your manager."
    ),
    CheckObstacle.NO_BIRTH_DATE: _("Write the day of birth."),
    CheckObstacle.CODE_IS_WRONG: _("This is not a whole identity code. Check the signs."),
}
CHECKED_BY = {
    CheckBy.NAME: _("by name and day of birth"),
    CheckBy.CODE: _("by identity code"),
}
OFFER_STATES = {
    OfferState.OPEN: _("waits for an answer"),
    OfferState.ACCEPTED: _("accepted"),
    OfferState.DECLINED: _("declined"),
    OfferState.WITHDRAWN: _("no longer offered"),
}
POINTS = {
    Point.WORKING_AGE: _("The person is of working age."),
    Point.WITHOUT_WORK: _("The person has no work."),
    Point.WORK_ABILITY: _("There is something about work ability."),
    Point.LIVES_IN_COUNTY: _("The person lives in the county."),
    Point.WANTS_WORK: _("The person wants work."),
}
WEIGHS = {
    Weighs.YES: _("known"),
    Weighs.ASK: _("ask"),
    Weighs.TALK: _("talk about it together"),
}
