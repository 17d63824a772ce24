"""The words for how people stand to a matter, grounds, kinds of looks, and requests."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.cases.domain import RelationKind
from kaveri.steps.insight.domain.looks import Kind
from kaveri.steps.insight.domain.requests import (
    AnswerObstacle,
    AskObstacle,
    RequestKind,
    RequestState,
)
from kaveri.steps.insight.domain.seeing import Ground

STANDING = {
    RelationKind.SELF: _("yourself"),
    RelationKind.REPRESENTATIVE: _("represents you"),
    RelationKind.CASE_MANAGER: _("has the responsibility for your matter"),
    RelationKind.PAIR: _("works together with the one responsible"),
    RelationKind.SUBSTITUTE: _("stands in for somebody who is away"),
    RelationKind.PREDECESSOR: _("had the responsibility before"),
    RelationKind.COACH: _("is your work coach"),
    RelationKind.MEMBER: _("is in your network"),
    RelationKind.TEAM: _("is in the team that meets about your matter"),
    RelationKind.SPECIAL_TEAM: _("is in the special team"),
    RelationKind.RECEIVER: _("has been asked about a service for you"),
    RelationKind.CONTACT_OWNER: _("answers your first contact"),
    RelationKind.CONTACT_SENDER: _("sent the first contact"),
    RelationKind.EXPERT: _("is an experience expert you have chosen"),
}
GROUNDS = {
    Ground.OWN: _("Works for the organisation that keeps this record."),
    Ground.PERMIT: _("You have given a permit to show this to others in the same sector."),
    Ground.CONSENT: _("You have given a consent that names them and this information."),
    Ground.DOCUMENT: _("A document says that this person may act for you."),
    Ground.ASKED: _("Has been asked to answer, and sees only that."),
    Ground.SHARED: _("Sees only what you share with them yourself."),
}
# On which ground an event says that something was shown; others are not told.
GROUNDS_IN_LOG: dict[str, Any] = {
    "own": _("works for the organisation that keeps the record"),
    "permit": _("your permit"),
    "consent": _("your consent"),
    "self": _("the person's own record"),
    "representative": _("a document to act for you"),
    "statute": _("a provision in the law"),
    "asked": _("has written it, answers for it or was asked"),
}
KINDS = {
    Kind.MATTER: _("your matter on the whole"),
    Kind.PERSON: _("your name and contact details"),
    Kind.LISTS: _("a list or a search where you were one of those shown"),
    Kind.CONTACT: _("how you came to us"),
    Kind.SITUATION: _("your situation and assessments"),
    Kind.WORK_ABILITY: _("your answers about work ability"),
    Kind.NOTES: _("notes and documents"),
    Kind.MESSAGES: _("messages"),
    Kind.STEPS: _("what is to be done, and when"),
    Kind.PEOPLE: _("who works with your matter"),
    Kind.REFERRALS: _("services you have been guided to"),
    Kind.PLAN: _("your plan"),
    Kind.CONSENT: _("what you allow, and who sees what"),
    Kind.TEAM: _("the work of the team"),
    Kind.COACHING: _("work coaching"),
    Kind.PEER_SUPPORT: _("peer support"),
    Kind.ENDING: _("the ending of the support"),
    Kind.FEEDBACK: _("feedback"),
    Kind.LOG: _("who has looked"),
    Kind.SERVICES: _("services and places of work"),
    Kind.STATEMENTS: _("statements about you"),
}
REQUEST_KINDS = {
    RequestKind.OLDER: _("log older than two years"),
    RequestKind.INVESTIGATION: _("investigation of a look"),
}
REQUEST_STATES = {
    RequestState.OPEN: _("waits for an answer"),
    RequestState.ANSWERED: _("answered"),
    RequestState.REFUSED: _("refused, with reasons"),
}
ASK_OBSTACLES: dict[str, Any] = {
    AskObstacle.NO_REASON: _("Write why you ask."),
    AskObstacle.NO_PERIOD: _("Write the first and the last day."),
    AskObstacle.PERIOD_TURNED: _("The last day is before the first day."),
    AskObstacle.NOT_OLDER: _(
        "You can read the last two years yourself. Write a first day that is earlier."
    ),
    AskObstacle.NO_TIME: _("Write when you think it happened."),
    AskObstacle.NO_DATA: _("Write which information it is about."),
}
ANSWER_OBSTACLES: dict[str, Any] = {
    AnswerObstacle.ALREADY_ANSWERED: _("The request has been answered already."),
    AnswerObstacle.NO_WORDS: _("Write the answer. The person reads it."),
    AnswerObstacle.OWN_REQUEST: _("This is your own request. A colleague answers it."),
}

REPORT_TITLE = _("Who has looked at your information")
REPORT_SECRET = _("Secret. For you only.")
REPORT_PAGE = _("Page")
REPORT_FOOT = _("Made %(day)s")
REPORT_PERIOD = _("From %(first)s to %(last)s. Your own looks are left out.")
REPORT_HEADS = (_("When"), _("Who"), _("What"), _("On which ground"))
REPORT_EMPTY = _("Nobody has looked at your information during this time.")
REPORT_WRONG = _(
    "Does something look wrong? Ask for an investigation on your pages, or call the privacy officer."
)
