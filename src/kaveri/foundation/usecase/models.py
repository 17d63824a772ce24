"""What has been sent once and must not be made twice."""

from django.db import models


class Sending(models.Model):
    """The key of a form that was carried out, and what it made."""

    key = models.UUIDField(primary_key=True)
    action = models.CharField(max_length=80)
    account_id = models.UUIDField(null=True)
    object_id = models.UUIDField(null=True)
    at = models.DateTimeField(db_index=True)
