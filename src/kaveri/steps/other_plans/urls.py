"""Where the pages of the plan among other plans live."""

from django.urls import path

from kaveri.steps.other_plans import views

app_name = "other_plans"
urlpatterns = [
    path("case/<uuid:case_id>/plan/law/", views.contents, name="contents"),
]
