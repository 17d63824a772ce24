"""Where the pages live."""

from django.urls import path

from kaveri.steps.crossings import views

app_name = "crossings"
urlpatterns = [
    path("case/<uuid:case_id>/earlier/", views.earlier, name="earlier"),
    path("case/<uuid:case_id>/earlier/ask/", views.ask_earlier, name="ask_earlier"),
    path("leaving/", views.workers, name="workers"),
    path("leaving/<uuid:account_id>/", views.leaving, name="leaving"),
]
