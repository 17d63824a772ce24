"""Every promise about the whole database, checked over the whole database: `kaveri check-data`.

Each check returns the references of what breaks it; references tell nothing of a person.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import ABSENCE, CaseState, RelationKind
from kaveri.casebook.cases.models import Case, Relation, Responsibility
from kaveri.casebook.clients.models import Client
from kaveri.casebook.contacts.domain import OPEN_STATES
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.records.domain import Register
from kaveri.casebook.records.models import Homed
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.access import gates
from kaveri.foundation.access.sealed import index_of
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account, Organisation
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base.names import folded, sorting
from kaveri.foundation.usecase.context import as_job
from kaveri.steps.assessment.domain import UNDER_WAY
from kaveri.steps.assessment.models import Assessment
from kaveri.steps.case_consultation.domain import QuestionState
from kaveri.steps.case_consultation.models import Question
from kaveri.steps.coordination.domain import HandoverState
from kaveri.steps.coordination.models import Handover, Wait
from kaveri.steps.health_checks.domain import OPEN_STATES as OPEN_CHECKS
from kaveri.steps.health_checks.models import HealthCheck
from kaveri.steps.insight.domain.requests import RequestState
from kaveri.steps.insight.models import LogRequest
from kaveri.steps.insight.selectors import nobody_answers
from kaveri.steps.referral_out.domain import OPEN_STATES as OPEN_REFERRALS
from kaveri.steps.referral_out.models import ReferralOut

CHUNK = 2000
# What somebody carries, so that it is covered while they are away.
CARRIED = (RelationKind.CASE_MANAGER, RelationKind.PAIR, RelationKind.COACH)
CHECKING = "check_data"
gates.declare(
    {
        CHECKING: gates.Gate(
            because="whoever runs the service checks every promise over all rows; references are printed",
            reads=gates.EVERYTHING,
        )
    }
)
# The registers kept by each kind of record keeper (access.md §1).
COUNTY_KEEPS = frozenset({Register.SOCIAL, Register.HEALTH})
OTHERS_KEEP = frozenset({Register.OWN})
T = TypeVar("T")


def open_cases_without_a_next_step() -> list[str]:
    """The one question has an answer for every open case."""
    found = []
    for part in _parts(Case.objects.filter(state=CaseState.OPEN)):
        answers = next_steps({case.id: case.case_manager_id for case in part})
        found += [case.reference for case in part if answers[case.id].is_fallback]
    return found


def open_contacts_without_an_answerer() -> list[str]:
    """The one question has an answer for every open contact."""
    found = []
    for part in _parts(Contact.objects.filter(state__in=sorted(OPEN_STATES))):
        answers = next_steps({contact.id: contact.owner_id for contact in part}, of="contact")
        found += [contact.reference for contact in part if answers[contact.id].is_fallback]
    return found


def cases_not_carried_by_exactly_one() -> list[str]:
    """The case manager, the open period and the relation name the same person."""
    periods = _by_case(Responsibility.objects.filter(until_at=None))
    relations = _by_case(Relation.objects.filter(kind=RelationKind.CASE_MANAGER, until_at=None))
    rows = Case.objects.filter(state=CaseState.OPEN).values_list(
        "id", "reference", "case_manager_id"
    )
    return [
        reference
        for case_id, reference, manager in rows
        if periods.get(case_id) != [manager] or relations.get(case_id) != [manager]
    ]


def responsible_periods_with_gap_or_overlap() -> list[str]:
    """Between two case managers there is never a moment without one, or with two."""
    found, before = set(), None
    rows = Responsibility.objects.order_by("case_id", "from_at", "id").select_related("case")
    for period in rows.iterator(chunk_size=CHUNK):
        if before is not None and before.case_id == period.case_id:
            reopened = period.case.state_changes.filter(at=period.from_at).exists()
            if before.until_at != period.from_at and not reopened:
                found.add(period.case.reference)
        before = period
    return sorted(found)


def closed_accounts_that_carry_something() -> list[str]:
    """Nobody who has left still owns a task, a contact or a case."""
    closed = Account.objects.filter(is_active=False).values("id")
    carried = [
        Task.objects.filter(owner__in=closed, state=TaskState.OPEN).values_list("id", flat=True),
        Contact.objects.filter(owner__in=closed, state__in=sorted(OPEN_STATES)).values_list(
            "reference", flat=True
        ),
        Case.objects.filter(case_manager__in=closed, state=CaseState.OPEN).values_list(
            "reference", flat=True
        ),
    ]
    return [str(reference) for rows in carried for reference in rows]


def ended_cases_with_open_steps() -> list[str]:
    """After an ending only the after-care contact is left to do."""
    rows = Task.objects.filter(state=TaskState.OPEN, case__state=CaseState.ENDED)
    return list(rows.exclude(kind="after_care").values_list("case__reference", flat=True))


def sealed_codes_that_do_not_open() -> list[str]:
    """Every sealed identity code opens in its own row and has its own index."""
    found = []
    sealed = Client.objects.exclude(identity_code_sealed="", temporary_code_sealed="")
    for client in sealed.iterator(chunk_size=CHUNK):
        index = client.identity_code_index or client.temporary_code_index
        try:
            well = index_of(client.open_code()) == index
        except (InvalidTag, KeyError, ValueError):
            well = False
        if not well:
            found.append(str(client.id))
    return found


def subjects_without_their_event() -> list[str]:
    """Every person in the log belongs to an event."""
    lost = Subject.objects.exclude(event_id__in=Event.objects.values("id"))
    return [str(subject_id) for subject_id in lost.values_list("id", flat=True)[:100]]


def dates_out_of_order() -> list[str]:
    """Nothing of a case is dated before the case."""
    rows = Task.objects.filter(case__isnull=False, made_at__lt=F("case__opened_at"))
    rows = rows.filter(~Q(kind="after_care"))
    return list(rows.values_list("case__reference", flat=True))


def open_waits_without_a_contact_to_come() -> list[str]:
    """Whoever waits is contacted by a day."""
    rows = Wait.objects.filter(ended_at=None, case__state=CaseState.OPEN)
    return _unfollowed(rows, kinds=[TaskKind.KEEP_CONTACT])


def open_referrals_without_somebody_who_follows() -> list[str]:
    """Somebody makes sure that every service answers, and that what it promised happens."""
    rows = ReferralOut.objects.filter(state__in=sorted(OPEN_REFERRALS), case__state=CaseState.OPEN)
    return _unfollowed(rows)


def open_questions_without_somebody_who_follows() -> list[str]:
    """Somebody makes sure that every colleague who is asked answers."""
    rows = Question.objects.filter(state=QuestionState.OPEN, case__state=CaseState.OPEN)
    return _unfollowed(rows)


def open_health_checks_without_somebody_who_follows() -> list[str]:
    """Somebody asks what came of every health check that is offered."""
    rows = HealthCheck.objects.filter(state__in=sorted(OPEN_CHECKS), case__state=CaseState.OPEN)
    return _unfollowed(rows, kinds=[TaskKind.HEALTH_CHECK])


def open_handovers_without_an_answer_to_come() -> list[str]:
    """Whoever offers a handover asks for the answer by a day."""
    rows = Handover.objects.filter(state=HandoverState.OFFERED)
    return _unfollowed(rows, kinds=[TaskKind.HANDOVER_ANSWER])


def open_assessments_without_somebody_who_follows() -> list[str]:
    """Somebody follows every assessment to its result."""
    rows = Assessment.objects.filter(state__in=sorted(UNDER_WAY), case__state=CaseState.OPEN)
    return _unfollowed(rows, kinds=[TaskKind.ASSESSMENT])


def absences_that_leave_something_uncovered() -> list[str]:
    """While somebody is away the substitute stands near each case and contact they carry."""
    found = []
    for absence in people.absences():
        mine = cases.relations().filter(account_id=absence.account_id)
        mine = mine.exclude(source_type=ABSENCE)
        carried = mine.filter(kind__in=CARRIED, case__state=CaseState.OPEN)
        owned = mine.filter(kind=RelationKind.CONTACT_OWNER, contact__state__in=sorted(OPEN_STATES))
        covering = cases.relations().filter(
            account_id=absence.substitute_id, source_type=ABSENCE, source_id=absence.id
        )
        there = set(covering.values_list("case__reference", "contact__reference"))
        needed: set[tuple[str | None, str | None]]
        needed = {(reference, None) for reference in _references(carried, "case")}
        needed |= {(None, reference) for reference in _references(owned, "contact")}
        found += [case or contact or "" for case, contact in needed - there]
    return sorted(found)


def requests_about_the_log_that_nobody_can_answer() -> list[str]:
    """While a request waits, somebody holds the privacy officer's role."""
    if not nobody_answers():
        return []
    waiting = LogRequest.objects.filter(state=RequestState.OPEN).order_by("reference")
    return list(waiting.values_list("reference", flat=True))


