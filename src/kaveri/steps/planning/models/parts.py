"""Goals, what is known of the situation, who does what and when, and what is said about it."""

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.models import Homed
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.base.ids import new_id
from kaveri.steps.planning.domain import (
    CommentKind,
    GoalLevel,
    GoalState,
    RowKind,
    RowState,
    Taken,
    Topic,
    Wish,
)
from kaveri.steps.planning.models.plans import Piece


class Goal(Piece):
    """A goal, first in the client's words; put otherwise it is a new row that follows the former.

    `root_id` is the same for all the wordings of one goal, and what a goal leads to is named by it.
    """

    root_id = models.UUIDField(default=new_id)
    level = models.CharField(max_length=10)
    own_words = models.TextField()
    wording = models.TextField(blank=True)
    leads_to = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=10, default=GoalState.AHEAD)
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.TextField(blank=True)
    closed_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta(Piece.Meta):
        """The client's words are there; closed means dated, given up has a reason."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(condition=~Q(own_words=""), name="goal_has_own_words"),
            models.CheckConstraint(
                condition=Q(level__in=[level.value for level in GoalLevel])
                & Q(state__in=[state.value for state in GoalState]),
                name="goal_codes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(state=GoalState.AHEAD, closed_on=None)
                | Q(state=GoalState.ATTAINED, closed_on__isnull=False)
                | (Q(state=GoalState.GIVEN_UP, closed_on__isnull=False) & ~Q(closed_reason="")),
                name="goal_state_and_day_agree",
            ),
            models.UniqueConstraint(
                fields=["root_id"], condition=Q(replaces=None), name="goal_one_beginning"
            ),
        ]
        indexes = [models.Index(fields=["root_id"], name="goal_by_root")]


class PlanStatement(Piece):
    """Something known of the situation: the text, whose it is, and from when."""

    topic = models.CharField(max_length=20)
    text = models.TextField()
    effect = models.TextField(blank=True)
    source = models.CharField(max_length=30)
    said_by = models.CharField(max_length=200, blank=True)
    said_on = models.DateField()
    # Told once: the mapping's row, or an earlier plan's, that it was taken over from.
    reused_from = models.ForeignKey(
        "assessment.Statement", models.PROTECT, null=True, blank=True, related_name="+"
    )
    reused_from_plan = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(Piece.Meta):
        """Known codes, some text, taken over once and from one place."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(topic__in=[topic.value for topic in Topic])
                & Q(source__in=[source.value for source in Source])
                & ~Q(text=""),
                name="plan_statement_codes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(reused_from=None) | Q(reused_from_plan=None),
                name="plan_statement_from_one_place",
            ),
            models.UniqueConstraint(
                fields=["plan", "reused_from"], name="plan_statement_reused_once"
            ),
            models.UniqueConstraint(
                fields=["plan", "reused_from_plan"], name="plan_statement_taken_over_once"
            ),
        ]


class PlanRow(Piece):
    """What is done towards the goals: by whom, in which order, when; as the client sees it, too.

    A row that is the case's next step has a task, and then the day stands in the task alone:
    `due_on` is empty. So the plan and the one question never tell two days.
    """

    kind = models.CharField(max_length=10)
    what = models.TextField(blank=True)
    service = models.ForeignKey(
        "directory.Service", models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation_name = models.CharField(max_length=200, blank=True)
    responsible = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    responsible_name = models.CharField(max_length=200, blank=True)
    by_client = models.BooleanField(default=False)
    wish = models.CharField(max_length=20, blank=True)
    client_words = models.TextField(blank=True)
    recommendation = models.TextField(blank=True)
    client_part = models.TextField(blank=True)
    place = models.PositiveSmallIntegerField()
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, default=RowState.PLANNED)
    left_reason = models.TextField(blank=True)
    task = models.OneToOneField(
        "tasks.Task", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Counted up when what is agreed to changes; an agreement holds for the content it saw.
    content_no = models.PositiveIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)

    class Meta(Piece.Meta):
        """Something is done; known codes; dates in order; one day, in one place."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(what="") | Q(service__isnull=False), name="plan_row_says_something"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in RowKind])
                & Q(state__in=[state.value for state in RowState])
                & Q(wish__in=[wish.value for wish in Wish]),
                name="plan_row_codes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(until_on=None) | Q(until_on__gte=models.F("from_on")),
                name="plan_row_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(task=None) | Q(due_on=None), name="plan_row_day_stands_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=RowState.LEFT) | ~Q(left_reason=""),
                name="plan_row_left_says_why",
            ),
        ]


class RowAgreement(models.Model):
    """The responsible one agrees to a row as it read then; never changed, only outrun."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    row = models.ForeignKey(PlanRow, models.PROTECT, related_name="agreements")
    content_no = models.PositiveIntegerField()
    # The day the row had, wherever it stood: moved by the task, it is agreed anew.
    due_on = models.DateField(null=True)
    by = models.ForeignKey("accounts.Account", models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=20)
    on = models.DateField()
    words = models.TextField(blank=True)
    recorded_by = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()


class Comment(Piece):
    """A comment or a proposal about the plan or one item of it, until it is answered."""

    kind = models.CharField(max_length=10)
    text = models.TextField()
    part = models.CharField(max_length=20, blank=True)
    item_id = models.UUIDField(null=True, blank=True)
    answer = models.CharField(max_length=10, blank=True)
    answer_words = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "accounts.Account", models.PROTECT, null=True, blank=True, related_name="+"
    )
    # When the one who said it had the answer before them.
    answer_seen_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Piece.Meta):
        """Some text; answered means how, by whom and when."""

        constraints = [
            *Homed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in CommentKind]) & ~Q(text=""),
                name="plan_comment_codes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None)
                | Q(
                    answer__in=[answer.value for answer in Taken],
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                ),
                name="plan_comment_answer_is_whole",
            ),
        ]
