"""The outbox: written in the use case's transaction, sent after it."""

from django.db import models
from django.db.models import Q

from kaveri.foundation.base.ids import new_id


class Notice(models.Model):
    """A mail that waits to be sent; it never holds what it is about."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    address = models.EmailField()
    language = models.CharField(max_length=5)
    # A link without an account carries its key here until it is sent, and no longer.
    link = models.CharField(max_length=300, blank=True)
    # Which of the few neutral mails it is.
    about = models.CharField(max_length=10, default="message")
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()

    class Meta:
        """The sender asks for what waits, oldest first."""

        indexes = [
            models.Index(fields=["next_try_at"], name="notice_waiting", condition=Q(sent_at=None))
        ]
