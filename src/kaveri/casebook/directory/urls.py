"""Where the pages live."""

from django.urls import path

from kaveri.casebook.directory import views

app_name = "directory"
urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/new/", views.account_new, name="account_new"),
    path("services/", views.services, name="services"),
    path("services/<uuid:service_id>/", views.service, name="service"),
]
