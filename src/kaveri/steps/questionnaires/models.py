"""Questionnaires as they are asked, what has been answered, and scores over time."""

from django.db import models
from django.db.models import F, Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id


class Instrument(models.Model):
    """One version of a questionnaire and what is declared beside it; never changed, a newer one comes after it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.SlugField()
    number = models.PositiveIntegerField()
    questionnaire = models.TextField()
    declared = models.TextField()
    sha256 = models.CharField(max_length=64)
    # Ships with the product; every other one has been loaded with a permission.
    shipped = models.BooleanField(default=False)
    name_sv = models.CharField(max_length=200)
    name_fi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    permission_from = models.CharField(max_length=200, blank=True)
    permission_on = models.DateField(null=True, blank=True)
    permission_for = models.CharField(max_length=300, blank=True)
    who_may_use = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=300, blank=True)
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Without a permission only what ships is asked."""

        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="instrument_one_version"),
            models.CheckConstraint(
                condition=Q(shipped=True)
                | (
                    ~Q(permission_from="")
                    & ~Q(permission_for="")
                    & Q(permission_on__isnull=False)
                    & Q(loaded_by__isnull=False)
                ),
                name="instrument_has_a_permission",
            ),
        ]


class Asking(Homed):
    """Somebody is asked: which questions, in which way, and the answers so far."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="askings")
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="askings")
    way = models.CharField(max_length=10)
    language = models.CharField(max_length=10)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    # The day the answers are from: that of the paper, else that of handing in.
    answered_on = models.DateField(null=True, blank=True)
    # As FHIR writes them, by linkId: docs/adr/0045.
    answers = models.JSONField(default=dict, blank=True)
    saved_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)
    # Of the link only this is kept: enough to know it again, too little to make it.
    link_fingerprint = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 unique
    link_until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """Finished or taken back, not both; a link has its last day."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(taken_back_at=None),
                name="asking_ends_in_one_way",
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(answered_on__isnull=False),
                name="asking_finished_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(link_fingerprint=None) | Q(link_until__isnull=False),
                name="asking_link_has_its_last_day",
            ),
        ]
        indexes = [models.Index(fields=["case", "-asked_at"], name="asking_by_case")]


class ScaleResult(Homed):
    """One score on one scale on one day: from answers, written in by hand, or from a file."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="scale_results")
    asking = models.ForeignKey(Asking, models.PROTECT, null=True, related_name="results")
    measure = models.SlugField()
    scale = models.SlugField()
    score = models.DecimalField(max_digits=8, decimal_places=2)
    lowest = models.DecimalField(max_digits=8, decimal_places=2)
    highest = models.DecimalField(max_digits=8, decimal_places=2)
    measured_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")

    class Meta(Homed.Meta):
        """Within its scale; what is recorded from elsewhere stands once for a day."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(lowest__lt=F("highest"))
                & Q(score__gte=F("lowest"))
                & Q(score__lte=F("highest")),
                name="scale_result_within_its_scale",
            ),
            models.UniqueConstraint(
                fields=["case", "measure", "scale", "measured_on"],
                condition=Q(asking=None),
                name="scale_result_once_a_day",
            ),
            models.UniqueConstraint(fields=["asking", "scale"], name="scale_result_once_an_asking"),
        ]
        indexes = [
            models.Index(
                fields=["case", "measure", "scale", "measured_on"], name="scale_result_over_time"
            )
        ]
