"""The words for what a leaving worker carries and what stands in the way."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.steps.crossings.domain import Carried, GroundworkObstacle, LeavingObstacle

CARRIED = {
    Carried.CASE: _("case"),
    Carried.CONTACT: _("contact"),
    Carried.PAIR: _("working pair in a case"),
    Carried.TASKS: _("something to do in a case"),
    Carried.PROMISE: _("contact promised after an ended support"),
    Carried.SUBSTITUTION: _("stands in for"),
    Carried.OFFER: _("handover offered"),
    Carried.CONTACT_OFFER: _("contact passed on"),
    Carried.DUTY: _("turn on the duty list"),
    Carried.ABSENCE: _("own absence"),
}
# What happens to what nobody is named for.
BY_ITSELF = {
    Carried.PAIR: _("The case manager carries on alone and takes over what is to be done."),
    Carried.TASKS: _("The case manager takes over what is to be done."),
    Carried.OFFER: _("The handover is answered with no, and the one who asked is told."),
    Carried.ABSENCE: _("The absence ends."),
}
LEAVING_OBSTACLES: dict[str, Any] = {
    LeavingObstacle.RECEIVER_MISSING: _("Choose who takes over each line."),
    LeavingObstacle.RECEIVER_NOT_ACTIVE: _(
        "Somebody you chose is not at work here. Choose somebody else."
    ),
    LeavingObstacle.RECEIVER_LEAVES: _(
        "The one who leaves cannot take over. Choose somebody else."
    ),
    LeavingObstacle.RECEIVER_AWAY: _(
        "Somebody you chose is away on the days they would stand in. Choose somebody else."
    ),
    LeavingObstacle.NO_GROUND: _(
        "Somebody you chose works in another register and may not see the record. "
        "Choose somebody of the same register."
    ),
    LeavingObstacle.STILL_CARRIES: _(
        "Something new has come to this worker. Look through the list again."
    ),
    LeavingObstacle.ALREADY_CLOSED: _("This account is closed already."),
}
GROUNDWORK_OBSTACLES: dict[str, Any] = {
    GroundworkObstacle.CASE_ENDED: _("The support has ended. Open it again first."),
    GroundworkObstacle.NOTHING_EARLIER: _("There is no earlier support in your record to open."),
    GroundworkObstacle.NOTHING_CHOSEN: _("Choose what to carry over."),
    GroundworkObstacle.ALREADY_CARRIED: _(
        "Some of it has been carried over already. Look at the list again."
    ),
}