def rows_without_a_home() -> list[str]:
    """Every row stands in a register that its controller keeps."""
    counties = set(Organisation.objects.filter(kind="county").values_list("id", flat=True))
    found = []
    for model in apps.get_models():
        if not issubclass(model, Homed):
            continue
        homes = model.objects.order_by().values_list("controller_id", "register").distinct()  # type: ignore[attr-defined]
        for controller, register in homes:
            if register not in (COUNTY_KEEPS if controller in counties else OTHERS_KEEP):
                found.append(f"{model._meta.label} {register}")
    return found


def names_that_search_would_miss() -> list[str]:
    """The names people are found and sorted by are those they have."""
    people_rows = Client.objects.values_list(
        "id", "first_name", "last_name", "search_name", "sort_name"
    )
    found = [
        str(client_id)
        for client_id, first, last, searched, sorted_by in people_rows.iterator(chunk_size=CHUNK)
        if (searched, sorted_by) != (folded(f"{first} {last}"), sorting(last, first))
    ]
    contacts = Contact.objects.values_list("reference", "name", "search_name")
    return found + [
        reference
        for reference, name, searched in contacts.iterator(chunk_size=CHUNK)
        if searched != folded(name)
    ]


CHECKS: tuple[Callable[[], list[str]], ...] = (
    open_cases_without_a_next_step,
    open_contacts_without_an_answerer,
    requests_about_the_log_that_nobody_can_answer,
    cases_not_carried_by_exactly_one,
    responsible_periods_with_gap_or_overlap,
    closed_accounts_that_carry_something,
    ended_cases_with_open_steps,
    sealed_codes_that_do_not_open,
    subjects_without_their_event,
    dates_out_of_order,
    open_waits_without_a_contact_to_come,
    open_referrals_without_somebody_who_follows,
    open_questions_without_somebody_who_follows,
    open_health_checks_without_somebody_who_follows,
    open_handovers_without_an_answer_to_come,
    open_assessments_without_somebody_who_follows,
    absences_that_leave_something_uncovered,
    rows_without_a_home,
    names_that_search_would_miss,
)


