"""The words for the loop of a referral, its grounds and what stands in the way."""

from django.utils.translation import gettext_lazy as _

from kaveri.steps.referral_out.domain import (
    EventKind,
    ReferralObstacle,
    ReferralState,
    SendingGround,
)

STATES = {
    ReferralState.SENT: _("sent"),
    ReferralState.SEEN: _("seen"),
    ReferralState.ACCEPTED: _("accepted"),
    ReferralState.DECLINED: _("declined"),
    ReferralState.FIRST_DATE: _("first time agreed"),
    ReferralState.BEGUN: _("begun"),
    ReferralState.ENDED: _("ended"),
    ReferralState.WITHDRAWN: _("withdrawn"),
}
EVENTS = {
    EventKind.SENT: _("The referral was sent"),
    EventKind.SEEN: _("The service has opened it"),
    EventKind.ACCEPTED: _("The service accepts"),
    EventKind.DECLINED: _("The service declines"),
    EventKind.FIRST_DATE: _("The first time is agreed"),
    EventKind.BEGUN: _("The service has begun"),
    EventKind.ENDED: _("The service has ended"),
    EventKind.WITHDRAWN: _("The referral was withdrawn"),
    EventKind.REMINDED: _("The service was reminded"),
    EventKind.NEW_LINK: _("A new link was sent"),
    EventKind.NO_CHANGE: _("Asked: it goes on as before"),
}
# What an entry of the timeline tells of, by its `about_type`.
ENTRY_WORDS = {
    "referral_out.sent": _("Referred to a service"),
    "referral_out.declined": _("The service declined the referral"),
    "referral_out.first_date": _("The first time with the service is agreed"),
    "referral_out.ended": _("What came of the referral"),
    "referral_out.withdrawn": _("The referral was withdrawn"),
}
GROUNDS = {
    SendingGround.OWN_REGISTER: _("The same register: nothing leaves the service"),
    SendingGround.ORAL_CONSENT: _("The client has agreed to this one dealing"),
    SendingGround.PERMIT: _("A disclosure permit"),
    SendingGround.STATUTE: _("The law"),
}
ANSWERS = {
    ReferralState.FIRST_DATE: _("We take this on, and the first time is agreed"),
    ReferralState.ACCEPTED: _("We take this on, the first time is set later"),
    ReferralState.DECLINED: _("We cannot take this on"),
    ReferralState.BEGUN: _("It has begun"),
    ReferralState.ENDED: _("It has ended"),
}
OBSTACLES = {
    ReferralObstacle.CASE_ENDED: _("The case has ended. Reopen it before you refer."),
    ReferralObstacle.NOTHING_ASKED: _("Write what you ask of the service."),
    ReferralObstacle.TAKES_NO_REFERRALS: _(
        "This service does not receive referrals. Call it, or choose another."
    ),
    ReferralObstacle.NOT_OWN_REGISTER: _(
        "The service keeps another register. Choose the ground on which the information leaves."
    ),
    ReferralObstacle.GROUND_NOT_WRITTEN: _(
        "Write the ground: when and how the client agreed, which permit, or which section."
    ),
    ReferralObstacle.ANSWER_BY_HAS_PASSED: _("The day has passed. Choose today or a later day."),
    ReferralObstacle.ALREADY_UNDER_WAY: _(
        "A referral to this service is already under way. Write why one more is needed."
    ),
    ReferralObstacle.NO_WAY_TO_REACH: _(
        "Nobody at the service has an account. Write the e-mail address the link is sent to."
    ),
    ReferralObstacle.PHONE_IS_HIDDEN: _(
        "The telephone number is under non-disclosure and cannot be told."
    ),
    ReferralObstacle.NOT_NOW: _(
        "The referral has moved on in the meantime, and this answer no longer fits."
    ),
    ReferralObstacle.NO_REASON: _("Write the reason, so that another way can be found."),
    ReferralObstacle.NO_FIRST_DATE: _("Write the day of the first time."),
    ReferralObstacle.FIRST_DATE_HAS_PASSED: _("The day has passed. Choose today or a later day."),
    ReferralObstacle.NOTHING_CAME_OF_IT: _("Write what came of it."),
    ReferralObstacle.NO_NEXT_DAY: _("Write by when it is done."),
    ReferralObstacle.NOTHING_HEARD: _("Write what you heard, and from whom."),
    ReferralObstacle.ASK_AGAIN_HAS_PASSED: _("The day has passed. Choose today or a later day."),
    ReferralObstacle.NO_LINK: _("The receiver has an account and needs no link."),
}
