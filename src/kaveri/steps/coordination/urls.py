"""Where the pages live."""

from django.urls import path

from kaveri.steps.coordination import views

app_name = "coordination"
_CASE = "case/<uuid:case_id>/"
urlpatterns = [
    path(f"{_CASE}people/", views.people, name="people"),
    path(f"{_CASE}coordinating/", views.coordinating, name="coordinating"),
    path(f"{_CASE}pair/", views.pair_new, name="pair_new"),
    path(f"{_CASE}pair/<uuid:account_id>/remove/", views.pair_remove, name="pair_remove"),
    path(f"{_CASE}handover/", views.handover, name="handover"),
    path(f"{_CASE}tasks/", views.tasks, name="tasks"),
    path(f"{_CASE}tasks/new/", views.step_new, name="step_new"),
    path("task/<uuid:task_id>/done/", views.step_done, name="step_done"),
    path("task/<uuid:task_id>/change/", views.step_change, name="step_change"),
    path("task/<uuid:task_id>/tell/", views.step_tell, name="step_tell"),
    path(f"{_CASE}waiting/", views.waiting, name="waiting"),
    path(f"{_CASE}waiting/new/", views.wait_new, name="wait_new"),
    path("wait/<uuid:wait_id>/change/", views.wait_change, name="wait_change"),
    path("wait/<uuid:wait_id>/end/", views.wait_end, name="wait_end"),
    path(f"{_CASE}contact/", views.keep_contact, name="keep_contact"),
    path("handovers/", views.offers, name="offers"),
    path("handover/<uuid:handover_id>/", views.handover_answer, name="handover_answer"),
    path("handover/<uuid:handover_id>/no/", views.handover_decline, name="handover_decline"),
    path(
        "handover/<uuid:handover_id>/withdraw/", views.handover_withdraw, name="handover_withdraw"
    ),
    path("absences/", views.absences, name="absences"),
    path("absences/new/", views.absence_new, name="absence_new"),
    path(
        "absences/<uuid:absence_id>/substitute/",
        views.absence_substitute,
        name="absence_substitute",
    ),
    path("absences/<uuid:absence_id>/end/", views.absence_end, name="absence_end"),
    path("risen/", views.risen, name="risen"),
    path("risen/case/<uuid:case_id>/", views.reassign_case, name="reassign_case"),
    path("risen/contact/<uuid:contact_id>/", views.reassign_contact, name="reassign_contact"),
]
