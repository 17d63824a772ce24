"""The addresses of the public door."""

from django.urls import path

from kaveri.channels.public import views

app_name = "public"
urlpatterns = [
    path("", views.start, name="start"),
    path("service/", views.service, name="service"),
    path("how-to-come/", views.how_to_come, name="how_to_come"),
    path("data-use/", views.data_use, name="data_use"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("ask/", views.ask, name="ask"),
    path("ask/for-other/", views.ask_for_other, name="ask_for_other"),
    path("receipt/<slug:key>/", views.receipt, name="receipt"),
    path("receipt/<slug:key>/take-back/", views.take_back, name="take_back"),
    path("health/", views.health, name="health"),
]
