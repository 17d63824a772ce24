"""Use cases of identification, a file for each."""

from kaveri.steps.identification.services.ask import ask_work_ability, record_at_contact
from kaveri.steps.identification.services.contact import make_contact
from kaveri.steps.identification.services.prompts import edit_prompts

__all__ = ["ask_work_ability", "edit_prompts", "make_contact", "record_at_contact"]
