"""Where a piece of information belongs: register, service task, category."""

from enum import StrEnum


class Register(StrEnum):
    """The registers a controller keeps; the county has two, everybody else one."""

    SOCIAL = "social"
    HEALTH = "health"
    OWN = "own"


class ServiceTask(StrEnum):
    """The task by which the statutory retention runs (703/2023 annex; domain.md §3.4)."""

    WORKING_AGE = "working_age"
    SUBSTANCE_ABUSE = "substance_abuse"
    DISABILITY = "disability"
    FAMILIES = "families"
    OLDER_PEOPLE = "older_people"
    HEALTH_CARE = "health_care"
    EMPLOYMENT = "employment"
    OTHER = "other"


class Category(StrEnum):
    """What kind of information it is; what a consent names, and what a viewer sees."""

    IDENTITY_CONTACT = "identity_contact"
    LIFE_SITUATION = "life_situation"
    WORK_EDUCATION = "work_education"
    FUNCTIONING = "functioning"
    HEALTH = "health"
    SUBSTANCE_USE = "substance_use"
    SOCIAL_CARE = "social_care"
    ECONOMY_BENEFITS = "economy_benefits"
    CRIMINAL_SANCTIONS = "criminal_sanctions"


# Named one by one in a consent (access.md §1).
SENSITIVE = frozenset({Category.HEALTH, Category.SUBSTANCE_USE, Category.CRIMINAL_SANCTIONS})
