"""What the use cases of consents share: writing one down, and what follows when one gives way."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import translation

from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.consent import services as allowed
from kaveri.casebook.consent.domain import Given, Party
from kaveri.casebook.consent.selectors import text_now
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.selectors import open_tasks
from kaveri.casebook.tasks.services import close_tasks_of, move_tasks, require_next_step, set_task
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.documents.uploads import Upload, take_upload
from kaveri.foundation.messaging import outbox
from kaveri.foundation.ui import dates
from kaveri.foundation.usecase.acting import Act
from kaveri.steps.coordination import services as coordinating
from kaveri.steps.permission import selectors
from kaveri.steps.permission.domain import (
    Consequences,
    Draft,
    Opened,
    PermissionObstacle,
    ToldHow,
    consequences,
)
from kaveri.steps.permission.labels import TELL_PARTY, TELL_PARTY_CHANGED, party_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.consent.models import Consent, ConsentParty


@dataclass(frozen=True, slots=True)
class Scan:
    """The signed paper as it was handed in: what it is called, and what is in it."""

    name: str
    content: bytes


# A signed paper is a page or a picture of one; a text document is neither.
_PAPERS = frozenset({"pdf", "png", "jpg"})


def taken(draft: Draft, scan: Scan | None) -> Upload | None:
    """The scan as it may be kept, or the reason why not; only what was given on paper has one."""
    if scan is None or draft.given is not Given.PAPER:
        return None
    return paper_of(scan)


def paper_of(scan: Scan) -> Upload:
    """The scan as it may be kept: a page or a picture of one."""
    found = take_upload(scan.name, scan.content)
    refuse_if([] if found.kind in _PAPERS else [PermissionObstacle.SCAN_IS_NO_PICTURE])
    return found


def written(
    act: Act,
    case: "Case",
    draft: Draft,
    *,
    replaces: "Consent | None" = None,
    scan: Upload | None = None,
) -> "Consent":
    """The consent as it was given, with the text that was read."""
    return allowed.add_consent(
        act,
        parties=draft.parties,
        categories=draft.categories,
        purposes=draft.purposes,
        client_id=case.client_id,
        representative_id=draft.representative_id,
        given=draft.given,
        given_on=draft.given_on,
        from_on=draft.from_on,
        until_on=draft.until_on,
        stored_where=draft.stored_where.strip(),
        purpose_words=draft.purpose_words.strip(),
        language=draft.language,
        text_version=text_now(clock.today())["version"],
        replaces=replaces,
        **({"scan": scan.file(), "scan_name": scan.name} if scan else {}),
        **home_of(case, Category.IDENTITY_CONTACT),
    )


def who_represents(draft: Draft, client_id: UUID) -> "tuple[str, list[StrEnum]]":
    """The scope of the one who acts for the client, and whether they act for them at all."""
    if draft.representative_id is None:
        return "", []
    found = selectors.acting_now(client_id).filter(pk=draft.representative_id).first()
    if found is None:
        return "", [PermissionObstacle.NOT_THEIR_REPRESENTATIVE]
    return found.scope, []


def note(act: Act, case: "Case", what: str, row: Any, *, by_client: bool = False) -> None:
    """What people read on the timeline; between whom and about what stands in the consent itself."""
    add_entry(
        act,
        case,
        kind=EntryKind.EVENT,
        source=Source.CLIENT if by_client else Source.OWN_OBSERVATION,
        category=Category.IDENTITY_CONTACT,
        # Whoever is no party learns nothing of it; the parties are told.
        not_to_others=True,
        about_type=what,
        about_id=row.pk,
    )


def what_follows(case: "Case", consent: "Consent", *, instead: Draft | None = None) -> Consequences:
    """What nobody will see any more when this consent gives way to nothing, or to another."""
    kept = selectors.opened_now(case.client_id, without=consent.pk)
    after = list(kept)
    if instead is not None:
        after.append(Opened(frozenset(instead.parties), instead.categories, instead.purposes))
    before = [*kept, selectors.opened_by(consent)]
    return consequences(before, after, selectors.situation(case))


def carrier(act: Act, case: "Case", follows: Consequences) -> UUID:
    """Who does what has to be done on the case now: the case manager, while they may open it."""
    if case.state == CaseState.OPEN and case.case_manager_id in follows.leave:
        return coordinating.see_that_somebody_carries(act, case, without=follows.leave)
    return case.case_manager_id


def carry_out(
    act: Act,
    case: "Case",
    follows: Consequences,
    *,
    to_id: UUID,
    on: dt.date | None = None,
) -> None:
    """Whoever can no longer open the case can do nothing in it: what they had to do comes back."""
    if follows.tasks:
        back = open_tasks().filter(pk__in=follows.tasks)
        move_tasks(act, back, to_id=to_id)
    coordinating.note_ended_parts(act, case, follows.leave, on=on)
    require_next_step(case)


def tell_parties(
    act: Act,
    case: "Case",
    parties: "Iterable[ConsentParty]",
    *,
    by_id: UUID,
    changed: bool = False,
) -> None:
    """The other parties come to know: by a mail that says nothing, else by a task due today."""
    rows = list(parties)
    known = selectors.accounts_of(
        case.id, [Party(row.organisation_id, row.register) for row in rows]
    )
    for row in rows:
        party = Party(row.organisation_id, row.register)
        here = party == Party(case.controller_id, case.register)
        if (
            act.actor.organisation_id == party.organisation_id
            and act.actor.register == party.register
        ):
            allowed.note_told(act, row, how=ToldHow.WAS_TOLD_FIRST)
        elif known[party] or here:
            for account in people.accounts().filter(
                pk__in=known[party] | _manager(case, here=here)
            ):
                outbox.put(address=account.email, language=account.language)
            allowed.note_told(act, row, how=ToldHow.SERVICE)
        else:
            _ask_to_tell(act, case, row, by_id, changed=changed)


def _manager(case: "Case", *, here: bool) -> set[UUID]:
    return {case.case_manager_id} if here else set()


def _ask_to_tell(
    act: Act, case: "Case", row: "ConsentParty", by_id: UUID, *, changed: bool
) -> None:
    language = dates.known_language(case.client.language)
    with translation.override(language):
        what = (TELL_PARTY_CHANGED if changed else TELL_PARTY) % {
            "party": party_name(row.organisation, row.register, language)
        }
    if case.state != "open":
        return
    set_task(
        act,
        case,
        category=kind_of(row),
        kind=TaskKind.TELL_WITHDRAWAL,
        owner_id=by_id,
        due_on=clock.today(),
        what=what,
        source_type="consent.consentparty",
        source_id=row.pk,
    )


def kind_of(row: "ConsentParty") -> Category:
    """What it tells of the client that this one is a party: a clinic tells by its name what it treats."""
    if row.register == Register.HEALTH:
        return Category.HEALTH
    partner = directory.partners().filter(organisation_id=row.organisation_id).first()
    return Category(partner.discloses) if partner and partner.discloses else Category.LIFE_SITUATION


def renewed(act: Act, consent: "Consent") -> None:
    """Whoever was to ask for a newer one need not do it any more."""
    close_tasks_of(act, consent.pk, state=TaskState.DONE)
