"""What workers do for the person: details kept right, the code shown, a sign-in given, a message written."""

from kaveri.channels.workspace.services.change_person import change_person
from kaveri.channels.workspace.services.give_sign_in import give_sign_in
from kaveri.channels.workspace.services.make_sign_in import make_sign_in
from kaveri.channels.workspace.services.renew_sign_in import renew_sign_in
from kaveri.channels.workspace.services.show_code import show_code
from kaveri.channels.workspace.services.write_to_client import write_to_client

__all__ = [
    "change_person",
    "give_sign_in",
    "make_sign_in",
    "renew_sign_in",
    "show_code",
    "write_to_client",
]
