"""What the client says and does on their own pages."""

from kaveri.channels.portal.services.do_part import do_part
from kaveri.channels.portal.services.steps import accept_step, decline_step
from kaveri.channels.portal.services.write_message import write_message

__all__ = ["accept_step", "decline_step", "do_part", "write_message"]
