"""Use cases of the directory and who may carry them out; nothing here is about a client."""

from kaveri.foundation.access import policy

SET_UP = "set_up"


class DirectoryAction(policy.Action):
    """What can be done with the directory."""

    READ = "directory.service.read"
    LOAD_COUNTY = "directory.county.load"


RULES = {
    DirectoryAction.READ: [policy.anyone()],
    DirectoryAction.LOAD_COUNTY: [policy.by_job(SET_UP)],
}
policy.declare(RULES)
