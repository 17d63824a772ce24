"""The plan of a case, the client's words in it, and what was agreed about following it up."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.foundation.base.ids import new_id
from kaveri.steps.planning.domain import PlanForm, PlanState


class Plan(Homed):
    """One current plan of a case: a note or the full form, a draft or standing as agreed.

    What it says is in rows of its own, each with its home. `version` is counted up by whatever
    changes the plan as a whole; the rows people edit have theirs.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="plans")
    form = models.CharField(max_length=10)
    state = models.CharField(max_length=10, default=PlanState.DRAFT)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    # A plan that was left for another stays readable.
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Homed.Meta):
        """One current plan; a plan that was left says why."""

        constraints = [
            *Homed.Meta.constraints,
            models.UniqueConstraint(
                fields=["case"], condition=Q(closed_at=None), name="plan_one_current"
            ),
            models.CheckConstraint(
                condition=Q(form__in=[form.value for form in PlanForm])
                & Q(state__in=[state.value for state in PlanState]),
                name="plan_codes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | ~Q(closed_reason=""), name="plan_closed_says_why"
            ),
        ]


class Piece(Homed):
    """Anything that stands in a plan: whose record it is, who wrote it and when."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="%(class)ss")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")

    class Meta(Homed.Meta):
        """Read by plan."""

        abstract = True


class OwnWords(Piece):
    """What the client wants, in their own words; other words make a new row."""

    text = models.TextField()
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )

    class Meta(Piece.Meta):
        """Words say something; one row begins, each other follows one."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(condition=~Q(text=""), name="own_words_say_something"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(replaces=None), name="own_words_one_beginning"
            ),
        ]


class FollowUp(Piece):
    """Who looks at what on which day; another agreement makes a new row."""

    what = models.TextField()
    on = models.DateField()
    who = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    who_name = models.CharField(max_length=200, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )

    class Meta(Piece.Meta):
        """Who, what, on which day; one row begins, each other follows one."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(what="") & (Q(who__isnull=False) | ~Q(who_name="")),
                name="follow_up_says_who_and_what",
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(replaces=None), name="follow_up_one_beginning"
            ),
        ]


class Review(Piece):
    """The follow-up was done: what was seen of the whole."""

    on = models.DateField()
    words = models.TextField(blank=True)
    # The agreement it kept, when there was one.
    kept = models.ForeignKey(
        FollowUp, models.PROTECT, null=True, blank=True, related_name="reviews"
    )


class ReviewLine(Piece):
    """What was seen of one goal or one row, guarded as that item is."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="lines")
    part = models.CharField(max_length=20)
    item_id = models.UUIDField()
    text = models.TextField()


class Former(Piece):
    """How an item read before it was changed; nothing anybody wrote is lost."""

    part = models.CharField(max_length=20)
    item_id = models.UUIDField()
    content = models.JSONField()

    class Meta(Piece.Meta):
        """Read by item."""

        indexes = [models.Index(fields=["item_id", "written_at"], name="former_by_item")]
