"""Where the client's own pages live, under /my/."""

from django.urls import path

from kaveri.channels.portal import views

app_name = "portal"
_CASE = "<uuid:case_id>/"
urlpatterns = [
    path("", views.home, name="home"),
    path(_CASE, views.home_of, name="home_of"),
    path(f"{_CASE}messages/", views.messages, name="messages"),
    path(f"{_CASE}told/", views.told, name="told"),
    path(f"{_CASE}step/<uuid:task_id>/fits/", views.accept_step, name="accept_step"),
    path(f"{_CASE}step/<uuid:task_id>/does-not-fit/", views.decline_step, name="decline_step"),
    path(f"{_CASE}part/<uuid:task_id>/done/", views.do_part, name="do_part"),
]
