"""The words for answers about peer support."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.steps.participation.domain import PeerAnswer, PeerObstacle

PEER_ANSWERS = {
    PeerAnswer.WANTED: _("wants peer support"),
    PeerAnswer.NOT_NOW: _("not now, ask again later"),
    PeerAnswer.DOES_NOT_WANT: _("does not want peer support"),
    PeerAnswer.ARRANGED: _("peer support is arranged"),
}
PEER_OBSTACLES: dict[str, Any] = {
    PeerObstacle.CASE_ENDED: _("The support has ended. Open the case again first."),
    PeerObstacle.WITH_WHOM_MISSING: _("Write with whom the peer support is arranged."),
    PeerObstacle.FIRST_DAY_MISSING: _("Write the day when they meet for the first time."),
}
