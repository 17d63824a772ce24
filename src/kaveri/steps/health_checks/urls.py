"""Where the pages live."""

from django.urls import path

from kaveri.steps.health_checks import views

app_name = "health_checks"
urlpatterns = [
    path("case/<uuid:case_id>/health-checks/", views.of_case, name="of_case"),
    path("case/<uuid:case_id>/health-checks/offer/", views.offer, name="offer"),
    path("health-checks/<uuid:check_id>/", views.check, name="check"),
    path("health-checks/<uuid:check_id>/book/", views.book, name="book"),
    path("health-checks/<uuid:check_id>/done/", views.done, name="done"),
    path("health-checks/<uuid:check_id>/decline/", views.decline, name="decline"),
    path("health-checks/figures/", views.figures, name="figures"),
    path("my/<uuid:case_id>/health-checks/", views.own, name="own"),
]
