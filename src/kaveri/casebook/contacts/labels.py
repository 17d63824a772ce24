"""The words for channels, states and reasons of contacts."""

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.contacts.domain import (
    AttemptWay,
    Channel,
    ClosingReason,
    ContactState,
    Knows,
    Language,
)

CHANNELS = {
    Channel.SELF_WEB: _("the person, on the web"),
    Channel.SELF_PHONE: _("the person, by phone"),
    Channel.SELF_WALK_IN: _("the person, on a visit"),
    Channel.CLOSE_PERSON: _("a close person"),
    Channel.SOCIAL_CARE: _("social welfare"),
    Channel.HEALTH_CARE: _("health care"),
    Channel.EMPLOYMENT_SERVICES: _("employment services"),
    Channel.KELA: _("Kela"),
    Channel.MUNICIPAL_EMPLOYMENT: _("municipal employment"),
    Channel.STUDY_COUNSELLOR: _("study counsellor"),
    Channel.SCHOOL: _("school or institute"),
    Channel.OCCUPATIONAL_HEALTH: _("occupational health"),
    Channel.DEBT_COUNSELLING: _("debt counselling"),
    Channel.ORGANISATION: _("organisation or association"),
    Channel.YOUTH_WORK: _("youth work"),
    Channel.CRIMINAL_SANCTIONS: _("Criminal Sanctions Agency"),
    Channel.PRISONER_HEALTH: _("prisoner health care"),
}
CONTACT_STATES = {
    ContactState.TO_BE_CONFIRMED: _("to be confirmed"),
    ContactState.OPEN: _("to be answered"),
    ContactState.TAKEN_ON: _("taken on"),
    ContactState.ADVISED: _("answered with advice"),
    ContactState.CLOSED: _("closed"),
}
CLOSING_REASONS = {
    ClosingReason.DOES_NOT_WANT: _("the person does not want the service"),
    ClosingReason.NOT_REACHED: _("the person cannot be reached"),
    ClosingReason.TAKEN_BACK: _("the message was taken back"),
}
LANGUAGES = {
    Language.SV: _("Swedish"),
    Language.FI: _("Finnish"),
    Language.EN: _("English"),
    Language.UK: _("Ukrainian"),
    Language.RU: _("Russian"),
    Language.AR: _("Arabic"),
    Language.SO: _("Somali"),
    Language.ET: _("Estonian"),
    Language.SIGN: _("sign language"),
    Language.OTHER: _("another language"),
}
KNOWS = {
    Knows.AGREES: _("The person knows that I write and wants to be contacted"),
    Knows.KNOWS: _("The person knows that I write but has not decided"),
    Knows.DOES_NOT_KNOW: _("The person does not know yet"),
}
ATTEMPT_WAYS = {
    AttemptWay.PHONE: _("phone call"),
    AttemptWay.TEXT_MESSAGE: _("text message"),
    AttemptWay.EMAIL: _("e-mail"),
    AttemptWay.LETTER: _("letter"),
    AttemptWay.VISIT: _("visit"),
}
