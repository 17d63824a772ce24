"""Where the pages live."""

from django.urls import path

from kaveri.steps.questionnaires.views import client, link, measures, staff

_MINE = "my/<uuid:case_id>/questions/"

app_name = "questionnaires"
urlpatterns = [
    path("case/<uuid:case_id>/questions/", staff.of_case, name="of_case"),
    path("case/<uuid:case_id>/questions/new/", staff.ask, name="ask"),
    path("case/<uuid:case_id>/questions/results/", measures.record, name="record"),
    path("measures/", measures.register, name="register"),
    path("measures/new/", measures.load, name="load"),
    path("measures/results/", measures.import_file, name="import"),
    path("measures/<uuid:instrument_id>/close/", measures.close, name="close"),
    path("questions/<uuid:asking_id>/", staff.result, name="result"),
    path("questions/<uuid:asking_id>/answer/", staff.answer, name="answer"),
    path("questions/<uuid:asking_id>/take-back/", staff.take_back, name="take_back"),
    path("questions/<uuid:asking_id>/response.json", staff.response, name="response"),
    path(_MINE, client.mine, name="mine"),
    path(f"{_MINE}<uuid:asking_id>/", client.feedback, name="feedback"),
    path(f"{_MINE}<uuid:asking_id>/answer/", client.answer_mine, name="answer_mine"),
    path("q/answered/", link.by_link_done, name="by_link_done"),
    path("q/<str:secret>/", link.by_link, name="by_link"),
]
