"""Where the pages live."""

from django.urls import path

from kaveri.steps.participation import views

app_name = "participation"
urlpatterns = [
    path("case/<uuid:case_id>/peer-support/", views.peer_support, name="peer_support"),
]
