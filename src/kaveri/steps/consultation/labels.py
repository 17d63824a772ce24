"""The words for topics, ways and states of consultations."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.steps.consultation.domain import ConsultationObstacle, ConsultationState, Topic, Way

TOPICS: dict[str, Any] = {
    Topic.SEEING_THE_NEED: _("Seeing the need for support"),
    Topic.SERVICES: _("Which service suits"),
    Topic.REFERRING: _("How to guide on or send a referral"),
    Topic.WORK_ABILITY: _("Work ability and its assessment"),
    Topic.WORK_AND_STUDIES: _("Work, studies and work coaching"),
    Topic.BENEFITS: _("Benefits and income"),
    Topic.COOPERATION: _("Who does what, working together"),
    Topic.RIGHTS: _("Consent, secrecy and the client’s rights"),
    Topic.OTHER: pgettext_lazy("topic", "Something else"),
}
WAYS: dict[str, Any] = {
    Way.PHONE: _("By phone"),
    Way.MEETING: _("Face to face"),
    Way.MESSAGE: _("By message"),
    Way.KAVERI: _("In Kaveri"),
}
STATES: dict[str, Any] = {
    ConsultationState.OPEN: _("waits for an answer"),
    ConsultationState.ANSWERED: _("answered"),
}
OBSTACLES: dict[str, Any] = {
    ConsultationObstacle.NO_QUESTION: _("Write what you want to ask."),
    ConsultationObstacle.NO_ANSWER: _("Write the answer. Your colleague reads it."),
    ConsultationObstacle.NOBODY_RECEIVES: _(
        "Nobody is on duty there now. Choose another unit, or call."
    ),
    ConsultationObstacle.ALREADY_ANSWERED: _("The question has been answered already."),
}
