"""The client's own pages, decided before the template."""

from kaveri.channels.portal.presenters.home import home
from kaveri.channels.portal.presenters.pages import does_not_fit, messages, told

__all__ = ["does_not_fit", "home", "messages", "told"]
