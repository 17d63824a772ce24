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
    path(f"{_CASE}tasks/", views.tasks, name="tasks"),
    path(f"{_CASE}answers/", views.answers, name="answers"),
    path(f"{_CASE}plan/", views.plan, name="plan"),
    path(f"{_CASE}plan/whole/", views.plan_whole, name="plan_whole"),
    path(f"{_CASE}plan/keeping/", views.plan_keeping, name="plan_keeping"),
    path(f"{_CASE}plan/words/", views.plan_words, name="plan_words"),
    path(f"{_CASE}plan/goal/", views.plan_goal, name="plan_goal"),
    path(f"{_CASE}plan/say/<str:kind>/", views.plan_say, name="plan_say"),
    path(
        f"{_CASE}plan/say/<str:kind>/<str:part>/<uuid:item_id>/",
        views.plan_say,
        name="plan_say_about",
    ),
    path(f"{_CASE}plan/row/<uuid:row_id>/view/", views.plan_row_view, name="plan_row_view"),
    path(f"{_CASE}plan/row/<uuid:row_id>/yes/", views.plan_row_agree, name="plan_row_agree"),
    path(f"{_CASE}plan/row/<uuid:row_id>/mark/", views.plan_row_mark, name="plan_row_mark"),
    path(f"{_CASE}plan/<uuid:version_id>/approve/", views.plan_approve, name="plan_approve"),
    path(f"{_CASE}plan/<uuid:version_id>/receipt/", views.plan_receipt, name="plan_receipt"),
    path(f"{_CASE}plan/<uuid:version_id>/changes/", views.plan_changes, name="plan_changes"),
    path(f"{_CASE}plan/<uuid:version_id>/pdf/", views.plan_pdf, name="plan_pdf"),
    path(f"{_CASE}step/<uuid:task_id>/fits/", views.accept_step, name="accept_step"),
    path(f"{_CASE}step/<uuid:task_id>/does-not-fit/", views.decline_step, name="decline_step"),
    path(f"{_CASE}part/<uuid:task_id>/done/", views.do_part, name="do_part"),
]
