"""Where the pages live."""

from django.urls import path

from kaveri.steps.referral_out import views

app_name = "referral_out"
_CASE = "case/<uuid:case_id>/referrals/"
urlpatterns = [
    path(_CASE, views.of_case, name="of_case"),
    path(f"{_CASE}new/", views.choose, name="choose"),
    path(f"{_CASE}new/<uuid:service_id>/", views.send, name="send"),
    path(f"{_CASE}<uuid:referral_id>/", views.follow, name="follow"),
    path(f"{_CASE}<uuid:referral_id>/remind/", views.remind, name="remind"),
    path(f"{_CASE}<uuid:referral_id>/progress/", views.progress, name="progress"),
    path(f"{_CASE}<uuid:referral_id>/withdraw/", views.withdraw, name="withdraw"),
    path(f"{_CASE}<uuid:referral_id>/link/", views.renew_link, name="renew_link"),
    path("referrals/", views.mine, name="mine"),
    path("referrals/<uuid:referral_id>/", views.received, name="received"),
    path("answer/done/", views.answered, name="answered"),
    path("answer/<str:secret>/", views.by_link, name="by_link"),
]
