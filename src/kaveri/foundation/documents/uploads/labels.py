"""The words for files that are not taken in."""

from django.utils.translation import gettext_lazy as _

from kaveri.foundation.documents.uploads.obstacles import UploadObstacle

UPLOAD_OBSTACLES = {
    UploadObstacle.EMPTY: _("The file is empty. Choose the file again."),
    UploadObstacle.TOO_LARGE: _("The file is too large. Choose one of at most 10 MB."),
    UploadObstacle.ANOTHER_KIND: _(
        "Files of this kind are not taken in. Choose a PDF, a picture (PNG or JPG) or a text document"
        " (DOCX or ODT)."
    ),
    UploadObstacle.PHONE_PICTURE: _(
        "Pictures of the kind HEIC are not taken in. Save the picture as JPG and choose it again."
    ),
    UploadObstacle.BROKEN: _(
        "The file cannot be read; a part of it may be missing. Save it anew and choose it again."
    ),
    UploadObstacle.TOO_MANY_PIXELS: _(
        "The picture has too many points. Make it smaller, or scan it less finely, and choose it again."
    ),
    UploadObstacle.TOO_MUCH_INSIDE: _(
        "There is too much packed into the file. Print it to a PDF and choose the PDF."
    ),
    UploadObstacle.LOCKED: _(
        "The file is locked with a password. Save it without the password and choose it again."
    ),
    UploadObstacle.ACTIVE_PDF: _(
        "The PDF holds programs, attached files or a form of its own, or cannot be read through."
        " Print it to a new PDF and choose the new one."
    ),
    UploadObstacle.ACTIVE_OFFICE: _(
        "The document holds macros, other files or links to outside parts. Print it to a PDF and"
        " choose the PDF."
    ),
    UploadObstacle.VIRUS: _(
        "The virus scanner stopped the file. It was not saved. Ask your IT support before you open it"
        " again."
    ),
    UploadObstacle.NOT_SEARCHED: _(
        "The file could not be checked for viruses just now, so it was not saved. Try again in a while."
    ),
}
