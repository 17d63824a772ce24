"""What the client writes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.channels.portal.domain import PortalObstacle
from kaveri.channels.portal.labels import PORTAL_OBSTACLES
from kaveri.foundation.ui.forms import KaveriForm, TextField


class MessageForm(KaveriForm):
    """A message to the case manager."""

    text = TextField(
        label=_("Your message"),
        lines=5,
        error_messages={"required": _("Write your message.")},
    )
    voices = frozenset({"text"})
    obstacle_words = PORTAL_OBSTACLES
    obstacle_fields = {PortalObstacle.NOTHING_WRITTEN: "text"}


class DoesNotFitForm(KaveriForm):
    """Why the step does not fit, if the client wants to say it."""

    wish = TextField(label=_("What would suit you better?"), lines=4, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)
    voices = frozenset({"wish"})
    obstacle_words = PORTAL_OBSTACLES
