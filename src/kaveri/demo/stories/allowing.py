"""What the stories share once something is allowed: consents, networks, plans, somebody who represents."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case
from kaveri.casebook.cases.services import open_relation
from kaveri.casebook.clients.domain import RepresentativeKind
from kaveri.casebook.clients.models import Representative
from kaveri.casebook.consent.domain import Given, Party, Purpose, spaced
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.records.models import home_of
from kaveri.demo.open_contacts import AS_THE_DEMO
from kaveri.demo.staff import sign_in_for
from kaveri.demo.stories.playing import ahead, worker
from kaveri.foundation.accounts.models import Account, Organisation
from kaveri.foundation.base import clock
from kaveri.steps.coordination.domain import MemberKind, WishTold
from kaveri.steps.coordination.models import Mandate, Member
from kaveri.steps.coordination.services import Invitation, accept_invitation, invite_member
from kaveri.steps.permission.domain import Draft
from kaveri.steps.planning.domain import RowKind, RowTerms, Wish

YEAR = dt.timedelta(days=364)
COUNTY_SOCIAL, COUNTY_HEALTH = ("county", Register.SOCIAL), ("county", Register.HEALTH)
KELA, EMPLOYMENT = ("kela", Register.OWN), ("employment_turku", Register.OWN)


def a_draft(
    parties: Iterable[tuple[str, Register]],
    categories: Iterable[Category],
    *,
    given: Given,
    language: str,
    stored_where: str = "",
) -> Draft:
    """A consent for a year between these parties, to support and to plan together."""
    today = clock.today()
    return Draft(
        parties=tuple(
            Party(Organisation.objects.get(key=key).id, str(register)) for key, register in parties
        ),
        categories=frozenset({str(Category.IDENTITY_CONTACT), *map(str, categories)}),
        purposes=frozenset({str(Purpose.SUPPORT), str(Purpose.PLAN)}),
        given=given,
        given_on=today,
        from_on=today,
        until_on=today + YEAR,
        language=language,
        stored_where=stored_where,
    )


def invite(case: Case, by: str, roles: Mapping[str, str]) -> dict[str, Member]:
    """Those whom the client wants are asked, as the client said at a meeting."""
    found = {}
    for username, role in roles.items():
        invitation = Invitation(
            kind=MemberKind.WORKER,
            account_id=worker(username).person_id,
            role=role,
            wish_told=WishTold.MEETING,
        )
        asked = invite_member(actor=worker(by), case_id=case.id, invitation=invitation)
        found[username] = asked.member
    return found


def say_yes(members: Mapping[str, Member], *usernames: str) -> None:
    """They belong to the network from now on."""
    for username in usernames:
        accept_invitation(actor=worker(username), member_id=members[username].id)


def a_row(what: str, who: str, days: int, *, kind: RowKind = RowKind.STEP, **more: Any) -> RowTerms:
    """Somebody of the cast does something within so many days, and the client wants it."""
    account = Account.objects.get(username=who)
    return RowTerms(
        kind=kind,
        what=what,
        responsible_id=account.id,
        organisation_id=account.organisation_id,
        due_on=ahead(days),
        **{"wish": Wish.WANTS, **more},
    )


def represents(case: Case, account: tuple[str, str, str, str], scope: Iterable[Category]) -> None:
    """Somebody acts for the client within these kinds of information, on a document with a date."""
    found = sign_in_for(*account)
    codes = sorted(map(str, scope))
    home = home_of(case, Category.IDENTITY_CONTACT)
    acts = Representative.objects.create(
        client=case.client,
        kind=RepresentativeKind.AUTHORISED,
        name=found.full_name,
        account=found,
        email=found.email,
        phone="040 555 6618",
        scope=" ".join(codes),
        document="Valtakirja",
        from_on=clock.today(),
        until_on=clock.today() + YEAR,
        **home,
    )
    mandate = Mandate.objects.create(
        case=case,
        representative=acts,
        added_at=clock.now(),
        added_by=case.case_manager,
        taken_up_at=clock.now(),
        **home,
    )
    open_relation(
        AS_THE_DEMO,
        RelationKind.REPRESENTATIVE,
        account_id=found.id,
        case_id=case.id,
        scope=spaced(codes),
        source_type="coordination.mandate",
        source_id=mandate.id,
    )
