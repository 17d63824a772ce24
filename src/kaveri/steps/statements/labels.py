"""The words for statements and what stands in their way."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.steps.statements.domain import State, StatementObstacle, Told

STATES = {
    State.ASKED: _("asked for"),
    State.SIGNED: _("signed and delivered"),
    State.WITHDRAWN: _("no longer asked for"),
}
GROUNDS = {
    "own": _("the same register"),
    "permit": _("a permit inside the sector"),
    "consent": _("the client’s consent"),
}
STATEMENT_OBSTACLES: dict[str, Any] = {
    StatementObstacle.CASE_ENDED: _("The support has ended. Open the case again first."),
    StatementObstacle.NO_QUESTION: _("Write what the statement has to answer."),
    StatementObstacle.WRITER_NOT_NEAR: _(
        "This person has no part in the case yet. Invite them to the network, or put the case on the team’s agenda."
    ),
    StatementObstacle.WRITER_LEAVES_BEFORE: _(
        "This person sees the case only for a time. Choose an earlier day, or invite them to the network."
    ),
    StatementObstacle.NO_GROUND: _("The client has not allowed this person to know of it."),
    StatementObstacle.NOT_ASKED: _("The statement is no longer waited for."),
    StatementObstacle.NOT_SIGNED: _("The statement has not been signed yet."),
    StatementObstacle.HEADING_EMPTY: _("Write something under every heading that is needed."),
    StatementObstacle.NOTHING_CHANGED: _("Nothing has been changed since the last version."),
    StatementObstacle.NO_REASON: _("Write why."),
}
# What stands on the timeline of the case.
ENTRY_WORDS: dict[str, Any] = {
    Told.ASKED: _("A statement was asked for"),
    Told.SIGNED: _("A statement was signed and delivered"),
    Told.AMENDED: _("A statement was amended"),
    Told.WITHDRAWN: _("A statement is no longer asked for"),
}
PAPER_SECRET = _("Confidential")
PAPER_PAGE = _("Page")
PAPER_SIGNED = _(
    "Signed electronically in Kaveri by %(who)s, %(title)s, on %(day)s. Version %(number)d."
)
PAPER_QUESTION = _("The question")
PAPER_FOR = _("Asked for by %(who)s on %(day)s")
PAPER_WHY = _("Why it was amended")
