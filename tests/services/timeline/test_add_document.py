"""A document comes to the case."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.services import add_document
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.documents.uploads import UploadObstacle
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.papers import PDF


@pytest.mark.django_db
def test_the_file_is_kept_under_a_name_that_tells_nothing(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = a_case()
    entry = add_document(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        name="../../Aino Virtanen B.pdf",
        content=PDF,
        source=Source.HEALTH_CARE,
        category=Category.HEALTH,
    )
    assert "Aino" not in entry.document.name
    assert entry.document_name == "Aino Virtanen B.pdf"
    assert entry.category == Category.HEALTH


@pytest.mark.django_db
def test_a_predecessor_adds_nothing():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    with pytest.raises(Denied):
        add_document(
            actor=cast.as_actor(cast.mikko()),
            case_id=case.id,
            name="b.pdf",
            content=PDF,
            source=Source.CLIENT,
            category=Category.HEALTH,
        )


@pytest.mark.django_db
def test_a_file_that_acts_is_not_kept(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with pytest.raises(Refused) as refused:
        add_document(
            actor=cast.as_actor(cast.kerstin()),
            case_id=a_case().id,
            name="b.pdf",
            content=PDF.replace(b"/Count 1", b"/S /JavaScript"),
            source=Source.CLIENT,
            category=Category.HEALTH,
        )
    assert refused.value.obstacles == [UploadObstacle.ACTIVE_PDF]
    assert list(tmp_path.iterdir()) == []
