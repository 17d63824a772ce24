"""Where the pages live."""

from django.urls import path

from kaveri.casebook.directory import views

app_name = "directory"
urlpatterns = [
    path("services/", views.services, name="services"),
    path("services/<uuid:service_id>/", views.service, name="service"),
]
