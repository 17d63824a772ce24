"""Where the pages live."""

from django.urls import path

from kaveri.steps.pre_visit import views

app_name = "pre_visit"
urlpatterns = [
    path("appointment/<uuid:appointment_id>/background/", views.background, name="background"),
    path("appointment/<uuid:appointment_id>/background/write/", views.write, name="write"),
    path("appointment/<uuid:appointment_id>/background/none/", views.go_without, name="go_without"),
    path("background/<uuid:background_id>/answer/", views.record, name="record"),
    path("background/<uuid:background_id>/hand-on/", views.hand_on, name="hand_on"),
    path("background/<uuid:background_id>/paper/<str:language>/", views.paper, name="paper"),
    path("my/<uuid:case_id>/meetings/<uuid:appointment_id>/doctor/", views.own, name="own"),
]
