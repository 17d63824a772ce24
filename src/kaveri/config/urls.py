"""Every door of the service."""

from django.urls import include, path

from kaveri.foundation.accounts.urls import of_allauth

urlpatterns = [
    path("", include("kaveri.channels.public.urls")),
    path("account/", include("kaveri.foundation.accounts.urls")),
    path("account/", include(of_allauth)),
    path("blocks/", include("kaveri.foundation.ui.urls")),
    path("", include("kaveri.casebook.directory.urls")),
    path("", include("kaveri.channels.workspace.urls")),
    path("my/", include("kaveri.channels.portal.urls")),
    path("", include("kaveri.steps.identification.urls")),
    path("", include("kaveri.steps.consultation.urls")),
    path("", include("kaveri.steps.referral.urls")),
    path("", include("kaveri.steps.referral_out.urls")),
    path("", include("kaveri.steps.assessment.urls")),
    path("", include("kaveri.steps.planning.urls")),
    path("", include("kaveri.steps.coordination.urls")),
    path("", include("kaveri.steps.teams.urls")),
    path("", include("kaveri.steps.appointments.urls")),
    path("", include("kaveri.steps.other_plans.urls")),
    path("", include("kaveri.steps.case_consultation.urls")),
    path("", include("kaveri.steps.health_checks.urls")),
    path("", include("kaveri.steps.questionnaires.urls")),
    path("", include("kaveri.steps.statements.urls")),
    path("", include("kaveri.steps.special_team.urls")),
    path("", include("kaveri.steps.pre_visit.urls")),
    path("", include("kaveri.steps.participation.urls")),
    path("", include("kaveri.steps.insight.urls")),
    path("", include("kaveri.steps.ending.urls")),
    path("", include("kaveri.steps.permission.urls")),
    path("", include("kaveri.steps.crossings.urls")),
]

handler404 = "kaveri.channels.public.views.not_found"
handler403 = "kaveri.channels.public.views.not_found"
handler500 = "kaveri.foundation.ui.views.server_error"
handler429 = "kaveri.foundation.ui.waiting.too_many"
