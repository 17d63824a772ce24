"""Where the pages live."""

from django.urls import path

from kaveri.steps.coordination import views

app_name = "coordination"
_CASE = "case/<uuid:case_id>/"
_MEMBER = f"{_CASE}network/<uuid:member_id>/"
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
    path(f"{_CASE}network/", views.network, name="network"),
    path(f"{_CASE}network/new/", views.member_new, name="member_new"),
    path(f"{_CASE}network/new/link/", views.partner_new, name="partner_new"),
    path(f"{_CASE}network/close/", views.supporter_new, name="supporter_new"),
    path(f"{_CASE}network/earlier/", views.network_earlier, name="network_earlier"),
    path(f"{_MEMBER}", views.member, name="member"),
    path(f"{_MEMBER}limit/", views.member_limit, name="member_limit"),
    path(f"{_MEMBER}limit/lift/", views.limit_lift, name="limit_lift"),
    path(f"{_MEMBER}remove/", views.member_remove, name="member_remove"),
    path(f"{_MEMBER}renew/", views.invitation_renew, name="invitation_renew"),
    path(f"{_MEMBER}yes/", views.supporter_yes, name="supporter_yes"),
    path(f"{_CASE}network/representatives/", views.representatives, name="representatives"),
    path(
        f"{_CASE}network/representatives/new/", views.representative_new, name="representative_new"
    ),
    path(
        f"{_CASE}network/representatives/<uuid:mandate_id>/end/",
        views.representative_end,
        name="representative_end",
    ),
    path("representing/ready/", views.mandate_ready, name="mandate_ready"),
    path("representing/by/<str:secret>/", views.mandate_link, name="mandate_link"),
    path("invitations/", views.invitations, name="invitations"),
    path("invitations/ready/", views.invitation_ready, name="invitation_ready"),
    path("invitations/<uuid:member_id>/", views.invitation, name="invitation"),
    path("invitations/<uuid:member_id>/no/", views.invitation_decline, name="invitation_decline"),
    path("invitations/<uuid:member_id>/leave/", views.network_leave, name="network_leave"),
    path("invitations/by/<str:secret>/", views.invitation_link, name="invitation_link"),
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
