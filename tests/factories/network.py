"""Networks "in this state": members invited and accepted by the services, consents as they are kept."""

import datetime as dt
from typing import Any

from kaveri.casebook.cases.models import Case
from kaveri.casebook.clients.domain import RepresentativeKind
from kaveri.casebook.consent.domain import Given, Purpose, spaced
from kaveri.casebook.consent.models import Consent, ConsentParty
from kaveri.casebook.directory.models import Partner
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.records.models import home_of
from kaveri.foundation.accounts.models import Account, Organisation
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR
from kaveri.steps.coordination.domain import MemberKind, WishTold
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.services import (
    Added,
    Invitation,
    Invited,
    Representing,
    accept_invitation,
    add_representative,
    invite_member,
    limit_member,
    take_up_mandate,
)
from tests.factories import casebook, cast


def tells(organisation: Organisation, category: Category) -> Organisation:
    """What being a client of the organisation tells."""
    Partner.objects.update_or_create(
        organisation=organisation, defaults={"discloses": category, "phone": "02 555 0200"}
    )
    return organisation


def partner(key: str, name: str, category: Category, *, keeps: str = "own") -> Organisation:
    """A partner organisation with what it tells."""
    found = tells(cast.organisation(key, name), category)
    found.kind, found.keeps_record = "third_sector", keeps
    found.save()
    return found


def kela_worker() -> Account:
    """Kalle, whose organisation tells of benefits."""
    kalle = cast.kalle()
    partner("kela", "FPA", Category.ECONOMY_BENEFITS)
    return kalle


def clinic_worker() -> Account:
    """Ritva, of an addiction clinic."""
    clinic = partner("strandklockan", "Strandklockans missbruksklinik", Category.SUBSTANCE_USE)
    return cast.worker("ritva", "Alm", cast.unit("klinik", Register.OWN, clinic))


def job_worker() -> Account:
    """Somebody at the employment authority."""
    return worker_at("sysselsattning", Category.WORK_EDUCATION)


def worker_at(key: str, category: Category, *, keeps: str = "own") -> Account:
    """Somebody who works at a partner."""
    organisation = partner(key, key.title(), category, keeps=keeps)
    return cast.worker(f"w-{key}", key.title(), cast.unit(f"u-{key}", Register.OWN, organisation))


def an_invitation(account: Account | None = None, **known: Any) -> Invitation:
    """A worker whom the client wants, said at a meeting."""
    details: dict[str, Any] = {
        "kind": MemberKind.WORKER,
        "account_id": (account or kela_worker()).id,
        "role": "sakkunnig i förmåner",
        "wish_told": WishTold.MEETING,
        **known,
    }
    return Invitation(**details)


def for_a_partner(**known: Any) -> Invitation:
    """Somebody without an account at the clinic."""
    clinic_worker()
    return Invitation(
        **{
            "kind": MemberKind.PARTNER,
            "role": "skötare på kliniken",
            "organisation_id": cast.organisation("strandklockan").id,
            "first_name": "Signe",
            "last_name": "Ek",
            "email": "Signe.Ek@example.org",
            "phone": "+358405550188",
            "wish_told": WishTold.PHONE,
            **known,
        }
    )


def for_a_sister(**known: Any) -> Invitation:
    """Somebody close."""
    return Invitation(
        **{
            "kind": MemberKind.SUPPORTER,
            "role": "min syster",
            "first_name": "Liisa",
            "phone": "+358405550177",
            "wish_told": WishTold.MEETING,
            **known,
        }
    )


def invited(case: Case, invitation: Invitation | None = None, by: Account | None = None) -> Invited:
    """Kerstin has asked somebody to the network."""
    return invite_member(
        actor=cast.as_actor(by or case.case_manager),
        case_id=case.id,
        invitation=invitation or an_invitation(),
    )


def a_member(case: Case, account: Account | None = None, **known: Any) -> Member:
    """Somebody who has said yes."""
    account = account or kela_worker()
    member = invited(case, an_invitation(account, **known)).member
    return accept_invitation(actor=cast.as_actor(account), member_id=member.id)


def acting_for(**known: Any) -> Representing:
    """Tarja, with an authorisation about work and functioning, for a hundred days."""
    return Representing(
        **{
            "kind": RepresentativeKind.AUTHORISED,
            "name": "Tarja Heikkilä",
            "email": "Tarja.Heikkila@example.org",
            "phone": "+358405550166",
            "categories": frozenset({Category.WORK_EDUCATION, Category.FUNCTIONING}),
            "document": "Fullmakt 3.11.2026, i mappen",
            "from_on": clock.today(),
            "until_on": clock.today() + dt.timedelta(days=100),
            **known,
        }
    )


def added(case: Case, representing: Representing | None = None, by: Account | None = None) -> Added:
    """Kerstin has seen the document and written down who acts for the client."""
    return add_representative(
        actor=cast.as_actor(by or case.case_manager),
        case_id=case.id,
        representing=representing or acting_for(),
    )


def taken_up(found: Added) -> Account:
    """Whoever got the link has made an account."""
    mandate = take_up_mandate(
        actor=VISITOR, secret=found.secret, password=cast.PASSWORD, language="fi"
    )
    account = mandate.representative.account
    assert account is not None
    return account


def row(
    case: Case, *, kind: str = MemberKind.WORKER, accepted: bool = False, **known: Any
) -> Member:
    """A member as the row stands, whoever could have made it."""
    account = known.get("account")
    return Member.objects.create(
        case=case,
        kind=kind,
        organisation=account.organisation if account else None,
        invited_at=clock.now(),
        invited_by=case.case_manager,
        accepted_at=clock.now() if accepted else None,
        **{"role": "sakkunnig i förmåner", **home_of(case), **known},
    )


def limited(member: Member) -> Member:
    """Health is kept from the member."""
    return limit_member(
        actor=cast.as_actor(member.case.case_manager),
        member_id=member.id,
        categories=[Category.HEALTH],
        wish_told=WishTold.MEETING,
    )


def a_consent(
    case: Case,
    *parties: Organisation,
    categories: tuple[Category, ...] = (Category.IDENTITY_CONTACT, Category.ECONOMY_BENEFITS),
    purposes: tuple[Purpose, ...] = (Purpose.SUPPORT,),
    until_on: dt.date | None = None,
) -> Consent:
    """The client lets the county's social welfare and these organisations share these kinds of information."""
    moment = clock.now()
    consent = Consent.objects.create(
        client=case.client,
        given=Given.PAPER,
        given_on=clock.today(),
        from_on=clock.today(),
        until_on=until_on,
        stored_where="pärm 4",
        language="sv",
        recorded_by=case.case_manager,
        recorded_at=moment,
        categories=spaced(categories),
        purposes=spaced(purposes),
        text_version="1",
        **casebook.home(),
    )
    ConsentParty.objects.create(
        consent=consent, organisation=cast.organisation(), register=Register.SOCIAL
    )
    for party in parties:
        ConsentParty.objects.create(consent=consent, organisation=party, register=Register.OWN)
    return consent
