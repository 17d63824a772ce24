"""Where the pages of the plan among other plans live."""

from django.urls import path

from kaveri.steps.other_plans import views

app_name = "other_plans"
_ONE = "other-plans/<uuid:other_plan_id>/"
urlpatterns = [
    path("case/<uuid:case_id>/plan/law/", views.contents, name="contents"),
    path("case/<uuid:case_id>/other-plans/", views.of_case, name="of_case"),
    path("case/<uuid:case_id>/other-plans/add/", views.add, name="add"),
    path(_ONE, views.plan, name="plan"),
    path(f"{_ONE}change/", views.change, name="change"),
    path(f"{_ONE}end/", views.end, name="end"),
    path(f"{_ONE}put-in/", views.put_in, name="put_in"),
    path(f"{_ONE}take-out/", views.take_out, name="take_out"),
    path(f"{_ONE}contents/", views.tick, name="tick"),
    path("my/<uuid:case_id>/plans/", views.own, name="own"),
]
