"""The words for what the client says, and for what stands in the way, on their own pages."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.channels.portal.domain import PortalObstacle, Said

PORTAL_OBSTACLES: dict[str, Any] = {
    PortalObstacle.NOTHING_WRITTEN: _("Write your message."),
    PortalObstacle.CASE_ENDED: _("The service has ended. You can write through the contact form."),
    PortalObstacle.STEP_CLOSED: _("This step has been done or changed. Look at what happens now."),
}
SAID = {
    Said.STEP_FITS: _("The client says that the next step fits"),
    Said.STEP_DOES_NOT_FIT: _("What was agreed does not fit me."),
    Said.PART_DONE: _("The client has done their part"),
}
