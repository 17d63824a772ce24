"""Where the pages live."""

from django.urls import path

from kaveri.casebook.directory import views

app_name = "directory"
urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/new/", views.account_new, name="account_new"),
    path("people/<uuid:account_id>/password/", views.password_renew, name="password_renew"),
    path("duty/", views.duty_lists, name="duty_lists"),
    path("duty/<uuid:unit_id>/", views.duty_list, name="duty_list"),
    path("duty/<uuid:unit_id>/new/", views.duty_put, name="duty_put"),
    path("duty/<uuid:unit_id>/<uuid:turn_id>/", views.duty_change, name="duty_change"),
    path("services/", views.services, name="services"),
    path("services/<uuid:service_id>/", views.service, name="service"),
]
