"""Where the pages live."""

from django.urls import path

from kaveri.steps.case_consultation import views

app_name = "case_consultation"
urlpatterns = [
    path("case/<uuid:case_id>/asked-colleagues/", views.of_case, name="of_case"),
    path("case/<uuid:case_id>/asked-colleagues/ask/", views.ask, name="ask"),
    path("asked-colleagues/<uuid:question_id>/", views.question, name="question"),
    path("asked-colleagues/<uuid:question_id>/take-back/", views.take_back, name="take_back"),
    path("asked-colleagues/of-me/", views.mine, name="mine"),
    path("asked-colleagues/of-me/<uuid:question_id>/", views.asked, name="asked"),
    path("my/<uuid:case_id>/asked/", views.own, name="own"),
]
