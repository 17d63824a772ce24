"""Where the pages live."""

from django.urls import path

from kaveri.steps.assessment.views import assessments, information, mapping

app_name = "assessment"
_CASE = "case/<uuid:case_id>/"
_ONE = f"{_CASE}assessments/<uuid:assessment_id>/"
_ASKED = f"{_CASE}information/<uuid:request_id>/"
urlpatterns = [
    path(f"{_CASE}mapping/", mapping.mapping, name="mapping"),
    path(f"{_CASE}mapping/<uuid:statement_id>/", mapping.correct, name="correct"),
    path(f"{_CASE}assessments/", assessments.of_case, name="of_case"),
    path(f"{_CASE}assessments/new/", assessments.ask, name="ask"),
    path(_ONE, assessments.follow, name="follow"),
    path(f"{_ONE}book/", assessments.book, name="book"),
    path(f"{_ONE}done/", assessments.done, name="done"),
    path(f"{_ONE}result/", assessments.result, name="result"),
    path(f"{_ONE}cancel/", assessments.cancel, name="cancel"),
    path(f"{_CASE}information/", information.of_case, name="information"),
    path(f"{_CASE}information/new/", information.ask, name="ask_information"),
    path(f"{_ASKED}receive/", information.receive, name="receive"),
    path(f"{_ASKED}drop/", information.drop, name="drop"),
]
