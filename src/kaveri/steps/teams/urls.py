"""Where the pages live."""

from django.urls import path

from kaveri.steps.teams import views

app_name = "teams"
urlpatterns = [
    path("teams/", views.teams, name="teams"),
    path("teams/<uuid:unit_id>/", views.team, name="team"),
    path("teams/<uuid:unit_id>/earlier/", views.versions, name="versions"),
    path("teams/<uuid:unit_id>/change/", views.describe, name="describe"),
    path("teams/<uuid:unit_id>/members/new/", views.seat_new, name="seat_new"),
    path("teams/<uuid:unit_id>/members/<uuid:seat_id>/end/", views.seat_end, name="seat_end"),
    path("teams/<uuid:unit_id>/meetings/", views.meetings, name="meetings"),
    path("teams/<uuid:unit_id>/meetings/new/", views.meeting_new, name="meeting_new"),
    path("teams/meetings/<uuid:meeting_id>/", views.meeting, name="meeting"),
    path("teams/meetings/<uuid:meeting_id>/open/", views.meeting_open, name="meeting_open"),
    path("teams/meetings/<uuid:meeting_id>/move/", views.meeting_move, name="meeting_move"),
    path(
        "teams/meetings/<uuid:meeting_id>/call-off/",
        views.meeting_call_off,
        name="meeting_call_off",
    ),
    path("teams/agenda/<uuid:item_id>/off/", views.take_off, name="take_off"),
    path("teams/agenda/<uuid:item_id>/", views.talk, name="talk"),
    path("teams/agenda/<uuid:item_id>/minutes/", views.minutes, name="minutes"),
    path("my/<uuid:case_id>/team/", views.own, name="own"),
    path("case/<uuid:case_id>/team/", views.of_case, name="of_case"),
    path("case/<uuid:case_id>/team/new/", views.put_on, name="put_on"),
]
