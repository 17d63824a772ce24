"""The county writes its own version of a list."""

from collections.abc import Mapping

from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Changed, Denied, refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.identification.actions import IdentificationAction
from kaveri.steps.identification.domain import LANGUAGES, obstacles_to_prompts
from kaveri.steps.identification.models import PromptList
from kaveri.steps.identification.selectors import prompt_list, split_lines

_PARTS = ("signals", "questions", "do_now")


def edit_prompts(
    *, actor: Actor, key: str, version: int, texts: Mapping[str, str], turn_to: list[str]
) -> PromptList:
    """A new version holds from now on; `version` is the one the editor saw, the older ones stay."""
    with acting(IdentificationAction.EDIT_PROMPTS, actor=actor) as act:
        act.allow()
        now = prompt_list(key)
        if now is None:
            raise Denied(act.action)
        if now.version != version:
            raise Changed(act.action)
        refuse_if(
            obstacles_to_prompts(
                {lang: split_lines(texts.get(f"{part}_{lang}", "")) for lang in LANGUAGES}
                for part in _PARTS
            )
        )
        written = PromptList.objects.create(
            key=key,
            version=version + 1,
            made_at=clock.now(),
            made_by_id=actor.person_id,
            turn_to=" ".join(turn_to),
            **{name: text.strip() for name, text in texts.items()},
        )
        act.record(written, facts={"key": key, "version": written.version})
    return written
