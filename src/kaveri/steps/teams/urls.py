"""Where the pages live."""

from django.urls import path

from kaveri.steps.teams import views

app_name = "teams"
urlpatterns = [
    path("teams/", views.teams, name="teams"),
    path("teams/<uuid:unit_id>/", views.team, name="team"),
    path("teams/<uuid:unit_id>/earlier/", views.versions, name="versions"),
    path("teams/<uuid:unit_id>/change/", views.describe, name="describe"),
    path("teams/<uuid:unit_id>/members/new/", views.seat_new, name="seat_new"),
    path("teams/<uuid:unit_id>/members/<uuid:seat_id>/end/", views.seat_end, name="seat_end"),
]
