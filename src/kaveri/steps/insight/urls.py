"""Where the pages live: the client's under /my/, the privacy officer's beside the other lists."""

from django.urls import path

from kaveri.steps.insight import views

app_name = "insight"
_CASE = "my/<uuid:case_id>/"
urlpatterns = [
    path(f"{_CASE}who-sees/", views.who_sees, name="who_sees"),
    path(f"{_CASE}log/", views.log, name="log"),
    path(f"{_CASE}log/report/", views.report, name="report"),
    path(f"{_CASE}log/requests/", views.own_requests, name="own_requests"),
    path(f"{_CASE}log/ask/", views.ask_older, name="ask_older"),
    path(f"{_CASE}log/investigation/", views.ask_investigation, name="ask_investigation"),
    path("log-requests/", views.requests, name="requests"),
    path("log-requests/<uuid:request_id>/", views.request, name="request"),
]
