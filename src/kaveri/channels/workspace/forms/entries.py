"""Notes, contacts, documents and messages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.casebook.tasks.domain import TaskObstacle
from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.casebook.timeline.domain import EntryKind, EntryObstacle, Source
from kaveri.casebook.timeline.labels import (
    ENTRY_KINDS,
    ENTRY_OBSTACLES,
    SOURCES,
)
from kaveri.foundation.careful import Kind
from kaveri.foundation.documents.uploads import UPLOAD_OBSTACLES, UploadObstacle
from kaveri.foundation.ui.forms import DateField, FilterForm, KaveriForm, TextField

_WORDS: dict[str, Any] = {
    str(code): words
    for known in (ENTRY_OBSTACLES, TASK_OBSTACLES, UPLOAD_OBSTACLES)
    for code, words in known.items()
}


def _choices(words: Any) -> list[tuple[str, Any]]:
    return [(str(code), word) for code, word in words.items()]


class _FromSomewhere(KaveriForm):
    """What every note and document says: whose information it is, of which kind, for whom."""

    source = forms.ChoiceField(
        label=_("Whose information is it?"), choices=_choices(SOURCES), initial=Source.CLIENT
    )
    category = forms.ChoiceField(
        label=_("What is it about?"),
        choices=_choices(CATEGORIES),
        initial=Category.LIFE_SITUATION,
    )
    not_to_others = forms.BooleanField(
        label=_("Not to others: only the client, the case manager and I see it"), required=False
    )
    obstacle_words = _WORDS

    def said_openly(self) -> frozenset[str]:
        """What is marked as being about health may tell of an illness."""
        is_health = self.cleaned_data.get("category") == Category.HEALTH
        return frozenset({Kind.DIAGNOSIS}) if is_health else frozenset()


class NoteForm(_FromSomewhere):
    """Something is written down."""

    text = TextField(
        careful=True,
        label=_("What do you want to write down?"),
        lines=6,
        error_messages={"required": _("Write what you want to keep.")},
    )
    in_own_words = forms.BooleanField(label=_("These are the client's own words"), required=False)
    field_order = ("text", "in_own_words", "source", "category", "not_to_others")
    obstacle_fields = {EntryObstacle.NOTHING_WRITTEN: "text"}


class DocumentForm(_FromSomewhere):
    """A file is added."""

    document = forms.FileField(
        label=_("Which file?"),
        help_text=_("PDF, picture (PNG or JPG) or text document (DOCX or ODT), at most 10 MB."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty. Choose the file again."),
        },
        allow_empty_file=True,
    )
    text = TextField(careful=True, label=_("What is it?"), lines=2, required=False)
    field_order = ("document", "text", "source", "category", "not_to_others")
    obstacle_fields = dict.fromkeys(UploadObstacle, "document")
    kept = _("Everything you wrote is still here. Choose the file again.")


class MessageForm(KaveriForm):
    """A worker writes to the client."""

    text = TextField(
        careful=True,
        label=_("Your message"),
        help_text=_("The client reads it on their own pages."),
        lines=5,
        error_messages={"required": _("Write your message.")},
    )
    next_what = forms.CharField(
        label=_("What do you do next?"),
        help_text=_("Needed when no other step is open. For example: calls you"),
        required=False,
        max_length=300,
    )
    next_due_on = DateField(label=_("By when?"), required=False)
    widths = {"next_what": "long"}
    careful_lines = frozenset({"next_what"})
    needed_at_times = frozenset({"next_what"})
    obstacle_words = _WORDS
    obstacle_fields = {
        EntryObstacle.NOTHING_WRITTEN: "text",
        TaskObstacle.NO_NEXT_STEP: "next_what",
        TaskObstacle.DATE_HAS_PASSED: "next_due_on",
        TaskObstacle.NOTHING_TO_DO: "next_what",
    }


class TimelineFilter(FilterForm):
    """Narrows the timeline."""

    kind = forms.ChoiceField(label=_("What"), required=False)
    source = forms.ChoiceField(label=_("From whom"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """All, or one kind and one source."""
        super().__init__(*args, **kwargs)
        kinds = {kind: ENTRY_KINDS[kind] for kind in EntryKind}
        self.fields["kind"].choices = [("", _("Everything")), *_choices(kinds)]  # type: ignore[attr-defined]
        self.fields["source"].choices = [("", _("Everybody")), *_choices(SOURCES)]  # type: ignore[attr-defined]
