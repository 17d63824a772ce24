"""The log on paper."""

import datetime as dt
import io

import pikepdf
import pytest
from django.urls import reverse

from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.steps.insight.domain.requests import RequestKind, RequestState
from kaveri.steps.insight.services import answer_request, ask_officer, order_report
from kaveri.steps.insight.services.requests import Asked
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.insight import WHY, a_look, dag

pytestmark = pytest.mark.django_db


def paper_of(case, account, language="sv"):
    return order_report(actor=cast.as_actor(account), case_id=case.id, language=language)


def kinds(node):
    """The kinds of the document's parts, as a reader aid meets them."""
    if isinstance(node, pikepdf.Array):
        return [kind for each in node for kind in kinds(each)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    own = [str(node.S)] if "/S" in node else []
    return own + (kinds(node.K) if "/K" in node else [])


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
@pytest.mark.requirement("TRUST-1")
def test_the_last_two_years_are_a_tagged_table_with_a_header(language):
    case = a_case()
    with clock.standing_at(clock.now() + dt.timedelta(days=4)):
        for hours in range(60):
            a_look(case, cast.kerstin(), at=clock.now() - dt.timedelta(hours=hours))
        made = paper_of(case, cast.aino_account(), language)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == language
        assert len(pdf.pages) > 1
        found = kinds(pdf.Root.StructTreeRoot)
    assert found.count("/Table") == 1
    # Every page repeats the header for the eye; the parts have it once.
    assert found.count("/TH") == 4
    assert found.count("/TD") == 4 * 60


@pytest.mark.requirement("TRUST-1")
def test_ordering_is_itself_an_act_in_the_log_and_an_empty_log_has_no_table():
    case = a_case()
    with pikepdf.open(io.BytesIO(paper_of(case, cast.aino_account(), "en"))) as pdf:
        assert "/Table" not in kinds(pdf.Root.StructTreeRoot)
    event = Event.objects.get(action="insight.report.order")
    assert (event.outcome, event.facts) == ("done", {"lines": 0})


@pytest.mark.requirement("TRUST-1")
def test_nobody_else_orders_the_log():
    case = a_case()
    with pytest.raises(Denied):
        paper_of(case, cast.kerstin())


@pytest.mark.requirement("TRUST-1")
def test_the_file_comes_at_once_and_its_name_tells_nothing(client):
    case = a_case()
    client.force_login(cast.aino_account())
    answer = client.post(reverse("insight:report", args=[case.id]))
    assert answer["Content-Disposition"] == 'attachment; filename="document.pdf"'
    assert answer["Cache-Control"] == "no-store"
    assert answer.content.startswith(b"%PDF")


@pytest.mark.requirement("TRUST-1")
def test_older_days_are_opened_by_the_privacy_officers_yes(client):
    case = a_case()
    aino = cast.as_actor(cast.aino_account())
    days = {"first_on": dt.date(2021, 1, 1), "last_on": dt.date(2021, 1, 31)}
    a_look(case, cast.kerstin(), at=clock.start_of(dt.date(2021, 1, 7)))
    asked = [
        ask_officer(
            actor=aino, case_id=case.id, kind=RequestKind.OLDER, asked=Asked(reason=WHY, **days)
        )
        for _number in range(2)
    ]
    for request, state in zip(asked, ("answered", "refused"), strict=True):
        with pytest.raises(Denied):
            order_report(actor=aino, case_id=case.id, language="sv", request_id=request.id)
        answer_request(
            actor=cast.as_actor(dag()),
            request_id=request.id,
            state=RequestState(state),
            words="Här är svaret.",
            version=1,
        )
    made = order_report(actor=aino, case_id=case.id, language="sv", request_id=asked[0].id)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert kinds(pdf.Root.StructTreeRoot).count("/TD") == 4
    with pytest.raises(Denied):
        order_report(actor=aino, case_id=case.id, language="sv", request_id=asked[1].id)
    client.force_login(cast.aino_account())
    page = client.get(reverse("insight:own_requests", args=[case.id])).content.decode()
    assert page.count('name="request"') == 1
    sent = client.post(reverse("insight:report", args=[case.id]), {"request": "odd"})
    assert sent.status_code == 404
