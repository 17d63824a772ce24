"""Where the pages live."""

from django.urls import path

from kaveri.steps.case_consultation import views

app_name = "case_consultation"
urlpatterns = [
    path("case/<uuid:case_id>/questions/", views.of_case, name="of_case"),
    path("case/<uuid:case_id>/questions/ask/", views.ask, name="ask"),
    path("questions/<uuid:question_id>/", views.question, name="question"),
    path("questions/<uuid:question_id>/take-back/", views.take_back, name="take_back"),
    path("questions/asked-of-me/", views.mine, name="mine"),
    path("questions/asked-of-me/<uuid:question_id>/", views.asked, name="asked"),
    path("my/<uuid:case_id>/asked/", views.own, name="own"),
]
