"""Which instance should coordinate, and why: every rule that fits is shown, a person decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """What is known of the client that decides who should coordinate."""

    MULTISECTORAL_CLIENT = "multisectoral_client"
    SOCIAL_CLIENT = "social_client"
    DISABILITY = "disability"
    MENTAL_HEALTH_SUBSTANCE_USE = "mental_health_substance_use"
    ORGANISATION = "organisation"


class Instance(StrEnum):
    """Who can coordinate."""

    MULTISECTORAL_SUPPORT = "multisectoral_support"
    OWN_CONTACT_PERSON = "own_contact_person"
    DISABILITY_SERVICES = "disability_services"
    MENTAL_HEALTH_SUBSTANCE_SERVICES = "mental_health_substance_services"
    ORGANISATION = "organisation"
    COORDINATOR = "coordinator"


class DecisionObstacle(StrEnum):
    """Why it cannot be decided like this."""

    REASON_MISSING = "reason_missing"
    SUPPORTER_MISSING = "supporter_missing"
    CASE_NOT_OPEN = "case_not_open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A rule that fits: `key` finds its source, `with_pair` says that the team gives a working pair."""

    key: str
    instance: Instance
    with_pair: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Every rule that fits, and the instance the first of them names."""

    matches: tuple[Match, ...]

    @property
    def instance(self) -> Instance:
        """Who is proposed."""
        return self.matches[0].instance


# In the order they are weighed: an agreed joint process, the statutory contact person, special needs.
_RULES = (
    (Need.MULTISECTORAL_CLIENT, Instance.MULTISECTORAL_SUPPORT, False),
    (Need.SOCIAL_CLIENT, Instance.OWN_CONTACT_PERSON, True),
    (Need.DISABILITY, Instance.DISABILITY_SERVICES, False),
    (Need.MENTAL_HEALTH_SUBSTANCE_USE, Instance.MENTAL_HEALTH_SUBSTANCE_SERVICES, False),
    (Need.ORGANISATION, Instance.ORGANISATION, False),
)
_OTHERWISE = Match(key="otherwise", instance=Instance.COORDINATOR)


def proposal(needs: Iterable[Need]) -> Proposal:
    """Who should coordinate a client of whom this is known."""
    known = frozenset(needs)
    fitting = tuple(
        Match(key=need, instance=instance, with_pair=with_pair)
        for need, instance, with_pair in _RULES
        if need in known
    )
    return Proposal(matches=fitting or (_OTHERWISE,))


def deviates_from_social_welfare_act(needs: Iterable[Need], chosen: Instance) -> bool:
    """Whether a client of social services gets another than the own contact person of section 42."""
    return Need.SOCIAL_CLIENT in frozenset(needs) and chosen != Instance.OWN_CONTACT_PERSON


def obstacles_to_deciding(
    *, needs: Iterable[Need], chosen: Instance, reason: str, lacks_expertise: bool, supporter: str
) -> list[DecisionObstacle]:
    """Another choice than the proposed one needs a reason; missing expertise needs a named supporter."""
    known = frozenset(needs)
    another = chosen != proposal(known).instance or deviates_from_social_welfare_act(known, chosen)
    checks = {
        DecisionObstacle.REASON_MISSING: another and not reason.strip(),
        DecisionObstacle.SUPPORTER_MISSING: lacks_expertise and not supporter.strip(),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
