"""Where the pages live."""

from django.urls import path

from kaveri.steps.statements import views

app_name = "statements"
urlpatterns = [
    path("case/<uuid:case_id>/statements/", views.of_case, name="of_case"),
    path("case/<uuid:case_id>/statements/ask/", views.ask, name="ask"),
    path("statements/", views.to_write, name="to_write"),
    path("statements/<uuid:statement_id>/", views.statement, name="statement"),
    path("statements/<uuid:statement_id>/write/", views.write, name="write"),
    path("statements/<uuid:statement_id>/withdraw/", views.withdraw, name="withdraw"),
    path("statements/<uuid:statement_id>/paper/", views.paper, name="paper"),
    path("my/<uuid:case_id>/statements/", views.mine, name="mine"),
]