def check_data() -> int:
    """Print each check with how many break it; the answer is how many checks are broken."""
    broken = 0
    with as_job(CHECKING):
        for check in CHECKS:
            found = check()
            broken += bool(found)
            name = check.__name__.replace("_", " ")
            print(f"{name}: {len(found)}" + (f" ({', '.join(found[:5])} …)" if found else ""))
        counted = f"{Client.objects.count()} clients, {Case.objects.count()} cases"
    print(f"{counted}: {len(CHECKS) - broken} of {len(CHECKS)} promises hold")
    return broken


def _unfollowed(rows: QuerySet[T], *, kinds: Iterable[str] = ()) -> list[str]:  # type: ignore[type-var]
    following = Task.objects.filter(state=TaskState.OPEN, source_id=OuterRef("pk"))
    if kinds:
        following = following.filter(kind__in=kinds)
    return list(rows.filter(~Exists(following)).values_list("case__reference", flat=True))


def _references(rows: QuerySet[Relation], about: str) -> list[str]:
    return list(rows.values_list(f"{about}__reference", flat=True))


def _parts(rows: QuerySet[T]) -> Iterator[list[T]]:  # type: ignore[type-var]
    walk = iter(rows.order_by("pk").iterator(chunk_size=CHUNK))
    while part := list(islice(walk, CHUNK)):
        yield part


def _by_case(rows: QuerySet[T]) -> dict[UUID, list[UUID]]:  # type: ignore[type-var]
    found: dict[UUID, list[UUID]] = {}
    for case_id, account_id in rows.values_list("case_id", "account_id"):
        found.setdefault(case_id, []).append(account_id)
    return found
