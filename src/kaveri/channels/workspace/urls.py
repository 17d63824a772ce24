"""Where the workers' pages live."""

from django.urls import path

from kaveri.channels.workspace import views

app_name = "workspace"
urlpatterns = [
    path("my-day/", views.my_day, name="my_day"),
    path("cases/", views.cases, name="cases"),
    path("search/", views.search, name="search"),
    path("case/<uuid:case_id>/", views.case, name="case"),
    path("case/<uuid:case_id>/duties/", views.duties, name="duties"),
    path("case/<uuid:case_id>/timeline/", views.timeline, name="timeline"),
    path("case/<uuid:case_id>/timeline/note/", views.note_write, name="note_write"),
    path("case/<uuid:case_id>/timeline/message/", views.message_write, name="message_write"),
    path("case/<uuid:case_id>/timeline/document/", views.document_add, name="document_add"),
    path("case/<uuid:case_id>/document/<uuid:entry_id>/", views.document, name="document"),
    path("case/<uuid:case_id>/person/", views.person, name="person"),
    path("case/<uuid:case_id>/person/code/", views.code_show, name="code_show"),
    path("case/<uuid:case_id>/person/sign-in/", views.sign_in, name="sign_in"),
    path("case/<uuid:case_id>/person/change/", views.person_change, name="person_change"),
]
