"""Documents on paper: tagged PDF/UA-1 and PDF/A-2a from typst, with letters of our own."""

from kaveri.foundation.documents.paper import PaperWarning, make_pdf, shown

__all__ = ["PaperWarning", "make_pdf", "shown"]
