"""The consent on paper: tagged, in the language it was read in, for those who may read it."""

import io

import pikepdf
import pytest

from kaveri.foundation.base.errors import Denied
from kaveri.steps.permission.services import print_consent
from tests.factories import cast
from tests.factories import permission as given
from tests.factories.casebook import a_case
from tests.services.planning.test_print_plan import structure

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


def printed(language):
    consent = given.a_consent(a_case(), language=language)
    return print_consent(actor=cast.as_actor(cast.kerstin()), consent_id=consent.id)


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_it_is_tagged_and_speaks_the_language_it_was_read_in(language):
    with pikepdf.open(io.BytesIO(printed(language))) as pdf:
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.MarkInfo.Marked)
        kinds = list(structure(pdf.Root.StructTreeRoot))
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
            assert about["dc:title"]

    assert kinds.count("/H1") == 1
    assert {"/H2", "/P"} <= set(kinds)


def test_a_stranger_gets_no_paper():
    consent = given.a_consent(a_case())

    with pytest.raises(Denied):
        print_consent(actor=cast.as_actor(cast.petra()), consent_id=consent.id)
