"""The words for representatives, interpreters and languages."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.casebook.clients.domain import Interpreter, RepresentativeKind

REPRESENTATIVE_KINDS = {
    RepresentativeKind.GUARDIAN: _("guardian"),
    RepresentativeKind.AUTHORISED: _("authorised person"),
    RepresentativeKind.CLOSE_PERSON: _("close person"),
}
INTERPRETERS = {
    Interpreter.NONE: _("no interpreter"),
    Interpreter.SPOKEN: _("interpreter"),
    Interpreter.SIGN: _("sign language interpreter"),
}
# Languages people most often need here; the code is kept, the word follows the reader.
LANGUAGES = {
    "sv": pgettext_lazy("spoken language", "Swedish"),
    "fi": pgettext_lazy("spoken language", "Finnish"),
    "en": pgettext_lazy("spoken language", "English"),
    "ar": pgettext_lazy("spoken language", "Arabic"),
    "ckb": pgettext_lazy("spoken language", "Kurdish"),
    "et": pgettext_lazy("spoken language", "Estonian"),
    "fa": pgettext_lazy("spoken language", "Persian"),
    "ru": pgettext_lazy("spoken language", "Russian"),
    "sme": pgettext_lazy("spoken language", "Northern Sámi"),
    "so": pgettext_lazy("spoken language", "Somali"),
    "sq": pgettext_lazy("spoken language", "Albanian"),
    "uk": pgettext_lazy("spoken language", "Ukrainian"),
    "vi": pgettext_lazy("spoken language", "Vietnamese"),
}


def language_name(code: str) -> str:
    """The language in the reader's own; as written when it is none of ours."""
    return str(LANGUAGES.get(code, code))
