"""The words of the special competence team."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.steps.special_team.domain import Answer, Obstacle, Profession, State, Told

STATES = {
    State.SENT: _("waits for the team’s answer"),
    State.MORE_ASKED: _("the team asks for more"),
    State.TAKEN: _("the team works on it"),
    State.NOT_FOR_US: _("not for the team"),
    State.WITHDRAWN: _("taken back"),
    State.AGREED: _("statement given, follow-up agreed"),
}
# The same for the client.
OWN_STATES = {
    State.SENT: _("The team has been asked. It answers whether it takes your matter."),
    State.MORE_ASKED: _("The team needs to know more before it answers."),
    State.TAKEN: _("The team works on your matter. When it is ready, you can read its statement."),
    State.NOT_FOR_US: _("The team did not take your matter. Something else suits better."),
    State.WITHDRAWN: _("The question to the team has been taken back."),
    State.AGREED: _("The team has given its statement, and it is agreed who follows up."),
}
ANSWERS = {
    Answer.TAKE: _("We take it"),
    Answer.ASK_MORE: _("We need to know more"),
    Answer.NOT_FOR_US: _("It is not for us"),
}
PROFESSIONS = {
    Profession.COORDINATOR: pgettext_lazy("profession", "work ability coordinator"),
    Profession.SOCIAL_WORKER: pgettext_lazy("profession", "social worker"),
    Profession.OCCUPATIONAL_DOCTOR: pgettext_lazy("profession", "occupational health doctor"),
    Profession.PSYCHIATRIC_NURSE: pgettext_lazy("profession", "psychiatric nurse"),
    Profession.KELA_ADVISER: pgettext_lazy("profession", "Kela’s adviser on work ability"),
    Profession.EMPLOYMENT_EXPERT: pgettext_lazy("profession", "employment expert"),
    Profession.PSYCHOLOGIST: pgettext_lazy("profession", "psychologist"),
    Profession.NEUROLOGIST: pgettext_lazy("profession", "neurologist"),
    Profession.PSYCHIATRIST: pgettext_lazy("profession", "psychiatrist"),
    Profession.PHYSIATRIST: pgettext_lazy("profession", "physiatrist"),
    Profession.ADDICTION_DOCTOR: pgettext_lazy("profession", "addiction doctor"),
    Profession.OCCUPATIONAL_THERAPIST: pgettext_lazy("profession", "occupational therapist"),
    Profession.PHYSIOTHERAPIST: pgettext_lazy("profession", "physiotherapist"),
}
OBSTACLES: dict[str, Any] = {
    Obstacle.CASE_ENDED: _("The support has ended. Open the case again first."),
    Obstacle.NOT_BASIC_SERVICES: _(
        "The team takes referrals from basic services only. Ask the client’s case manager there to refer."
    ),
    Obstacle.UNDER_WAY: _("A referral to the team is under way already."),
    Obstacle.NOBODY_THERE: _("Choose somebody who coordinates the team."),
    Obstacle.NO_QUESTION: _("The question is missing. Write what the team has to answer."),
    Obstacle.NOTHING_TRIED: _("What has been tried is missing. Write it."),
    Obstacle.NO_OUTCOME: _("How it went is missing. Write it."),
    Obstacle.NO_MEASURES: _(
        "The measures are missing. Write what has been measured, and the results."
    ),
    Obstacle.NO_PLAN: _("The plan is missing. Write at least a short plan with the client first."),
    Obstacle.NOT_OPEN: _("The referral is closed already."),
    Obstacle.NOT_TO_ANSWER: _("The team has answered already."),
    Obstacle.NO_REASON: _("Write why."),
    Obstacle.NO_OTHER_WAY: _("Write what suits better instead."),
    Obstacle.NO_DAY: _("Write by when the statement comes."),
    Obstacle.NOTHING_ASKED: _("The team has not asked for more."),
    Obstacle.NOT_TAKEN: _("The team does not work on this."),
    Obstacle.NO_STATEMENT: _("The statement is not signed yet. Sign it first."),
    Obstacle.NOT_A_PROFESSIONAL: _("Choose somebody who works with clients."),
    Obstacle.CALLED_ALREADY: _("This person has been called already."),
}
# What stands on the timeline of the case.
ENTRY_WORDS: dict[str, Any] = {
    Told.REFERRED: _("Referred to the special competence team"),
    Told.MORE_ASKED: _("The special competence team asked for more"),
    Told.COMPLETED: _("The referral to the special competence team was completed"),
    Told.TAKEN: _("The special competence team took the case"),
    Told.NOT_FOR_US: _("The special competence team did not take the case"),
    Told.WITHDRAWN: _("The referral to the special competence team was taken back"),
    Told.CALLED: _("Somebody was called to the special competence team for this case"),
    Told.AGREED: _("Follow-up was agreed with the special competence team"),
}
