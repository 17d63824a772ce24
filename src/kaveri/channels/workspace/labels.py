"""The words for what hurts the client, and for the kinds of step that rise."""

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.cases.domain import RelationKind
from kaveri.channels.workspace.domain import Harm, SignInObstacle

HARMS = {
    Harm.WITHOUT_CONTACT: _("Without contact"),
    Harm.NOBODY_RESPONSIBLE: _("Nobody responsible"),
    Harm.UNDONE: _("Decided, undone"),
    Harm.UNANSWERED_REFERRAL: _("No answer to referral"),
    Harm.UNANSWERED: _("Unanswered"),
    Harm.DOES_NOT_KNOW: _("Does not know"),
}
HARM_ICONS = {
    Harm.WITHOUT_CONTACT: "phone-off",
    Harm.NOBODY_RESPONSIBLE: "user-x",
    Harm.UNDONE: "calendar-x-2",
    Harm.UNANSWERED_REFERRAL: "mail-question-mark",
    Harm.UNANSWERED: "mail-question-mark",
    Harm.DOES_NOT_KNOW: "circle-question-mark",
}
RELATIONS = {
    RelationKind.SELF: _("the client"),
    RelationKind.REPRESENTATIVE: _("representative"),
    RelationKind.CASE_MANAGER: _("case manager"),
    RelationKind.PAIR: _("working pair"),
    RelationKind.SUBSTITUTE: _("stands in"),
    RelationKind.PREDECESSOR: _("former case manager"),
    RelationKind.COACH: _("job coach"),
    RelationKind.MEMBER: _("member of the network"),
    RelationKind.TEAM: _("work ability team"),
    RelationKind.SPECIAL_TEAM: _("special competence team"),
    RelationKind.RECEIVER: _("receiver of a referral"),
    RelationKind.CONTACT_OWNER: _("owner of the contact"),
    RelationKind.CONTACT_SENDER: _("sender of the contact"),
    RelationKind.EXPERT: _("experience expert"),
}
SIGN_IN_OBSTACLES = {
    SignInObstacle.HAS_ONE: _("The person has a sign-in already."),
    SignInObstacle.NOT_A_CLIENTS: _("This sign-in is not a client's."),
    SignInObstacle.IS_TAKEN: _("This sign-in belongs to somebody else."),
    SignInObstacle.NAME_TAKEN: _("Somebody has this user name already. Choose another."),
    SignInObstacle.HAS_NONE: _("The person has no sign-in yet. Make one first."),
}
