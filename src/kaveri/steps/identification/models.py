"""The county's own versions of the lists of prompts."""

from django.db import models
from django.db.models import Q

from kaveri.foundation.base.ids import new_id


class PromptList(models.Model):
    """One version of one front line's list; never changed, the newest one holds over the shipped one.

    Signals, questions and what to do now are kept one to a line.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField()
    version = models.PositiveIntegerField()
    name_sv = models.CharField(max_length=200)
    name_fi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    moment_sv = models.CharField(max_length=300)
    moment_fi = models.CharField(max_length=300)
    moment_en = models.CharField(max_length=300)
    signals_sv = models.TextField()
    signals_fi = models.TextField()
    signals_en = models.TextField()
    questions_sv = models.TextField()
    questions_fi = models.TextField()
    questions_en = models.TextField()
    do_now_sv = models.TextField()
    do_now_fi = models.TextField()
    do_now_en = models.TextField()
    # Keys of services, best first, separated by spaces.
    turn_to = models.CharField(max_length=400)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")

    class Meta:
        """Versions are counted from one; the shipped list stands before them."""

        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="prompt_list_one_version"),
            models.CheckConstraint(condition=Q(version__gte=1), name="prompt_list_counts_from_one"),
        ]
