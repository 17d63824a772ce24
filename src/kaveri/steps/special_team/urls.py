"""Where the pages live."""

from django.urls import path

from kaveri.steps.special_team import views

app_name = "special_team"
urlpatterns = [
    path("case/<uuid:case_id>/special-team/", views.of_case, name="of_case"),
    path("case/<uuid:case_id>/special-team/refer/", views.refer, name="refer"),
    path("special-team/", views.queue, name="queue"),
    path("special-team/<uuid:referral_id>/answer/", views.answer, name="answer"),
    path("special-team/<uuid:referral_id>/more/", views.more, name="more"),
    path("special-team/<uuid:referral_id>/withdraw/", views.withdraw, name="withdraw"),
    path("special-team/<uuid:referral_id>/call/", views.call, name="call"),
    path("special-team/<uuid:referral_id>/follow-up/", views.agree, name="agree"),
    path("my/<uuid:case_id>/special-team/", views.mine, name="mine"),
]
