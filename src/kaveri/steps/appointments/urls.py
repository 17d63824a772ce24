"""Where the pages live."""

from django.urls import path

from kaveri.steps.appointments import views

app_name = "appointments"
urlpatterns = [
    path("case/<uuid:case_id>/meetings/", views.of_case, name="of_case"),
    path("case/<uuid:case_id>/meetings/new/", views.book, name="book"),
    path("appointment/<uuid:appointment_id>/move/", views.move, name="move"),
    path("appointment/<uuid:appointment_id>/outcome/", views.note, name="note"),
    path("calendar/", views.calendar, name="calendar"),
    path("calendar/address/", views.address, name="address"),
    path("calendar/address/stop/", views.address_stop, name="address_stop"),
    path("calendar/<str:secret>.ics", views.feed, name="feed"),
    path("my/<uuid:case_id>/meetings/", views.mine, name="mine"),
    path(
        "my/<uuid:case_id>/meetings/<uuid:appointment_id>/cannot-come/",
        views.cannot_come,
        name="cannot_come",
    ),
]
