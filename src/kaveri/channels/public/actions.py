"""Use cases of the public door that touch no person's data."""

from kaveri.foundation.access import policy


class PublicAction(policy.Action):
    """What anyone can do here."""

    READ = "public.text.read"


RULES = {PublicAction.READ: [policy.anyone()]}
policy.declare(RULES)
