"""Accounts made and closed, and absences written down, inside a use case."""

import datetime as dt
from uuid import UUID

from allauth.mfa.models import Authenticator

from kaveri.foundation.accounts.models import Absence, Account, Assignment, Organisation, Unit
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from kaveri.foundation.usecase.acting import Act


def add_absence(
    _act: Act,
    *,
    account_id: UUID,
    substitute_id: UUID,
    from_on: dt.date,
    until_on: dt.date | None,
) -> Absence:
    """The worker is away from a day, and somebody stands in."""
    return Absence.objects.create(
        account_id=account_id, substitute_id=substitute_id, from_on=from_on, until_on=until_on
    )


def finish_absence(_act: Act, absence: Absence) -> None:
    """The worker is back, or somebody else stands in from now on."""
    absence.ended_at = clock.now()
    absence.save(update_fields=["ended_at"])


def close_account(_act: Act, account: Account) -> None:
    """Nobody signs in with it any more; its roles end. The one who calls has seen that it carries nothing."""
    today = clock.today()
    held = Assignment.objects.filter(account=account, until_on=None)
    held.filter(from_on__lt=today).update(until_on=today - dt.timedelta(days=1))
    held.filter(from_on__gte=today).update(until_on=today)
    account.is_active, account.closed_at = False, clock.now()
    account.save(update_fields=["is_active", "closed_at"])


def add_account(
    _act: Act, *, unit: Unit, role: Role, username: str, password: str, **known: str
) -> Account:
    """A worker's account in the record of their unit, with the role they hold there from today.

    Whoever makes it has seen the password, so the worker chooses another at the first sign-in.
    """
    account = Account.objects.create_user(
        username,
        password,
        organisation=unit.organisation,
        register=unit.register,
        password_is_given=True,
        **known,
    )
    Assignment.objects.create(account=account, unit=unit, role=role, from_on=clock.today())
    return account


def add_client_account(_act: Act, *, username: str, password: str, **known: str) -> Account:
    """A client's own account: it belongs to no organisation, and opens what is theirs alone."""
    account = Account.objects.create_user(username, password, password_is_given=True, **known)
    Assignment.objects.create(account=account, role=Role.CLIENT, from_on=clock.today())
    return account


def add_representative_account(_act: Act, *, username: str, password: str, **known: str) -> Account:
    """Somebody who acts for a client: no organisation, a password of their own choice."""
    account = Account.objects.create_user(username, password, **known)
    Assignment.objects.create(account=account, role=Role.CLIENT, from_on=clock.today())
    return account


def give_password(
    _act: Act, account: Account, password: str, *, without_second_step: bool = False
) -> None:
    """A new first password: whoever was signed in is out, and the person chooses another."""
    account.set_password(password)
    account.password_is_given = True
    account.save(update_fields=["password", "password_is_given"])
    if without_second_step:
        Authenticator.objects.filter(user=account).delete()


def add_partner_account(
    _act: Act,
    *,
    organisation: Organisation,
    register: str,
    username: str,
    password: str,
    **known: str,
) -> Account:
    """An account of somebody invited from a partner, in the record of their organisation."""
    account = Account.objects.create_user(
        username, password, organisation=organisation, register=register, **known
    )
    unit = Unit.objects.filter(organisation=organisation, register=register).order_by("key").first()
    Assignment.objects.create(
        account=account, unit=unit, role=Role.PROFESSIONAL, from_on=clock.today()
    )
    return account
