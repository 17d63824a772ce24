"""The words for registers, service tasks and categories."""

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.records.domain import Category, Register, ServiceTask

REGISTERS = {
    Register.SOCIAL: _("social welfare register"),
    Register.HEALTH: _("patient register"),
    Register.OWN: _("own register"),
}
SERVICE_TASKS = {
    ServiceTask.WORKING_AGE: _("services for working-age people"),
    ServiceTask.SUBSTANCE_ABUSE: _("services for substance use"),
    ServiceTask.DISABILITY: _("disability services"),
    ServiceTask.FAMILIES: _("services for families with children"),
    ServiceTask.OLDER_PEOPLE: _("services for older people"),
    ServiceTask.HEALTH_CARE: _("health care"),
    ServiceTask.EMPLOYMENT: _("employment services"),
    ServiceTask.OTHER: _("other service"),
}
CATEGORIES = {
    Category.IDENTITY_CONTACT: _("name and contact details"),
    Category.LIFE_SITUATION: _("life situation"),
    Category.WORK_EDUCATION: _("work and education"),
    Category.FUNCTIONING: _("functioning and work ability"),
    Category.HEALTH: _("health"),
    Category.SUBSTANCE_USE: _("substance use"),
    Category.SOCIAL_CARE: _("social care"),
    Category.ECONOMY_BENEFITS: _("economy and benefits"),
    Category.CRIMINAL_SANCTIONS: _("criminal sanctions"),
}
