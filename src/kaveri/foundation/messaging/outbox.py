"""Putting a notice in the outbox and sending what waits."""

import datetime as dt
import smtplib

from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext as _

from kaveri.foundation.base import clock
from kaveri.foundation.messaging.models import Notice

WAIT = [dt.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 600)]


# There is something to read; there is a time tomorrow. No mail says more.
MESSAGE = "message"
TOMORROW = "tomorrow"


def put(*, address: str, language: str, link: str = "", about: str = MESSAGE) -> None:
    """Leave a notice to send; without an address there is nobody to tell and nothing is left."""
    if not address:
        return
    moment = clock.now()
    Notice.objects.create(
        address=address,
        language=language,
        link=link,
        about=about,
        made_at=moment,
        next_try_at=moment,
    )


def number_waiting() -> int:
    """How many notices wait, those that no longer are tried among them."""
    return Notice.objects.filter(sent_at=None).count()


def send_waiting(*, limit: int = 100) -> int:
    """Send what waits; a mail server that does not answer is tried again later, more and more seldom."""
    sent = 0
    moment = clock.now()
    waiting = Notice.objects.filter(
        sent_at=None, next_try_at__lte=moment, tries__lt=len(WAIT)
    ).order_by("made_at", "id")[:limit]
    for notice in waiting:
        try:
            _send(notice)
        except (smtplib.SMTPException, OSError):
            notice.next_try_at = moment + WAIT[notice.tries]
            notice.tries += 1
        else:
            notice.sent_at = moment
            notice.link = ""
            sent += 1
        notice.save(update_fields=["sent_at", "tries", "next_try_at", "link"])
    return sent


def _send(notice: Notice) -> None:
    with translation.override(notice.language):
        where = notice.link or settings.PUBLIC_ADDRESS
        if notice.about == TOMORROW:
            subject = _("Reminder")
            message = _("You have a time tomorrow. You find it here: %(where)s")
        else:
            subject = _("You have a message")
            message = _("There is a message for you. Open it here: %(where)s")
        send_mail(
            subject=subject,
            message=message % {"where": where},
            from_email=None,
            recipient_list=[notice.address],
        )
