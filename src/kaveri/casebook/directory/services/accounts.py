"""A worker gets an account, and a new first password when the old one is gone."""

import secrets
from uuid import UUID

from kaveri.casebook.directory.actions import DirectoryAction
from kaveri.casebook.directory.domain import obstacles_to_account, obstacles_to_renewal
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.services import add_account, give_password
from kaveri.foundation.base.actor import Actor, Role
from kaveri.foundation.base.errors import Denied, refuse_if
from kaveri.foundation.usecase.acting import acting


def make_account(
    *,
    actor: Actor,
    unit_id: UUID,
    role: Role,
    username: str,
    first_name: str,
    last_name: str,
    language: str,
    email: str = "",
    phone: str = "",
    sending: UUID | None = None,
) -> str:
    """The account stands in its unit; the first password is told once, to be handed over."""
    with acting(DirectoryAction.MAKE_ACCOUNT, actor=actor, sending=sending) as act:
        act.allow()
        unit = people.units().filter(pk=unit_id).first()
        if unit is None:
            raise Denied(act.action)
        taken = people.accounts().filter(username__iexact=username.strip()).exists()
        names = (username, first_name, last_name)
        refuse_if(obstacles_to_account(names=names, taken=taken, role=role))
        password = secrets.token_urlsafe(12)
        account = add_account(
            act,
            unit=unit,
            role=role,
            username=username.strip(),
            password=password,
            first_name=first_name.strip(),
            last_name=last_name.strip(),
            language=language,
            email=email,
            phone=phone,
        )
        act.record(account, facts={"unit": unit.key, "role": role})
    return password


def renew_password(
    *, actor: Actor, account_id: UUID, phone_lost: bool, sending: UUID | None = None
) -> str:
    """A new first password, told once; the second step goes only when the phone is gone as well."""
    with acting(DirectoryAction.RENEW_PASSWORD, actor=actor, sending=sending) as act:
        account = act.fetch(people.workers(), account_id)
        refuse_if(obstacles_to_renewal(own=account.pk == actor.account_id))
        password = secrets.token_urlsafe(12)
        give_password(act, account, password, without_second_step=phone_lost)
        act.record(account, facts={"phone_lost": phone_lost})
    return password
