"""Where the pages live."""

from django.urls import path

from kaveri.steps.ending.views import ending, reopen, summary

app_name = "ending"
urlpatterns = [
    path("case/<uuid:case_id>/end/", ending.ending, name="ending"),
    path("case/<uuid:case_id>/end/ask/", ending.ask, name="ask"),
    path("case/<uuid:case_id>/end/confirm/", ending.confirm, name="confirm"),
    path("case/<uuid:case_id>/end/withdraw/", ending.withdraw, name="withdraw"),
    path("case/<uuid:case_id>/end/summary/", summary.draft, name="draft"),
    path("case/<uuid:case_id>/end/look/<uuid:ending_id>/", ending.second_look, name="second_look"),
    path("case/<uuid:case_id>/end/way/<int:part>/", ending.way, name="way"),
    path("case/<uuid:case_id>/reopen/", reopen.reopen, name="reopen"),
    path("case/<uuid:case_id>/summary/", summary.summary, name="summary"),
    path("case/<uuid:case_id>/summary/<uuid:summary_id>/", summary.summary, name="summary_older"),
    path("summary/<uuid:summary_id>/paper/", summary.summary_pdf, name="summary_pdf"),
]
