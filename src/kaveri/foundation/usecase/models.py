"""What has been sent once and must not be made twice, and when the scheduled work was last done."""

from django.db import models

from kaveri.foundation.base.ids import new_id


class Sending(models.Model):
    """The key of a form that was carried out, and what it made."""

    key = models.UUIDField(primary_key=True)
    action = models.CharField(max_length=80)
    account_id = models.UUIDField(null=True)
    object_id = models.UUIDField(null=True)
    at = models.DateTimeField(db_index=True)


class WorkRound(models.Model):
    """The last round of one kind of scheduled work, for whatever watches it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    work = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField()
