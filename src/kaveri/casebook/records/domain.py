"""Where a piece of information belongs: register, service task, category."""

import datetime as dt
from calendar import monthrange
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


class Keeping(StrEnum):
    """Whose record the workers of an organisation write in (access.md §1)."""

    COUNTY = "county"
    OWN = "own"


# An organisation's own task, by its kind; the rest is other service.
_OWN_TASKS = {"employment_authority": ServiceTask.EMPLOYMENT}


def own_task(*, kind: str, register: str) -> ServiceTask:
    """Under which task somebody writes into the record of their own organisation."""
    if register == Register.HEALTH:
        return ServiceTask.HEALTH_CARE
    if register == Register.SOCIAL:
        return ServiceTask.WORKING_AGE
    return _OWN_TASKS.get(kind, ServiceTask.OTHER)


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months earlier; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
